/** Result of reading what a user typed. */
export type DateInput =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly code: 'UNREADABLE' | 'NO_SUCH_DATE' };

const DAY_MS = 86_400_000;

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `YYYY-MM-DD` if the calendar has that day (years 1000–9999), else null. */
function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1000 && year <= 9999 ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

function fromMs(ms: number): string | null {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return null;
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function toMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function result(value: string | null): DateInput {
  return value === null ? { ok: false, code: 'NO_SUCH_DATE' } : { ok: true, value };
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  t: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
};

const UNITS: Readonly<Record<string, 'd' | 'w' | 'm' | 'y'>> = {
  d: 'd',
  day: 'd',
  days: 'd',
  天: 'd',
  日: 'd',
  w: 'w',
  week: 'w',
  weeks: 'w',
  周: 'w',
  週: 'w',
  星期: 'w',
  m: 'm',
  month: 'm',
  months: 'm',
  月: 'm',
  个月: 'm',
  個月: 'm',
  y: 'y',
  year: 'y',
  years: 'y',
  年: 'y',
};

/** Moves by months or years and stays inside the target month: 31 January + 1 month is 28 or 29 February. */
function addMonths(today: string, months: number): string | null {
  const date = new Date(toMs(today));
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return calendarDate(year, month, Math.min(date.getUTCDate(), last));
}

function readOffset(text: string, today: string): DateInput | null {
  const match = /^([+-])(\d{1,5})([a-z\u4e00-\u9fff]*)$/.exec(text);
  if (!match) return null;
  const unit = UNITS[match[3] === '' ? 'd' : (match[3] ?? '')];
  if (!unit) return { ok: false, code: 'UNREADABLE' };
  const amount = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  if (unit === 'm' || unit === 'y') return result(addMonths(today, unit === 'm' ? amount : amount * 12));
  return result(fromMs(toMs(today) + amount * (unit === 'w' ? 7 : 1) * DAY_MS));
}

const CHINESE_WEEKDAYS = '一二三四五六日';
const ENGLISH_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ENGLISH_FULL = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thur|thurs)$/;

function weekdayIndex(word: string): number {
  if (word === '天') return 6;
  const chinese = CHINESE_WEEKDAYS.indexOf(word);
  if (word.length === 1 && chinese >= 0) return chinese;
  const short = word.slice(0, 3);
  return word.length === 3 || ENGLISH_FULL.test(word) ? ENGLISH_WEEKDAYS.indexOf(short) : -1;
}

/**
 * A bare weekday is the next one, today included. 本/这/this is the one in the current week (Monday first),
 * 下/next the one in the week after, 上/last the one in the week before.
 */
function readWeekday(text: string, today: string): DateInput | null {
  const match =
    /^(本|这|這|下|上)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])$/.exec(text) ??
    /^(this|next|last)?([a-z]{3,9})$/.exec(text);
  if (!match) return null;
  const wanted = weekdayIndex(match[2] ?? '');
  if (wanted < 0) return null;
  const now = (new Date(toMs(today)).getUTCDay() + 6) % 7;
  const week = { 下: 7, next: 7, 上: -7, last: -7, 本: 0, 这: 0, 這: 0, this: 0 }[match[1] ?? ''];
  const days = week === undefined ? (wanted - now + 7) % 7 : wanted - now + week;
  return result(fromMs(toMs(today) + days * DAY_MS));
}

/**
 * A day without a year is the one nearest to today: in November, 1/5 is the coming January
 * and 10/28 the last October. Half a year decides.
 */
function nearestYear(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  let best: string | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of [year, year + 1, year - 1]) {
    const date = calendarDate(candidate, month, day);
    if (date === null) continue;
    const gap = Math.abs(toMs(date) - toMs(today));
    if (gap < distance) [best, distance] = [date, gap];
  }
  return best;
}

/** A weekday after a date is what our own fields show; it is decoration and may be wrong after an edit. */
const TRAILING_WEEKDAY = /(?<=\d|日|号|號)(?:(?:周|週|星期)[一二三四五六日天]|mon|tue|wed|thu|fri|sat|sun)$/;

function readAbsolute(typed: string, today: string): DateInput | null {
  const text = typed.replace(TRAILING_WEEKDAY, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const full = compact ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?$/.exec(text);
  if (full) return result(calendarDate(Number(full[1]), Number(full[2]), Number(full[3])));
  const short = /^(\d{1,2})[-/.月](\d{1,2})[日号號]?$/.exec(text);
  if (short) return result(nearestYear(Number(short[1]), Number(short[2]), today));
  const dayOnly = /^(\d{1,2})[日号號]$/.exec(text);
  if (dayOnly)
    return result(calendarDate(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(dayOnly[1])));
  return null;
}

/**
 * Reads a calendar date as people type it, in the three languages at once:
 * `今天`, `tomorrow`, `+3d`, `+2周`, `周五`, `next fri`, `11/28`, `11月28日`, `20261128`, `2026-11-28`.
 * Month stands before day, as in China and Taiwan. Full-width digits and signs are accepted.
 *
 * @param text what was typed; blank reads as "no date"
 * @param today the user's current calendar day, `YYYY-MM-DD`
 */
export function parseDateInput(text: string, today: string): DateInput {
  const clean = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (clean === '') return { ok: true, value: null };
  const days = Object.hasOwn(RELATIVE_DAYS, clean) ? RELATIVE_DAYS[clean] : undefined;
  if (days !== undefined) return result(fromMs(toMs(today) + days * DAY_MS));
  return (
    readOffset(clean, today) ??
    readWeekday(clean, today) ??
    readAbsolute(clean, today) ?? { ok: false, code: 'UNREADABLE' }
  );
}
