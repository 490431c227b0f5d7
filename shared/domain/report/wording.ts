import { z } from 'zod';
import { SECTIONS } from './snapshot.ts';

const words = z.string().max(5_000);

/**
 * What the author changed by hand. Kept beside the data and laid over it when the report is composed, so
 * that resetting one part brings the composed one back.
 */
export const wordingSchema = z.strictObject({
  /** Words at the head of a section. */
  texts: z.partialRecord(z.enum(SECTIONS), words).optional(),
  hiddenSections: z.array(z.enum(SECTIONS)).max(SECTIONS.length).optional(),
  /** By id of the record: other words for one line, or no line at all. */
  items: z
    .record(z.string().max(60), z.strictObject({ text: words.optional(), hidden: z.boolean().optional() }))
    .optional(),
  preparedBy: z.string().max(120).optional(),
});
export type Wording = z.infer<typeof wordingSchema>;
export type ItemWording = NonNullable<Wording['items']>[string];

/** Wording as stored; anything that is not wording counts as none. */
export function readWording(value: unknown): Wording {
  const parsed = wordingSchema.safeParse(value ?? {});
  return parsed.success ? parsed.data : {};
}

/** Words for one record, or null where the author hides it. */
export type Words = (id: string, composed: string) => string | null;

export function wordsOf(wording: Wording): Words {
  return (id, composed) => {
    const own = wording.items?.[id];
    if (own?.hidden) return null;
    return filled(own?.text) ?? composed;
  };
}

/** The trimmed text, or null if nothing is left of it. */
export function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
