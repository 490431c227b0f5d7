import { Eye, Flag, GripVertical } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { T } from '#renderer/i18n/index.ts';
import { type Column, cx } from '#renderer/ui/index.ts';
import { durationInput, parseDuration } from '#shared/domain/plan/duration.ts';
import { parsePredecessors } from '#shared/domain/plan/predecessors.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import type { PASTE_COLUMNS, TaskPatch } from '#shared/ipc/channels/plan.ts';
import type { PlanModel, PlanRow } from './model.ts';
import styles from './plan.module.css';
import { isLate, type PlanTexts } from './texts.ts';

export type ColumnId = (typeof PASTE_COLUMNS)[number];

export interface ColumnContext {
  readonly t: T;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
  readonly edit: (row: PlanRow, patch: TaskPatch) => void;
  readonly setPredecessors: (row: PlanRow, text: string) => void;
  readonly onHandle: (event: PointerEvent, row: PlanRow) => void;
}

const open = (row: PlanRow): boolean => !row.summary && !row.blank;

/** Reads a percentage as typed: `60`, `60 %`, `６０％`. */
export function parsePercent(text: string): number | null {
  const clean = text.normalize('NFKC').trim().replace(/\s*%$/, '');
  const value = Number(clean);
  return clean !== '' && value >= 0 && value <= 100 ? value : null;
}

function dateColumn(ctx: ColumnContext, id: 'start' | 'finish'): Column<PlanRow> {
  const { t, model, texts } = ctx;
  return {
    id,
    header: t(`plan:column.${id}`),
    width: 104,
    text: texts[id],
    edit: {
      text: texts[id],
      enabled: open,
      commit: (row, typed) => {
        const read = parseDateInput(typed, model.today);
        if (!read.ok) return t('plan:invalid.date');
        if (read.value === null) return t('plan:invalid.dateRequired');
        if (read.value !== texts[id](row)) ctx.edit(row, { [id]: read.value });
        return undefined;
      },
    },
  };
}

function durationColumn({ t, model, texts, edit }: ColumnContext): Column<PlanRow> {
  return {
    id: 'duration',
    header: t('plan:column.duration'),
    width: 82,
    align: 'end',
    text: (row) => texts.duration(row.duration, row.unit),
    edit: {
      text: (row) => (row.duration === null ? '' : durationInput(row.duration, row.unit, model.units)),
      enabled: open,
      commit: (row, typed) => {
        if (!parseDuration(typed, model.units)) return t('plan:invalid.duration');
        edit(row, { duration: typed });
        return undefined;
      },
    },
  };
}

function predecessorColumn({ t, model, setPredecessors }: ColumnContext): Column<PlanRow> {
  return {
    id: 'predecessors',
    header: t('plan:column.predecessors'),
    width: 104,
    text: (row) => model.predecessors(row.index),
    edit: {
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
    },
  };
}

function nameColumn({ t, edit }: ColumnContext): Column<PlanRow> {
  return {
    id: 'name',
    header: t('plan:column.name'),
    width: 220,
    grow: true,
    rowHeader: true,
    text: (row) => row.name,
    render: (row) => (
      <>
        <span className={cx(styles.name, row.summary && styles.summaryName, row.inactive && styles.inactive)}>
          {row.name}
        </span>
        {isLate(row) ? <Flag aria-hidden="true" className={styles.lateMark} /> : null}
        {row.clientVisible ? <Eye aria-hidden="true" className={styles.mark} /> : null}
      </>
    ),
    edit: {
      text: (row) => row.name,
      commit: (row, typed) => {
        edit(row, { name: typed.trim() });
        return undefined;
      },
    },
  };
}

/** The sheet of the plan, in display order. */
export function planColumns(ctx: ColumnContext): Column<PlanRow>[] {
  const { t, texts, edit, onHandle } = ctx;
  return [
    {
      id: 'wbs',
      header: t('plan:column.wbs'),
      width: 72,
      text: (row) => row.number,
      render: (row) => (
        <>
          {/* The handle is for the pointer; Alt+Shift+↑ and ↓ do the same. */}
          <span
            className={styles.handle}
            title={t('plan:drag.hint')}
            aria-hidden="true"
            onPointerDown={(event) => onHandle(event, row)}
          >
            <GripVertical />
          </span>
          <span className={styles.number}>{row.number}</span>
        </>
      ),
    },
    nameColumn(ctx),
    durationColumn(ctx),
    dateColumn(ctx, 'start'),
    dateColumn(ctx, 'finish'),
    {
      id: 'percent',
      header: t('plan:column.percent'),
      width: 66,
      align: 'end',
      text: texts.percent,
      edit: {
        text: (row) => String(row.percent),
        enabled: open,
        commit: (row, typed) => {
          const percent = parsePercent(typed);
          if (percent === null) return t('plan:invalid.percent');
          edit(row, { percent });
          return undefined;
        },
      },
    },
    predecessorColumn(ctx),
    {
      id: 'responsible',
      header: t('plan:column.responsible'),
      width: 110,
      text: (row) => row.responsible ?? '',
      edit: {
        text: (row) => row.responsible ?? '',
        commit: (row, typed) => {
          edit(row, { responsible: typed.trim() === '' ? null : typed.trim() });
          return undefined;
        },
      },
    },
  ];
}
