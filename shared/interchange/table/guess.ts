/** Guesses which column is which: by its title, checked against what the column holds. */
import { STANDARD_UNITS } from '../../domain/plan/duration.ts';
import { endOf, splitRange } from './dateRange.ts';
import { readDate } from './dates.ts';
import { readTableDuration } from './durations.ts';
import { namesState, titleScore } from './fields.ts';
import { dataRows, findHeader, type Header, titlesOf } from './header.ts';
import { type Cell, cellText, FIELDS, isBlank, type Sheet, type Table, type TableField } from './model.ts';
import { numberStyle } from './numbering.ts';
import { sortRows } from './taskRows.ts';
import { clean, holdsStates, isPercent, readMoney, readYesNo } from './values.ts';

/** Column of each field that has one, from 0. */
export type Mapping = Readonly<Partial<Record<TableField, number>>>;

const SAMPLE = 300;
const noZone = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

interface Column {
  readonly index: number;
  readonly title: string;
  readonly cells: readonly Cell[];
}

const isRange = (cell: Cell): boolean => splitRange(cell) !== null;
const isDate = (cell: Cell): boolean => typeof readDate(endOf(cell, 'start'), noZone) === 'object';
const isTextual = (cell: Cell): boolean =>
  typeof cell === 'string' && /\p{L}/u.test(cell) && !isDate(cell) && !isDuration(cell, true);
const isInteger = (cell: Cell): boolean => /^\d{1,9}$/.test(clean(cell));

/** A number alone is a duration only by the title of its column. */
function isDuration(cell: Cell, needsUnit = false): boolean {
  const text = clean(cell);
  return readTableDuration(text, '', STANDARD_UNITS) !== null && !(needsUnit && /^[\d.]+$/.test(text));
}

const WBS = /^\d+(?:\.\d+)*\.?$/;
const isWbs = (cell: Cell): boolean => WBS.test(cellText(cell).trim()) || numberStyle(cell) !== null;
const isDotted = (cell: Cell): boolean => /^\d+(?:\.\d+)+\.?$/.test(cellText(cell).trim());
const isLevel = (cell: Cell): boolean => isInteger(cell) && Number(clean(cell)) <= 20;

const share = (cells: readonly Cell[], test: (cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

const numeric = (cell: Cell): boolean => typeof cell === 'number' || /\d/.test(cellText(cell));

/** What a column of a field must hold; a title alone does not make a column of dates. */
const HOLDS: Partial<Record<TableField, (cells: readonly Cell[]) => boolean>> = {
  name: (cells) => share(cells, (cell) => typeof cell === 'string' && !isDate(cell)) > 0.5,
  wbs: (cells) => share(cells, isWbs) > 0.7,
  level: (cells) => share(cells, isLevel) > 0.9,
  start: (cells) => share(cells, isDate) > 0.5,
  finish: (cells) => share(cells, isDate) > 0.5,
  duration: (cells) => share(cells, (cell) => isDuration(cell)) > 0.5 && !areSeconds(cells),
  percent: (cells) => share(cells, isPercent) > 0.6,
  milestone: (cells) => share(cells, (cell) => 'value' in readYesNo(cell)) > 0.9,
  cost: (cells) => share(cells, (cell) => numeric(cell) && 'value' in readMoney(cell)) > 0.6,
  predecessors: (cells) => share(cells, isDate) < 0.5,
  responsible: (cells) => share(cells, isDate) < 0.5,
};

/** Jira and other boards count work in seconds: no task of a list takes 3600 days. */
const areSeconds = (cells: readonly Cell[]): boolean =>
  cells.length > 0 &&
  cells.every((cell) => isInteger(cell) && Number(clean(cell)) % 60 === 0) &&
  cells.some((cell) => Number(clean(cell)) >= 3600);

const FORGIVEN: ReadonlySet<TableField> = new Set(['start', 'finish', 'duration', 'percent', 'cost']);
const FEW = 5;

function columnsOf(sheet: Sheet, header: Header): Column[] {
  const titles = titlesOf(sheet, header);
  const { rows: all } = sortRows(sheet, header.row, {});
  const rows = all.slice(0, SAMPLE);
  return titles.map((title, index) => ({
    index,
    title,
    cells: rows.flatMap(({ cells }) => (isBlank(cells[index]) ? [] : [cells[index] ?? null])),
  }));
}

function scoreOf(column: Column, field: TableField): number {
  const score = titleScore(column.title, field);
  if (score === 0) return 0;
  // An empty column is taken only by a title that leaves no doubt.
  if (column.cells.length === 0) return score >= 70 ? score / 2 : 0;
  if (field === 'percent' && namesState(column.title) && !holdsStates(column.cells)) return 0;
  // What remains of a task or was spent on it is not how long it takes.
  if (field === 'duration' && score < 40) return 0;
  // A plain title keeps its column although much in it is wrong: the user wants to hear of it.
  if (score >= 90 && FORGIVEN.has(field) && column.cells.length <= FEW) return score;
  return HOLDS[field]?.(column.cells) === false ? 0 : score;
}

/** Best pairs first; of equal ones the fuller column, then the one further left. */
function byTitles(columns: readonly Column[]): Map<TableField, number> {
  const pairs = columns
    .flatMap((column) => FIELDS.map((field) => ({ column, field, score: scoreOf(column, field) })))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.column.cells.length - a.column.cells.length ||
        a.column.index - b.column.index ||
        FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field),
    );
  const mapping = new Map<TableField, number>();
  const taken = new Set<number>();
  for (const { column, field } of pairs) {
    if (mapping.has(field) || taken.has(column.index)) continue;
    mapping.set(field, column.index);
    taken.add(column.index);
  }
  return mapping;
}

/** Tasks are the column of many different texts; the first one if several are alike. */
function nameByContent(columns: readonly Column[], taken: ReadonlySet<number>, rows: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (const { index, cells } of columns) {
    if (taken.has(index) || cells.length < Math.min(rows, SAMPLE) * 0.5) continue;
    const different = new Set(cells.map((cell) => cellText(cell))).size / cells.length;
    const score = share(cells, isTextual) * different * (cells.length / Math.max(1, Math.min(rows, SAMPLE)));
    if (score > most + 0.1) [best, most] = [index, score];
  }
  return most > 0.3 ? best : null;
}

function fillByContent(
  columns: readonly Column[],
  mapping: Map<TableField, number>,
  untitled: boolean,
  rows: number,
): void {
  const free = (): Column[] => {
    const taken = new Set(mapping.values());
    return columns.filter(({ index, cells }) => !taken.has(index) && cells.length > 0);
  };
  if (!mapping.has('name')) {
    const found = nameByContent(columns, new Set(mapping.values()), rows);
    if (found !== null) mapping.set('name', found);
  }
  const find = (field: TableField, test: (cells: readonly Cell[]) => boolean): void => {
    if (mapping.has(field)) return;
    const found = free().find(({ cells }) => test(cells));
    if (found) mapping.set(field, found.index);
  };
  if (!untitled) return;
  find('wbs', (cells) => share(cells, isWbs) > 0.9 && cells.some(isDotted));
  find('start', (cells) => share(cells, isDate) > 0.6);
  find('finish', (cells) => share(cells, isDate) > 0.6);
  find('duration', (cells) => share(cells, (cell) => isDuration(cell, true)) > 0.6);
  find('percent', (cells) => share(cells, (cell) => /%$/.test(clean(cell))) > 0.6);
}

/** A column of `5 Jan – 9 Jan` is both the start and the finish. */
function settleRanges(columns: readonly Column[], mapping: Map<TableField, number>): void {
  const ranged = (at: number | undefined): boolean => share(columns[at ?? -1]?.cells ?? [], isRange) > 0.2;
  const { start, finish } = { start: mapping.get('start'), finish: mapping.get('finish') };
  if (finish === undefined && start !== undefined && ranged(start)) mapping.set('finish', start);
  if (start === undefined && finish !== undefined && ranged(finish)) mapping.set('start', finish);
  if (start !== undefined || finish !== undefined) return;
  const taken = new Set(mapping.values());
  const free = columns.find(({ index, cells }) => !taken.has(index) && cells.length > 0 && ranged(index));
  if (free) mapping.set('start', free.index).set('finish', free.index);
}

/** Numbers such as `1.2` are an outline, `1, 2, 3 …` only count the rows, whatever the title says. */
function settleNumbers(columns: readonly Column[], mapping: Map<TableField, number>): void {
  const cellsOf = (field: TableField): readonly Cell[] => columns[mapping.get(field) ?? -1]?.cells ?? [];
  const outlined = (cells: readonly Cell[]): boolean => share(cells, isWbs) > 0.7 && cells.some(isDotted);
  const wbs = mapping.get('wbs');
  const id = mapping.get('id');
  if (wbs === undefined && id !== undefined && outlined(cellsOf('id'))) {
    mapping.set('wbs', id);
    mapping.delete('id');
  } else if (
    wbs !== undefined &&
    id === undefined &&
    cellsOf('wbs').length > 0 &&
    !outlined(cellsOf('wbs'))
  ) {
    // Phases alone, numbered 1, 2, 3, are an outline as well, but a flat one.
    mapping.set('id', wbs);
    mapping.delete('wbs');
  }
}

/** The columns of a table as far as they can be told. */
export function guessMapping(sheet: Sheet, header: Header): Mapping {
  const columns = columnsOf(sheet, header);
  const mapping = byTitles(columns);
  const rows = dataRows(sheet, header.row).length;
  fillByContent(columns, mapping, header.row < 0, rows);
  settleNumbers(columns, mapping);
  settleRanges(columns, mapping);
  return Object.fromEntries(mapping);
}

/** The sheet that looks most like a task list: most fields found, a name among them. */
export function guessSheet(table: Table): number {
  let best = 0;
  let most = -1;
  for (const [index, sheet] of table.sheets.entries()) {
    const header = findHeader(sheet);
    const fields = Object.keys(guessMapping(sheet, header));
    const score = fields.length + (fields.includes('name') ? 2 : 0);
    if (dataRows(sheet, header.row).length > 0 && score > most) [best, most] = [index, score];
  }
  return best;
}
