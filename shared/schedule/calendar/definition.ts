import { z } from 'zod';
import { parseDate, TENTHS_PER_DAY } from './instant.ts';

/**
 * What a working-time calendar is, as plain JSON. Times are tenths of a minute since midnight (8:00 = 4800,
 * end of the day = 14400), dates are `YYYY-MM-DD`, weekdays 0 = Sunday … 6 = Saturday.
 */
const time = z.number().int().min(0).max(TENTHS_PER_DAY);
const dateText = z.string().refine((text) => parseDate(text) !== null);

/** One working period of a day: from (inclusive) to (exclusive); a night shift is split at midnight. */
export const intervalSchema = z.tuple([time, time]).refine(([from, to]) => from < to);

/** Sorted, not overlapping. Empty = not working. */
export const intervalsSchema = z
  .array(intervalSchema)
  .max(48)
  .refine((list) => list.every((interval, i) => i === 0 || interval[0] >= (list[i - 1]?.[1] ?? 0)));

const daySchema = intervalsSchema.nullable();
/** Sunday … Saturday; null = as in the base calendar (without a base: the standard week). */
export const weekSchema = z.tuple([
  daySchema,
  daySchema,
  daySchema,
  daySchema,
  daySchema,
  daySchema,
  daySchema,
]);

const every = z.number().int().min(1).max(10_000);
const month = z.number().int().min(1).max(12);
const monthDay = z.number().int().min(1).max(31);
/** Which day is counted within a month: any day, Monday–Friday, Saturday/Sunday, or one weekday. */
const item = z.union([z.enum(['day', 'weekday', 'weekendDay']), z.number().int().min(0).max(6)]);
/** 0 first … 3 fourth, 4 last. */
const position = z.number().int().min(0).max(4);

export const recurrenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), every }),
  z.object({ kind: z.literal('weekdays'), every }),
  z.object({ kind: z.literal('weekly'), every, weekdays: z.array(z.number().int().min(0).max(6)).max(7) }),
  z.object({ kind: z.literal('monthlyDay'), every, day: monthDay }),
  z.object({ kind: z.literal('monthlyPosition'), every, item, position }),
  z.object({ kind: z.literal('yearlyDate'), month, day: monthDay }),
  z.object({ kind: z.literal('yearlyPosition'), month, item, position }),
]);

/** One-off (`recurrence: null`: every day of the range) or recurring; empty intervals = not working. */
export const exceptionSchema = z.object({
  name: z.string(),
  from: dateText,
  to: dateText,
  intervals: intervalsSchema,
  recurrence: recurrenceSchema.nullable(),
  /** Stop after so many dates, even before `to`. */
  occurrences: z.number().int().min(1).nullable(),
});

/** Another week for a date range: below exceptions, above the week. */
export const workWeekSchema = z.object({ name: z.string(), from: dateText, to: dateText, week: weekSchema });

export const calendarSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  baseId: z.string().min(1).nullable(),
  week: weekSchema,
  exceptions: z.array(exceptionSchema),
  workWeeks: z.array(workWeekSchema),
});

export type Interval = z.infer<typeof intervalSchema>;
export type Intervals = readonly (readonly [number, number])[];
export type Week = z.infer<typeof weekSchema>;
export type Recurrence = z.infer<typeof recurrenceSchema>;
export type CalendarException = z.infer<typeof exceptionSchema>;
export type WorkWeek = z.infer<typeof workWeekSchema>;
export type CalendarDef = z.infer<typeof calendarSchema>;

/** Sort, drop empty and merge overlapping or touching-by-overlap periods, so that every list is valid. */
export function normaliseIntervals(list: Intervals): Interval[] {
  const sorted = list
    .map(([from, to]): Interval => [Math.max(0, from), Math.min(TENTHS_PER_DAY, to)])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
