/** What a view of the plan is: columns, filter, order and grouping. */
import { z } from 'zod';
import type { SheetField } from '#shared/ipc/channels/sheet.ts';
import { type ShownColumn as AnyColumn, columnsOf, knownColumns } from '../../views/public.ts';
import { GROUPINGS, type Grouping } from './arrange.ts';
import { MARKS, NO_FILTER, PARTIES, type PlanFilter } from './filter.ts';

/** Every column there is, with its width at first, in the order in which they are offered. */
export const COLUMN_WIDTHS = {
  wbs: 72,
  code: 96,
  name: 220,
  duration: 82,
  start: 104,
  finish: 104,
  percent: 66,
  predecessors: 104,
  successors: 104,
  responsible: 110,
  party: 96,
  cost: 110,
  critical: 66,
  totalSlack: 88,
  freeSlack: 88,
  lateStart: 104,
  lateFinish: 104,
  constraint: 130,
  constraintDate: 104,
  deadline: 104,
  promised: 104,
  commitment: 96,
  baselineStart: 104,
  baselineFinish: 104,
  daysLate: 112,
  costDifference: 110,
  actualStart: 104,
  actualFinish: 104,
  deliverable: 150,
  paymentStage: 120,
  expectation: 150,
  scope: 150,
  mode: 82,
  clientVisible: 82,
  notes: 200,
} as const;
export type ColumnId = keyof typeof COLUMN_WIDTHS;
export const COLUMN_IDS = Object.keys(COLUMN_WIDTHS) as readonly ColumnId[];

const isColumn = (id: string): id is ColumnId => Object.hasOwn(COLUMN_WIDTHS, id);

/** Stored texts that a column shows. */
export const FIELD_OF: Readonly<Partial<Record<ColumnId, SheetField>>> = {
  code: 'wbs',
  constraintDate: 'constraint_at',
  commitment: 'commitment',
  actualStart: 'actual_start_at',
  actualFinish: 'actual_finish_at',
  deliverable: 'deliverable',
  paymentStage: 'payment_stage',
  expectation: 'expectation',
  scope: 'scope',
  notes: 'notes',
};

export type ShownColumn = AnyColumn<ColumnId>;

export interface PlanSort {
  readonly column: ColumnId;
  readonly descending: boolean;
  /** One list without summaries, else sorted inside each summary. */
  readonly flat: boolean;
}

export interface PlanView {
  readonly columns: readonly ShownColumn[];
  readonly filter: PlanFilter;
  readonly sort: PlanSort | null;
  readonly group: Grouping;
}

export const shown = (...ids: readonly ColumnId[]): readonly ShownColumn[] =>
  ids.map((id) => ({ id, width: COLUMN_WIDTHS[id] }));

const ALL_COLUMNS = shown(...COLUMN_IDS);

const STANDARD = shown(
  'wbs',
  'name',
  'duration',
  'start',
  'finish',
  'percent',
  'predecessors',
  'responsible',
);

const view = (columns: readonly ShownColumn[], filter: Partial<PlanFilter> = {}): PlanView => ({
  columns,
  filter: { ...NO_FILTER, ...filter },
  sort: null,
  group: 'none',
});

/** Views that every plan has. */
export const BUILT_IN = {
  standard: view(STANDARD),
  tracking: view(
    shown(
      'wbs',
      'name',
      'start',
      'finish',
      'baselineStart',
      'baselineFinish',
      'daysLate',
      'percent',
      'costDifference',
    ),
  ),
  critical: view(
    shown(
      'wbs',
      'name',
      'duration',
      'start',
      'finish',
      'totalSlack',
      'lateFinish',
      'predecessors',
      'responsible',
    ),
    { marks: ['critical'] },
  ),
  clientMilestones: view(
    shown('wbs', 'name', 'finish', 'promised', 'deadline', 'deliverable', 'paymentStage', 'percent'),
    { marks: ['milestones', 'clientVisible'] },
  ),
} as const satisfies Record<string, PlanView>;
export type BuiltIn = keyof typeof BUILT_IN;

const names = z.array(z.string().max(200)).max(200);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();
/** Drops what this version does not know, so that a view of a newer one still opens. */
const known = <V extends string>(all: readonly V[]) =>
  z.array(z.string()).transform((list) => all.filter((one) => list.includes(one)));

const viewSchema = z.object({
  columns: z.array(z.object({ id: z.string(), width: z.number() })),
  filter: z.object({
    text: z.string().max(200).catch(''),
    marks: known(MARKS).catch([]),
    responsible: names.catch([]),
    party: known(PARTIES).catch([]),
    from: day.catch(null),
    to: day.catch(null),
  }),
  sort: z.object({ column: z.string(), descending: z.boolean(), flat: z.boolean() }).nullable().catch(null),
  group: z.enum(GROUPINGS).catch('none'),
});

/** Reads a stored view; null if nothing of it can be shown. Every view has the name column. */
export function parsePlanView(stored: unknown): PlanView | null {
  const read = viewSchema.safeParse(stored);
  if (!read.success) return null;
  const { columns, filter, sort, group } = read.data;
  return {
    columns: knownColumns(columns, ALL_COLUMNS, 'name'),
    filter,
    sort: sort !== null && isColumn(sort.column) ? { ...sort, column: sort.column } : null,
    group,
  };
}

/** Moves, shows, hides and widens columns of the plan. The name stays. */
export const {
  move: moveColumn,
  toggle: toggleColumn,
  resize: resizeColumn,
} = columnsOf(ALL_COLUMNS, 'name');
