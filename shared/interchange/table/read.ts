/** Rows of a table as tasks, with every cell that could not be read. */
import type { Duration, DurationUnits } from '../../domain/plan/duration.ts';
import { endOf } from './dateRange.ts';
import {
  type DateColumn,
  type DateOrder,
  type DateResult,
  decideDates,
  readDate,
  type ToLocal,
} from './dates.ts';
import { readTableDuration, titleUnit } from './durations.ts';
import { grouped } from './groups.ts';
import type { Mapping } from './guess.ts';
import {
  type Cell,
  cellText,
  DATE_FIELDS,
  isBlank,
  type Sheet,
  type TableField,
  type TableRow,
  wellFormed,
} from './model.ts';
import {
  findMarker,
  guessHierarchy,
  type Hierarchy,
  type OutlineRow,
  outlineOf,
  plainName,
} from './outline.ts';
import {
  type DraftLink,
  guessReference,
  type Reference,
  type ReferenceRow,
  readLinks,
  refuseImpossible,
} from './references.ts';
import {
  alikeColumns,
  groupCells,
  type IgnoredRow,
  parentKeys,
  type SortedRows,
  sortRows,
} from './taskRows.ts';
import {
  clean,
  type PercentForm,
  type ProblemCode,
  percentForm,
  readMoney,
  readPercent,
  readYesNo,
  type Value,
} from './values.ts';

/** How a table is to be read; what is left out is found out. */
export interface ReadOptions {
  /** Index into the rows of the sheet, -1 without titles. */
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly hierarchy?: Hierarchy | undefined;
  readonly reference?: Reference | undefined;
  readonly percentForm?: PercentForm | undefined;
  /** Order of day, month and year by column. */
  readonly dateOrders: ReadonlyMap<number, DateOrder>;
}

export interface ReadContext {
  readonly units: DurationUnits;
  readonly toLocal: ToLocal;
}

export interface DraftTask {
  /** Row of the sheet or line of the text. */
  readonly row: number;
  /** Index of the parent among the tasks, -1 for the outermost. */
  readonly parent: number;
  readonly name: string;
  /** `YYYY-MM-DD` or with a time; null if there is none or it could not be read. */
  readonly start: string | null;
  readonly finish: string | null;
  readonly duration: Duration | null;
  readonly percent: number | null;
  readonly milestone: boolean;
  readonly responsible: string | null;
  readonly deliverable: string | null;
  /** Hundredths of the currency. */
  readonly cost: number | null;
  readonly notes: string | null;
  readonly links: readonly DraftLink[];
}

export interface Problem {
  readonly row: number;
  /** From 0; null where the row as a whole is meant. */
  readonly column: number | null;
  readonly field: TableField;
  readonly code: ProblemCode;
  /** What stands in the cell. */
  readonly text: string;
}

export interface Draft {
  readonly tasks: readonly DraftTask[];
  readonly problems: readonly Problem[];
  /** Rows that are no tasks: totals, footnotes, the first row of another table. */
  readonly ignored: readonly IgnoredRow[];
  readonly dates: readonly DateColumn[];
  readonly hierarchy: Hierarchy;
  readonly reference: Reference;
  readonly percentForm: PercentForm;
  /** Some column of dates needs the user's word. */
  readonly undecided: boolean;
}

type Texts = 'responsible' | 'deliverable' | 'notes';
const MAX_TEXT: Readonly<Record<Texts | 'name', number>> = {
  name: 10_000,
  responsible: 200,
  deliverable: 500,
  notes: 100_000,
};
const SHOWN = 80;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is replaced
const CONTROL = /[\u0000-\u001F\u007F]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: lines and tabs may stay in notes
const CONTROL_IN_NOTES = /[\u0000-\u0008\u000B-\u001F\u007F]+/g;
const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim();

/** Reads the cells of one table by field. */
class Cells {
  readonly problems: Problem[] = [];
  readonly #mapping: Mapping;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  at(row: TableRow, field: TableField): Cell {
    const column = this.#mapping[field];
    return column === undefined ? null : (row.cells[column] ?? null);
  }

  has(field: TableField): boolean {
    return this.#mapping[field] !== undefined;
  }

  report(row: TableRow, field: TableField, code: ProblemCode, text = cellText(this.at(row, field))): void {
    const column = this.#mapping[field] ?? null;
    this.problems.push({ row: row.number, column, field, code, text: oneLine(text).slice(0, SHOWN) });
  }

  value<T>(row: TableRow, field: TableField, read: Value<T>): T | null {
    if ('value' in read) return read.value;
    this.report(row, field, read.problem);
    return null;
  }

  text(row: TableRow, field: Texts): string | null {
    const raw = cellText(this.at(row, field));
    const lines =
      field === 'notes' ? raw.replace(/\r\n?/g, '\n').replace(CONTROL_IN_NOTES, ' ').trim() : oneLine(raw);
    if (lines === '' || clean(lines) === '') return null;
    if (lines.length <= MAX_TEXT[field]) return lines;
    this.report(row, field, 'TEXT_TOO_LONG');
    return null;
  }
}

/** Rows that are tasks, and the sign that marks the depth of their names. */
function taskRows(
  sorted: readonly TableRow[],
  options: ReadOptions,
  cells: Cells,
): { readonly rows: readonly TableRow[]; readonly marker: string | null } {
  // Where a column says the outline, a sign before a name belongs to the name.
  const indented =
    options.hierarchy === undefined
      ? !(['wbs', 'level', 'parent'] as const).some((field) => cells.has(field))
      : options.hierarchy === 'indent';
  const marker = indented ? findMarker(sorted.map((row) => cellText(cells.at(row, 'name')))) : null;
  const mapped = Object.keys(options.mapping) as TableField[];
  const rows = sorted.filter((row) => {
    const name = plainName(cellText(cells.at(row, 'name')), marker);
    if (name.length > MAX_TEXT.name) cells.report(row, 'name', 'NAME_TOO_LONG');
    else if (name !== '') return true;
    else if (mapped.some((field) => field !== 'name' && !isBlank(cells.at(row, field))))
      cells.report(row, 'name', 'NAME_MISSING', '');
    return false;
  });
  return { rows, marker };
}

type DateField = (typeof DATE_FIELDS)[number];

const DAYS_TO_1904 = 1462;

function readDates(
  sheet: Sheet,
  rows: readonly TableRow[],
  options: ReadOptions,
  cells: Cells,
  toLocal: ToLocal,
) {
  const fields = DATE_FIELDS.filter((field) => cells.has(field));
  // Day numbers without a format of their own count from where those with one do.
  const late = sheet.from1904 === true ? DAYS_TO_1904 : 0;
  const read = (cell: Cell, field: DateField): DateResult =>
    readDate(typeof cell === 'number' && cell > 0 ? cell + late : endOf(cell, field), toLocal);
  const readings = new Map(
    fields.map((field) => [field, rows.map((row) => read(cells.at(row, field), field))]),
  );
  // Start and finish may stand in one column.
  const byColumn = new Map<number, readonly DateResult[]>();
  for (const field of fields) {
    const column = options.mapping[field] ?? -1;
    byColumn.set(column, [...(byColumn.get(column) ?? []), ...(readings.get(field) ?? [])]);
  }
  const columns = decideDates(byColumn, options.dateOrders);
  const order = new Map(columns.map(({ column, order: own }) => [column, own]));
  const at = (row: TableRow, index: number, field: DateField): string | null => {
    const reading = readings.get(field)?.[index] ?? 'blank';
    if (reading === 'blank') return null;
    const own = order.get(options.mapping[field] ?? -1) ?? null;
    if (reading !== 'unreadable') {
      if (reading.certain) return reading.value.ymd ?? null;
      // Undecided: nothing is guessed, the whole column waits for the user.
      if (own === null) return null;
      const value = reading.value[own];
      if (value !== undefined) return value;
    }
    cells.report(row, field, 'DATE_UNREADABLE');
    return null;
  };
  return { columns, at };
}

function readDuration(row: TableRow, cells: Cells, unit: string, units: DurationUnits): Duration | null {
  const cell = cells.at(row, 'duration');
  if (clean(cell) === '') return null;
  const duration = readTableDuration(cell, unit, units);
  if (!duration) cells.report(row, 'duration', 'DURATION_UNREADABLE');
  return duration;
}

interface Units {
  readonly units: DurationUnits;
  /** Unit that the title of the durations names. */
  readonly duration: string;
}

type Plain = Omit<DraftTask, 'parent' | 'links' | 'name'>;

function readRow(
  row: TableRow,
  cells: Cells,
  form: PercentForm,
  units: Units,
  dates: { readonly start: string | null; readonly finish: string | null },
): Plain {
  const duration = readDuration(row, cells, units.duration, units.units);
  const explicit = cells.value(row, 'milestone', readYesNo(cells.at(row, 'milestone')));
  const reversed =
    dates.start !== null && dates.finish !== null && dates.finish.slice(0, 10) < dates.start.slice(0, 10);
  if (reversed) cells.report(row, 'finish', 'DATES_REVERSED');
  return {
    row: row.number,
    start: dates.start,
    finish: reversed ? null : dates.finish,
    duration,
    percent: cells.value(row, 'percent', readPercent(cells.at(row, 'percent'), form)),
    milestone: explicit ?? duration?.tenths === 0,
    responsible: cells.text(row, 'responsible'),
    deliverable: cells.text(row, 'deliverable'),
    cost: cells.value(row, 'cost', readMoney(cells.at(row, 'cost'))),
    notes: cells.text(row, 'notes'),
  };
}

const FIELD_OF: Readonly<Record<Hierarchy, TableField>> = {
  wbs: 'wbs',
  level: 'level',
  parent: 'parent',
  indent: 'name',
  group: 'group',
  numbering: 'id',
  none: 'name',
};

interface Structure {
  readonly hierarchy: Hierarchy;
  readonly reference: Reference;
  readonly names: readonly string[];
  readonly groups: readonly string[];
  readonly parents: readonly number[];
  readonly links: readonly (readonly DraftLink[])[];
}

type RawRow = OutlineRow & ReferenceRow & { readonly group: Cell };

/** What the rows say about outline and links, as it stands there. */
function rawRows(
  { sheet, sorted }: Source,
  rows: readonly TableRow[],
  options: ReadOptions,
  cells: Cells,
): RawRow[] {
  const { mapping, headerRow } = options;
  const keys = parentKeys(rows, mapping, sheet.width);
  const groups = groupCells(sheet, rows, mapping);
  const further = alikeColumns(sheet, headerRow, mapping, 'predecessors');
  return rows.map((row, index) => {
    const links = further.map((column) => cellText(row.cells[column])).filter((text) => text.trim() !== '');
    const own = cells.at(row, 'predecessors');
    return {
      name: cellText(cells.at(row, 'name')),
      wbs: cells.at(row, 'wbs'),
      level: cells.at(row, 'level'),
      parent: cells.at(row, 'parent'),
      parentKey: keys?.[index] ?? null,
      id: cells.at(row, 'id'),
      group: sorted.parts.get(row.number) ?? groups[index] ?? null,
      line: row.number,
      predecessors: links.length === 0 ? own : [cellText(own), ...links].join(';'),
    };
  });
}

interface Source {
  readonly sheet: Sheet;
  readonly sorted: SortedRows;
}

/** Names, outline and links of the rows; what is wrong with them is reported. */
function readStructure(
  source: Source,
  { rows, marker }: ReturnType<typeof taskRows>,
  options: ReadOptions,
  cells: Cells,
  units: DurationUnits,
): Structure {
  const raw = rawRows(source, rows, options, cells);
  const inParts = source.sorted.parts.size > 0;
  const hierarchy =
    options.hierarchy ?? (inParts ? 'group' : guessHierarchy(raw, (field) => cells.has(field), marker));
  const outline = outlineOf(raw, hierarchy, marker);
  const names = raw.map(({ name }) => wellFormed(oneLine(plainName(name, marker))));
  const named = raw.map((row, index) => ({ ...row, name: names[index] ?? '' }));
  const reference = options.reference ?? guessReference(named, units);
  const links = refuseImpossible(named, outline.parents, readLinks(named, reference, units));
  const report = (index: number, field: TableField, code: ProblemCode, text?: string): void => {
    const row = rows[index];
    if (row) cells.report(row, field, code, text);
  };
  for (const { index, code } of outline.problems) report(index, FIELD_OF[hierarchy], code);
  for (const { index, code, text } of links.problems) report(index, 'predecessors', code, text);
  const groups = raw.map(({ group }) => oneLine(cellText(group)));
  return { hierarchy, reference, names, groups, parents: outline.parents, links: links.links };
}

/**
 * Reads a table as a list of tasks. What cannot be read is in `problems` and missing from the tasks; what the
 * user has to decide is in `dates` with the order null.
 */
export function readTasks(sheet: Sheet, options: ReadOptions, context: ReadContext): Draft {
  const cells = new Cells(options.mapping);
  const sorted = sortRows(sheet, options.headerRow, options.mapping);
  const found = taskRows(sorted.rows, options, cells);
  const { rows } = found;
  const form = options.percentForm ?? percentForm(rows.map((row) => cells.at(row, 'percent')));
  const dates = readDates(sheet, rows, options, cells, context.toLocal);
  const structure = readStructure({ sheet, sorted }, found, options, cells, context.units);
  const title = cellText(sheet.rows[options.headerRow]?.cells[options.mapping.duration ?? -1]);
  const units: Units = { units: context.units, duration: titleUnit(title, context.units) };
  const tasks = rows.map(
    (row, index): DraftTask => ({
      ...readRow(row, cells, form, units, {
        start: dates.at(row, index, 'start'),
        finish: dates.at(row, index, 'finish'),
      }),
      name: structure.names[index] ?? '',
      parent: structure.parents[index] ?? -1,
      links: structure.links[index] ?? [],
    }),
  );
  return {
    tasks: structure.hierarchy === 'group' ? grouped(tasks, structure.groups) : tasks,
    problems: cells.problems.toSorted((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1)),
    ignored: sorted.ignored,
    dates: dates.columns,
    hierarchy: structure.hierarchy,
    reference: structure.reference,
    percentForm: form,
    undecided: dates.columns.some(({ order }) => order === null),
  };
}
