/** Milestones, bars and the work of this and the next period. */
import type { RecordOf } from '#shared/model/registry.ts';
import { daysBetween } from '../deadline/dates.ts';
import type { PlanRow, PlanView } from './plan.ts';
import type { ReportBar, ReportMilestone, ReportTrend, ReportWork } from './snapshot.ts';
import type { Words } from './wording.ts';

type Period = { readonly from: string; readonly to: string };

const isBefore = (date: string | null, day: string): boolean => date !== null && date < day;

const within = (date: string | null, period: Period): boolean =>
  date !== null && date >= period.from && date <= period.to;

/** What the client reads for a task: the wording meant for the client, else the name that was cleared. */
export function taskWords(row: PlanRow): string {
  const own = row.task.client_text?.trim() ?? '';
  return own === '' ? row.task.name : own;
}

function hasVisibleAncestor(row: PlanRow): boolean {
  for (let up = row.parent; up; up = up.parent) if (up.task.client_visible && !up.task.milestone) return true;
  return false;
}

/** Visible rows below which nothing is visible: the finest the client may see, each piece of work once. */
export function visibleWork(plan: PlanView): PlanRow[] {
  const covered = new Set<PlanRow>();
  for (const row of plan.rows)
    if (row.task.client_visible && !row.task.milestone)
      for (let up = row.parent; up; up = up.parent) covered.add(up);
  return plan.rows.filter((row) => row.task.client_visible && !row.task.milestone && !covered.has(row));
}

export function visibleMilestones(plan: PlanView): PlanRow[] {
  return plan.rows.filter((row) => row.task.client_visible && row.task.milestone);
}

/** Planned, forecast and actual day of a milestone on the status day. */
export function milestoneFacts(row: PlanRow, statusOn: string): Omit<ReportMilestone, 'id' | 'name'> {
  const planned_on = row.planned_finish_on;
  const actual_on = row.actual_finish_on;
  if (actual_on !== null) {
    const days = planned_on === null ? null : daysBetween(planned_on, actual_on);
    return { planned_on, forecast_on: null, actual_on, days, state: (days ?? 0) > 0 ? 'done_late' : 'done' };
  }
  const forecast = row.finish_on;
  // A date that has passed without the milestone being reached is no forecast.
  if (forecast !== null && forecast < statusOn) {
    const days = planned_on === null ? null : daysBetween(planned_on, statusOn);
    return { planned_on, forecast_on: null, actual_on: null, days, state: 'overdue' };
  }
  const days = planned_on === null || forecast === null ? null : daysBetween(planned_on, forecast);
  return {
    planned_on,
    forecast_on: forecast,
    actual_on: null,
    days,
    state: (days ?? 0) > 0 ? 'late' : 'on_track',
  };
}

export function composeMilestones(plan: PlanView, statusOn: string, words: Words): ReportMilestone[] {
  return visibleMilestones(plan)
    .flatMap((row) => {
      const name = words(row.task.id, taskWords(row));
      return name === null ? [] : [{ id: row.task.id, name, ...milestoneFacts(row, statusOn) }];
    })
    .sort((a, b) => (a.planned_on ?? '9').localeCompare(b.planned_on ?? '9'));
}

/**
 * What was forecast for each visible milestone on earlier report dates, and now. Null until one of them has been
 * reported on twice: a single point is no trend.
 */
export function composeTrend(
  plan: PlanView,
  forecasts: readonly RecordOf<'milestone_forecast'>[],
  statusOn: string,
  words: Words,
): ReportTrend[] | null {
  const series = visibleMilestones(plan).flatMap((row) => {
    const name = words(row.task.id, taskWords(row));
    const now = row.actual_finish_on ?? row.finish_on;
    if (name === null || now === null) return [];
    const earlier = forecasts
      .filter((point) => point.task_id === row.task.id && point.reported_on < statusOn)
      .sort((a, b) => (a.reported_on < b.reported_on ? -1 : 1))
      .map((point) => ({
        on: point.reported_on,
        forecast: point.forecast_at.slice(0, 10),
        done: point.done,
      }));
    const current = { on: statusOn, forecast: now, done: row.actual_finish_on !== null };
    return [{ id: row.task.id, name, points: [...earlier, current] }];
  });
  return series.some(({ points }) => points.length > 1) ? series : null;
}

/** Visible phases for the chart: those without a visible row above them. */
export function composeBars(plan: PlanView, words: Words): ReportBar[] {
  return plan.rows.flatMap((row) => {
    if (!row.task.client_visible || row.task.milestone || hasVisibleAncestor(row)) return [];
    const name = words(row.task.id, taskWords(row));
    if (name === null || row.start_on === null || row.finish_on === null) return [];
    return [
      {
        id: row.task.id,
        name,
        start_on: row.start_on,
        finish_on: row.finish_on < row.start_on ? row.start_on : row.finish_on,
        percent: rounded(row.percent),
      },
    ];
  });
}

const rounded = (percent: number): number => Math.min(100, Math.max(0, Math.round(percent * 1e4) / 1e4));

function listed(
  plan: PlanView,
  words: Words,
  stateOf: (row: PlanRow) => ReportWork['state'] | null,
): ReportWork[] {
  return visibleWork(plan).flatMap((row) => {
    const state = stateOf(row);
    const name = state === null ? null : words(row.task.id, taskWords(row));
    if (state === null || name === null) return [];
    const { start_on, finish_on } = row;
    return [{ id: row.task.id, name, state, start_on, finish_on, percent: rounded(row.percent) }];
  });
}

const ORDER: Readonly<Record<ReportWork['state'], number>> = {
  finished: 0,
  started: 1,
  finishes: 2,
  starts: 3,
  continues: 4,
};

const byState = (a: ReportWork, b: ReportWork): number =>
  ORDER[a.state] - ORDER[b.state] || (a.finish_on ?? '9').localeCompare(b.finish_on ?? '9');

/** R1: what was finished, begun or went on in the period. */
export function composeDone(plan: PlanView, period: Period, words: Words): ReportWork[] {
  return listed(plan, words, (row) => {
    const { actual_start_on: start, actual_finish_on: finish } = row;
    if (within(finish, period)) return 'finished';
    if (start === null || start > period.to || isBefore(finish, period.from)) return null;
    return within(start, period) ? 'started' : 'continues';
  }).sort(byState);
}

/** O9: what begins, ends or goes on in the next period; late work is in it until it is done. */
export function composeNext(plan: PlanView, period: Period, words: Words): ReportWork[] {
  return listed(plan, words, (row) => {
    if (row.actual_finish_on !== null || row.percent >= 100) return null;
    const started = row.actual_start_on !== null;
    if (row.finish_on !== null && row.finish_on <= period.to) return 'finishes';
    if (started) return 'continues';
    return row.start_on !== null && row.start_on <= period.to ? 'starts' : null;
  }).sort(byState);
}
