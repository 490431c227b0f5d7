/** Recurring tasks: how often, between which days, and what happens on days off. Pure. */
import { z } from 'zod';
import { dateSchema } from '../../model/field.ts';

const every = z.int().min(1).max(400);
const HOLIDAY = ['next', 'previous', 'skip'] as const;

/** When occurrences fall. Weekdays are 1 Monday … 7 Sunday. */
export const patternSchema = z.discriminatedUnion('kind', [
  /** Every n-th day, days off included. */
  z.strictObject({ kind: z.literal('days'), every }),
  /** Every n-th week on these weekdays. */
  z.strictObject({
    kind: z.literal('weeks'),
    every,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  }),
  /** Every n-th month on a day; 31 is the last day of every month. */
  z.strictObject({ kind: z.literal('months'), every, day: z.int().min(1).max(31) }),
  /** Every n-th month on the first … fourth (1–4) or last (5) of a weekday. */
  z.strictObject({
    kind: z.literal('monthWeekday'),
    every,
    nth: z.int().min(1).max(5),
    weekday: z.int().min(1).max(7),
  }),
]);
export type Pattern = z.infer<typeof patternSchema>;

export const MAX_OCCURRENCES = 500;

/** What a recurring task is made from; kept with its summary. */
export const ruleSchema = z.strictObject({
  pattern: patternSchema,
  /** First day that may have an occurrence. */
  from: dateSchema,
  /** Last day, or a number of occurrences. */
  until: dateSchema.nullable(),
  count: z.int().min(1).max(MAX_OCCURRENCES).nullable(),
  /** As typed: `2h`, `1d`. */
  duration: z.string().min(1).max(40),
  /** Time of day it begins at, tenths of a minute since midnight; null: with the working day. */
  time: z.int().min(0).max(14_399).nullable(),
  /** An occurrence on a day off is moved or left out. */
  onDayOff: z.enum(HOLIDAY),
});
export type RecurrenceRule = z.infer<typeof ruleSchema>;

/** Marks a subtask as made by the rule: the day the rule meant, before days off moved it. */
export const occurrenceSchema = z.strictObject({ on: dateSchema });

/** The rule a stored summary holds, or null if it is none of ours. */
export function ruleOf(stored: unknown): RecurrenceRule | null {
  const read = ruleSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** The day of a stored occurrence, or null. */
export function occurrenceOf(stored: unknown): string | null {
  const read = occurrenceSchema.safeParse(stored);
  return read.success ? read.data.on : null;
}

const DATE_KEYS: ReadonlySet<string> = new Set(['from', 'until', 'on']);

/** A stored rule or occurrence with each of its days replaced. */
export function mapRuleDates<From, To>(
  stored: Readonly<Record<string, unknown>>,
  change: (day: From) => To,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => [
      key,
      DATE_KEYS.has(key) && value !== null ? change(value as From) : value,
    ]),
  );
}
