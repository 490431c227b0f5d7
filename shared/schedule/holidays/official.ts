import { formatDate, parseDate } from '../calendar/instant.ts';
import { CN_HOLIDAYS } from './cn.ts';
import { HK_HOLIDAYS } from './hk.ts';
import type { HolidayName } from './names.ts';
import { TW_HOLIDAYS } from './tw.ts';

export const HOLIDAY_REGIONS = ['CN', 'TW', 'HK'] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];

/**
 * One year as published: days off per holiday, and days that are worked instead (调休). Days are `MMDD` or, over
 * several days of one month or across its end, `MMDD-MMDD`.
 */
export interface OfficialYear {
  readonly off: Readonly<Partial<Record<HolidayName, string>>>;
  readonly work: Readonly<Partial<Record<HolidayName, string>>>;
}
export type OfficialYears = Readonly<Record<number, OfficialYear>>;

export interface OfficialDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly holiday: HolidayName;
  /** true: a day that is worked although it lies at a weekend; false: a day off. */
  readonly working: boolean;
}

export type HolidayYear =
  | { readonly ok: true; readonly days: readonly OfficialDay[] }
  /** Nothing published is known for the year: say so, and offer to import a list. */
  | {
      readonly ok: false;
      readonly code: 'NO_OFFICIAL_DATA';
      readonly region: HolidayRegion;
      readonly year: number;
      /** Years there are data for, in order. */
      readonly known: readonly number[];
    };

const REGIONS: Readonly<Record<HolidayRegion, OfficialYears>> = {
  CN: CN_HOLIDAYS,
  TW: TW_HOLIDAYS,
  HK: HK_HOLIDAYS,
};

const toDay = (year: number, text: string) =>
  parseDate(`${String(year).padStart(4, '0')}-${text.slice(0, 2)}-${text.slice(2, 4)}`);

function expand(year: number, holiday: HolidayName, text: string, working: boolean): OfficialDay[] {
  return text.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    const first = toDay(year, from);
    const last = toDay(year, to);
    if (first === null || last === null) return [];
    return Array.from({ length: last - first + 1 }, (_, i) => ({
      date: formatDate(first + i),
      holiday,
      working,
    }));
  });
}

/** Years with official data. China from 2004, Taiwan and Hong Kong from 2024. */
export function holidayYears(region: HolidayRegion): number[] {
  return Object.keys(REGIONS[region]).map(Number);
}

/** The days off and make-up workdays of a region and year, in order of date; or that there are no official data. */
export function holidayCalendar(region: HolidayRegion, year: number): HolidayYear {
  const found = REGIONS[region][year];
  if (!found) return { ok: false, code: 'NO_OFFICIAL_DATA', region, year, known: holidayYears(region) };
  const of = (list: OfficialYear['off'], working: boolean) =>
    Object.entries(list).flatMap(([holiday, text]) => expand(year, holiday as HolidayName, text, working));
  const days = [...of(found.off, false), ...of(found.work, true)];
  return { ok: true, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}
