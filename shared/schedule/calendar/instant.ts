/**
 * Local wall-clock time as integers. An instant is the number of tenths of a minute (6 s, the resolution of
 * Microsoft Project) since 1970-01-01T00:00 on the wall clock of the site. There is no time zone anywhere:
 * a plan that says 08:00 means 08:00 on the site, also across daylight saving and on another laptop.
 */
export type Instant = number;
/** Days since 1970-01-01 (a Thursday). */
export type EpochDay = number;

export const TENTHS_PER_MINUTE = 10;
export const TENTHS_PER_HOUR = 600;
export const TENTHS_PER_DAY = 14_400;

const DAYS_PER_ERA = 146_097;

/** Proleptic Gregorian date to epoch day. `month` 1–12; the day may overflow its month. */
export function civilToDay(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Inverse of {@link civilToDay}. */
export function dayToCivil(epochDay: EpochDay): CivilDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return (
    civilToDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - civilToDay(year, month, 1)
  );
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day an instant lies on. 24:00 of a day is 00:00 of the next. */
export function dayOf(instant: Instant): EpochDay {
  return Math.floor(instant / TENTHS_PER_DAY);
}

/** Tenths of a minute since midnight, 0–14 399. */
export function timeOf(instant: Instant): number {
  return instant - dayOf(instant) * TENTHS_PER_DAY;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const LOCAL = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?$/;

/** `YYYY-MM-DD` to epoch day; null if it is no date that exists. */
export function parseDate(text: string): EpochDay | null {
  const parts = DATE.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return civilToDay(year, month, day);
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Epoch day to `YYYY-MM-DD` (years 0–9999). */
export function formatDate(day: EpochDay): string {
  const date = dayToCivil(day);
  return `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}`;
}

/**
 * `YYYY-MM-DD[THH:MM[:SS]]` to an instant, seconds rounded to a tenth of a minute; `24:00` is accepted as the
 * end of the day. null if it is not of this form or does not exist. A zone suffix is not accepted here.
 */
export function parseLocal(text: string): Instant | null {
  const parts = LOCAL.exec(text);
  if (!parts) return null;
  const day = parseDate(parts[1] ?? '');
  const hour = Number(parts[2] ?? 0);
  const minute = Number(parts[3] ?? 0);
  const second = Number(parts[4] ?? 0);
  if (day === null || hour > 24 || minute > 59 || second > 59) return null;
  if (hour === 24 && (minute > 0 || second > 0)) return null;
  return day * TENTHS_PER_DAY + hour * TENTHS_PER_HOUR + minute * TENTHS_PER_MINUTE + Math.round(second / 6);
}

/** Instant to `YYYY-MM-DDTHH:MM:SS`. */
export function formatLocal(instant: Instant): string {
  const time = timeOf(instant);
  const hours = Math.floor(time / TENTHS_PER_HOUR);
  const minutes = Math.floor(time / TENTHS_PER_MINUTE) % 60;
  return `${formatDate(dayOf(instant))}T${pad(hours)}:${pad(minutes)}:${pad((time % TENTHS_PER_MINUTE) * 6)}`;
}
