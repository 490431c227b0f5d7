/** Text and sort key of every cell of the plan's table. */
import type { Format, T } from '#renderer/i18n/index.ts';
import { predecessorInput } from '#shared/domain/plan/predecessors.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { PlanModel, PlanRow } from '../model.ts';
import { finishDate, type PlanTexts, startDate } from '../texts.ts';
import type { SortKey } from './arrange.ts';
import { costDifference, type RowFacts, type SheetFacts } from './facts.ts';
import { type ColumnId, FIELD_OF } from './view.ts';

export interface CellTools {
  readonly t: T;
  readonly format: Format;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
  readonly facts: SheetFacts;
  readonly currency: string;
}

interface Cell {
  readonly text: (row: PlanRow) => string;
  /** What the column sorts by, if not its text. */
  readonly key?: (row: PlanRow) => SortKey;
}
type Cells = Readonly<Partial<Record<ColumnId, Cell>>>;

/** The own code of a task, else its place in the outline. */
export const codeOf = (row: PlanRow, facts: SheetFacts): string => facts.text(row, 'wbs') || row.number;

function successors(model: PlanModel, row: PlanRow): string {
  return model
    .linksFrom(row.index)
    .map((link) => predecessorInput(model.rows[link.to]?.number ?? '', link.type, link, model.units))
    .join('; ');
}

function outlineCells({ model, texts, facts }: CellTools): Cells {
  return {
    wbs: { text: (row) => row.number, key: (row) => row.index },
    code: { text: (row) => codeOf(row, facts) },
    name: { text: (row) => row.name },
    duration: { text: (row) => texts.duration(row.duration, row.unit), key: (row) => row.duration },
    start: { text: texts.start, key: (row) => row.start },
    finish: { text: texts.finish, key: (row) => row.finish },
    percent: { text: texts.percent, key: (row) => row.percent },
    predecessors: { text: (row) => model.predecessors(row.index) },
    successors: { text: (row) => successors(model, row) },
    responsible: { text: (row) => row.responsible ?? '' },
    deadline: { text: (row) => finishDate(null, row.deadline), key: (row) => row.deadline },
  };
}

/** A column that follows from the facts of a row. */
const fact =
  ({ facts }: CellTools) =>
  <V extends string | number>(
    read: (facts: RowFacts, row: PlanRow) => V | null,
    write: (value: V, row: PlanRow) => string,
  ): Cell => ({
    text: (row) => {
      const value = read(facts.of(row), row);
      return value === null ? '' : write(value, row);
    },
    key: (row) => read(facts.of(row), row),
  });

function resultCells(tools: CellTools): Cells {
  const { t, format, texts, currency } = tools;
  const cell = fact(tools);
  const work = (tenths: number) => texts.duration(tenths, 'd');
  const starts = (at: Instant) => startDate(at);
  const ends = (at: Instant, row: PlanRow) => finishDate(row.start, at);
  const signed = (days: number | null): string => {
    if (days === null) return '';
    const size = format.number(Math.abs(days), Number.isInteger(days) ? 0 : 1);
    return days > 0 ? `+${size}` : days < 0 ? `−${size}` : size;
  };
  const money = (minor: number) => format.money(minor, currency);
  return {
    totalSlack: cell((f) => f.totalSlack, work),
    freeSlack: cell((f) => f.freeSlack, work),
    lateStart: cell((f) => f.lateStart, starts),
    lateFinish: cell((f) => f.lateFinish, ends),
    promised: cell(
      (f) => f.promised,
      (at) => finishDate(null, at),
    ),
    cost: cell((f) => f.cost, money),
    baselineStart: cell((f) => f.baseline?.start ?? null, starts),
    baselineFinish: cell((f) => f.baseline?.finish ?? null, ends),
    daysLate: { text: (row) => signed(tools.facts.daysLate(row)), key: (row) => tools.facts.daysLate(row) },
    costDifference: cell(costDifference, (minor) => (minor > 0 ? `+${money(minor)}` : money(minor))),
    critical: {
      text: (row) => (tools.facts.of(row).critical ? t('sheet:yes') : ''),
      key: (row) => (tools.facts.of(row).critical ? 0 : null),
    },
  };
}

/** A stored word and its name in the user's language; unknown words stay as they are. */
function named<K extends string>(names: Readonly<Record<K, string>>, stored: string | null): string {
  if (stored === null || stored === '') return '';
  return Object.hasOwn(names, stored) ? names[stored as K] : stored;
}

export const partyNames = (t: T) => ({
  own: t('model:task.enums.party.own'),
  subcontractor: t('model:task.enums.party.subcontractor'),
  supplier: t('model:task.enums.party.supplier'),
  client: t('model:task.enums.party.client'),
});

export const modeNames = (t: T) => ({
  auto: t('model:task.enums.mode.auto'),
  manual: t('model:task.enums.mode.manual'),
});

const constraintNames = (t: T) => ({
  asap: t('model:task.enums.constraint_type.asap'),
  alap: t('model:task.enums.constraint_type.alap'),
  mso: t('model:task.enums.constraint_type.mso'),
  mfo: t('model:task.enums.constraint_type.mfo'),
  snet: t('model:task.enums.constraint_type.snet'),
  snlt: t('model:task.enums.constraint_type.snlt'),
  fnet: t('model:task.enums.constraint_type.fnet'),
  fnlt: t('model:task.enums.constraint_type.fnlt'),
});

const commitmentNames = (t: T) => ({
  contract: t('model:task.enums.commitment.contract'),
  promise: t('model:task.enums.commitment.promise'),
});

/** Words are looked up when a cell is first written: few views show any of these columns. */
function later<V extends object>(make: (t: T) => V, t: T): () => V {
  let made: V | undefined;
  return () => {
    made ??= make(t);
    return made;
  };
}

function wordCells({ t, facts }: CellTools): Cells {
  const parties = later(partyNames, t);
  const constraints = later(constraintNames, t);
  const commitments = later(commitmentNames, t);
  const modes = later(modeNames, t);
  return {
    party: { text: (row) => named(parties(), facts.of(row).party) },
    constraint: { text: (row) => named(constraints(), facts.of(row).constraint) },
    commitment: { text: (row) => named(commitments(), facts.text(row, 'commitment')) },
    mode: { text: (row) => (row.index < 0 ? '' : row.manual ? modes().manual : modes().auto) },
    clientVisible: {
      text: (row) => (row.clientVisible ? t('sheet:yes') : ''),
      key: (row) => (row.clientVisible ? 0 : null),
    },
  };
}

/** Dates are stored with a time that nobody reads in a table. */
const DAY_FIELDS: ReadonlySet<ColumnId> = new Set(['constraintDate', 'actualStart', 'actualFinish']);

function storedCells({ facts }: CellTools): Cells {
  const ids = Object.keys(FIELD_OF) as ColumnId[];
  return Object.fromEntries(
    ids.map((id): [string, Cell] => {
      const field = FIELD_OF[id];
      const text = (row: PlanRow) => (field === undefined ? '' : facts.text(row, field));
      if (DAY_FIELDS.has(id)) return [id, { text: (row) => text(row).slice(0, 10) }];
      // One line: a note of a page would make the row unreadable when it is copied.
      return [id, { text: (row) => text(row).replace(/\s+/g, ' ') }];
    }),
  );
}

export interface SheetCells {
  text(column: ColumnId): (row: PlanRow) => string;
  key(column: ColumnId): (row: PlanRow) => SortKey;
}

/** Texts and sort keys by column. */
export function createCells(tools: CellTools): SheetCells {
  const cells: Cells = {
    ...storedCells(tools),
    ...outlineCells(tools),
    ...resultCells(tools),
    ...wordCells(tools),
  };
  const none: Cell = { text: () => '' };
  const of = (column: ColumnId): Cell => cells[column] ?? none;
  return {
    text: (column) => of(column).text,
    key: (column) => of(column).key ?? of(column).text,
  };
}

/** What a column is called. */
export function columnName(t: T, id: ColumnId): string {
  switch (id) {
    case 'wbs':
    case 'name':
    case 'duration':
    case 'start':
    case 'finish':
    case 'percent':
    case 'predecessors':
    case 'responsible':
      return t(`plan:column.${id}`);
    default:
      return t(`sheet:column.${id}`);
  }
}
