/** Y, G8, G9, H4: documents, from the preview to what was sent and read. */
import { z } from 'zod';
import { changeSchema } from '#shared/domain/documents/compare.ts';
import {
  AUDIENCES,
  contentSchema,
  frameSchema,
  printedSignatureSchema,
} from '#shared/domain/documents/content.ts';
import { attachment, DOCUMENT_KINDS } from '../../model/entities/agreement.ts';
import { LOCALES } from '../../model/entities/client.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query, task } from '../channel.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: idSchema });
const kind = z.enum(DOCUMENT_KINDS);
const language = z.enum(LOCALES);
const audience = z.enum(AUDIENCES);
const state = z.enum(['issued', 'superseded', 'withdrawn']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const wanted = { kind, subjectId: idSchema, language, audience };

/** One line of the register of documents: the record without its long texts. */
export const documentRow = z.strictObject({
  id: z.string(),
  client_id: z.string(),
  project_id: z.string().nullable(),
  client_name: z.string(),
  project_name: z.string().nullable(),
  kind,
  subject_id: z.string(),
  no: z.int().nullable(),
  version: z.int(),
  title: z.string(),
  language,
  audience,
  state,
  code: z.string(),
  issued_at: z.string(),
  draft_made_at: z.string().nullable(),
  sent_at: z.string().nullable(),
  pdf_bytes: z.int().nullable(),
  /** Sides that have signed this version. */
  signed: z.array(z.enum(['client', 'own'])),
  /** How many have read it. */
  readers: z.int(),
});
export type DocumentRow = z.infer<typeof documentRow>;

const preview = z.strictObject({
  content: contentSchema,
  frame: frameSchema,
  /** Of the canonical content. */
  sha256: z.string(),
  clientId: z.string(),
  projectId: z.string().nullable(),
  /** Whom this kind can be made for. */
  audiences: z.array(audience),
  /** Number and version it would get. */
  no: z.int(),
  version: z.int(),
  latest: z.strictObject({ id: z.string(), version: z.int() }).nullable(),
  unchanged: z.boolean(),
  /** Characters that no report font can draw. */
  missing: z.array(z.string()),
});

const version = z.strictObject({
  id: z.string(),
  version: z.int(),
  state,
  issued_at: z.string(),
  signed: z.array(z.enum(['client', 'own'])),
});

/** An issued document as a screen shows it. */
const issued = z.strictObject({
  row: documentRow,
  content: contentSchema,
  frame: frameSchema,
  sha256: z.string(),
  signatures: z.array(printedSignatureSchema),
  readers: z.array(
    z.strictObject({
      id: z.string(),
      person: z.string(),
      contact_id: z.string().nullable(),
      read_on: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** All versions of the same document, the newest first. */
  versions: z.array(version),
});

const comparison = z.strictObject({
  before: z.strictObject({ id: z.string(), version: z.int() }),
  after: z.strictObject({ id: z.string(), version: z.int() }).nullable(),
  title: z.string(),
  language,
  changes: z.array(changeSchema),
});

/** Two versions; without the second, the first against the content of this moment. */
const pair = z.strictObject({ id: idSchema, withId: idSchema.nullable() });

export const documentChannels = {
  /** Composes from the data of this moment; stores nothing. */
  'document.preview': query(z.strictObject(wanted), preview, ['log', 'prefs']),
  'document.overview': query(
    z.strictObject({
      projectId: idSchema.optional(),
      clientId: idSchema.optional(),
      subjectId: idSchema.optional(),
    }),
    z.array(documentRow),
    ['document', 'signoff', 'read_receipt', 'client', 'project'],
  ),
  'document.open': query(byId, issued, ['document', 'signoff', 'read_receipt', 'client', 'project']),
  /** The document with this code, however it was typed; null if there is none. */
  'document.find': query(z.strictObject({ code: z.string().max(60) }), documentRow.nullable(), [
    'document',
    'signoff',
    'read_receipt',
    'client',
    'project',
  ]),
  'document.issue': command(
    z.strictObject({
      ...wanted,
      /** Hash of the previewed content: refused if it has changed meanwhile. */
      sha256: hash.optional(),
      /** Prints `〓` for characters that no report font has, instead of refusing. */
      replaceMissing: z.boolean().optional(),
    }),
    z.strictObject({
      id: z.string(),
      no: z.int(),
      version: z.int(),
      code: z.string(),
      /** The last version says exactly this already; no new one was made. */
      unchanged: z.boolean(),
    }),
  ),
  /** Papers on goals and expectations that an adjustment signed by both sides has overtaken. */
  'document.outdated': query(
    z.strictObject({ projectId: idSchema }),
    z.array(
      z.strictObject({
        id: z.string(),
        kind,
        title: z.string(),
        language,
        audience,
        version: z.int(),
        adjustment: z.string(),
        adjustedOn: z.string(),
      }),
    ),
    ['log'],
  ),
  /** Issues the next version of each; those before are superseded. */
  'document.renew': command(
    z.strictObject({ ids: z.array(idSchema).min(1).max(50) }),
    z.strictObject({ issued: z.array(z.strictObject({ id: z.string(), version: z.int() })) }),
  ),
  'document.withdraw': command(byId, z.strictObject({ changed: z.boolean() })),
  /** Makes the PDF if it is not there yet; with `save` asks where to and writes it. */
  'document.pdf': task(
    z.strictObject({ id: idSchema, save: z.boolean() }),
    z.strictObject({ name: z.string().nullable(), sha256: z.string(), bytes: z.int() }),
  ),
  'document.email': task(
    byId,
    z.strictObject({
      opened: z.boolean(),
      name: z.string(),
      to: z.array(z.string()),
      cc: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      /** Without attachment, at most 2000 characters. */
      mailto: z.string(),
      bytes: z.int(),
      /** Above the size that many mailboxes refuse. */
      big: z.boolean(),
    }),
  ),
  /** Shows the folder with the last draft of the document. */
  'document.revealDraft': command(byId, nothing),
  /** Opens the new-message window of the mail program with subject and text. */
  'document.openMailto': command(byId, nothing),
  'document.markSent': command(byId, z.strictObject({ commLogId: z.string().nullable() })),
  'document.compare': query(pair, comparison, ['log']),
  'document.printComparison': task(pair, z.strictObject({ name: z.string().nullable() })),
  'document.verify': command(
    z.strictObject({ id: idSchema.optional(), projectId: idSchema.optional() }),
    z.strictObject({
      checked: z.int(),
      problems: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          version: z.int(),
          code: z.string(),
          what: z.enum(['content', 'frame', 'pdf', 'signed_pdf']),
        }),
      ),
    }),
  ),
  'document.markRead': command(
    z.strictObject({
      id: idSchema,
      person: z.string().trim().min(1).max(120),
      contactId: idSchema.nullable().optional(),
      readOn: dateSchema.optional(),
      note: z.string().max(500).nullable().optional(),
    }),
    byId,
  ),
};

const attachmentKind = attachment.fields.kind.schema;

export const attachmentRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: attachmentKind,
  bytes: z.int(),
  sha256: z.string(),
  added_on: z.string().nullable(),
  note: z.string().nullable(),
  client_visible: z.boolean(),
  /** Its program may be started from here; others are saved. */
  openable: z.boolean(),
});
export type AttachmentRow = z.infer<typeof attachmentRow>;

export const attachmentChannels = {
  /** Keeps a file of the user's under a record: of a call, an instalment, a requirement. */
  'attachment.add': command(
    z.strictObject({
      subjectId: idSchema,
      fileToken: z.string().max(100),
      kind: attachmentKind,
      note: z.string().max(500).nullable().optional(),
    }),
    byId,
  ),
  'attachment.of': query(z.strictObject({ subjectId: idSchema }), z.array(attachmentRow), ['attachment']),
  'attachment.open': command(byId, z.strictObject({ opened: z.boolean() })),
  'attachment.save': command(byId, z.strictObject({ name: z.string().nullable() })),
  'attachment.describe': command(
    z.strictObject({
      id: idSchema,
      kind: attachmentKind.optional(),
      note: z.string().max(500).nullable().optional(),
      clientVisible: z.boolean().optional(),
    }),
    z.strictObject({ changed: z.boolean() }),
  ),
};
