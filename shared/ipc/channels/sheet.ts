/** Columns of the plan's table that `plan.get` does not carry: read only while they are shown. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

export const SHEET_FIELDS = [
  'wbs',
  'deliverable',
  'payment_stage',
  'expectation',
  'notes',
  'commitment',
  'constraint_at',
  'actual_start_at',
  'actual_finish_at',
  'scope',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Tasks that have a value, side by side with it: most tasks of most plans have none. */
const values = z.strictObject({
  field: z.enum(SHEET_FIELDS),
  id: z.array(z.string()),
  value: z.array(z.string()),
});

export const sheetChannels = {
  'plan.fields': query(
    z.strictObject({
      projectId: idSchema,
      fields: z.array(z.enum(SHEET_FIELDS)).max(SHEET_FIELDS.length),
    }),
    z.array(values),
    ['task', 'scope_item'],
  ),
  /**
   * Gives every task a code of its own from its place in the outline, after a prefix (`A-1.2`); `prefix` null takes
   * all own codes away, so that the place in the outline is shown again.
   */
  'plan.renumber': command(
    z.strictObject({ projectId: idSchema, prefix: z.string().max(40).nullable() }),
    z.strictObject({ count: z.int() }),
  ),
};
