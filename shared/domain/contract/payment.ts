/** E2, E3, X10: what an instalment amounts to, when it is due and how far it has come. Pure. */
import { addDays } from '../deadline/dates.ts';
import { sharesOf } from './money.ts';

export const PAYMENT_STATES = ['planned', 'due', 'claimed', 'overdue', 'received'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface InstalmentShare {
  readonly percent: number | null;
  /** Wins over the percent. */
  readonly amountMinor: number | null;
}

/**
 * E2, demand 17: amounts of the instalments of a contract sum, in their order. A fixed amount stays as it is; the
 * percents are shares of the contract sum by largest remainder, so that 100 % are exactly the sum. Null where neither
 * amount nor percent is given, or a percent of a sum that is not known.
 */
export function instalmentAmounts(
  totalMinor: number | null,
  stages: readonly InstalmentShare[],
): (number | null)[] {
  const byPercent = stages.flatMap(({ percent, amountMinor }, index) =>
    amountMinor === null && percent !== null ? [{ index, percent }] : [],
  );
  const shares =
    totalMinor === null
      ? []
      : sharesOf(
          totalMinor,
          byPercent.map(({ percent }) => percent),
        );
  const shareOf = new Map(byPercent.map(({ index }, at) => [index, shares[at] ?? null]));
  return stages.map(({ amountMinor }, index) => amountMinor ?? shareOf.get(index) ?? null);
}

/** What an instalment waits for, as the contract and the plan stand now. Days are `YYYY-MM-DD`. */
export interface DueEvent {
  readonly rule: 'date' | 'signing' | 'milestone' | 'acceptance';
  /** Of rule `date`. */
  readonly dueOn: string | null;
  /** Of rule `signing`; null while unsigned. */
  readonly signedOn: string | null;
  /** Of rule `milestone`: the day in the plan, or on which it was reached. */
  readonly milestoneOn: string | null;
  readonly milestoneDone: boolean;
  /** Of rule `acceptance`: the day it was accepted; else the day it is expected. */
  readonly acceptedOn: string | null;
  readonly acceptanceExpectedOn: string | null;
  /** Calendar days after the event. */
  readonly dueDays: number;
}

export interface Due {
  /** Day it has to be paid, expected while the event has not happened; null if not known. */
  readonly dueOn: string | null;
  /** The event has happened: the money may be asked for. */
  readonly reached: boolean;
}

/** E2: due day of an instalment. It follows the plan: nothing of it is stored. */
export function dueOf(event: DueEvent, today: string): Due {
  const after = (day: string | null): string | null => (day === null ? null : addDays(day, event.dueDays));
  switch (event.rule) {
    case 'date':
      return { dueOn: after(event.dueOn), reached: event.dueOn !== null && event.dueOn <= today };
    case 'signing':
      return { dueOn: after(event.signedOn), reached: event.signedOn !== null && event.signedOn <= today };
    case 'milestone':
      return {
        dueOn: after(event.milestoneOn),
        reached: event.milestoneDone && event.milestoneOn !== null,
      };
    case 'acceptance':
      return {
        dueOn: after(event.acceptedOn ?? event.acceptanceExpectedOn),
        reached: event.acceptedOn !== null,
      };
  }
}

export interface PaymentFacts extends Due {
  /** Null: not known yet. */
  readonly amountMinor: number | null;
  readonly receivedMinor: number;
  readonly claimedOn: string | null;
  /** The contract is signed. Before that nothing is owed. */
  readonly binding: boolean;
}

/** What is still to come; more money than agreed leaves nothing, not less than nothing. */
export function outstandingOf(amountMinor: number | null, receivedMinor: number): number {
  if (amountMinor === null) return 0;
  return amountMinor >= 0 ? Math.max(0, amountMinor - receivedMinor) : amountMinor - receivedMinor;
}

/**
 * X10: planned → due (event reached) → claimed → received, or overdue from the day after the due day. What was paid
 * in full is received, whatever the plan says.
 */
export function paymentState(facts: PaymentFacts, today: string): PaymentState {
  const { amountMinor, receivedMinor, reached, dueOn } = facts;
  const paid = amountMinor !== null && amountMinor > 0 && receivedMinor >= amountMinor;
  if (paid) return 'received';
  if (!facts.binding) return 'planned';
  const owed = reached || facts.claimedOn !== null;
  if (owed && dueOn !== null && dueOn < today && outstandingOf(amountMinor, receivedMinor) > 0)
    return 'overdue';
  if (facts.claimedOn !== null) return 'claimed';
  return reached ? 'due' : 'planned';
}

/** Money that is expected, by month of its due day. */
export interface CashMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly amountMinor: number;
  readonly count: number;
}

/** E3: expected cash by month; what is overdue or has no day is not in it. Months without money are left out. */
export function cashByMonth(
  stages: readonly {
    readonly dueOn: string | null;
    readonly outstandingMinor: number;
    readonly state: PaymentState;
  }[],
): CashMonth[] {
  const months = new Map<string, { amountMinor: number; count: number }>();
  for (const { dueOn, outstandingMinor, state } of stages) {
    if (dueOn === null || outstandingMinor === 0 || state === 'overdue' || state === 'received') continue;
    const month = months.get(dueOn.slice(0, 7)) ?? { amountMinor: 0, count: 0 };
    months.set(dueOn.slice(0, 7), {
      amountMinor: month.amountMinor + outstandingMinor,
      count: month.count + 1,
    });
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { amountMinor, count }]) => ({ month, amountMinor, count }));
}
