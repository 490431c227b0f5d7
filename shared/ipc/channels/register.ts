/** Channels of registers in general: acts on several records of any type as one step. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { entityTypes } from '../../model/registry.ts';
import { command, query } from '../channel.ts';

export const recordLink = z.strictObject({
  entity: z.enum(entityTypes as [string, ...string[]]),
  id: z.string(),
  title: z.string(),
  project_id: z.string().nullable(),
});
export type RecordLink = z.infer<typeof recordLink>;

export const registerChannels = {
  /** Records that point to this one, by a reference or as their subject; those it owns are not among them. */
  'record.links': query(z.strictObject({ id: idSchema }), z.array(recordLink), ['log']),
  /** Puts the records into the trash in one step. Several types at once are refused. */
  'register.remove': command(
    z.strictObject({ ids: z.array(idSchema).min(1).max(5000) }),
    z.strictObject({ removed: z.int() }),
  ),
  /**
   * Puts a record of a type with an order of its own before another one of the same owner; null puts it last.
   * Tasks, scope items and causes have commands of their own: their place is more than an order.
   */
  'record.place': command(
    z.strictObject({ id: idSchema, beforeId: idSchema.nullable() }),
    z.strictObject({ changed: z.boolean() }),
  ),
};
