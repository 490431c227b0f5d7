import type { Format } from '#renderer/i18n/format.ts';

/** Tenths of a minute as hours, at most one digit after the point: `7.5`. */
export function hoursText(format: Format, tenths: number): string {
  const hours = Math.round(tenths / 60) / 10;
  return format.number(hours, Number.isInteger(hours) ? 0 : 1);
}

/** Hours as typed, to tenths of a minute; null if it is no amount. */
export function parseHours(text: string): number | null {
  const match = /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:h|hr|hours?|小时|小時|工时|工時)?$/i.exec(
    text.normalize('NFKC').trim(),
  );
  return match ? Math.round(Number((match[1] ?? '').replace(',', '.')) * 600) : null;
}

/** Units as typed, `50`, `50%`: 1 = 100 %; null if it is no amount. */
export function parseUnits(text: string): number | null {
  const match = /^(\d{1,6}(?:[.,]\d{1,2})?)\s*%?$/.exec(text.normalize('NFKC').trim());
  return match ? Number((match[1] ?? '').replace(',', '.')) / 100 : null;
}
