import { civilToDay, type EpochDay, formatDate, parseDate, weekdayOf } from '../calendar/instant.ts';
import type { SpecialDay } from './apply.ts';

/** What was read from a list of holidays. */
export interface HolidayList {
  readonly ok: true;
  readonly format: 'ics' | 'csv' | 'json';
  /** In order of date, each date once; where a list names a date twice the later entry counts. */
  readonly days: readonly SpecialDay[];
  /** Entries that are no whole days, have no date that exists, or repeat in a way not understood. */
  readonly skipped: number;
}

export interface HolidayRefusal {
  readonly ok: false;
  readonly code: 'TOO_LARGE' | 'NOT_A_LIST' | 'NO_DATES' | 'TOO_MANY_DAYS';
}

export const MAX_CHARACTERS = 4_000_000;
export const MAX_DAYS = 20_000;
/** A single entry longer than this is a school year or a mistake, not a holiday. */
export const MAX_SPAN_DAYS = 62;

/** Words that say a day is worked: 补班 上班 补行上班 調整上班, "(班)", and the English of such lists. */
const WORKED = /补班|補班|上班|班\)|班）|^班$|make-?up (?:work)?day|working day|workday/i;
export const saysWorking = (text: string): boolean => WORKED.test(text);

/** Name without the mark of a day off or worked: "元旦(休)" is 元旦. */
export const bareName = (text: string): string => text.replace(/\s*[(（](?:休|班)[)）]\s*$/, '').trim();

const DATES: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: .*)?$/,
  /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/** A date that says its year first; others cannot be told apart and are not guessed. null: not of this form. */
export function readDate(text: string): EpochDay | null {
  for (const form of DATES) {
    const parts = form.exec(text.trim());
    if (!parts) continue;
    const [, year = '', month = '', day = ''] = parts;
    return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  return null;
}

export const isWeekend = (day: EpochDay): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** Collects days; the caller counts what it could not read. */
export class DayCollector {
  readonly #days = new Map<EpochDay, SpecialDay>();
  skipped = 0;

  /** Both ends included. */
  add(first: EpochDay, last: EpochDay, name: string, working: boolean): void {
    if (last < first || last - first >= MAX_SPAN_DAYS) {
      this.skipped++;
      return;
    }
    for (let day = first; day <= last; day++) this.#days.set(day, { date: formatDate(day), name, working });
  }

  finish(format: HolidayList['format']): HolidayList | HolidayRefusal {
    if (this.#days.size === 0) return { ok: false, code: 'NO_DATES' };
    if (this.#days.size > MAX_DAYS) return { ok: false, code: 'TOO_MANY_DAYS' };
    const days = [...this.#days].sort(([a], [b]) => a - b).map(([, day]) => day);
    return { ok: true, format, days, skipped: this.skipped };
  }
}

/** The same date `years` later; null for a 29 February that does not exist then. */
export function yearsLater(day: EpochDay, years: number): EpochDay | null {
  const [year = 0, month = 0, date = 0] = formatDate(day).split('-').map(Number);
  const text = `${String(year + years).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return parseDate(text) === null ? null : civilToDay(year + years, month, date);
}
