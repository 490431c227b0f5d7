/** A list on paper: what the print page is given. Plain texts, written out by whoever asks for it. */
import { z } from 'zod';
import { LOCALES } from '#shared/model/entities/client.ts';
import { dateSchema } from '#shared/model/field.ts';

const text = (max: number) => z.string().max(max);
const cells = z.array(text(10_000)).max(60);

export const listDocumentSchema = z.strictObject({
  kind: z.literal('list'),
  language: z.enum(LOCALES),
  title: text(300).min(1),
  subtitle: text(500),
  groups: z
    .array(z.strictObject({ title: text(300), heads: cells, rows: z.array(cells).max(5_000) }))
    .max(500),
  /** A milestone trend chart above the lists. */
  trend: z
    .array(
      z.strictObject({
        id: text(80),
        name: text(10_000),
        points: z
          .array(z.strictObject({ on: dateSchema, forecast: dateSchema, done: z.boolean() }))
          .max(2_000),
      }),
    )
    .max(200)
    .optional(),
});
export type ListDocument = z.infer<typeof listDocumentSchema>;
