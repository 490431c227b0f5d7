/** Start and finish in one cell: `2026.1.5-2026.1.20`, `5 Jan 2026 → 9 Jan 2026`, `1月5日至1月20日`. */
import type { Cell } from './model.ts';

const BETWEEN = /\s*(?:→|⇒|~|～|〜|至|到|—|–|--+)\s*|\s+(?:to|until|bis|-)\s+/;
/** A bare hyphen parts two dates only where it stands in none of them. */
const HYPHEN = /^([^-]*\d[^-]*)-([^-]*\d[^-]*)$/;
const DATE_LIKE = /\d{1,4}\s*[./年月-]\s*\d{1,2}|\d{1,2}\s*[\p{L}]{3,}|[\p{L}]{3,}\.?\s*\d{1,2}/u;

const YEAR = /^(?:(?:民國|民国|公元|西元)\s*)?\d{2,4}\s*[年./]\s*(?=\d{1,2}\s*[月./]\s*\d{1,2})/;
const MONTH_DAY = /^\d{1,2}\s*[月./]\s*\d{1,2}\s*[日号號]?$/;

export interface DateRange {
  readonly start: string;
  readonly finish: string;
}

/** Both ends as they are written, null for what is no range. A year that only the first end has is that of both. */
export function splitRange(cell: Cell | undefined): DateRange | null {
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFKC').trim();
  const parts = text.split(BETWEEN);
  const [first = '', last = '', ...rest] = parts.length > 1 ? parts : (HYPHEN.exec(text)?.slice(1) ?? []);
  const start = first.trim();
  const finish = last.trim();
  if (rest.length > 0 || !DATE_LIKE.test(start) || !DATE_LIKE.test(finish)) return null;
  const year = YEAR.exec(start)?.[0] ?? '';
  return { start, finish: year !== '' && MONTH_DAY.test(finish) ? year + finish : finish };
}

/** The end of a range that a column of ranges means for this field; every other cell stays as it is. */
export const endOf = (cell: Cell, field: 'start' | 'finish'): Cell => splitRange(cell)?.[field] ?? cell;
