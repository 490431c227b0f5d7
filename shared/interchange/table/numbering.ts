/** Outlines that are said by the way rows are numbered: 一, 1, 2, 二, 1 … or 壹, 一, (一), 1, (1). */
import { type Cell, cellText } from './model.ts';
import { clean } from './values.ts';

const HAN = '一二三四五六七八九十百';
/** Each way of numbering, told by the number without what stands behind it. */
const STYLES: readonly (readonly [string, RegExp])[] = [
  ['formal', /^[壹贰貳叁參肆伍陆陸柒捌玖拾]+$/],
  ['chapter', new RegExp(`^第[${HAN}\\d]+[章节節部篇期阶階]?[分段]?$`)],
  ['han', new RegExp(`^[${HAN}]+$`)],
  ['hanBracket', new RegExp(`^\\(?[${HAN}]+\\)$`)],
  ['circle', /^[①-⑳]$/],
  ['bracket', /^\(?\d{1,3}\)$/],
  ['roman', /^(?:I{1,3}|IV|VI{0,3}|IX|X{1,2}I{0,3})$/],
  ['capital', /^[A-Z]$/],
  ['small', /^[a-z]$/],
];

/** How a number is written: `han` for 三, `digits1` for 3, `digits2` for 3.1; null for what is no number. */
export function numberStyle(cell: Cell): string | null {
  const raw = cellText(cell).trim();
  // NFKC would make 1 of ①.
  const text = (/^[①-⑳]$/.test(raw) ? raw : clean(cell)).replace(/[、.,:]$/, '');
  if (/^\d{1,4}(?:\.\d{1,3})*$/.test(text)) return `digits${text.split('.').length}`;
  return STYLES.find(([, form]) => form.test(text))?.[0] ?? null;
}

const IN_NAME = new RegExp(
  `^(?:([壹贰貳叁參肆伍陆陸柒捌玖拾]+|[${HAN}]+|[A-Z]|[IVX]+|\\d{1,3}(?:\\.\\d{1,3})*)[、.．]\\s*|([（(](?:[${HAN}]+|\\d{1,3})[）)])\\s*|(第[${HAN}\\d]+(?:章|节|節|部分|阶段|階段|篇|期))\\s*|(\\d{1,3}(?:\\.\\d{1,3})+)\\s+)(?=\\S)`,
);

/** The number a name begins with: 一 of `一、基础工程`. */
function styleInName(name: string): string | null {
  const match = IN_NAME.exec(name.trim());
  const number = match?.slice(1).find((part) => part !== undefined);
  return number === undefined ? null : numberStyle(number);
}

/**
 * Depth of each row by the first appearance of its way of numbering below the one before. Rows without a number
 * lie in the numbered row above them.
 */
function depthsOf(styles: readonly (string | null)[]): number[] {
  let open: string[] = [];
  return styles.map((style) => {
    if (style === null) return open.length;
    const at = open.indexOf(style);
    open = at < 0 ? [...open, style] : open.slice(0, at + 1);
    return open.length - 1;
  });
}

const isDigits = (style: string | null): boolean => style === null || style.startsWith('digits');

export interface NumberedRow {
  readonly name: string;
  readonly wbs: Cell;
  readonly id: Cell;
}

/**
 * Depths of rows whose numbering says an outline; null where it says none. Digits alone do not: `1.2` is an outline
 * number, and 1, 2, 3 only count.
 */
export function numberedDepths(rows: readonly NumberedRow[]): number[] | null {
  const columns = [
    rows.map(({ wbs }) => numberStyle(wbs)),
    rows.map(({ id }) => numberStyle(id)),
    rows.map(({ name }) => styleInName(name)),
  ];
  for (const styles of columns) {
    const first = styles[0] ?? null;
    if (first === null || isDigits(first) || styles.every((style) => style === first)) continue;
    const outer = styles.filter((style) => style === first).length;
    // A list of which one row happens to begin with a numeral is no outline.
    if (outer < 2 && styles.filter((style) => style !== null).length < rows.length * 0.5) continue;
    return depthsOf(styles);
  }
  return null;
}
