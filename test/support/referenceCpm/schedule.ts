import type { CpmDates, CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import { slackBetween } from './arithmetic.ts';
import { backwardPass, type LateDates } from './backward.ts';
import { type EarlyDates, forwardPass } from './forward.ts';
import { createFreeSlack } from './freeSlack.ts';
import { buildNetwork, type Network, sortLeaves } from './network.ts';

/*
 * The same rules written the slow way: objects, closures and maps, every date asked of the calendars one by one.
 * It is what the engine is compared with on random plans.
 */
export type ReferenceResult =
  | { readonly ok: true; readonly finish: number; readonly dates: ReadonlyMap<number, CpmDates> }
  | { readonly ok: false };

const isFree = (task: CpmTask) => task.actualStart === null && task.actualFinish === null && !task.fixedDates;

function slackOf(task: CpmTask, row: number, early: EarlyDates, late: LateDates): number {
  if (task.actualFinish !== null) return 0;
  const at = (dates: Float64Array) => dates[row] ?? Number.NaN;
  const finishSlack = slackBetween(task, at(early.finish), at(late.finish));
  if (task.actualStart !== null) return finishSlack;
  return Math.min(slackBetween(task, at(early.start), at(late.start)), finishSlack);
}

interface Passes {
  readonly early: EarlyDates;
  readonly late: LateDates;
  readonly finish: number;
}

function fromStart(input: CpmInput, network: Network, order: readonly number[]): Passes {
  const first = forwardPass(input, network, order, input.start);
  const finish = order.reduce((latest, row) => Math.max(latest, first.finish[row] ?? latest), input.start);
  const late = backwardPass(input, network, order, first, finish);
  const early = forwardPass(input, network, order, input.start, (row, dates) => {
    const task = network.tasks[row];
    const start = late.start[row] ?? dates.start;
    const isDragged = task?.constraint === 'ALAP' && isFree(task) && start > dates.start;
    return isDragged ? { start, finish: late.finish[row] ?? dates.finish } : dates;
  });
  return { early, late: backwardPass(input, network, order, early, finish), finish };
}

function fromFinish(input: CpmInput, network: Network, order: readonly number[], finish: number): Passes {
  const draft = forwardPass(input, network, order, input.start);
  const lateDraft = backwardPass(input, network, order, draft, finish);
  const start = order.reduce((least, row) => {
    const task = network.tasks[row];
    const dates = task && isFree(task) ? lateDraft.start : draft.start;
    return Math.min(least, dates[row] ?? least);
  }, finish);
  const early = forwardPass(input, network, order, start);
  const late = backwardPass(input, network, order, early, finish, (row) => {
    const task = network.tasks[row];
    return task?.constraint === 'ASAP' && isFree(task);
  });
  return { early, late, finish };
}

export function referenceSchedule(input: CpmInput): ReferenceResult {
  const network = buildNetwork(input.tasks);
  const { order, open } = sortLeaves(network);
  if (open.length > 0) return { ok: false };
  const isFromFinish = input.scheduleFrom === 'finish';
  const { early, late, finish } = isFromFinish
    ? fromFinish(input, network, order, input.finish ?? input.start)
    : fromStart(input, network, order);
  const freeSlack = createFreeSlack(network, early, isFromFinish);
  const dates = new Map<number, CpmDates>();
  for (const row of order) {
    const task = input.tasks[row];
    if (!task) continue;
    const at = (list: Float64Array) => list[row] ?? Number.NaN;
    // Against the direction of the plan: such a task has used all its slack.
    const isAtLate = task.constraint === 'ALAP' && !isFromFinish && !task.fixedDates;
    const isPulled = task.constraint === 'ASAP' && isFromFinish && isFree(task);
    const totalSlack = isAtLate || isPulled ? 0 : slackOf(task, row, early, late);
    const isLate = isFromFinish && !task.fixedDates;
    dates.set(task.uid, {
      start: at(isLate ? late.start : early.start),
      finish: at(isLate ? late.finish : early.finish),
      earlyStart: at(early.start),
      earlyFinish: at(early.finish),
      lateStart: at(late.start),
      lateFinish: at(late.finish),
      totalSlack,
      freeSlack: isPulled ? 0 : freeSlack(row, task, totalSlack),
      critical: task.actualFinish === null && totalSlack <= input.criticalSlackLimit,
    });
  }
  return { ok: true, finish, dates };
}
