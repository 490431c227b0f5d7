/**
 * Makes shared/schedule/holidays/cn.ts from a list of the days off and make-up workdays the State Council
 * published, as JSON of the form {"holidays": {"2026-01-01": "English,中文,1", …}, "workdays": {…}} (the npm
 * package chinese-days has one in dist/chinese-days.json).
 *
 *   node build/scripts/make-cn-holidays.ts LIST.json > shared/schedule/holidays/cn.ts
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import type { HolidayName } from '#shared/schedule/holidays/names.ts';

const listSchema = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

const KEYS: readonly (readonly [RegExp, HolidayName])[] = [
  [/元旦/, 'newYear'],
  [/春节/, 'springFestival'],
  [/清明/, 'qingming'],
  [/劳动/, 'labour'],
  [/端午/, 'dragonBoat'],
  [/胜利/, 'victory'],
  [/中秋/, 'midAutumn'],
  [/国庆/, 'nationalDay'],
];

function keyOf(text: string): HolidayName {
  const found = KEYS.find(([pattern]) => pattern.test(text));
  if (!found) throw new Error(`holiday of no known name: ${text}`);
  return found[1];
}

const short = (date: string) => date.slice(5).replace('-', '');

/** Dates of one holiday as days and ranges. */
function toText(dates: readonly string[]): string {
  const ranges: [string, string][] = [];
  for (const date of dates) {
    const last = ranges.at(-1);
    const previous = last ? parseDate(last[1]) : null;
    if (last && previous !== null && parseDate(date) === previous + 1) last[1] = date;
    else ranges.push([date, date]);
  }
  return ranges.map(([from, to]) => (from === to ? short(from) : `${short(from)}-${short(to)}`)).join(' ');
}

function toEntries(list: Readonly<Record<string, string>>, year: string): string {
  const byKey = new Map<HolidayName, string[]>();
  for (const date of Object.keys(list).sort()) {
    if (!date.startsWith(year)) continue;
    const key = keyOf(list[date] ?? '');
    byKey.set(key, [...(byKey.get(key) ?? []), date]);
  }
  const entries = [...byKey].map(([key, dates]) => `${key}: '${toText(dates)}'`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function main(path: string | undefined): void {
  if (path === undefined) throw new Error('usage: node build/scripts/make-cn-holidays.ts LIST.json');
  const { holidays, workdays } = listSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const years = [...new Set(Object.keys(holidays).map((date) => date.slice(0, 4)))].sort();
  const lines = years.map(
    (year) => `  ${year}: { off: ${toEntries(holidays, year)}, work: ${toEntries(workdays, year)} },`,
  );
  console.log(`import type { OfficialYears } from './official.ts';

/**
 * Mainland China: days off and the weekend days worked instead, as the State Council announced them year by year.
 * Made by build/scripts/make-cn-holidays.ts; do not edit.
 */
export const CN_HOLIDAYS: OfficialYears = {
${lines.join('\n')}
};`);
}

main(process.argv[2]);
