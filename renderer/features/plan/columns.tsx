import { Eye, Flag } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { T } from '#renderer/i18n/index.ts';
import { type CellEditor, cx } from '#renderer/ui/index.ts';
import { durationInput, parseDuration } from '#shared/domain/plan/duration.ts';
import { parsePredecessors } from '#shared/domain/plan/predecessors.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import { parseMoneyInput } from '#shared/domain/text/moneyInput.ts';
import type { TaskPatch } from '#shared/ipc/channels/plan.ts';
import type { Patch } from '#shared/model/registry.ts';
import { rowText } from '#shared/schedule/layout/rowText.ts';
import type { PlanModel, PlanRow } from './model.ts';
import type { CellLook, SheetColumn } from './opening/drawSheet.ts';
import styles from './plan.module.css';
import type { SheetFacts } from './sheet/facts.ts';
import { PARTIES } from './sheet/filter.ts';
import { columnName, modeNames, partyNames, type SheetCells } from './sheet/values.ts';
import type { ColumnId, ShownColumn } from './sheet/view.ts';
import { finishDate, isLate, type PlanTexts } from './texts.ts';

export interface ColumnContext {
  readonly t: T;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
  readonly facts: SheetFacts;
  readonly cells: SheetCells;
  /** Decimal places of the project's currency. */
  readonly digits: () => number;
  /** With their widths at 100 % text size. */
  readonly columns: readonly ShownColumn[];
  /** Size of the text, 1 is 100 %. */
  readonly textScale: number;
  readonly edit: (row: PlanRow, patch: TaskPatch) => void;
  /** Changes of fields that move no date. */
  readonly editFields: (row: PlanRow, patch: Patch<'task'>) => void;
  readonly setPredecessors: (row: PlanRow, text: string) => void;
  /** Null where the order of the rows is not that of the outline. */
  readonly onHandle: ((event: PointerEvent, row: PlanRow) => void) | null;
}

type Edit = CellEditor<PlanRow>;

const open = (row: PlanRow): boolean => !row.summary && !row.blank;
const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Reads a percentage as typed: `60`, `60 %`, `６０％`. */
export function parsePercent(text: string): number | null {
  const clean = text.normalize('NFKC').trim().replace(/\s*%$/, '');
  const value = Number(clean);
  return clean !== '' && value >= 0 && value <= 100 ? value : null;
}

function dateEdit({ t, model, texts, edit }: ColumnContext, id: 'start' | 'finish'): Edit {
  return {
    text: texts[id],
    enabled: open,
    commit: (row, typed) => {
      const read = parseDateInput(typed, model.today);
      if (!read.ok) return t('plan:invalid.date');
      if (read.value === null) return t('plan:invalid.dateRequired');
      if (read.value !== texts[id](row)) edit(row, { [id]: read.value });
      return undefined;
    },
  };
}

function deadlineEdit({ t, model, edit }: ColumnContext): Edit {
  return {
    text: (row) => finishDate(null, row.deadline),
    enabled: (row) => !row.blank,
    commit: (row, typed) => {
      const read = parseDateInput(typed, model.today);
      if (!read.ok) return t('plan:invalid.date');
      edit(row, { deadline_on: read.value });
      return undefined;
    },
  };
}

function durationEdit({ t, model, edit }: ColumnContext): Edit {
  return {
    text: (row) => (row.duration === null ? '' : durationInput(row.duration, row.unit, model.units)),
    enabled: open,
    commit: (row, typed) => {
      if (!parseDuration(typed, model.units)) return t('plan:invalid.duration');
      edit(row, { duration: typed });
      return undefined;
    },
  };
}

function percentEdit({ t, edit }: ColumnContext): Edit {
  return {
    text: (row) => String(row.percent),
    enabled: open,
    commit: (row, typed) => {
      const percent = parsePercent(typed);
      if (percent === null) return t('plan:invalid.percent');
      edit(row, { percent });
      return undefined;
    },
  };
}

function predecessorEdit({ t, model, setPredecessors }: ColumnContext): Edit {
  return {
    text: (row) => model.predecessors(row.index),
    enabled: (row) => !row.blank,
    commit: (row, typed) => {
      const read = parsePredecessors(typed, model.units);
      if (!read.ok) return t('plan:invalid.predecessors', { text: read.piece });
      const known = new Set(model.rows.map((other) => other.number));
      const missing = read.value.find((link) => !known.has(link.number));
      if (missing) return t('plan:invalid.noSuchTask', { number: missing.number });
      setPredecessors(row, typed);
      return undefined;
    },
  };
}

function costEdit({ t, facts, digits, editFields }: ColumnContext): Edit {
  return {
    text: (row) => {
      const { cost } = facts.of(row);
      return cost === null ? '' : String(cost / 10 ** digits());
    },
    enabled: open,
    commit: (row, typed) => {
      const read = parseMoneyInput(typed, digits());
      if (!read.ok) return t('sheet:invalid.amount');
      editFields(row, { cost_minor: read.minor });
      return undefined;
    },
  };
}

/** One of a few words: typed as it is shown, or its beginning. */
function wordEdit<V extends string>(
  ctx: ColumnContext,
  names: () => Readonly<Record<V, string>>,
  shownText: (row: PlanRow) => string,
  save: (row: PlanRow, value: V | null) => void,
  required: boolean,
): Edit {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return {
    text: shownText,
    enabled: open,
    commit: (row, typed) => {
      const all = Object.entries(names()) as [V, string][];
      const word = plain(typed);
      const fitting = all.filter(([, name]) => plain(name).startsWith(word));
      const exact =
        all.find(([, name]) => plain(name) === word) ?? (fitting.length === 1 ? fitting[0] : null);
      if (word === '' && !required) save(row, null);
      else if (word !== '' && exact) save(row, exact[0]);
      else return ctx.t('sheet:invalid.word', { words: all.map(([, name]) => name).join(' / ') });
      return undefined;
    },
  };
}

/** A line of text that is stored as it is typed. */
function textEdit(
  ctx: ColumnContext,
  text: (row: PlanRow) => string,
  save: (row: PlanRow, value: string | null) => void,
): Edit {
  return {
    text,
    enabled: (row) => !row.blank,
    commit: (row, typed) => {
      if (typed.length > 200) return ctx.t('sheet:invalid.long', { max: 200 });
      save(row, blank(typed));
      return undefined;
    },
  };
}

function partiesToChoose(t: T): ReturnType<typeof partyNames> {
  const names = partyNames(t);
  return Object.fromEntries(PARTIES.map((party) => [party, names[party]])) as typeof names;
}

function editors(ctx: ColumnContext): Readonly<Partial<Record<ColumnId, Edit>>> {
  const { t, cells, facts, edit, editFields } = ctx;
  return {
    name: {
      text: (row) => row.name,
      commit: (row, typed) => {
        edit(row, { name: typed.trim() });
        return undefined;
      },
    },
    code: textEdit(
      ctx,
      (row) => facts.text(row, 'wbs'),
      (row, wbs) => editFields(row, { wbs }),
    ),
    duration: durationEdit(ctx),
    start: dateEdit(ctx, 'start'),
    finish: dateEdit(ctx, 'finish'),
    percent: percentEdit(ctx),
    predecessors: predecessorEdit(ctx),
    responsible: textEdit(
      ctx,
      (row) => row.responsible ?? '',
      (row, responsible) => edit(row, { responsible }),
    ),
    party: wordEdit(
      ctx,
      () => partiesToChoose(t),
      cells.text('party'),
      (row, party) => editFields(row, { party }),
      false,
    ),
    cost: costEdit(ctx),
    deadline: deadlineEdit(ctx),
    mode: wordEdit(
      ctx,
      () => modeNames(t),
      cells.text('mode'),
      (row, mode) => {
        if (mode !== null) edit(row, { mode });
      },
      true,
    ),
    deliverable: textEdit(
      ctx,
      (row) => facts.text(row, 'deliverable'),
      (row, deliverable) => edit(row, { deliverable }),
    ),
    paymentStage: textEdit(
      ctx,
      (row) => facts.text(row, 'payment_stage'),
      (row, payment_stage) => editFields(row, { payment_stage }),
    ),
    expectation: textEdit(
      ctx,
      (row) => facts.text(row, 'expectation'),
      (row, expectation) => editFields(row, { expectation }),
    ),
  };
}

/** Rows of groups are no tasks: there is nothing to type into. */
const tasksOnly = (edit: Edit): Edit => ({
  ...edit,
  enabled: (row) => row.index >= 0 && (edit.enabled?.(row) ?? true),
});

function numberCell({ t, onHandle }: ColumnContext) {
  return (row: PlanRow) => (
    <>
      {/* The handle is for the pointer; Alt+Shift+↑ and ↓ do the same. */}
      {onHandle === null || row.index < 0 ? null : (
        <span
          className={styles.handle}
          title={t('plan:drag.hint')}
          aria-hidden="true"
          onPointerDown={(event) => onHandle(event, row)}
        />
      )}
      <span className={styles.number}>{row.number}</span>
    </>
  );
}

function nameCell(row: PlanRow) {
  const look = rowText(row.summary, row.inactive);
  return (
    <>
      <span className={cx(styles.name, look.isBold && styles.summaryName, look.isStruck && styles.inactive)}>
        {row.name}
      </span>
      {isLate(row) ? <Flag aria-hidden="true" className={styles.lateMark} /> : null}
      {row.clientVisible ? <Eye aria-hidden="true" className={styles.mark} /> : null}
    </>
  );
}

const nameLook = ({ summary, inactive }: PlanRow): CellLook => rowText(summary, inactive);

const AT_END: ReadonlySet<ColumnId> = new Set([
  'duration',
  'percent',
  'cost',
  'totalSlack',
  'freeSlack',
  'daysLate',
  'costDifference',
]);

/** Px by which the handle moves the number. */
const HANDLE_INSET = 10;

/** The chosen columns of the plan's table, in display order. */
export function planColumns(ctx: ColumnContext): SheetColumn[] {
  const edits = editors(ctx);
  const numberLook = (row: PlanRow): CellLook => ({
    isMuted: true,
    inset: ctx.onHandle === null || row.index < 0 ? 0 : HANDLE_INSET,
  });
  return ctx.columns.map(({ id, width }) => {
    const edit = edits[id];
    return {
      id,
      header: columnName(ctx.t, id),
      width: Math.round(width * ctx.textScale),
      sortable: true,
      text: ctx.cells.text(id),
      ...(id === 'name' ? { grow: true, rowHeader: true, render: nameCell, look: nameLook } : {}),
      ...(id === 'wbs' ? { render: numberCell(ctx), look: numberLook } : {}),
      ...(AT_END.has(id) ? { align: 'end' as const } : {}),
      ...(edit === undefined ? {} : { edit: tasksOnly(edit) }),
    };
  });
}
