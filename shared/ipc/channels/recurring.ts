/** Recurring tasks: a summary with a rule, and a subtask for each of its days. */
import { z } from 'zod';
import { ruleSchema } from '../../domain/recurring/rule.ts';
import { task } from '../../model/entities/plan.ts';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';
import { effectSchema, placeSchema } from './plan.ts';

const count = z.int().min(0);
const name = task.fields.name.schema.refine((text) => text.trim() !== '', { error: 'BLANK' });

export const recurringChannels = {
  /** The days a rule gives on the calendar of the project. */
  'recurring.preview': query(
    z.strictObject({ projectId: idSchema, rule: ruleSchema }),
    z.strictObject({
      days: z.array(z.strictObject({ on: z.string(), day: z.string(), moved: z.boolean() })),
      skipped: count,
      /** More than can be made; only the first are. */
      cut: z.boolean(),
    }),
    ['project', 'calendar'],
  ),
  'recurring.add': command(
    z.strictObject({ projectId: idSchema, place: placeSchema, name, rule: ruleSchema }),
    z.strictObject({ id: z.string(), count, effect: effectSchema }),
  ),
  /** A new rule: occurrences that have begun stay, the others follow it. */
  'recurring.change': command(
    z.strictObject({ id: idSchema, name: name.optional(), rule: ruleSchema }),
    z.strictObject({ created: count, kept: count, removed: count, effect: effectSchema }),
  ),
};
