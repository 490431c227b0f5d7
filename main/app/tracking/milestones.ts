import type { Tx } from '#db/log/tx.ts';
import {
  checksOf,
  forecastsOf,
  type MilestoneRow,
  milestonesOf,
  needsCheck,
} from '#db/queries/milestones.ts';
import { mustHappen } from '#db/queries/mustHappen.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import { baselineRows, baselinesOf, statusOf } from '#db/queries/tracking.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { checkState, confirmationDue } from '#shared/domain/tracking/premilestone.ts';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { CheckAnswer, TrendAnswer } from '#shared/ipc/channels/milestones.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';

function projectOf(ctx: AppContext, id: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', id);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

const dayOf = (row: Pick<MilestoneRow, 'finish_at' | 'actual_finish_at'>): string =>
  (row.actual_finish_at ?? row.finish_at).slice(0, 10);

/** G20: milestones that are promised or shown to the client, with their confirmation. */
function checks(ctx: AppContext, projectId: string): CheckAnswer[] {
  const project = projectOf(ctx, projectId);
  const db = ctx.store.read;
  const made = checksOf(db, projectId);
  const calendar = projectCalendars(db, projectId).of(null);
  return milestonesOf(db, projectId)
    .filter((row) => needsCheck(row) || made.get(row.id)?.confirmed_on)
    .map((row) => {
      const check = made.get(row.id);
      const milestoneOn = dayOf(row);
      const dueOn = confirmationDue(calendar, milestoneOn, project.premilestone_days);
      const confirmedOn = check?.confirmed_on ?? null;
      const confirmedFor = check?.milestone_on ?? null;
      const facts = { dueOn, milestoneOn, done: row.percent >= 100, confirmedOn, confirmedFor };
      return {
        taskId: row.id,
        name: row.name,
        commitment: row.commitment,
        milestoneOn,
        promisedOn: row.promised_on,
        expectation: row.expectation,
        deliverable: row.deliverable,
        dueOn,
        state: checkState(facts, ctx.today()),
        check:
          check === undefined || confirmedOn === null
            ? null
            : {
                id: check.id,
                on: confirmedOn,
                by: check.confirmed_by ?? check.contact,
                contactId: check.contact_id,
                note: check.note,
                milestoneOn: confirmedFor,
              },
      };
    });
}

function invalid(field: string, reason: string): AppError {
  return new AppError(
    'VALIDATION',
    { entity: 'premilestone_check', detail: reason },
    { field: `premilestone_check.${field}`, reason },
  );
}

/** Who confirmed: a contact of the client, or a name. @throws AppError VALIDATION */
function confirmer(
  tx: Tx,
  project: RecordOf<'project'>,
  by: string | null,
  contactId: string | null,
): string {
  const contact = contactId === null ? null : tx.get('contact', contactId);
  if (contact && contact.client_id !== project.client_id) throw invalid('contact_id', 'OTHER_CLIENT');
  const name = by?.trim() || contact?.name;
  if (!name) throw invalid('confirmed_by', 'BLANK');
  return name;
}

function confirm(ctx: AppContext, input: InputOf<'tracking.confirmMilestone'>): { id: string } {
  const stored = getRecord(ctx.store.read, 'task', input.taskId);
  if (!stored) throw new AppError('NOT_FOUND', { entity: 'task' });
  const label = { key: 'confirmMilestone', args: { name: clipped(stored.name) } };
  return ctx.log.commit(label, (tx) => {
    const task = tx.get('task', input.taskId);
    if (!task.milestone || task.finish_at === null) throw invalid('task_id', 'NOT_A_MILESTONE');
    const project = tx.get('project', task.project_id);
    const milestone_on = task.finish_at.slice(0, 10);
    const calendar = projectCalendars(tx.db, project.id).of(null);
    const values = {
      due_on: confirmationDue(calendar, milestone_on, project.premilestone_days),
      milestone_on,
      confirmed_on: input.on,
      confirmed_by: confirmer(tx, project, input.by, input.contactId),
      contact_id: input.contactId,
      note: input.note,
    };
    const known = checksOf(tx.db, project.id).get(task.id);
    if (known === undefined)
      return { id: tx.create('premilestone_check', { project_id: project.id, task_id: task.id, ...values }) };
    tx.update('premilestone_check', known.id, values);
    return { id: known.id };
  }).value;
}

/**
 * Notes what each milestone is expected to be, as part of the caller's commit: a report is frozen, or the user
 * asks. One point per milestone and day. Returns how many milestones there are.
 */
export function recordForecasts(tx: Tx, projectId: string, on: string): number {
  const known = new Map(
    (
      tx.db
        .prepare(
          'SELECT id, task_id FROM milestone_forecast WHERE project_id = ? AND reported_on = ? AND deleted_at IS NULL',
        )
        .all(projectId, on) as { id: string; task_id: string }[]
    ).map(({ id, task_id }) => [task_id, id]),
  );
  const milestones = milestonesOf(tx.db, projectId);
  for (const row of milestones) {
    const done = row.percent >= 100;
    const forecast_at = done ? (row.actual_finish_at ?? row.finish_at) : row.finish_at;
    const label = clipped(row.name, 200).trim() || null;
    const id = known.get(row.id);
    if (id === undefined)
      tx.create('milestone_forecast', {
        project_id: projectId,
        task_id: row.id,
        reported_on: on,
        forecast_at,
        label,
        done,
      });
    else tx.update('milestone_forecast', id, { forecast_at, label, done });
  }
  return milestones.length;
}

function recordForecast(ctx: AppContext, projectId: string): { count: number; on: string } {
  const project = projectOf(ctx, projectId);
  const on = statusOf(project, ctx.today());
  const label = { key: 'recordForecast', args: { date: on } };
  return { count: ctx.log.commit(label, (tx) => recordForecasts(tx, projectId, on)).value, on };
}

function trend(ctx: AppContext, projectId: string) {
  const project = projectOf(ctx, projectId);
  const db = ctx.store.read;
  const reference = referenceBaseline(baselinesOf(db, projectId));
  const planned = new Map(
    (reference === null ? [] : baselineRows(db, reference.id)).map((row) => [row.task_id, row.finish_at]),
  );
  const points = new Map<string, TrendAnswer['points']>();
  const forecasts = forecastsOf(db, projectId);
  for (const { task_id, reported_on: on, forecast_at, done } of forecasts)
    points.set(task_id, [
      ...(points.get(task_id) ?? []),
      { on, forecast: forecast_at.slice(0, 10), done: done === 1 },
    ]);
  const reportOn = statusOf(project, ctx.today());
  return {
    reportOn,
    recorded: forecasts.some(({ reported_on }) => reported_on === reportOn),
    series: milestonesOf(db, projectId).map((row) => ({
      id: row.id,
      name: row.name,
      clientVisible: row.client_visible === 1,
      commitment: row.commitment,
      plannedOn: planned.get(row.id)?.slice(0, 10) ?? null,
      points: points.get(row.id) ?? [],
    })),
  };
}

export function milestoneHandlers(ctx: AppContext): Handlers {
  return {
    'tracking.mustHappen': ({ until, projectId }) => {
      if (projectId !== null) projectOf(ctx, projectId);
      return mustHappen(ctx.store.read, projectId, until);
    },
    'tracking.checks': ({ projectId }) => checks(ctx, projectId),
    'tracking.confirmMilestone': (input) => confirm(ctx, input),
    'tracking.trend': ({ projectId }) => trend(ctx, projectId),
    'tracking.recordForecast': ({ projectId }) => recordForecast(ctx, projectId),
  };
}
