import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { CpmTask } from '#shared/schedule/cpm/model.ts';
import { applyLag, slackBetween } from './arithmetic.ts';
import type { EarlyDates } from './forward.ts';
import type { Network, Relation } from './network.ts';

/** The earliest instant the unfinished leaves of the successor leave to the predecessor; null if there are none. */
function earliestNeed(relation: Relation, network: Network, early: EarlyDates): Instant | null {
  const { link, predecessor, successor } = relation;
  let need = Number.POSITIVE_INFINITY;
  for (const leaf of network.leaves[successor] ?? []) {
    const task = network.tasks[leaf];
    if (!task || task.actualFinish !== null) continue;
    const dates = link.type === 'FS' || link.type === 'SS' ? early.start : early.finish;
    need = Math.min(need, applyLag(link, task, early.lengthOf(predecessor), dates[leaf] ?? Number.NaN, -1));
  }
  return Number.isFinite(need) ? need : null;
}

/**
 * Free slack of leaves: how far a task can slip without moving the early dates of a successor; never below 0;
 * the total slack if nothing follows (semantics §5). Needs of summaries are computed once per link.
 */
export function createFreeSlack(
  network: Network,
  early: EarlyDates,
  isFromFinish: boolean,
): (row: number, task: CpmTask, totalSlack: number) => number {
  const needs = new Map<Relation, Instant | null>();
  const needOf = (relation: Relation): Instant | null => {
    const known = needs.get(relation);
    if (known !== undefined) return known;
    const need = earliestNeed(relation, network, early);
    needs.set(relation, need);
    return need;
  };
  return (row, task, totalSlack) => {
    if (task.actualFinish !== null || (task.constraint === 'ALAP' && !task.fixedDates && !isFromFinish))
      return 0;
    let least = Number.POSITIVE_INFINITY;
    for (const relation of network.outgoing(row)) {
      const need = needOf(relation);
      if (need === null) continue;
      const fromFinish = relation.link.type === 'FS' || relation.link.type === 'FF';
      const own = (fromFinish ? early.finish[row] : early.start[row]) ?? Number.NaN;
      least = Math.min(least, slackBetween(task, own, need));
    }
    return Math.max(0, Number.isFinite(least) ? least : totalSlack);
  };
}
