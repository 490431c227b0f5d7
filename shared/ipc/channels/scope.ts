/** H2: what the project contains, what it does not, and which work belongs to what. */
import { z } from 'zod';
import { scopeItem } from '../../model/entities/planning.ts';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

const count = z.int().min(0);
const side = z.enum(['in', 'out']);

export const scopeItemRow = z.strictObject({
  id: z.string(),
  side,
  text: z.string(),
  notes: z.string().nullable(),
  client_visible: z.boolean(),
  client_text: z.string().nullable(),
  /** Rows of work linked to it. */
  tasks: count,
});
export type ScopeItemRow = z.infer<typeof scopeItemRow>;

export const scopeTask = z.strictObject({
  id: z.string(),
  /** Outline number, `1.2.3`. */
  number: z.string(),
  name: z.string(),
  /** Names of the summaries above it, the outermost first. */
  path: z.array(z.string()),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  responsible: z.string().nullable(),
  /** A live item, or null. */
  scopeItemId: z.string().nullable(),
});
export type ScopeTask = z.infer<typeof scopeTask>;

export const scopeChannels = {
  'scope.get': query(
    z.strictObject({ projectId: idSchema }),
    z.strictObject({
      /** In order; inside first. */
      items: z.array(scopeItemRow),
      /** Rows that are work, in the order of the plan. */
      tasks: z.array(scopeTask),
      work: count,
      covered: count,
      outside: count,
      without: count,
      /** Share of the work inside the scope by duration, 0–100; null without work. */
      percent: z.number().nullable(),
    }),
    ['scope_item', 'task'],
  ),
  /** Adds an item at the end of its side. */
  'scope.add': command(
    z.strictObject({ projectId: idSchema, side, text: scopeItem.fields.text.schema }),
    z.strictObject({ id: z.string() }),
  ),
  /** Puts an item before another one of a side, or at its end. */
  'scope.place': command(
    z.strictObject({ id: idSchema, side, beforeId: idSchema.nullable() }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** Links work to an item, or to none; of a summary all the work below it. */
  'scope.assign': command(
    z.strictObject({
      taskIds: z.array(idSchema).min(1).max(50_000),
      scopeItemId: idSchema.nullable(),
    }),
    z.strictObject({ count }),
  ),
};
