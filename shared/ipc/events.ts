import { z } from 'zod';
import { labelSchema } from './channels/app.ts';

const wireError = z.object({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  field: z.string().optional(),
  reason: z.string().optional(),
  correlationId: z.string().optional(),
});

/** What the core pushes. `n` counts up by one; a gap tells the client to ask for everything it shows again. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('data.changed'),
    n: z.int(),
    seq: z.int(),
    kind: z.enum(['user', 'undo', 'redo', 'import', 'system']),
    label: labelSchema,
    touched: z.array(z.object({ entity: z.string(), ids: z.array(z.string()) })),
  }),
  z.object({ type: z.literal('prefs.changed'), n: z.int() }),
  z.object({
    type: z.literal('task.progress'),
    n: z.int(),
    taskId: z.string(),
    fraction: z.number(),
    stage: z.string(),
  }),
  z.object({ type: z.literal('task.done'), n: z.int(), taskId: z.string(), value: z.unknown() }),
  z.object({ type: z.literal('task.failed'), n: z.int(), taskId: z.string(), err: wireError }),
  z.object({ type: z.literal('command'), n: z.int(), id: z.string() }),
  z.object({
    type: z.literal('file.opened'),
    n: z.int(),
    token: z.string(),
    name: z.string(),
    size: z.int(),
  }),
]);

export type AppEvent = z.infer<typeof eventSchema>;
/** An event before it is numbered. */
export type NewEvent = AppEvent extends infer E ? (E extends AppEvent ? Omit<E, 'n'> : never) : never;
