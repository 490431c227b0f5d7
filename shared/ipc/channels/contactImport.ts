/** B17: contacts of vCard files, address lists and CRM exports: a look with a dry run, then one undo step. */
import { z } from 'zod';
import { MATCH_REASONS } from '../../domain/client/duplicates.ts';
import { CHOICES } from '../../domain/client/importPlan.ts';
import { CONTACT_FIELDS, CONTACT_PROFILES } from '../../interchange/contacts/fields.ts';
import { CONTACT_LIMITS, CONTACT_PROBLEMS } from '../../interchange/contacts/model.ts';
import { DELIMITERS, ENCODINGS, LIMITS } from '../../interchange/table/model.ts';
import { idSchema } from '../../model/field.ts';
import { task } from '../channel.ts';

const count = z.int().min(0);
const column = z
  .int()
  .min(0)
  .max(LIMITS.columns - 1);
const mapping = z.partialRecord(z.enum(CONTACT_FIELDS), column);

/** How the file is to be read; what is missing is found out from it. */
export const contactOptions = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.int().min(0).max(LIMITS.sheets).optional(),
  /** Row of the sheet with the titles, 0 without titles. */
  headerRow: z.int().min(0).max(10_000_000).optional(),
  mapping: mapping.optional(),
  /** People without a firm: each a client of their own, left out, or people of this client. */
  loners: z.union([z.enum(['own', 'skip']), z.strictObject({ clientId: idSchema })]),
});
export type ContactOptions = z.infer<typeof contactOptions>;

const nullable = z.string().nullable();

export const contactRow = z.strictObject({
  row: z.int(),
  name: z.string(),
  company: nullable,
  title: nullable,
  phone: nullable,
  email: nullable,
  im: nullable,
  /** Client it would go to; `isNew`: one that the import creates. */
  client: z.strictObject({ name: z.string(), isNew: z.boolean() }).nullable(),
  match: z
    .strictObject({
      id: nullable,
      row: z.int().nullable(),
      name: z.string(),
      reason: z.enum([...MATCH_REASONS, 'company']),
      sure: z.boolean(),
    })
    .nullable(),
  choice: z.enum(CHOICES),
  closed: z.enum(['problem', 'noFirm']).nullable(),
  fills: z.array(z.string()),
  differs: z.array(z.strictObject({ field: z.string(), ours: z.string(), theirs: z.string() })),
  problems: z.array(z.strictObject({ code: z.enum(CONTACT_PROBLEMS), text: z.string() })),
});
export type ContactRow = z.infer<typeof contactRow>;

export const contactPreview = z.strictObject({
  fileName: z.string(),
  kind: z.enum(['vcard', 'table']),
  encoding: z.enum(ENCODINGS).nullable(),
  /** Of tables only. */
  table: z
    .strictObject({
      profile: z.enum(CONTACT_PROFILES),
      delimiter: z.enum(DELIMITERS).nullable(),
      sheets: z.array(z.string()),
      sheet: count,
      headerRow: count,
      /** Rows that may hold the titles. */
      headerRows: z.array(count),
      columns: z.array(z.strictObject({ letter: z.string(), title: z.string(), example: z.string() })),
      mapping,
    })
    .nullable(),
  rows: z.array(contactRow),
  /** What is in the file and has no place here. */
  leftOut: z.array(z.string()),
  cut: count,
  problemCount: count,
});
export type ContactPreview = z.infer<typeof contactPreview>;

export const contactImportChannels = {
  /** Reads the file, recognises who is known and says what an import would do. Writes nothing. */
  'contacts.preview': task(
    z.strictObject({ token: z.string().max(100), options: contactOptions }),
    contactPreview,
  ),
  'contacts.import': task(
    z.strictObject({
      token: z.string().max(100),
      options: contactOptions,
      /** Rows for which the user chose something else than was proposed. */
      choices: z.array(z.strictObject({ row: z.int(), choice: z.enum(CHOICES) })).max(CONTACT_LIMITS.rows),
      /** Rows that cannot be read are left out; without this such a file is refused. */
      leaveOut: z.boolean(),
    }),
    z.strictObject({
      clients: count,
      contacts: count,
      merged: count,
      skipped: count,
      /** The client that everything went to, if it is one. */
      clientId: z.string().nullable(),
    }),
  ),
};
