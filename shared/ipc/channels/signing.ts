/** MS-3: signing documents on screen and on paper, and proving afterwards what was signed. */
import { z } from 'zod';
import { DOCUMENT_KINDS, signoff } from '../../model/entities/agreement.ts';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

/** Characters of a drawn signature as base64: 600 kB of picture. */
export const MAX_PNG_CHARS = 800_000;

export const SIDES = ['client', 'own'] as const;
const side = z.enum(SIDES);
const kind = z.enum(DOCUMENT_KINDS);

export const signatureRow = z.strictObject({
  id: z.string(),
  side,
  name: z.string(),
  role: z.string().nullable(),
  method: z.enum(['drawn', 'typed', 'paper']),
  signed_at: z.string(),
  seal_sha256: z.string(),
  /** The contact who signed is in the trash; the signature holds all the same. */
  contactGone: z.boolean(),
});
export type SignatureRow = z.infer<typeof signatureRow>;

export const signing = z.strictObject({
  state: z.enum(['unsigned', 'partly', 'signed', 'outdated']),
  kind,
  subjectId: z.string(),
  /** The newest version; null while none was issued. */
  documentId: z.string().nullable(),
  version: z.int().nullable(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  code: z.string().nullable(),
  issued_at: z.string().nullable(),
  /** Whether the document would say the same if it were issued now. */
  current: z.boolean(),
  signatures: z.array(signatureRow),
  missing: z.array(side),
  /** An older version that both sides signed, while a newer one is not signed yet. */
  signedBefore: z.strictObject({ documentId: z.string(), version: z.int() }).nullable(),
  /** What has to be put right before it can be signed, by the names of the registers' rules, with the record it concerns. */
  gaps: z.array(z.strictObject({ code: z.string(), subjectId: z.string(), name: z.string() })),
});
export type Signing = z.infer<typeof signing>;

const signer = {
  documentId: idSchema,
  side,
  name: signoff.fields.name.schema,
  role: signoff.fields.role.schema.nullable(),
  contactId: idSchema.nullable().optional(),
};

export const VERIFY_CODES = [
  'SEAL_BROKEN',
  'ROW_ALTERED',
  'ROW_MISSING',
  'DOCUMENT_ALTERED',
  'DOCUMENT_MISSING',
  'OTHER_CONTENT',
  'IMAGE_MISSING',
  'IMAGE_ALTERED',
] as const;

export const verifyProblem = z.strictObject({
  code: z.enum(VERIFY_CODES),
  /** The record or picture that is not what it was. */
  entity: z.enum(['signoff', 'document']),
  id: z.string(),
  documentId: z.string().nullable(),
  title: z.string(),
  version: z.int().nullable(),
  side: side.nullable(),
  /** Name as it was signed. */
  name: z.string().nullable(),
  /** Fields that differ from what the log says. */
  fields: z.array(z.string()),
});
export type VerifyProblem = z.infer<typeof verifyProblem>;

export const signingChannels = {
  'signoff.state': query(z.strictObject({ subjectId: z.string().min(1).max(60), kind }), signing, ['log']),
  /** Everything of a project that is or should be signed. */
  'signoff.overview': query(z.strictObject({ projectId: idSchema }), z.array(signing), ['log']),
  /** Signs on screen: drawn with mouse, finger or pen, or a typed name drawn as a picture. */
  'signoff.draw': command(
    z.strictObject({
      ...signer,
      typed: z.boolean().optional(),
      pngBase64: z.base64().max(MAX_PNG_CHARS),
    }),
    z.strictObject({ id: z.string(), state: signing.shape.state }),
  ),
  /** Signs by a photo of the printed page; the code is the one printed on it. */
  'signoff.paper': command(
    z.strictObject({ ...signer, code: z.string().min(1).max(60), fileToken: z.string().min(1).max(100) }),
    z.strictObject({ id: z.string(), state: signing.shape.state }),
  ),
  /** Whether every signature, its document and its picture are what they were when they were made. */
  'signoff.verify': query(
    z.strictObject({ projectId: idSchema.nullable() }),
    z.strictObject({
      documents: z.int(),
      signatures: z.int(),
      problems: z.array(verifyProblem),
    }),
    ['log'],
  ),
  /** The picture of a signature; null if it is gone or not what was stored. */
  'signoff.picture': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({ dataUrl: z.string().nullable() }),
    ['signoff'],
  ),
};
