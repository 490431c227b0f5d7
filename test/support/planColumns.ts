import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';

type Calculated = Pick<
  PlanAnswer['rows'],
  | 'lateStart'
  | 'lateFinish'
  | 'totalSlack'
  | 'freeSlack'
  | 'promised'
  | 'party'
  | 'cost'
  | 'constraint'
  | 'scope'
>;

/** Columns of a plan about which a test has nothing to say. */
export function plainColumns(rows: number): Calculated {
  const nothing = () => Array.from({ length: rows }, () => null);
  return {
    lateStart: nothing(),
    lateFinish: nothing(),
    totalSlack: nothing(),
    freeSlack: nothing(),
    promised: nothing(),
    party: nothing(),
    cost: nothing(),
    constraint: Array.from({ length: rows }, () => 'asap' as const),
    scope: nothing(),
  };
}
