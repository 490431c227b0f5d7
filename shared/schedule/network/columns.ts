/** What a calculation needs of a plan, column by column, as it crosses the wire (`plan.network`). */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../../domain/plan/predecessors.ts';
import { calendarSchema } from '../calendar/definition.ts';

/** Bits of `flags`. */
export const NETWORK_FLAGS = {
  summary: 1,
  milestone: 2,
  /** Inactive or a blank row: no effect on anything. */
  off: 4,
  manual: 8,
  /** Of another project (semantics §4.11): keeps its stored dates. */
  foreign: 16,
  /** The duration runs round the clock. */
  elapsed: 32,
} as const;

export const CONSTRAINTS = ['asap', 'alap', 'mso', 'mfo', 'snet', 'snlt', 'fnet', 'fnlt'] as const;

const rowIndex = z.array(z.int());
const instant = z.number().nullable();
const instants = z.array(instant);
const tenths = z.array(z.number());
const texts = z.array(z.string());
const nullableTexts = z.array(z.string().nullable());

/**
 * Rows in outline order, the same as those of `plan.get`; what few rows have stands apart, by row index. Instants
 * are tenths of a minute since 1970 on the wall clock, amounts tenths of a minute.
 */
export const networkSchema = z.strictObject({
  /** `kept`: all dates stay as they are stored. */
  scheduling: z.enum(['automatic', 'kept']),
  scheduleFrom: z.enum(['start', 'finish']),
  start: z.number(),
  finish: instant,
  criticalSlack: z.number(),
  multipleCriticalPaths: z.boolean(),
  calendars: z.array(calendarSchema),
  /** One of `calendars`: that of the project. */
  calendarId: z.string(),
  rows: z.strictObject({
    id: texts,
    /** Index of the summary above, −1 at the top. */
    parent: rowIndex,
    flags: rowIndex,
    duration: z.array(z.number().nullable()),
    calendar: nullableTexts,
    start: instants,
    finish: instants,
  }),
  constraints: z.strictObject({ row: rowIndex, type: z.array(z.enum(CONSTRAINTS)), date: instants }),
  deadlines: z.strictObject({ row: rowIndex, date: z.array(z.number()) }),
  progress: z.strictObject({
    row: rowIndex,
    actualStart: instants,
    actualFinish: instants,
    stop: instants,
    resume: instants,
    remaining: z.array(z.number().nullable()),
  }),
  levelling: z.strictObject({ row: rowIndex, delay: tenths }),
  /** Work of people: `calendar` (null: the project's) and, where both have to work, `also`. */
  parts: z.strictObject({
    row: rowIndex,
    calendar: nullableTexts,
    also: nullableTexts,
    length: tenths,
    delay: tenths,
  }),
  links: z.strictObject({
    from: rowIndex,
    to: rowIndex,
    type: z.array(z.enum(LINK_TYPES)),
    lagKind: z.array(z.enum(LAG_KINDS)),
    lagValue: tenths,
  }),
});
export type PlanNetwork = z.infer<typeof networkSchema>;
