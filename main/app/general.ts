/** Preferences, undo, trash, history, search, files, backup. */
import { redo, undo, undoState } from '#db/log/undo.ts';
import { findText, historyOf, listTrash, recentHistory } from '#db/queries/history.ts';
import { listRecords } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { allowedExternalUrl } from '#main/policy/externalUrl.ts';
import { lostFiles, unlessCancelled } from '#main/services/backups.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { jsonDepth, MAX_DEPTH } from '#shared/ipc/codec.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { menuSchema } from '#shared/ipc/menu.ts';
import { entityOf, typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from './context.ts';

const FILE_FILTERS = {
  project: [
    {
      name: 'Microsoft Project XML, GanttProject, ProjectLibre, Excel, CSV',
      extensions: ['xml', 'gan', 'pod', 'xlsx', 'xlsm', 'csv', 'tsv'],
    },
  ],
  table: [{ name: 'Excel, CSV', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] }],
  contacts: [
    { name: 'vCard, CSV, Excel', extensions: ['vcf', 'vcard', 'csv', 'tsv', 'txt', 'xlsx', 'xlsm'] },
  ],
  logo: [{ name: 'PNG, JPEG', extensions: ['png', 'jpg', 'jpeg'] }],
} as const;

/** @throws AppError VALIDATION for a text that is no menu. */
function parseMenu(json: string) {
  const refused = new AppError('VALIDATION', { entity: 'menu', detail: 'MENU' }, { field: 'json' });
  if (jsonDepth(json) > MAX_DEPTH) throw refused;
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw refused;
  }
  const parsed = menuSchema.safeParse(data);
  if (!parsed.success) throw refused;
  return parsed.data;
}

function stateHandlers(ctx: AppContext): Handlers {
  return {
    'app.state': () => {
      const clients = listRecords(ctx.store.read, 'client');
      const sample = clients.filter((client) => client.sample).map((client) => client.id);
      const health = ctx.store.health();
      return {
        prefs: ctx.prefs.value,
        dataDir: ctx.dataDir,
        appVersion: ctx.ports.info.appVersion,
        hasData: clients.length > 0,
        sample: sample.length > 0 ? { clientIds: sample } : null,
        storeWarnings: [
          ...(health.reserve ? [] : ['RESERVE_GONE']),
          ...(health.sameFile ? [] : ['FILE_REPLACED']),
        ],
        lastBackup: health.lastBackup && {
          createdAt: health.lastBackup.createdAt,
          ageMs: health.lastBackup.ageMs,
          missing: lostFiles(health.lastBackup.files),
        },
        today: ctx.today(),
      };
    },
    'prefs.set': (input) => {
      ctx.prefs.set(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
      if (input.theme) ctx.ports.window.setTheme(input.theme);
      ctx.hub.emit({ type: 'prefs.changed' });
      return {};
    },
    'backup.now': async (_input, task) => {
      const request = {
        kind: 'manual',
        signal: task.signal,
        onProgress: (f: number) => task.progress(f),
      } as const;
      const info = await unlessCancelled(task.signal, ctx.store.backup(request));
      // The age of the last backup is part of the app's state, which is read anew with the preferences.
      ctx.hub.emit({ type: 'prefs.changed' });
      const files = info.files?.count ?? 0;
      return { createdAt: info.createdAt, bytes: info.bytes, files, missing: lostFiles(info.files) };
    },
    'menu.set': (input) => {
      ctx.ports.window.setMenu(parseMenu(input.json), (id) => ctx.hub.emit({ type: 'command', id }));
      return {};
    },
    'task.cancel': (input) => {
      ctx.tasks.cancel(input.taskId);
      return {};
    },
  };
}

function historyHandlers(ctx: AppContext): Handlers {
  return {
    'undo.state': () => undoState(ctx.store.read),
    'undo.undo': () => {
      const { label, skipped } = undo(ctx.log, ctx.store.write);
      return { label, skipped: skipped.length };
    },
    'undo.redo': () => {
      const { label, skipped } = redo(ctx.log, ctx.store.write);
      return { label, skipped: skipped.length };
    },
    'trash.list': () => listTrash(ctx.store.read),
    'trash.restore': ({ id }) => {
      const type = typeOfId(id);
      if (!type) throw new AppError('NOT_FOUND', { entity: '' });
      const row = ctx.log.projector.read(type, id);
      const name = clipped(row?.[entityOf(type).title]);
      ctx.log.commit({ key: 'restore', args: { entity: type, name } }, (tx) => tx.restore(type, id));
      return {};
    },
    'history.of': ({ id }) => historyOf(ctx.store.read, id),
    'history.recent': ({ limit }) => recentHistory(ctx.store.read, limit),
    'search.find': ({ text, limit }) => findText(ctx.store.read, text, limit),
  };
}

function fileHandlers(ctx: AppContext): Handlers {
  return {
    'file.begin': ({ name, size }) => ({ token: ctx.files.begin(name, size) }),
    'file.chunk': ({ token, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      // Node skips what is not base64: the file would silently be another one.
      if (bytes.toString('base64') !== base64)
        throw new AppError('VALIDATION', { entity: 'file', detail: 'BASE64' }, { field: 'base64' });
      ctx.files.append(token, bytes);
      return {};
    },
    'file.open': async ({ purpose }) => {
      const filters = FILE_FILTERS[purpose];
      const [path] = await ctx.ports.dialogs.openFiles({ title: filters[0].name, filters });
      if (path === undefined) return null;
      const { token, name, size } = ctx.files.fromPath(path);
      return { token, name, size };
    },
    'file.release': ({ token }) => {
      ctx.files.release(token);
      return {};
    },
    'shell.openExternal': async ({ url }) => {
      const allowed = allowedExternalUrl(url);
      if (allowed === null) throw new AppError('FORBIDDEN');
      await ctx.ports.shell.openExternal(allowed);
      return {};
    },
    'shell.revealData': async () => {
      await ctx.ports.shell.revealFile(ctx.dataDir);
      return {};
    },
  };
}

export function generalHandlers(ctx: AppContext): Handlers {
  return { ...stateHandlers(ctx), ...historyHandlers(ctx), ...fileHandlers(ctx) };
}
