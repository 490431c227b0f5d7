/** Why a task lies where it does, as data; the words are the window's. */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../../domain/plan/predecessors.ts';
import { idSchema } from '../../model/field.ts';
import { CONSTRAINTS } from '../../schedule/network/columns.ts';
import { query } from '../channel.ts';

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

export const planWhyChannels = {
  'plan.why': query(z.strictObject({ id: idSchema }), whySchema, [
    'project',
    'calendar',
    'task',
    'link',
    'resource',
    'assignment',
  ]),
};
