import { formatLocal } from '../../schedule/calendar/instant.ts';

/** Days from 1899-12-30 to 1970-01-01: serial 25569 is the first day of Unix time. */
const UNIX_SERIAL = 25_569;
const DAYS_1904 = 1462;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
const TENTHS_PER_DAY = 14_400;

/**
 * The wall-clock time of a spreadsheet's day number, to the minute; null outside 1900–9999.
 * @param from1904 the workbook counts from 1904, as old Macs did
 */
export function serialToLocal(serial: number, from1904 = false): string | null {
  const days = serial + (from1904 ? DAYS_1904 : 0);
  if (!(days >= 1 && days < LAST_SERIAL + 1)) return null;
  // Lotus took 1900 for a leap year and Excel kept that: before March 1900 the numbers are one short.
  const real = days < 61 && !from1904 ? days + 1 : days;
  const tenths = Math.round(((real - UNIX_SERIAL) * TENTHS_PER_DAY) / 10) * 10;
  return formatLocal(tenths);
}

const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];

export type FormatKind = 'general' | 'date' | 'percent';

/** What a number format makes of a number. Formats of a time alone keep it a number. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'general';
  }
  const plain = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (plain.includes('%')) return 'percent';
  if (/general/i.test(plain)) return 'general';
  // A day or a year; `m` alone could be minutes, `e` is the year of an era.
  return /[dyge]/i.test(plain) && !/[0#?]/.test(plain) ? 'date' : 'general';
}
