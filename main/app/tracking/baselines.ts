import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import {
  type BaselineRow,
  baselineRows,
  baselineState,
  baselinesOf,
  currentState,
  instantOf,
  type TrackPlan,
  trackPlan,
} from '#db/queries/tracking.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { sha256 } from '#main/services/files/contentStore.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { comparePlans } from '#shared/domain/tracking/compare.ts';
import { referenceBaseline } from '#shared/domain/tracking/reference.ts';
import type { BaselineSummary, Comparison } from '#shared/ipc/channels/tracking.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { formatLocal, type Instant } from '#shared/schedule/calendar/instant.ts';

/** What a baseline says, in an order that does not depend on how it is stored. */
function contentHash(rows: readonly BaselineRow[]): string {
  const byTask = (a: BaselineRow, b: BaselineRow): number => (a.task_id < b.task_id ? -1 : 1);
  return sha256(canonicalJson([...rows].sort(byTask)));
}

const local = (at: Instant | null): string | null => (at === null ? null : formatLocal(at));

export interface BaselineInput {
  readonly projectId: string;
  readonly name: string;
  readonly kind: 'manual' | 'contract' | 'change';
  readonly reason?: string | null | undefined;
  /** Day it is taken on, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Freezes dates, durations, progress and cost of every task as part of the caller's commit (I9, N1). Approved
 * changes call it with kind `change`, the contract with `contract`. @throws AppError NOT_FOUND
 */
export function takeBaseline(tx: Tx, input: BaselineInput): { id: string; hash: string; tasks: number } {
  const plan = trackPlan(tx.db, tx.get('project', input.projectId));
  const next = 'SELECT coalesce(max(number), -1) + 1 AS number FROM baseline WHERE project_id = ?';
  const { number } = tx.db.prepare<[string], { number: number }>(next).get(input.projectId) ?? { number: 0 };
  const id = tx.create('baseline', {
    project_id: input.projectId,
    number,
    name: input.name,
    taken_on: input.today,
    kind: input.kind,
    reason: input.reason ?? null,
  });
  const work = new Map(plan.outline.map(({ row }) => [row.id, row.work_tenths]));
  const states = currentState(plan);
  for (const state of states)
    tx.create('baseline_task', {
      baseline_id: id,
      task_id: state.id,
      label: clipped(state.name, 200).trim() || null,
      start_at: local(state.start),
      finish_at: local(state.finish),
      duration_tenths: state.duration,
      work_tenths: work.get(state.id) ?? null,
      cost_minor: state.cost,
      percent: state.percent,
    });
  return { id, hash: sealBaseline(tx, id), tasks: states.length };
}

/** Seals a baseline with the hash of its rows as they are in this transaction. */
export function sealBaseline(tx: Tx, id: string): string {
  const hash = contentHash(baselineRows(tx.db, id));
  tx.updateSystem('baseline', id, { hash });
  return hash;
}

function projectOf(ctx: AppContext, id: string): RecordOf<'project'> {
  const project = getRecord(ctx.store.read, 'project', id);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  return project;
}

/** A baseline of that project. @throws AppError NOT_FOUND, OTHER_PROJECT */
function baselineOf(ctx: AppContext, projectId: string, id: string): RecordOf<'baseline'> {
  const found = getRecord(ctx.store.read, 'baseline', id);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'baseline' });
  if (found.project_id !== projectId) throw new AppError('OTHER_PROJECT', { entity: 'baseline' });
  return found;
}

const extreme = (values: readonly (Instant | null)[], pick: (...all: number[]) => number): Instant | null =>
  values.reduce<Instant | null>(
    (best, at) => (at === null ? best : best === null ? at : pick(best, at)),
    null,
  );

function summaryOf(ctx: AppContext, plan: TrackPlan, baseline: ReturnType<typeof baselinesOf>[number]) {
  const rows = baselineRows(ctx.store.read, baseline.id);
  const states = baselineState(ctx.store.read, baseline.id, plan);
  const costs = states.flatMap(({ cost, summary }) => (cost === null || summary ? [] : [cost]));
  const { hash, ...head } = baseline;
  return {
    ...head,
    tasks: rows.length,
    start: extreme(
      states.map(({ start }) => start),
      Math.min,
    ),
    finish: extreme(
      states.map(({ finish }) => finish),
      Math.max,
    ),
    cost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    seal:
      hash === null
        ? ('unknown' as const)
        : hash === contentHash(rows)
          ? ('intact' as const)
          : ('altered' as const),
  };
}

function listBaselines(ctx: AppContext, projectId: string): BaselineSummary[] {
  const plan = trackPlan(ctx.store.read, projectOf(ctx, projectId));
  const baselines = baselinesOf(ctx.store.read, projectId);
  const reference = referenceBaseline(baselines)?.id;
  return baselines.map((baseline) => ({
    ...summaryOf(ctx, plan, baseline),
    reference: baseline.id === reference,
  }));
}

function columns(ctx: AppContext, projectId: string, baselineId: string | undefined) {
  projectOf(ctx, projectId);
  const chosen =
    baselineId === undefined
      ? referenceBaseline(baselinesOf(ctx.store.read, projectId))
      : baselineOf(ctx, projectId, baselineId);
  if (chosen === null) return null;
  const { id, number, name, taken_on } = chosen;
  const rows = baselineRows(ctx.store.read, id);
  return {
    id,
    number,
    name,
    taken_on,
    rows: {
      id: rows.map((row) => row.task_id),
      start: rows.map((row) => instantOf(row.start_at)),
      finish: rows.map((row) => instantOf(row.finish_at)),
      duration: rows.map((row) => row.duration_tenths),
      cost: rows.map((row) => row.cost_minor),
      percent: rows.map((row) => row.percent),
    },
  };
}

function compare(
  ctx: AppContext,
  input: { readonly projectId: string; readonly fromId: string; readonly toId: string | null },
): Comparison {
  const project = projectOf(ctx, input.projectId);
  const db = ctx.store.read;
  const plan = trackPlan(db, project);
  const before = baselineState(db, baselineOf(ctx, project.id, input.fromId).id, plan);
  const after =
    input.toId === null
      ? currentState(plan)
      : baselineState(db, baselineOf(ctx, project.id, input.toId).id, plan);
  const calendarIds = new Map(plan.outline.map(({ row }) => [row.id, row.calendar_id]));
  const found = comparePlans(before, after, plan.calendars.of(null), {
    calendarOf: (id) => plan.calendars.of(calendarIds.get(id) ?? null),
    minutesPerDay: project.minutes_per_day,
    withProgress: input.toId !== null,
  });
  const values = (state: (typeof before)[number] | null) =>
    state && {
      start: state.start,
      finish: state.finish,
      duration: state.duration,
      cost: state.cost,
      percent: state.percent,
    };
  const changes = found.changes.map(({ before: old, after: now, kinds, ...change }) => ({
    ...change,
    kinds: [...kinds],
    before: values(old),
    after: values(now),
  }));
  return { ...found, changes, currency: project.currency };
}

export function baselineHandlers(ctx: AppContext): Handlers {
  return {
    'plan.baselines': ({ projectId }) => listBaselines(ctx, projectId),
    'plan.baseline': ({ projectId, baselineId }) => columns(ctx, projectId, baselineId),
    'tracking.takeBaseline': (input) => {
      const label = { key: 'takeBaseline', args: { name: clipped(input.name) } };
      return ctx.log.commit(label, (tx) => takeBaseline(tx, { ...input, today: ctx.today() })).value;
    },
    'tracking.compare': (input) => compare(ctx, input),
  };
}
