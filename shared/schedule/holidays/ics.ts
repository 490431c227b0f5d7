import { type EpochDay, formatDate } from '../calendar/instant.ts';
import {
  bareName,
  DayCollector,
  type HolidayList,
  type HolidayRefusal,
  readDate,
  saysWorking,
  yearsLater,
} from './list.ts';

interface Line {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** Long lines are folded: a line break and a blank continue the line before. */
const unfold = (text: string): string[] => text.replace(/(?:\r\n|\n|\r)[ \t]/g, '').split(/\r\n|\n|\r/);

function readLine(text: string): Line | null {
  const parts = /^([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^";:])*)*):(.*)$/.exec(text);
  return parts
    ? { name: (parts[1] ?? '').toUpperCase(), params: (parts[2] ?? '').toUpperCase(), value: parts[3] ?? '' }
    : null;
}

const unescapeText = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? ' ' : char));

type Event = ReadonlyMap<string, Line>;

/** Components VEVENT; what is inside an alarm of an event does not belong to it. */
function readEvents(text: string): Event[] {
  const events: Event[] = [];
  let event: Map<string, Line> | null = null;
  let inner = 0;
  for (const raw of unfold(text)) {
    const line = readLine(raw);
    if (!line) continue;
    const component = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && component === 'VEVENT') event = new Map();
    else if (line.name === 'END' && component === 'VEVENT') {
      if (event) events.push(event);
      event = null;
      inner = 0;
    } else if (event && line.name === 'BEGIN') inner++;
    else if (event && line.name === 'END') inner--;
    else if (event && inner === 0 && !event.has(line.name)) event.set(line.name, line);
  }
  return events;
}

/** A day, or the midnight at its begin: many calendars write whole days that way. */
const isDay = (value: string): boolean => /^\d{4}-?\d{2}-?\d{2}(?:T00:?00(?::?00)?)?$/.test(value.trim());
/** The last minute of a day. */
const isDayEnd = (value: string): boolean => /T23:?59(?::?\d{2})?$/.test(value.trim());

/** Last day of an event of whole days; the end is the day after it (RFC 5545 §3.6.1). null: not whole days. */
function lastDayOf(event: Event, first: EpochDay): EpochDay | null {
  const end = event.get('DTEND');
  if (end) {
    const after = readDate(end.value);
    if (after === null) return null;
    if (isDayEnd(end.value)) return Math.max(first, after);
    return isDay(end.value) ? Math.max(first, after - 1) : null;
  }
  const start = event.get('DTSTART')?.value ?? '';
  const length = event.get('DURATION')?.value.trim() ?? '';
  // A moment is no day, even at midnight.
  if (start.includes('T') && length === '') return null;
  if (length.startsWith('PT') && length !== 'PT24H') return null;
  const duration = /^P(\d+)([DW])$/.exec(length);
  return duration ? first + Number(duration[1]) * (duration[2] === 'W' ? 7 : 1) - 1 : first;
}

const YEARS_WITHOUT_END = 10;

/** How many times, every how many years; null if the rule is not a plain yearly one. */
function readRule(text: string | undefined, first: EpochDay): { every: number; count: number } | null {
  if (text === undefined) return { every: 1, count: 1 };
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const plain = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']);
  // Outlook names month and day once more.
  const [, month = 0, date = 0] = formatDate(first).split('-').map(Number);
  if (Number(parts.get('BYMONTH')) === month) plain.add('BYMONTH');
  if (Number(parts.get('BYMONTHDAY')) === date) plain.add('BYMONTHDAY');
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((key) => !plain.has(key))) return null;
  const every = Math.max(1, Number(parts.get('INTERVAL') ?? 1));
  const until = readDate(parts.get('UNTIL') ?? '');
  const most = Math.min(Number(parts.get('COUNT') ?? YEARS_WITHOUT_END), 100);
  if (until === null || !Number.isFinite(most)) return { every, count: most };
  let count = 0;
  while (count < 100 && (yearsLater(first, count * every) ?? Number.POSITIVE_INFINITY) <= until) count++;
  return { every, count: Math.min(count, parts.has('COUNT') ? most : count) };
}

function isWorked(event: Event, summary: string): boolean {
  const mark = event.get('X-APPLE-SPECIAL-DAY')?.value.trim().toUpperCase();
  if (mark === 'ALTERNATE-WORKDAY') return true;
  return mark === 'WORK-HOLIDAY' ? false : saysWorking(summary);
}

function collect(event: Event, days: DayCollector): boolean {
  const start = event.get('DTSTART');
  const first = start && isDay(start.value) ? readDate(start.value) : null;
  if (first === null || event.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return false;
  const last = lastDayOf(event, first);
  const rule = readRule(event.get('RRULE')?.value.trim().toUpperCase(), first);
  if (last === null || rule === null) return false;
  const summary = unescapeText(event.get('SUMMARY')?.value ?? '').trim();
  for (let i = 0; i < rule.count; i++) {
    const day = yearsLater(first, i * rule.every);
    if (day !== null) days.add(day, day + last - first, bareName(summary), isWorked(event, summary));
  }
  return true;
}

/** Whole-day events of an iCalendar file; events with a time of day are appointments and are counted as skipped. */
export function readIcsHolidays(text: string): HolidayList | HolidayRefusal {
  const days = new DayCollector();
  for (const event of readEvents(text)) if (!collect(event, days)) days.skipped++;
  return days.finish('ics');
}
