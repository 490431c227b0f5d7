/** Task lists as tables: what is exported, and the template. Both read back without a word about the columns. */
import { type DurationUnits, durationInput } from '../../domain/plan/duration.ts';
import { type Lag, type LinkType, predecessorInput } from '../../domain/plan/predecessors.ts';
import { catalogues, type Locale } from '../../i18n/index.ts';
import { escapeText, writeCsv } from './csv.ts';
import type { TableField } from './model.ts';

export const WRITTEN_FIELDS = [
  'wbs',
  'name',
  'start',
  'finish',
  'duration',
  'percent',
  'predecessors',
  'responsible',
  'milestone',
  'deliverable',
  'cost',
  'notes',
] as const satisfies readonly TableField[];
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

/** Dates are `YYYY-MM-DD` or with a time `YYYY-MM-DDTHH:MM:SS`. */
export type WrittenCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly at: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | null;

export interface WrittenSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
}

export interface WrittenLink extends Lag {
  /** Outline number of the predecessor. */
  readonly number: string;
  readonly type: LinkType;
}

export interface WrittenTask {
  /** `1.2.3`. */
  readonly number: string;
  readonly name: string;
  readonly start: string | null;
  readonly finish: string | null;
  readonly duration: { readonly tenths: number; readonly unit: string } | null;
  /** Null for summaries: theirs follows from their tasks. */
  readonly percent: number | null;
  readonly milestone: boolean;
  readonly responsible: string | null;
  readonly deliverable: string | null;
  /** Hundredths of the currency. */
  readonly cost: number | null;
  readonly notes: string | null;
  readonly links: readonly WrittenLink[];
}

const WIDTHS: Readonly<Record<WrittenField, number>> = {
  wbs: 10,
  name: 42,
  start: 14,
  finish: 14,
  duration: 10,
  percent: 12,
  predecessors: 18,
  responsible: 18,
  milestone: 10,
  deliverable: 28,
  cost: 14,
  notes: 36,
};

const text = (value: string | null): WrittenCell =>
  value === null || value === '' ? null : { kind: 'text', text: value };
const date = (at: string | null): WrittenCell => (at === null ? null : { kind: 'date', at });
const number = (value: number | null, decimals: number): WrittenCell =>
  value === null ? null : { kind: 'number', value, decimals };

function cellsOf(task: WrittenTask, units: DurationUnits, locale: Locale): WrittenCell[] {
  const { yes } = catalogues[locale].tableImport;
  const cells: Readonly<Record<WrittenField, WrittenCell>> = {
    wbs: text(task.number),
    name: text(task.name),
    start: date(task.start),
    finish: date(task.finish),
    duration: task.duration && text(durationInput(task.duration.tenths, task.duration.unit, units)),
    percent: text(task.percent === null ? null : `${task.percent}%`),
    predecessors: text(
      task.links.map((link) => predecessorInput(link.number, link.type, link, units)).join('; '),
    ),
    responsible: text(task.responsible),
    milestone: task.milestone ? text(yes) : null,
    deliverable: text(task.deliverable),
    cost: number(task.cost === null ? null : task.cost / 100, 2),
    notes: text(task.notes),
  };
  return WRITTEN_FIELDS.map((field) => cells[field]);
}

/** A list of tasks as one sheet with titles in the given language. */
export function taskSheet(tasks: readonly WrittenTask[], units: DurationUnits, locale: Locale): WrittenSheet {
  const texts = catalogues[locale].tableImport;
  return {
    name: texts.template.sheet,
    header: WRITTEN_FIELDS.map((field) => texts.field[field]),
    rows: tasks.map((task) => cellsOf(task, units, locale)),
    widths: WRITTEN_FIELDS.map((field) => WIDTHS[field]),
  };
}

const EXAMPLE: Omit<WrittenTask, 'number' | 'name'> = {
  start: null,
  finish: null,
  duration: null,
  percent: 0,
  milestone: false,
  responsible: null,
  deliverable: null,
  cost: null,
  notes: null,
  links: [],
};

const days = (count: number) => ({ tenths: count * 4800, unit: 'd' });
const after = (predecessor: string): WrittenLink => ({
  number: predecessor,
  type: 'FS',
  lag_kind: 'working',
  lag_value: 0,
  lag_unit: 'd',
});

/** A small plan of foundations; Monday to Friday, so that dates and durations agree in any calendar of ours. */
export function exampleTasks(locale: Locale): WrittenTask[] {
  const { example } = catalogues[locale].tableImport.template;
  const task = (number_: string, name: string, rest: Partial<WrittenTask> = {}): WrittenTask => ({
    ...EXAMPLE,
    number: number_,
    name,
    ...rest,
  });
  return [
    task('1', example.prepare, { percent: null, notes: example.note }),
    task('1.1', example.permit, {
      start: '2026-03-02',
      finish: '2026-03-06',
      duration: days(5),
      percent: 100,
      responsible: example.owner,
    }),
    task('1.2', example.site, {
      start: '2026-03-09',
      finish: '2026-03-11',
      duration: days(3),
      percent: 40,
      responsible: example.team,
      cost: 1_250_000,
      links: [after('1.1')],
    }),
    task('2', example.build, { percent: null }),
    task('2.1', example.dig, {
      start: '2026-03-12',
      finish: '2026-03-18',
      duration: days(5),
      responsible: example.team,
      cost: 4_800_000,
      links: [after('1.2')],
    }),
    task('2.2', example.pour, {
      start: '2026-03-19',
      finish: '2026-03-27',
      duration: days(7),
      responsible: example.team,
      cost: 9_650_000,
      links: [after('2.1')],
    }),
    task('2.3', example.done, {
      start: '2026-03-27',
      finish: '2026-03-27',
      duration: days(0),
      milestone: true,
      responsible: example.owner,
      deliverable: example.protocol,
      links: [after('2.2')],
    }),
  ];
}

/** What each column of the template expects, as a sheet of its own. */
export function helpSheet(locale: Locale): WrittenSheet {
  const { field, template } = catalogues[locale].tableImport;
  return {
    name: template.help,
    header: [template.helpColumn, template.helpText],
    rows: WRITTEN_FIELDS.map((name) => [text(field[name]), text(template.hint[name])]),
    widths: [18, 80],
  };
}

function plain(cell: WrittenCell): string {
  if (cell === null) return '';
  if (cell.kind === 'text') return escapeText(cell.text);
  if (cell.kind === 'number') return cell.value.toFixed(cell.decimals);
  return cell.at.length === 10 ? cell.at : cell.at.slice(0, 16).replace('T', ' ');
}

/** A sheet as text that spreadsheets open and never run: what looks like a formula is made text. */
export const sheetCsv = (sheet: WrittenSheet): string =>
  writeCsv([sheet.header, ...sheet.rows.map((row) => row.map(plain))]);
