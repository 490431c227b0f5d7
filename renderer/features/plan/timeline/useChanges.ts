import { useCallback, useMemo } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { type Format, type T, useI18n } from '#renderer/i18n/index.ts';
import { workingDaysLate } from '#shared/domain/tracking/workDays.ts';
import type { PlanSince } from '#shared/ipc/channels/planSince.ts';
import {
  dayOf,
  type EpochDay,
  type Instant,
  parseDate,
  TENTHS_PER_DAY,
  timeOf,
} from '#shared/schedule/calendar/instant.ts';
import { finishDay, finishOn, startOn } from '#shared/schedule/edit.ts';
import type { PlanModel, PlanRow } from '../model.ts';

/** A row that lay elsewhere when somebody was told its dates. */
export interface Change {
  readonly start: Instant;
  readonly finish: Instant;
  /** Working days; positive is later. */
  readonly startDays: number;
  readonly finishDays: number;
}

export interface Changes {
  readonly from: PlanSince['from'];
  /** By row index. */
  readonly rows: ReadonlyMap<number, Change>;
  readonly words: (index: number) => string | null;
}

type Told = { readonly start: EpochDay; readonly finish: EpochDay };

/** How a row differs from the days that were told, on its own calendar; null if it does not. */
export function changeOf(model: PlanModel, row: PlanRow, told: Told): Change | null {
  if (row.start === null || row.finish === null) return null;
  const calendar = model.calendarOf(row);
  const { minutesPerDay } = model.units;
  const [start, finish] = [
    startOn(calendar, told.start, row.milestone),
    finishOn(calendar, told.finish, row.milestone),
  ];
  if (start === null || finish === null) return null;
  // Both as days, so that a task that ends at noon is not half a day early.
  const startDays = workingDaysLate(
    calendar,
    start,
    startOn(calendar, dayOf(row.start), row.milestone),
    minutesPerDay,
  );
  const finishNow = finishOn(calendar, finishDay(row.start, row.finish), row.milestone);
  const finishDays = workingDaysLate(calendar, finish, finishNow, minutesPerDay);
  if (startDays === null || finishDays === null || (startDays === 0 && finishDays === 0)) return null;
  if (!row.milestone) return { start, finish, startDays, finishDays };
  // A day says nothing of the hour: a milestone is shown at the hour it has now.
  const at = told.finish * TENTHS_PER_DAY + timeOf(row.start);
  return { start: at, finish: at, startDays, finishDays };
}

function wordsOf(t: T, format: Format, { startDays, finishDays }: Change): string {
  const size = (value: number) => ({ days: format.number(Math.abs(value), Number.isInteger(value) ? 0 : 1) });
  if (finishDays > 0) return t('timeline:since.later', size(finishDays));
  if (finishDays < 0) return t('timeline:since.earlier', size(finishDays));
  return t(startDays > 0 ? 'timeline:since.startLater' : 'timeline:since.startEarlier', size(startDays));
}

function changesOf(model: PlanModel, { rows }: PlanSince): Map<number, Change> {
  const found = new Map<number, Change>();
  for (const [at, id] of rows.id.entries()) {
    const index = model.indexOf.get(id);
    const row = index === undefined ? undefined : model.rows[index];
    const start = parseDate(rows.start[at] ?? '');
    const finish = parseDate(rows.finish[at] ?? '');
    const change = row && start !== null && finish !== null ? changeOf(model, row, { start, finish }) : null;
    if (row && change) found.set(row.index, change);
  }
  return found;
}

/** Demand 8: what moved since the last report that was sent; asked for only while it is shown. Null: nothing to compare with. */
export function useChanges(model: PlanModel, shown: boolean): Changes | null | undefined {
  const { t, format } = useI18n();
  const { data } = useAnswer('plan.since', { projectId: model.project.id }, shown);
  return useMemo(() => {
    if (!shown || data === undefined) return undefined;
    if (data === null) return null;
    const rows = changesOf(model, data);
    const words = (index: number) => {
      const change = rows.get(index);
      return change ? wordsOf(t, format, change) : null;
    };
    return { from: data.from, rows, words };
  }, [data, model, shown, t, format]);
}

/** What a screen reader says of a row, with its change. */
export function useRowText(
  rowText: (row: PlanRow) => string,
  changes: Changes | null | undefined,
): (row: PlanRow) => string {
  const { t } = useI18n();
  return useCallback(
    (row) => {
      const change = changes?.words(row.index) ?? null;
      const text = rowText(row);
      return change === null ? text : [text, t('timeline:since.row', { change })].join(t('plan:row.joint'));
    },
    [rowText, changes, t],
  );
}
