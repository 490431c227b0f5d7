import { parseDate, weekdayOf } from '../../schedule/calendar/instant.ts';
import { type Cell, cellText } from './model.ts';
import { serialToLocal } from './serial.ts';

/** Order of day, month and year in numbers such as `05/04/25`. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a cell of dates can mean: a moment for each order that makes sense; an unambiguous one has all three. */
export interface DateReading {
  /** `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:MM:SS`. */
  readonly value: Readonly<Partial<Record<DateOrder, string>>>;
  /** The order cannot matter: a spreadsheet date, a named month, a year of four digits in front. */
  readonly certain: boolean;
}

export type DateResult = DateReading | 'blank' | 'unreadable';

/** Wall-clock time of an instant (milliseconds since 1970, UTC) where the user is, `YYYY-MM-DDTHH:MM:SS`. */
export type ToLocal = (ms: number) => string;

const NOTHING = /^(?:na|#?n\/a|none|null|tbd|tba|tbc|\?+|[-–—/]+|无|無|待定|未定)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const SEPARATOR = '[\\s\\-/.,]*';
const DAY_MONTH_YEAR = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?${SEPARATOR}(${LONG})${SEPARATOR}'?(\\d{4}|\\d{2})$`,
);
const MONTH_DAY_YEAR = new RegExp(
  `^(${LONG})${SEPARATOR}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+|[-/.])'?(\\d{4}|\\d{2})$`,
);
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})${SEPARATOR}(${LONG})${SEPARATOR}(\\d{1,2})$`);

const WEEKDAY =
  /^(?:(?:mo|di|mi|do|fr|sa|so)[.,]?\s+(?=\d)|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]\s*)|\s*[(（]?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天][)）]?$/i;

const WEEKDAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CHINESE_WEEKDAYS = '日一二三四五六';
const GERMAN_WEEKDAYS = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];

/** The weekday written beside a date, 0 for Sunday; -1 if there is none. */
function writtenWeekday(text: string): number {
  const word = WEEKDAY.exec(text)?.[0].trim() ?? '';
  const chinese = CHINESE_WEEKDAYS.indexOf(word.replace(/[)）]/g, '').replace('天', '日').slice(-1));
  if (word !== '' && chinese >= 0) return chinese;
  const german = GERMAN_WEEKDAYS.indexOf(word.replace(/[.,]$/, ''));
  return german >= 0 ? german : WEEKDAY_NAMES.indexOf(word.slice(0, 3));
}

const CLOCK =
  /(?:^|[\sT])(?:(上午|下午|早上|晚上|中午|凌晨)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?\s*(z|[+-]\d{1,2}(?::?\d{2})?)?$/i;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function day(year: number, month: number, date: number): string | null {
  const text = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
  return parseDate(text) === null ? null : text;
}

/** Two digits are a year of this century; from 70 on, of the last one. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
};

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

/** Minutes of the day, or null if there is no such time. */
function clockOf(match: RegExpExecArray): { readonly time: string; readonly zone: string | null } | null {
  const [, word, hours = '', minutes = '', seconds, half, zone] = match;
  let hour = Number(hours);
  const later = half?.toLowerCase() === 'p' || word === '下午' || word === '晚上' || word === '中午';
  const twelve = half !== undefined || word !== undefined;
  if (twelve && later && hour < 12 && !(word === '中午' && hour === 11)) hour += 12;
  else if (twelve && !later && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return { time: `${pad(hour)}:${minutes}:${pad(Number(seconds ?? 0))}`, zone: zone ?? null };
}

/** `+0800` and `+08:00` are minutes east of Greenwich, `Z` is none. */
function offsetMinutes(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const [, hours = '', minutes = '0'] = /^[+-](\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return (zone[0] === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const same = (value: string | null): DateReading | null =>
  value === null ? null : { value: { ymd: value, dmy: value, mdy: value }, certain: true };

/** Forms in which the order of the parts cannot be mistaken. */
function readCertain(text: string): DateReading | null {
  const chinese = /^(?:公元|西元)?\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/.exec(text);
  const iso = chinese ?? /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  const compact = iso ?? /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return same(day(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const republic =
    /^(?:中華)?(?:民國|民国)\s*(\d{1,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日號号]?$/.exec(
      text,
    ) ??
    /^(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日號号]?$/.exec(text) ??
    /^(\d{3})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text) ??
    /^(1\d{2})(\d{2})(\d{2})$/.exec(text);
  // The Republic of China counts from 1912.
  if (republic) return same(day(Number(republic[1]) + 1911, Number(republic[2]), Number(republic[3])));
  const named = DAY_MONTH_YEAR.exec(text);
  if (named) return same(day(fullYear(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1])));
  const american = MONTH_DAY_YEAR.exec(text);
  if (american)
    return same(day(fullYear(american[3] ?? ''), monthOf(american[1] ?? ''), Number(american[2])));
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  if (yearFirst) return same(day(Number(yearFirst[1]), monthOf(yearFirst[2] ?? ''), Number(yearFirst[3])));
  return null;
}

function readNumbers(text: string): DateReading | null {
  const match = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})$/.exec(text);
  if (!match) return null;
  const [, a = '', sign, b = '', c = ''] = match;
  // Nobody writes the month first between points.
  if (sign === '.' && c.length === 4) return same(day(Number(c), Number(b), Number(a)));
  // `26.3.5`: one digit at the end is a day, so two in front are a year.
  if (c.length === 1) {
    const ymd = a.length === 2 ? day(fullYear(a), Number(b), Number(c)) : null;
    return ymd === null ? null : { value: { ymd }, certain: false };
  }
  const value: Partial<Record<DateOrder, string>> = {};
  const set = (order: DateOrder, found: string | null): void => {
    if (found !== null) value[order] = found;
  };
  set('dmy', day(fullYear(c), Number(b), Number(a)));
  if (sign !== '.') set('mdy', day(fullYear(c), Number(a), Number(b)));
  if (c.length === 2) set('ymd', day(fullYear(a.padStart(2, '0')), Number(b), Number(c)));
  return Object.keys(value).length === 0 ? null : { value, certain: false };
}

/** Milliseconds since 1970, as boards export them: 2001-09-09 to 2096. */
const isEpoch = (text: string): boolean => /^[1-3]\d{12}$/.test(text);

/** Day numbers of spreadsheets, 1954–2119: smaller and larger numbers are something else. */
const isSerial = (value: number): boolean => value >= 20_000 && value <= 80_000;

/** `Mon 3/2/26` can only be the day that is a Monday. A weekday that fits none of the readings says nothing. */
function onWeekday(reading: DateReading | null, weekday: number): DateReading | null {
  if (reading === null || reading.certain || weekday < 0) return reading;
  const fitting = DATE_ORDERS.filter((order) => {
    const found = parseDate(reading.value[order] ?? '');
    return found !== null && weekdayOf(found) === weekday;
  });
  if (fitting.length === 0) return reading;
  return {
    ...reading,
    value: Object.fromEntries(fitting.map((order) => [order, reading.value[order] ?? ''])),
  };
}

const withTime = (reading: DateReading, time: string): DateReading => ({
  ...reading,
  // Midnight is how programs write that there is no time.
  value: time.startsWith('00:00:00')
    ? reading.value
    : Object.fromEntries(Object.entries(reading.value).map(([order, date]) => [order, `${date}T${time}`])),
});

const trimTime = (at: string): string => (at.endsWith('T00:00:00') ? at.slice(0, 10) : at);

/**
 * Everything a cell can mean as a date: Excel dates and day numbers, ISO, `2026年3月5日`, `民國115年3月5日`,
 * `115/3/5`, `09/Jan/24 3:54 PM`, `Mon 3/5/26 8:00 AM`, `05.04.2025`. A time with a zone is taken to the user's.
 */
export function readDate(cell: Cell | undefined, toLocal: ToLocal): DateResult {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'object') return same(trimTime(cell.at)) ?? 'unreadable';
  if (typeof cell === 'boolean') return 'unreadable';
  const text = cellText(cell).normalize('NFKC').trim().toLowerCase();
  if (text === '' || NOTHING.test(text)) return 'blank';
  if (/^\d{5}(?:\.\d+)?$/.test(text) && isSerial(Number(text)))
    return same(trimTime(serialToLocal(Number(text)) ?? '')) ?? 'unreadable';
  if (isEpoch(text)) return same(trimTime(toLocal(Number(text)))) ?? 'unreadable';
  const clock = CLOCK.exec(text.replace(/\s*(?:gmt|utc)(?=[+-]\d{1,2}$)/, ''));
  const time = clock ? clockOf(clock) : null;
  if (clock && time === null) return 'unreadable';
  const dated = (clock ? text.slice(0, clock.index) : text).replace(/,\s*$/, '').trim();
  const date = dated.replace(WEEKDAY, '').trim();
  const reading = readCertain(date) ?? onWeekday(readNumbers(date), writtenWeekday(dated));
  if (reading === null) return 'unreadable';
  if (time === null) return reading;
  if (time.zone === null || !reading.certain) return withTime(reading, time.time);
  const utc = Date.parse(`${reading.value.ymd}T${time.time}Z`) - offsetMinutes(time.zone) * 60_000;
  return same(trimTime(toLocal(utc))) ?? 'unreadable';
}

export type DecidedBy = 'form' | 'values' | 'otherColumn' | 'user';

/** How the dates of one column are read. */
export interface DateColumn {
  readonly column: number;
  /** Null: several orders are possible and the user has to say which. */
  readonly order: DateOrder | null;
  readonly decidedBy: DecidedBy | null;
  /** Orders that read as many cells as possible. */
  readonly possible: readonly DateOrder[];
  /** Cells that mean another day in another possible order. */
  readonly ambiguous: number;
  readonly unreadable: number;
}

interface Tally {
  readonly column: number;
  readonly possible: readonly DateOrder[];
  readonly ambiguous: number;
  readonly certain: boolean;
  readonly unreadable: number;
}

function tally(column: number, readings: readonly DateResult[]): Tally {
  const dates = readings.filter((reading) => typeof reading === 'object');
  const open = dates.filter((reading) => !reading.certain);
  const fits = DATE_ORDERS.map((order) => open.filter(({ value }) => value[order] !== undefined).length);
  const most = Math.max(...fits);
  const possible = DATE_ORDERS.filter((_, i) => fits[i] === most);
  const differs = ({ value }: DateReading): boolean =>
    new Set(possible.flatMap((order) => value[order] ?? [])).size > 1;
  return {
    column,
    possible,
    ambiguous: open.filter(differs).length,
    certain: open.length === 0,
    unreadable: readings.filter((reading) => reading === 'unreadable').length,
  };
}

function decide(own: Tally, chosen: ReadonlyMap<number, DateOrder>, others: readonly Tally[]): DateColumn {
  const { certain, ...rest } = own;
  const settled = (order: DateOrder, decidedBy: DecidedBy): DateColumn => ({ ...rest, order, decidedBy });
  const said = chosen.get(own.column);
  if (said !== undefined) return settled(said, 'user');
  const [first = 'ymd'] = own.possible;
  if (certain) return settled(first, 'form');
  if (own.possible.length === 1 || own.ambiguous === 0) return settled(first, 'values');
  // One file is written in one way: a column that is decided speaks for the others.
  const known = new Set([
    ...chosen.values(),
    ...others.flatMap(({ possible, certain: any }) => (any || possible.length > 1 ? [] : possible)),
  ]);
  const [order] = known;
  return known.size === 1 && order !== undefined && own.possible.includes(order)
    ? settled(order, 'otherColumn')
    : { ...rest, order: null, decidedBy: null };
}

/**
 * Decides for each column in which order its dates are written: `05/04/25` alone leaves it open, a single
 * `5/13/25` settles it for the whole file.
 * @param chosen what the user said, by column
 */
export function decideDates(
  columns: ReadonlyMap<number, readonly DateResult[]>,
  chosen: ReadonlyMap<number, DateOrder>,
): DateColumn[] {
  const tallies = [...columns].map(([column, readings]) => tally(column, readings));
  return tallies.map((own) => decide(own, chosen, tallies));
}
