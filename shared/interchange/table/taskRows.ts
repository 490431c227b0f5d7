/** Which rows of a table are tasks. What is none is said, not dropped in silence. */
import { namesField } from './fields.ts';
import type { Mapping } from './guess.ts';
import { type Cell, cellText, isBlank, type Sheet, type TableField, type TableRow } from './model.ts';

/** Why a row is no task; texts are `tableImport:ignored.<kind>`. */
export const IGNORED_KINDS = ['total', 'footnote', 'otherTable'] as const;
export type IgnoredKind = (typeof IGNORED_KINDS)[number];

export interface IgnoredRow {
  readonly row: number;
  readonly kind: IgnoredKind;
  /** What the row begins with. */
  readonly text: string;
}

export interface SortedRows {
  readonly rows: readonly TableRow[];
  readonly ignored: readonly IgnoredRow[];
  /** Title of the part each row lies in, where the titles of columns are repeated below each; by row number. */
  readonly parts: ReadonlyMap<number, string>;
}

const TOTAL =
  /^(?:合\s*计|合\s*計|总\s*计|總\s*計|小\s*计|小\s*計|共\s*计|共\s*計|本页合计|本頁合計|total|sub-?total|grand total|sum)\s*[:：]?$/i;
const FOOTNOTE = /^(?:[*※]|(?:备注|備註|附註|注|註|说明|說明|note|notes|remark|remarks)\s*\d*\s*[:：])/i;
/** A line such as `|---|:--:|` below titles, and rules of dashes. */
const RULE = /^:?[-—–=_]{2,}:?$/;

const PAGE = /^(?:page\b|p\.\s*\d|第?\s*\d+\s*[页頁]|-?\s*\d+\s*\/\s*\d+)/i;

const texts = (row: TableRow): string[] => row.cells.map((cell) => cellText(cell).trim());
const filled = (row: TableRow): string[] => texts(row).filter((text) => text !== '');
const keyOf = (row: TableRow | undefined): string => (row ? texts(row).join('\u0000') : '');

/** A row of other titles below a gap: another table begins there. */
function beginsOther(row: TableRow, before: TableRow | undefined, header: ReadonlySet<string>): boolean {
  if (!before || row.number - before.number < 2) return false;
  const cells = filled(row);
  const named = cells.filter((text) => namesField(text)).length;
  return (
    cells.length >= 3 &&
    named >= 2 &&
    new Set(cells).size === cells.length &&
    cells.every((text) => !/^[\d\s.,:/%+-]+$/.test(text)) &&
    cells.filter((text) => header.has(text)).length < cells.length
  );
}

function kindOf(row: TableRow, name: Cell): IgnoredKind | null {
  const cells = filled(row);
  const [first = ''] = cells;
  // The word stands where the name or the number would be, and no name follows it.
  if (TOTAL.test(cellText(name).trim()) || (isBlank(name) && TOTAL.test(first))) return 'total';
  return cells.length <= 2 && FOOTNOTE.test(first) ? 'footnote' : null;
}

/** Sorts the rows below the titles. Titles that a program repeats on each page, and rules, are nothing. */
export function sortRows(sheet: Sheet, headerRow: number, mapping: Mapping): SortedRows {
  const nameColumn = mapping.name ?? -1;
  const header = sheet.rows[headerRow];
  const headerKey = keyOf(header);
  const titles = new Set(header ? filled(header) : []);
  const all = sheet.rows.slice(headerRow + 1);
  const repeated = headerRow >= 0 && all.some((row) => keyOf(row) === headerKey);
  const isPart = (row: TableRow | undefined, next: TableRow | undefined): boolean =>
    repeated && row !== undefined && keyOf(next) === headerKey && filled(row).length === 1;
  const rows: TableRow[] = [];
  const ignored: IgnoredRow[] = [];
  const parts = new Map<number, string>();
  const above = sheet.rows[headerRow - 1];
  const first = above && isPart(above, header) ? (filled(above)[0] ?? '') : '';
  let part = PAGE.test(first) ? '' : first;
  for (const [index, row] of all.entries()) {
    const cells = filled(row);
    if (headerRow >= 0 && keyOf(row) === headerKey) continue;
    if (cells.every((text) => RULE.test(text))) continue;
    if (isPart(row, all[index + 1])) {
      if (!PAGE.test(cells[0] ?? '')) part = cells[0] ?? '';
      continue;
    }
    if (headerRow >= 0 && beginsOther(row, all[index - 1], titles)) {
      ignored.push({ row: row.number, kind: 'otherTable', text: cells.join(' ') });
      break;
    }
    const kind = kindOf(row, row.cells[nameColumn] ?? null);
    if (kind !== null) ignored.push({ row: row.number, kind, text: cells[0] ?? '' });
    else {
      rows.push(row);
      if (part !== '') parts.set(row.number, part);
    }
  }
  return { rows, ignored, parts };
}

/** Columns under the very same title as that of a field: Jira writes one for every link. */
export function alikeColumns(sheet: Sheet, headerRow: number, mapping: Mapping, field: TableField): number[] {
  const column = mapping[field];
  const header = sheet.rows[headerRow];
  if (column === undefined || !header) return [];
  const title = cellText(header.cells[column]).trim();
  return header.cells.flatMap((cell, at) =>
    at !== column && title !== '' && cellText(cell).trim() === title ? [at] : [],
  );
}

/**
 * The column in which the parents are named, if neither the ids nor the names of the list are what they say: Jira
 * names them by a second id.
 */
export function parentKeys(
  rows: readonly TableRow[],
  mapping: Mapping,
  width: number,
): readonly Cell[] | null {
  const { parent } = mapping;
  if (parent === undefined) return null;
  const wanted = new Set(
    rows.map((row) => cellText(row.cells[parent]).trim()).filter((text) => text !== '' && text !== '0'),
  );
  if (wanted.size === 0) return null;
  const found = (column: number): number => {
    const own = new Set(rows.map((row) => cellText(row.cells[column]).trim()));
    return [...wanted].filter((text) => own.has(text)).length;
  };
  const known = Math.max(...[mapping.id, mapping.name].map((at) => (at === undefined ? 0 : found(at))));
  if (known > 0) return null;
  for (let column = 0; column < width; column++)
    if (column !== parent && found(column) === wanted.size)
      return rows.map((row) => row.cells[column] ?? null);
  return null;
}

/** Phases of the rows. A joined cell, and a phase that is written once above its tasks, reach down to the next one. */
export function groupCells(sheet: Sheet, rows: readonly TableRow[], mapping: Mapping): readonly Cell[] {
  const column = mapping.group;
  if (column === undefined) return rows.map(() => null);
  const own = rows.map((row): Cell => row.cells[column] ?? null);
  const written = own.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  const once = written.length > 1 && new Set(written).size === written.length && written.length < rows.length;
  const reachesDown = once && !isBlank(own[0]);
  const joins = sheet.merges
    .filter(({ left, right }) => column >= left && column <= right)
    .toSorted((a, b) => a.top - b.top);
  let next = 0;
  let joinedTo = 0;
  let last: Cell = null;
  return own.map((cell, index) => {
    const number = rows[index]?.number ?? 0;
    for (let join = joins[next]; join && join.top < number; join = joins[next]) {
      joinedTo = Math.max(joinedTo, join.bottom);
      next += 1;
    }
    if (!isBlank(cell)) last = cell;
    return reachesDown || number <= joinedTo ? last : cell;
  });
}
