/** What an import would do, from the options the user has set so far. */
import { type DurationUnits, durationInput } from '#shared/domain/plan/duration.ts';
import { type DateOrder, readDate, type ToLocal } from '#shared/interchange/table/dates.ts';
import { guessMapping, guessSheet, type Mapping } from '#shared/interchange/table/guess.ts';
import { dataRows, findHeader, type Header, titlesOf } from '#shared/interchange/table/header.ts';
import {
  cellText,
  columnLetter,
  isBlank,
  type Sheet,
  type TableField,
  type TableRow,
} from '#shared/interchange/table/model.ts';
import { type Draft, type DraftTask, readTasks } from '#shared/interchange/table/read.ts';
import { type DatedTask, firstDay, scheduleTasks } from '#shared/interchange/table/schedule.ts';
import type {
  TableDateColumn,
  TableOptions,
  TablePreview,
  TableReading,
} from '#shared/ipc/channels/table.ts';
import { AppError } from '#shared/ipc/errors.ts';
import {
  type EpochDay,
  formatLocal,
  type Instant,
  parseDate,
  weekdayOf,
} from '#shared/schedule/calendar/instant.ts';
import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { startOn } from '#shared/schedule/edit.ts';
import type { KeptFile } from '../file/fileJob.ts';

const SHOWN_ROWS = 60;
const SHOWN_PROBLEMS = 200;
const SHOWN_TEXT = 200;
const SHOWN_IGNORED = 20;
const SHOWN_NAME = 40;
const HEADER_CHOICES = 30;
const SATURDAY = 6;

export interface ReadSettings {
  readonly units: DurationUnits;
  readonly toLocal: ToLocal;
}

export interface Reading {
  readonly sheet: Sheet;
  readonly sheetIndex: number;
  readonly header: Header;
  readonly mapping: Mapping;
  readonly draft: Draft;
}

function headerOf(sheet: Sheet, chosen: number | undefined): Header {
  if (chosen === undefined) return findHeader(sheet);
  const row = sheet.rows.findIndex(({ number }) => number === chosen);
  const found = findHeader(sheet);
  return { row, double: found.row === row && found.double };
}

/** Reads the tasks of the chosen sheet. Columns that a sheet does not have are not asked for. */
export function readSource(
  { table }: KeptFile<'readTable'>,
  options: TableOptions,
  settings: ReadSettings,
): Reading {
  const sheetIndex = options.sheet ?? guessSheet(table);
  const sheet = table.sheets[sheetIndex];
  if (!sheet) throw new AppError('NOT_FOUND', { entity: 'sheet' }, { field: 'options.sheet' });
  const header = headerOf(sheet, options.headerRow);
  const known = Object.entries(options.mapping ?? guessMapping(sheet, header)).filter(
    ([, column]) => column !== undefined && column < sheet.width,
  );
  const mapping: Mapping = Object.fromEntries(known);
  const draft = readTasks(
    sheet,
    {
      headerRow: header.row,
      mapping,
      hierarchy: options.hierarchy,
      reference: options.reference,
      percentForm: options.percentForm,
      dateOrders: new Map((options.dateOrders ?? []).map(({ column, order }) => [column, order])),
    },
    settings,
  );
  return { sheet, sheetIndex, header, mapping, draft };
}

/** A task that was made of a group has no row of its own. */
const isOwn = (task: DraftTask, tasks: readonly DraftTask[], index: number): boolean =>
  tasks[index + 1]?.row !== task.row;

type Typed = Extract<TableField, 'start' | 'finish' | 'duration' | 'percent' | 'cost' | 'milestone'>;
const TYPED: Readonly<Record<Typed, TableReading['kind']>> = {
  start: 'date',
  finish: 'date',
  duration: 'duration',
  percent: 'percent',
  cost: 'money',
  milestone: 'yesNo',
};

function typedValue(task: DraftTask, field: Typed, units: DurationUnits): TableReading['value'] {
  if (field === 'duration')
    return task.duration === null ? null : durationInput(task.duration.tenths, task.duration.unit, units);
  return task[field];
}

function readingsOf(
  row: TableRow,
  task: DraftTask | undefined,
  { mapping, draft }: Reading,
  units: DurationUnits,
  unread: ReadonlySet<string>,
): TableReading[] {
  const open = new Set(draft.dates.filter(({ order }) => order === null).map(({ column }) => column));
  return (Object.keys(TYPED) as Typed[]).flatMap((field): TableReading[] => {
    const column = mapping[field];
    if (column === undefined || isBlank(row.cells[column])) return [];
    const value = task ? typedValue(task, field, units) : null;
    const bad = unread.has(`${row.number} ${column}`);
    if (value !== null && !bad) return [{ column, kind: TYPED[field], value }];
    const kind = bad ? 'unread' : open.has(column) ? 'undecided' : null;
    return kind === null ? [] : [{ column, kind, value: null }];
  });
}

function rowsOf(reading: Reading, units: DurationUnits): TablePreview['rows'] {
  const { sheet, header, draft } = reading;
  const tasks = new Map(
    draft.tasks.flatMap((task, index) =>
      isOwn(task, draft.tasks, index) ? [[task.row, task] as const] : [],
    ),
  );
  const unread = new Set(draft.problems.map((problem) => `${problem.row} ${problem.column}`));
  return dataRows(sheet, header.row)
    .slice(0, SHOWN_ROWS)
    .map((row) => ({
      number: row.number,
      cells: Array.from({ length: sheet.width }, (_, column) =>
        cellText(row.cells[column]).slice(0, SHOWN_TEXT),
      ),
      reads: readingsOf(row, tasks.get(row.number), reading, units, unread),
    }));
}

function datesOf({ sheet, header, draft }: Reading, toLocal: ToLocal): TableDateColumn[] {
  return draft.dates.map(({ possible, ...column }) => {
    let example: TableDateColumn['example'] = null;
    for (const { cells } of dataRows(sheet, header.row)) {
      const read = readDate(cells[column.column], toLocal);
      if (typeof read !== 'object' || read.certain) continue;
      const readings: Partial<Record<DateOrder, string>> = read.value;
      const differs = new Set(possible.flatMap((order) => readings[order] ?? [])).size > 1;
      example ??= { text: cellText(cells[column.column]).trim().slice(0, 40), readings: { ...readings } };
      if (!differs) continue;
      example = { text: cellText(cells[column.column]).trim().slice(0, 40), readings: { ...readings } };
      break;
    }
    return { ...column, possible: [...possible], example };
  });
}

/** The shortest usual week that has every day the list names as a start or a finish. */
export function weekOf(tasks: readonly DraftTask[]): PresetKind {
  let kind: PresetKind = 'standard';
  for (const { start, finish, milestone } of tasks) {
    if (milestone) continue;
    for (const at of [start, finish]) {
      const day: EpochDay | null = at === null ? null : parseDate(at.slice(0, 10));
      const weekday = day === null ? -1 : weekdayOf(day);
      if (weekday === 0) return 'sevenDay';
      if (weekday === SATURDAY) kind = 'sixDay';
    }
  }
  return kind;
}

export interface Target {
  readonly calendar: WorkCalendar;
  readonly units: DurationUnits;
  /** `YYYY-MM-DD`: where tasks without a date begin. */
  readonly startOn: string;
}

/** Dates of the tasks on the calendar of the plan they go to. */
export function datedTasks(tasks: readonly DraftTask[], target: Target): DatedTask[] {
  const day = parseDate(target.startOn) ?? 0;
  const start = startOn(target.calendar, day, false) ?? day * 14_400;
  const oneDay = target.units.minutesPerDay * 10;
  return scheduleTasks(tasks, { calendar: target.calendar, oneDay, start });
}

/** The day the new plan begins on. */
export const planStart = (tasks: readonly DraftTask[], today: string): string => firstDay(tasks) ?? today;

const dayText = (at: Instant | null): string | null => (at === null ? null : formatLocal(at).slice(0, 10));

function spanOf(dated: readonly DatedTask[]): { start: string | null; finish: string | null } {
  let start: Instant | null = null;
  let finish: Instant | null = null;
  for (const task of dated) {
    if (task.start !== null && (start === null || task.start < start)) start = task.start;
    if (task.finish !== null && (finish === null || task.finish > finish)) finish = task.finish;
  }
  return { start: dayText(start), finish: dayText(finish) };
}

const countOf = <Row>(rows: readonly Row[], test: (row: Row) => boolean): number =>
  rows.reduce((count, row) => count + (test(row) ? 1 : 0), 0);

/** The whole answer to one look at a table. */
export function previewOf(
  source: KeptFile<'readTable'>,
  reading: Reading,
  dated: readonly DatedTask[],
  settings: ReadSettings,
): TablePreview {
  const { table, fileName } = source;
  const { sheet, header, draft, mapping } = reading;
  const titles = titlesOf(sheet, header);
  const { tasks, problems } = draft;
  return {
    fileName,
    kind: table.kind,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: reading.sheetIndex,
    headerRow: sheet.rows[header.row]?.number ?? 0,
    headerRows: sheet.rows.slice(0, HEADER_CHOICES).map(({ number }) => number),
    columns: titles.map((title, column) => ({
      letter: columnLetter(column),
      title: title.slice(0, SHOWN_TEXT),
    })),
    mapping,
    hierarchy: draft.hierarchy,
    reference: draft.reference,
    percentForm: draft.percentForm,
    dates: datesOf(reading, settings.toLocal),
    rows: rowsOf(reading, settings.units),
    rowCount: dataRows(sheet, header.row).length,
    counts: {
      tasks: tasks.length,
      summaries: countOf(dated, ({ summary }) => summary),
      milestones: countOf(tasks, ({ milestone }) => milestone),
      links: tasks.reduce((count, { links }) => count + links.length, 0),
    },
    // Dates that nobody has decided on are not shown as if they were known.
    ...(draft.undecided ? { start: null, finish: null } : spanOf(dated)),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
    ignored: draft.ignored
      .slice(0, SHOWN_IGNORED)
      .map((row) => ({ ...row, text: row.text.slice(0, SHOWN_NAME) })),
    durationsDiffer: countOf(dated, ({ durationDiffers }) => durationDiffers),
    daysOff: countOf(dated, ({ dayOff }) => dayOff),
    beforeLinks: countOf(dated, ({ beforeLinks }) => beforeLinks),
    calendar: weekOf(tasks),
    cut: sheet.cut,
  };
}
