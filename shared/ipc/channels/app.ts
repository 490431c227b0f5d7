/** Channels about the app itself: start, preferences, undo, trash, history, search, files. */
import { z } from 'zod';
import { LOCALES } from '../../model/entities/client.ts';
import { idSchema } from '../../model/field.ts';
import { entityTypes } from '../../model/registry.ts';
import { command, query, task } from '../channel.ts';

const nothing = z.strictObject({});
const entityType = z.enum(entityTypes as [string, ...string[]]);

export const labelSchema = z.strictObject({
  key: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What one device remembers; not user data, so neither in the log nor in the undo history. */
export const prefsSchema = z.strictObject({
  language: z.enum(LOCALES).nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['compact', 'normal', 'roomy']),
  textSize: z.int().min(90).max(130),
  onboarded: z.boolean(),
  userName: z.string().max(120),
  /** Route, panel widths, saved views: JSON the renderer owns. */
  ui: z.string().max(200_000),
});
export type Prefs = z.infer<typeof prefsSchema>;

const undoSide = z.strictObject({ seq: z.int(), label: labelSchema }).nullable();

export const trashRow = z.strictObject({
  entity: entityType,
  id: z.string(),
  title: z.string(),
  deleted_at: z.string(),
  /** How many records went to the trash with it. */
  count: z.int(),
  project_id: z.string().nullable(),
});
export type TrashRow = z.infer<typeof trashRow>;

export const historyRow = z.strictObject({
  seq: z.int(),
  at: z.string(),
  kind: z.enum(['user', 'undo', 'redo', 'import', 'system']),
  label: labelSchema,
  device: z.string(),
  register: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type HistoryRow = z.infer<typeof historyRow>;

export const searchHit = z.strictObject({
  entity: entityType,
  id: z.string(),
  title: z.string(),
  project_id: z.string().nullable(),
  /** Name of the project or client it belongs to. */
  context: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

const wireErrorSchema = z.strictObject({
  code: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  field: z.string().optional(),
  reason: z.string().optional(),
  correlationId: z.string().optional(),
});

/** A file that a record names and that was gone or damaged when the backup was made. */
const lostFile = z.strictObject({ entity: z.string(), title: z.string() });
export type LostFile = z.infer<typeof lostFile>;

export const backupRow = z.strictObject({
  file: z.string(),
  createdAt: z.string(),
  bytes: z.int(),
  kind: z.string(),
  projects: z.int(),
  clients: z.int(),
  /** Files beside it; null if it was made without looking at them. */
  files: z.int().nullable(),
  missing: z.array(lostFile),
});
export type BackupRow = z.infer<typeof backupRow>;

/** Answered even when the store could not be opened: what the start-up and recovery screens need. */
export const startupChannels = {
  'startup.state': query(
    nothing,
    z.strictObject({
      phase: z.enum(['opening', 'ready', 'failed']),
      stage: z.string(),
      err: wireErrorSchema.nullable(),
      dataDir: z.string(),
      /** Language the user chose last, even when the store is not open. */
      language: z.enum(LOCALES).nullable(),
    }),
    [],
  ),
  'startup.retry': command(nothing, nothing),
  'startup.backups': query(nothing, z.array(backupRow), []),
  /** Answers with the files that neither the backup nor the data folder has whole. */
  'startup.restore': task(
    z.strictObject({ file: z.string().max(300) }),
    z.strictObject({ missing: z.array(lostFile) }),
  ),
  /** Sets a store that cannot be opened aside and starts with an empty one; only on the user's word. */
  'startup.startEmpty': command(nothing, nothing),
  'startup.revealData': command(nothing, nothing),
  'startup.quit': command(nothing, nothing),
};

export const appChannels = {
  'app.state': query(
    nothing,
    z.strictObject({
      prefs: prefsSchema,
      dataDir: z.string(),
      appVersion: z.string(),
      hasData: z.boolean(),
      sample: z.strictObject({ clientIds: z.array(z.string()) }).nullable(),
      storeWarnings: z.array(z.string()),
      lastBackup: z
        .strictObject({ createdAt: z.string(), ageMs: z.number(), missing: z.array(lostFile) })
        .nullable(),
      today: z.string(),
    }),
    ['log', 'prefs'],
  ),
  'prefs.set': command(prefsSchema.partial(), nothing),
  'undo.state': query(nothing, z.strictObject({ undo: undoSide, redo: undoSide }), ['log']),
  'undo.undo': command(nothing, z.strictObject({ label: labelSchema, skipped: z.int() })),
  'undo.redo': command(nothing, z.strictObject({ label: labelSchema, skipped: z.int() })),
  'trash.list': query(nothing, z.array(trashRow), ['log']),
  'trash.restore': command(z.strictObject({ id: idSchema }), nothing),
  'history.of': query(z.strictObject({ id: idSchema }), z.array(historyRow), ['log']),
  'history.recent': query(
    z.strictObject({ limit: z.int().min(1).max(500) }),
    z.array(historyRow.omit({ register: true, before: true, after: true }).extend({ changes: z.int() })),
    ['log'],
  ),
  'search.find': query(
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(200) }),
    z.array(searchHit),
    ['log'],
  ),
  /** Bytes of a file the user dropped or chose, in chunks of base64; the reply names the token. */
  'file.begin': command(
    z.strictObject({ name: z.string().max(300), size: z.int().min(0) }),
    z.strictObject({ token: z.string() }),
  ),
  'file.chunk': command(z.strictObject({ token: z.string(), base64: z.string().max(2_000_000) }), nothing),
  /** Native open dialog, where the host has one. */
  'file.open': command(
    z.strictObject({ purpose: z.enum(['project', 'table', 'contacts', 'logo']) }),
    z.strictObject({ token: z.string(), name: z.string(), size: z.int() }).nullable(),
  ),
  'file.release': command(z.strictObject({ token: z.string() }), nothing),
  'shell.openExternal': command(z.strictObject({ url: z.string().max(2000) }), nothing),
  'shell.revealData': command(nothing, nothing),
  'sample.create': task(
    z.strictObject({ language: z.enum(LOCALES) }),
    z.strictObject({ clientId: z.string(), projectId: z.string() }),
  ),
  'sample.remove': command(nothing, nothing),
  'backup.now': task(
    nothing,
    z.strictObject({
      createdAt: z.string(),
      bytes: z.int(),
      files: z.int(),
      missing: z.array(lostFile),
    }),
  ),
  'menu.set': command(z.strictObject({ json: z.string().max(200_000) }), nothing),
  'task.cancel': command(z.strictObject({ taskId: z.string() }), nothing),
};
