import { slackBetween } from './arithmetic.ts';
import { backwardPass, type LateDates } from './backward.ts';
import { type EarlyDates, forwardPass } from './forward.ts';
import { createFreeSlack } from './freeSlack.ts';
import type { CpmDates, CpmInput, CpmResult, CpmTask } from '#shared/schedule/cpm/model.ts';
import { buildNetwork, sortLeaves } from './network.ts';

function slackOf(task: CpmTask, row: number, early: EarlyDates, late: LateDates): number {
  if (task.actualFinish !== null || task.constraint === 'ALAP') return 0;
  const at = (dates: Float64Array) => dates[row] ?? Number.NaN;
  const finishSlack = slackBetween(task, at(early.finish), at(late.finish));
  if (task.actualStart !== null) return finishSlack;
  return Math.min(slackBetween(task, at(early.start), at(late.start)), finishSlack);
}

function datesOf(
  task: CpmTask,
  row: number,
  early: EarlyDates,
  late: LateDates,
  limit: number,
): Omit<CpmDates, 'freeSlack'> {
  const totalSlack = slackOf(task, row, early, late);
  const lateStart = late.start[row] ?? Number.NaN;
  const lateFinish = late.finish[row] ?? Number.NaN;
  // As late as possible: the early dates are the late ones (semantics §4.5).
  const isLate = task.constraint === 'ALAP' && task.actualStart === null;
  return {
    earlyStart: isLate ? lateStart : (early.start[row] ?? Number.NaN),
    earlyFinish: isLate ? lateFinish : (early.finish[row] ?? Number.NaN),
    lateStart,
    lateFinish,
    totalSlack,
    critical: task.actualFinish === null && totalSlack <= limit,
  };
}

/**
 * Critical path method with the rules of Microsoft Project (semantics §4–5). Gives early and late dates, total
 * slack and criticality of every leaf that counts; summaries are rolled up elsewhere. Links in a circle refuse
 * the whole calculation and name the rows involved.
 */
export function schedule(input: CpmInput): CpmResult {
  const network = buildNetwork(input.tasks);
  const { order, open } = sortLeaves(network);
  if (open.length > 0) return { ok: false, cycle: open.map((row) => input.tasks[row]?.uid ?? -1) };
  const early = forwardPass(input, network, order);
  const finish = order.reduce((latest, row) => Math.max(latest, early.finish[row] ?? latest), input.start);
  const late = backwardPass(input, network, order, early, finish);
  const freeSlack = createFreeSlack(network, early);
  const dates = new Map<number, CpmDates>();
  for (const row of order) {
    const task = input.tasks[row];
    if (!task) continue;
    const found = datesOf(task, row, early, late, input.criticalSlackLimit);
    dates.set(task.uid, { ...found, freeSlack: freeSlack(row, task, found.totalSlack) });
  }
  return { ok: true, finish, dates };
}
