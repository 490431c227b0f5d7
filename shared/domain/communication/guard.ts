/** MS-5, P3, G10: what speaks against a promise, before it is made. */
import { z } from 'zod';
import { dateSchema } from '#shared/model/field.ts';
import { daysBetween } from '../deadline/dates.ts';

const day = dateSchema;
const step = z.strictObject({ id: z.string(), number: z.string(), name: z.string(), finish_on: day });

export const guardWarning = z.discriminatedUnion('kind', [
  /** Promised before the plan can be done; `path` are the tasks that lead there, the last one being the task itself. */
  z.strictObject({
    kind: z.literal('before_earliest'),
    earliest_on: day,
    days: z.int(),
    path: z.array(step),
  }),
  /** The work does not fit between now and the day. */
  z.strictObject({ kind: z.literal('too_short'), needs: z.int(), available: z.int() }),
  /** The work would eat more than the slack of the task. */
  z.strictObject({ kind: z.literal('over_slack'), needs: z.int(), slack: z.number() }),
  z.strictObject({ kind: z.literal('critical'), name: z.string() }),
  z.strictObject({
    kind: z.literal('owner_busy'),
    owner: z.string(),
    days: z.int(),
    first_on: day,
    last_on: day,
  }),
  /** Other promises of the same person in the week before the day. */
  z.strictObject({ kind: z.literal('owner_promises'), owner: z.string(), count: z.int() }),
  z.strictObject({
    kind: z.literal('risks'),
    risks: z.array(z.strictObject({ id: z.string(), no: z.int(), title: z.string() })),
  }),
  z.strictObject({ kind: z.literal('history'), kept: z.int(), of: z.int() }),
  z.strictObject({ kind: z.literal('past'), due_on: day }),
]);
export type GuardStep = z.infer<typeof step>;
export type GuardWarning = z.infer<typeof guardWarning>;

/** What is known about the task of a promise. */
export interface GuardTask {
  readonly name: string;
  /** Day it can be finished at the earliest. */
  readonly earliest_on: string;
  /** Working days by which it can slip; negative: it is late already. */
  readonly slack: number;
  readonly critical: boolean;
  readonly done: boolean;
  readonly path: readonly GuardStep[];
}

export interface GuardFacts {
  readonly today: string;
  readonly due_on: string | null;
  readonly needs_days: number | null;
  readonly owner: string | null;
  readonly task: GuardTask | null;
  /** Working days from today up to and including the day; null without a day or a calendar. */
  readonly available: number | null;
  /** Days up to the due day on which the owner has more work than time. */
  readonly overload: { readonly days: number; readonly first_on: string; readonly last_on: string } | null;
  /** Open promises of the same owner due within the week before the day. */
  readonly owner_promises: number;
  /** High and critical risks that are open on the task, or without a task on the project. */
  readonly risks: readonly { readonly id: string; readonly no: number; readonly title: string }[];
  /** Settled promises of the same kind. */
  readonly history: { readonly kept: number; readonly of: number };
}

/** Below this share of kept ones the past is a warning. */
const GOOD_RATE = 0.8;
/** Fewer settled promises say nothing. */
const ENOUGH = 3;
const MANY_PROMISES = 3;

function fromPlan({ due_on, needs_days, task }: GuardFacts): GuardWarning[] {
  if (!task || task.done) return [];
  const out: GuardWarning[] = [];
  if (due_on !== null && due_on < task.earliest_on)
    out.push({
      kind: 'before_earliest',
      earliest_on: task.earliest_on,
      days: daysBetween(due_on, task.earliest_on),
      path: [...task.path],
    });
  if (needs_days !== null && needs_days > task.slack)
    out.push({ kind: 'over_slack', needs: needs_days, slack: task.slack });
  else if (task.critical) out.push({ kind: 'critical', name: task.name });
  return out;
}

function fromOwner({ owner, overload, owner_promises }: GuardFacts): GuardWarning[] {
  if (owner === null) return [];
  const out: GuardWarning[] = [];
  if (overload !== null) out.push({ kind: 'owner_busy', owner, ...overload });
  if (owner_promises >= MANY_PROMISES) out.push({ kind: 'owner_promises', owner, count: owner_promises });
  return out;
}

/** Everything that speaks against a promise, the hardest first; empty: nothing does. */
export function guardPromise(facts: GuardFacts): readonly GuardWarning[] {
  const { today, due_on, needs_days, available, risks, history } = facts;
  const out: GuardWarning[] = [];
  if (due_on !== null && due_on < today) out.push({ kind: 'past', due_on });
  out.push(...fromPlan(facts));
  if (needs_days !== null && available !== null && needs_days > available)
    out.push({ kind: 'too_short', needs: needs_days, available });
  out.push(...fromOwner(facts));
  if (risks.length > 0) out.push({ kind: 'risks', risks: [...risks] });
  if (history.of >= ENOUGH && history.kept / history.of < GOOD_RATE)
    out.push({ kind: 'history', ...history });
  return out;
}
