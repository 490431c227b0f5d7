import { finishSteps, type Steps } from '../steps.ts';
import type {
  CpmDates,
  CpmInput,
  CpmLoop,
  CpmResult,
  CpmSuccess,
  CpmSummary,
  CpmTask,
  TaskId,
} from './model.ts';
import { buildNetwork } from './network.ts';
import { orderLeaves } from './order.ts';
import { calculate } from './passes.ts';
import { createPlan, type Plan } from './plan.ts';
import { allDates, allSummaries } from './result.ts';
import { explain } from './why.ts';

/** Plan with its network in order, nothing calculated; or the circle that forbids it. */
export function* compileInSteps<Id extends TaskId>(input: CpmInput<Id>): Steps<Plan<Id> | CpmLoop<Id>> {
  const network = buildNetwork(input.tasks);
  yield;
  const order = orderLeaves(network);
  if (!order.ok) return { ok: false, cycle: order.cycle.map((row) => (input.tasks[row] as CpmTask<Id>).uid) };
  yield;
  return createPlan(input, network, order.rows);
}

/** The same at once. */
export const compilePlan = <Id extends TaskId>(input: CpmInput<Id>): Plan<Id> | CpmLoop<Id> =>
  finishSteps(compileInSteps(input));

/** Objects are made when they are first asked for. */
function toResult<Id extends TaskId>(plan: Plan<Id>): CpmSuccess<Id> {
  let dates: Map<Id, CpmDates> | null = null;
  let summaries: Map<Id, CpmSummary> | null = null;
  return {
    ok: true,
    start: plan.start,
    finish: plan.finish,
    get dates() {
      dates ??= allDates(plan);
      return dates;
    },
    get summaries() {
      summaries ??= allSummaries(plan);
      return summaries;
    },
    why: (uid) => explain(plan, plan.network.rowOf(uid)),
  };
}

/**
 * Critical path method with the rules of Microsoft Project (semantics §4–5). Gives early and late dates, slack and
 * criticality of every leaf that counts, the roll-up of every summary, and why each date is what it is. Links in a
 * circle refuse the whole calculation and name the tasks involved.
 */
export function schedule<Id extends TaskId = number>(input: CpmInput<Id>): CpmResult<Id> {
  const plan = compilePlan(input);
  if ('cycle' in plan) return plan;
  calculate(plan);
  return toResult(plan);
}
