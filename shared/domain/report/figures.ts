/** The one way a report writes numbers and days; the PDF, the preview and the e-mail all come through here. */
import { addDays, daysBetween } from '../deadline/dates.ts';

/** Minus sign proper, so that it lines up with plus. */
const MINUS = '−';
export const NONE = '—';

/** `44.0%`; "—" for null. */
export function percentText(value: number | null): string {
  return value === null ? NONE : `${value.toFixed(1)}%`;
}

/**
 * `+10.2%`, `−12.0%`, `0.0%`; "—" for null.
 * @param limit where rounding would show the limit itself although the value lies beyond it (W1), one digit more tells
 */
export function deviationText(value: number | null, limit?: number): string {
  if (value === null) return NONE;
  const size = Math.abs(value);
  const hidden = limit !== undefined && size > limit + 1e-9 && Number(size.toFixed(1)) <= limit;
  const rounded = size.toFixed(hidden ? 2 : 1);
  const sign = Number(rounded) === 0 ? '' : value < 0 ? MINUS : '+';
  return `${sign}${rounded}%`;
}

/** `+3`, `−2`, `0`; "—" for null. */
export function daysText(days: number | null): string {
  if (days === null) return NONE;
  return days === 0 ? '0' : `${days < 0 ? MINUS : '+'}${Math.abs(days)}`;
}

export function dayText(date: string | null): string {
  return date ?? NONE;
}

/** `2026-11-16 – 2026-11-22`. */
export function periodText(period: { readonly from: string; readonly to: string }): string {
  return `${period.from} – ${period.to}`;
}

/** The period of the same length right after; a whole month is followed by the whole next month. */
export function nextPeriod(period: { readonly from: string; readonly to: string }): {
  from: string;
  to: string;
} {
  const from = addDays(period.to, 1);
  const wholeMonth =
    period.from.endsWith('-01') && from.endsWith('-01') && period.from.slice(0, 7) === period.to.slice(0, 7);
  if (!wholeMonth) return { from, to: addDays(period.to, daysBetween(period.from, period.to) + 1) };
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}
