/** Why a task lies where it does, as data; the words are the window's. */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../../domain/plan/predecessors.ts';
import { idSchema } from '../../model/field.ts';
import { CONSTRAINTS } from '../../schedule/network/columns.ts';
import { command, query } from '../channel.ts';
import { effectSchema } from './plan.ts';

const instant = z.number();
/** A task named in a reason, to go to. */
const named = z.strictObject({ id: z.string(), number: z.string(), name: z.string() });

export const driverSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'projectStart',
      'projectFinish',
      'actualStart',
      'actualFinish',
      'resumed',
      'levelling',
      'asLateAsPossible',
      /** Dates that stay as they are stored: typed by hand, of another project, or of a plan that is kept. */
      'manual',
      'foreign',
      'kept',
    ]),
    date: instant,
  }),
  z.strictObject({
    kind: z.literal('link'),
    date: instant,
    type: z.enum(LINK_TYPES),
    lagKind: z.enum(LAG_KINDS),
    lagValue: z.number(),
    lagUnit: z.string(),
    /** Of an early date: the predecessor; of a late one: the successor. */
    task: named,
    /** The summary above this task that carries the link, if it is not its own. */
    above: named.nullable(),
  }),
  z.strictObject({
    kind: z.literal('constraint'),
    date: instant,
    type: z.enum(CONSTRAINTS),
    /** The summary above it that carries the constraint, if it is not its own. */
    above: named.nullable(),
  }),
  z.strictObject({ kind: z.literal('deadline'), date: instant }),
  /** Of a summary: the task below it that begins first, or ends last. */
  z.strictObject({ kind: z.literal('subtask'), date: instant, task: named }),
]);
export type WhyDriver = z.infer<typeof driverSchema>;

export const whySchema = z.strictObject({
  /** What gives the start; null: the row is not scheduled. */
  early: driverSchema.nullable(),
  /** What gives the latest finish, and with it the slack. */
  late: driverSchema.nullable(),
  /** Time off the start waits out. */
  wait: z
    .strictObject({
      from: instant,
      to: instant,
      reason: z.enum(['holiday', 'weekend', 'hours']),
      /** Of the holiday. */
      name: z.string(),
    })
    .nullable(),
  /** A link that a constraint overrules: the plan cannot be kept as it is. */
  overruled: driverSchema.nullable(),
});
export type PlanWhy = z.infer<typeof whySchema>;

/**
 * Why the calculation places a task elsewhere than it is stored:
 * - link, constraint, progress: that is what drives it in our calculation
 * - follows: a task it depends on lies elsewhere
 * - resource: the work of people on their calendars gives another length
 * - calendar: the same start, but the calendar gives another finish
 * - free: nothing in the plan holds it at its stored date (a stale value, or moved by hand)
 */
export const DIFFERENCE_CAUSES = [
  'link',
  'constraint',
  'progress',
  'follows',
  'resource',
  'calendar',
  'free',
] as const;

export const differenceSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  start: instant.nullable(),
  finish: instant.nullable(),
  ourStart: instant,
  ourFinish: instant,
  cause: z.enum(DIFFERENCE_CAUSES),
  driver: driverSchema.nullable(),
});
export type PlanDifference = z.infer<typeof differenceSchema>;

const READS = ['project', 'calendar', 'task', 'link', 'resource', 'assignment'] as const;
const ids = z.array(idSchema).max(50_000);

export const planWhyChannels = {
  'plan.why': query(z.strictObject({ id: idSchema }), whySchema, READS),
  /** Tasks the calculation would place elsewhere; the first 2000, and how many in all. */
  'plan.differences': query(
    z.strictObject({ projectId: idSchema }),
    z.strictObject({
      count: z.int(),
      rows: z.array(differenceSchema),
      /** Names of tasks whose links run in a circle: then nothing can be calculated. */
      circle: z.array(z.string()),
      /** Whether the dates are those of a file; else somebody entered them. */
      imported: z.boolean(),
    }),
    READS,
  ),
  /**
   * Whether dates follow from the plan from now on. `pin`: tasks that stay where they are all the same, by a
   * constraint where that says so, else scheduled by hand.
   */
  'plan.setScheduling': command(
    z.strictObject({
      projectId: idSchema,
      scheduling: z.enum(['automatic', 'kept']),
      pin: ids.optional(),
    }),
    z.strictObject({ effect: effectSchema }),
  ),
};
