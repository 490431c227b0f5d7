import { z } from 'zod';
import {
  bareName,
  DayCollector,
  type HolidayList,
  type HolidayRefusal,
  isWeekend,
  readDate,
  saysWorking,
} from './list.ts';

const flag = z.union([z.boolean(), z.number(), z.string()]);

/** One entry, by the names the usual sources give its parts. */
const entrySchema = z.object({
  date: z.string(),
  end: z.string().nullish(),
  name: z.string().nullish(),
  localName: z.string().nullish(),
  description: z.string().nullish(),
  isOffDay: flag.nullish(),
  isHoliday: flag.nullish(),
  holiday: flag.nullish(),
  working: flag.nullish(),
  isWorkingDay: flag.nullish(),
});
type Entry = z.infer<typeof entrySchema>;

/** Dates to texts, as `{"2026-01-01": "New Year's Day,元旦,1"}`. */
const namesSchema = z.record(z.string(), z.union([z.string(), z.object({ name: z.string().nullish() })]));
const twoListsSchema = z.object({ holidays: namesSchema, workdays: namesSchema.optional() });
/** iCalendar as JSON, as the government of Hong Kong publishes it. */
const eventSchema = z.object({
  dtstart: z.array(z.unknown()),
  dtend: z.array(z.unknown()).optional(),
  summary: z.string().optional(),
});
const calendarSchema = z.object({ vcalendar: z.array(z.object({ vevent: z.array(eventSchema) })) });

const isYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes|y|是)$/i.test(value));

/** null: the entry does not say. */
function workingOf(entry: Entry): boolean | null {
  const off = entry.isOffDay ?? entry.isHoliday ?? entry.holiday;
  if (off !== null && off !== undefined) return !isYes(off);
  const working = entry.working ?? entry.isWorkingDay;
  return working === null || working === undefined ? null : isYes(working);
}

function addEntry(days: DayCollector, value: unknown): void {
  const entry =
    typeof value === 'string'
      ? { success: true as const, data: { date: value } as Entry }
      : entrySchema.safeParse(value);
  const first = entry.success ? readDate(entry.data.date) : null;
  if (!entry.success || first === null) {
    days.skipped++;
    return;
  }
  const last = entry.data.end ? readDate(entry.data.end) : first;
  const name = entry.data.localName ?? entry.data.name ?? entry.data.description ?? '';
  const said = workingOf(entry.data);
  // An ordinary day of the week in a list of the whole year.
  if (said !== null && name === '' && said !== isWeekend(first)) return;
  days.add(first, last ?? first, bareName(name), said ?? saysWorking(name));
}

function addNames(days: DayCollector, names: z.infer<typeof namesSchema>, working: boolean): void {
  for (const [date, value] of Object.entries(names)) {
    const day = readDate(date);
    if (day === null) {
      days.skipped++;
      continue;
    }
    const text = typeof value === 'string' ? value : (value.name ?? '');
    // "English,中文,days": the middle part is the name in the language of the country.
    const parts = text.split(',');
    days.add(day, day, (parts.length === 3 ? parts[1] : text)?.trim() ?? '', working);
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function addCalendar(days: DayCollector, calendar: z.infer<typeof calendarSchema>): void {
  for (const { vevent } of calendar.vcalendar)
    for (const { dtstart, dtend, summary = '' } of vevent) {
      const flat = (list: readonly unknown[] | undefined) => readDate(textOf(list?.flat()[0]));
      const first = flat(dtstart);
      const after = flat(dtend);
      if (first === null) days.skipped++;
      else
        days.add(
          first,
          after === null ? first : Math.max(first, after - 1),
          bareName(summary),
          saysWorking(summary),
        );
    }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** The list inside a wrapper such as `{"year": 2026, "days": […]}`. */
function findList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  for (const key of ['days', 'holidays', 'data', 'items', 'result']) {
    const list: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (Array.isArray(list)) return list;
  }
  return null;
}

/** Lists of entries, of dates with names, of days off and make-up days apart, or iCalendar as JSON. */
export function readJsonHolidays(text: string): HolidayList | HolidayRefusal {
  const value = parse(text);
  const days = new DayCollector();
  const calendar = calendarSchema.safeParse(value);
  const lists = twoListsSchema.safeParse(value);
  const entries = findList(value);
  if (calendar.success) addCalendar(days, calendar.data);
  else if (entries) for (const entry of entries) addEntry(days, entry);
  else if (lists.success) {
    addNames(days, lists.data.holidays, false);
    addNames(days, lists.data.workdays ?? {}, true);
  } else {
    const names = namesSchema.safeParse(value);
    if (!names.success) return { ok: false, code: 'NOT_A_LIST' };
    addNames(days, names.data, false);
  }
  return days.finish('json');
}
