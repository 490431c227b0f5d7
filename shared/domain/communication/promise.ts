/** P2, P4, X7: what becomes of a promise: made → due → kept, renegotiated or broken. */
import type { RecordOf } from '#shared/model/registry.ts';

export type Promised = Pick<
  RecordOf<'promise'>,
  'status' | 'due_on' | 'first_due_on' | 'settled_on' | 'kind'
>;
export type PromiseStatus = RecordOf<'promise'>['status'];

/** Statuses in which somebody still waits. */
export const isOpen = ({ status }: Pick<Promised, 'status'>): boolean =>
  status === 'made' || status === 'renegotiated';

/** Open and past its day. The day itself is still in time. */
export const isLate = (promise: Pick<Promised, 'status' | 'due_on'>, today: string): boolean =>
  isOpen(promise) && promise.due_on !== null && promise.due_on < today;

const NEXT: Readonly<Record<PromiseStatus, readonly PromiseStatus[]>> = {
  made: ['kept', 'renegotiated', 'broken', 'withdrawn'],
  renegotiated: ['kept', 'renegotiated', 'broken', 'withdrawn'],
  // A mistaken tick can be taken back.
  kept: ['made', 'broken'],
  broken: ['made', 'kept'],
  withdrawn: ['made'],
};

export type SettleProblem = 'PROMISE_STEP' | 'PROMISE_OVERDUE' | 'PROMISE_NO_DATE' | 'PROMISE_SAME_DATE';

/** Why a promise cannot go to a status; null if it can. */
export function settleProblem(from: PromiseStatus, to: PromiseStatus): SettleProblem | null {
  return from === to || NEXT[from].includes(to) ? null : 'PROMISE_STEP';
}

/**
 * X7: why a new day cannot be agreed. A promise whose day has passed was not kept: it is settled as it is, and what
 * is promised now is a promise of its own.
 */
export function renegotiateProblem(
  promise: Pick<Promised, 'status' | 'due_on'>,
  dueOn: string,
  today: string,
): SettleProblem | null {
  if (!isOpen(promise)) return 'PROMISE_STEP';
  if (promise.due_on === null) return 'PROMISE_NO_DATE';
  if (promise.due_on < today) return 'PROMISE_OVERDUE';
  return promise.due_on === dueOn ? 'PROMISE_SAME_DATE' : null;
}

/** The fields of a promise whose new day was agreed in time. The first day is kept for ever. */
export function renegotiated(promise: Pick<Promised, 'due_on' | 'first_due_on'>, dueOn: string) {
  return {
    status: 'renegotiated',
    due_on: dueOn,
    first_due_on: promise.first_due_on ?? promise.due_on,
    settled_on: null,
  } as const;
}

export type Outcome = 'open' | 'renegotiated' | 'kept' | 'broken' | 'withdrawn';

/** How a promise counts. One that was fulfilled after its day was broken, however late it was made good. */
export function outcomeOf(promise: Promised): Outcome {
  const { status, due_on, settled_on } = promise;
  if (status === 'made') return 'open';
  if (status !== 'kept') return status;
  return due_on !== null && settled_on !== null && settled_on > due_on ? 'broken' : 'kept';
}

export interface PromiseRate {
  readonly kept: number;
  /** Moved to another day in time, and still open. */
  readonly renegotiated: number;
  readonly broken: number;
  readonly open: number;
  /** Of the open and the renegotiated ones: those whose day has passed. */
  readonly late: number;
  /** Kept of those that were kept or broken, 0 to 1; null before the first one is settled. */
  readonly rate: number | null;
}

/** P4: the kept-rate. What was renegotiated in time is neither kept nor broken until its new day. */
export function promiseRate(promises: readonly Promised[], today: string): PromiseRate {
  const count = { open: 0, renegotiated: 0, kept: 0, broken: 0, withdrawn: 0 };
  let late = 0;
  for (const promise of promises) {
    count[outcomeOf(promise)] += 1;
    if (isLate(promise, today)) late += 1;
  }
  const { kept, renegotiated, broken, open } = count;
  const settled = kept + broken;
  return { kept, renegotiated, broken, open, late, rate: settled === 0 ? null : kept / settled };
}
