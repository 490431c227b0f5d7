/** Dates that somebody was told, to show what has changed since. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { query } from '../channel.ts';

const days = z.array(z.string().nullable());

const sinceSchema = z.strictObject({
  /** Where the dates come from: a report that was sent, else the newest baseline. */
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('report'), no: z.int(), on: z.string() }),
    z.strictObject({ kind: z.literal('baseline'), name: z.string(), on: z.string().nullable() }),
  ]),
  /** `YYYY-MM-DD`, first and last day of work; a report has only what the client may see. */
  rows: z.strictObject({ id: z.array(z.string()), start: days, finish: days }),
});
export type PlanSince = z.infer<typeof sinceSchema>;

export const planSinceChannels = {
  /** Null: no report was sent, and there is no baseline. */
  'plan.since': query(z.strictObject({ projectId: idSchema }), sinceSchema.nullable(), [
    'report',
    'baseline',
    'baseline_task',
  ]),
};
