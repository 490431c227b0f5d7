/**
 * What a document says, and all of it: preview, PDF, comparison and e-mail are drawn from one content. It is plain
 * data in the document's own language; whoever composes it leaves out what its audience may not read.
 */
import { z } from 'zod';
import { DOCUMENT_KINDS } from '#shared/model/entities/agreement.ts';
import { LOCALES } from '#shared/model/entities/client.ts';

export const CONTENT_FORMAT = 'milepost-document';
export const CONTENT_VERSION = 1;

export const AUDIENCES = ['client', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const text = z.string();
/** Unique in its document and the same in the next version: by it two versions are compared. */
const id = z.string().min(1);

const fact = z.strictObject({ label: text, value: text });

const column = z.strictObject({
  label: text,
  /** Share of the width beside the other columns. */
  width: z.number().positive(),
  align: z.enum(['start', 'end']),
});

const row = z.strictObject({
  id,
  /** As many as there are columns. */
  cells: z.array(text),
  /** A sum or a row that was dropped. */
  tone: z.enum(['plain', 'strong', 'muted']),
});

/** A cause and what is behind it. */
export interface FishCause {
  readonly id: string;
  readonly text: string;
  readonly root: boolean;
  readonly causes: readonly FishCause[];
}
const cause: z.ZodType<FishCause> = z.strictObject({
  id,
  text,
  root: z.boolean(),
  get causes() {
    return z.array(cause);
  },
});

const fishbone = z.strictObject({
  type: z.literal('fishbone'),
  problem: text,
  branches: z.array(z.strictObject({ id, label: text, causes: z.array(cause) })),
});

/** Percent of what the client expects; null: not known. */
const share = z.number().nullable();

const radar = z.strictObject({
  type: z.literal('radar'),
  axes: z
    .array(
      z.strictObject({
        id,
        label: text,
        values: z.strictObject({ expected: share, agreed: share, planned: share, actual: share }),
      }),
    )
    .min(3),
});

export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), id, level: z.union([z.literal(2), z.literal(3)]), text }),
  z.strictObject({ kind: z.literal('paragraph'), id, text, muted: z.boolean() }),
  /** Labels and values one below the other; values may be long. */
  z.strictObject({ kind: z.literal('facts'), id, items: z.array(fact) }),
  z.strictObject({
    kind: z.literal('table'),
    id,
    /** What the table is about, for those who do not see it. */
    label: text,
    columns: z.array(column).min(1),
    rows: z.array(row),
    /** Stands for a table without rows. */
    empty: text,
  }),
  z.strictObject({ kind: z.literal('list'), id, ordered: z.boolean(), items: z.array(text) }),
  z.strictObject({
    kind: z.literal('figure'),
    id,
    /** What the figure shows, in words. */
    label: text,
    figure: z.discriminatedUnion('type', [fishbone, radar]),
  }),
  /** A question with room for the answer. */
  z.strictObject({
    kind: z.literal('question'),
    id,
    /** Null: a line to fill in, such as the name. */
    no: z.int().positive().nullable(),
    text,
    form: z.enum(['open', 'choice', 'scale', 'yes_no']),
    /** Words beside the boxes; for a scale the words at its two ends. */
    choices: z.array(text),
    /** Empty lines to write on. */
    lines: z.int().min(0).max(20),
  }),
  /** A text with what was taken out and put in; in comparisons of two versions only. */
  z.strictObject({
    kind: z.literal('change'),
    id,
    label: text,
    parts: z.array(z.strictObject({ op: z.enum(['same', 'added', 'removed']), text })),
  }),
  /** Boxes in which the two sides sign. */
  z.strictObject({
    kind: z.literal('signatures'),
    id,
    /** What one agrees to by signing. */
    statement: text,
    sides: z
      .array(z.strictObject({ side: z.enum(['client', 'own']), label: text }))
      .min(1)
      .max(2),
  }),
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
export type Figure = BlockOf<'figure'>['figure'];

export const contentSchema = z.strictObject({
  format: z.literal(CONTENT_FORMAT),
  version: z.literal(CONTENT_VERSION),
  kind: z.enum(DOCUMENT_KINDS),
  language: z.enum(LOCALES),
  audience: z.enum(AUDIENCES),
  /** A drawing wants the long side. */
  paper: z.enum(['portrait', 'landscape']),
  title: text,
  /** Short facts below the title. */
  facts: z.array(fact),
  blocks: z.array(blockSchema),
});
export type DocumentContent = z.infer<typeof contentSchema>;

/** What stands around the content: whose paper it is and which version. It is no part of what is signed. */
export const frameSchema = z.strictObject({
  company: z
    .strictObject({
      name: text,
      address: text.nullable(),
      phone: text.nullable(),
      email: text.nullable(),
      tax_no: text.nullable(),
      logo: text.nullable(),
    })
    .nullable(),
  client: text,
  project: text.nullable(),
  prepared_by: text.nullable(),
  /** Day of issue; of a preview, today. */
  dated: text,
  /** All null until the document is issued. */
  no: z.int().nullable(),
  issue: z.int().nullable(),
  code: text.nullable(),
});
export type DocumentFrame = z.infer<typeof frameSchema>;

/** One side's signature as it is printed. */
export const printedSignatureSchema = z.strictObject({
  side: z.enum(['client', 'own']),
  name: text,
  role: text.nullable(),
  method: z.enum(['drawn', 'typed', 'paper']),
  /** Wall clock, `YYYY-MM-DD HH:MM`. */
  signed_at: text,
  /** Data URL; null where the picture is a photo of the page or cannot be read. */
  image: text.nullable(),
  seal: text,
});
export type PrintedSignature = z.infer<typeof printedSignatureSchema>;

/** What the print page is given. */
export const documentPrintSchema = z.strictObject({
  kind: z.literal('document'),
  content: contentSchema,
  frame: frameSchema,
  /** Hash of the content, printed beside the signatures. */
  sha256: text.nullable(),
  signatures: z.array(printedSignatureSchema),
});
export type DocumentPrint = z.infer<typeof documentPrintSchema>;
