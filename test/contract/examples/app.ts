import { expect } from 'vitest';
import type { appChannels, startupChannels } from '#shared/ipc/channels/app.ts';
import { type Examples, takesNothing, type World } from './types.ts';

async function upload({ t }: World, size = 3): Promise<string> {
  return (await t.request('file.begin', { name: 'plan.xml', size })).token;
}

const phase = async ({ t }: World): Promise<string> => (await t.request('startup.state', {})).phase;

/** The seed has a record of an attachment without its file: backups name it. */
const SEED_LOST = [{ entity: 'attachment', title: '现场.jpg' }];

/** Channels that answer without an open store. */
export const startupExamples: Examples<keyof typeof startupChannels> = {
  'startup.state': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (state) => expect(state).toMatchObject({ phase: 'ready', err: null }),
  },
  'startup.retry': {
    accepted: () => ({}),
    refused: takesNothing,
    check: async (_, world) => expect(await phase(world)).toBe('ready'),
  },
  'startup.backups': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (rows) => expect(Array.isArray(rows)).toBe(true),
  },
  'startup.restore': {
    accepted: async ({ t }) => {
      await t.task('backup.now', {});
      await t.request('client.create', { values: { name: 'after the backup' } });
      const [backup] = await t.request('startup.backups', {});
      return { file: backup!.file };
    },
    refused: { input: () => ({ file: 5 }), code: 'VALIDATION' },
    check: async ({ missing }, { t }) => {
      expect(missing).toEqual(SEED_LOST);
      expect(await t.request('client.list', {})).toHaveLength(1);
    },
  },
  'startup.startEmpty': {
    accepted: () => ({}),
    refused: takesNothing,
    // A store that works is never set aside.
    check: async (_, { t }) => expect(await t.request('client.list', {})).toHaveLength(1),
  },
  'startup.revealData': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (_, { t }) => expect(t.opened).toContain(t.dir),
  },
  'startup.quit': { accepted: () => ({}), refused: takesNothing },
};

/** Preferences, undo, trash, history, search, files, shell. */
export const appExamples: Examples<keyof typeof appChannels> = {
  'app.state': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (state) =>
      expect(state).toMatchObject({ hasData: true, storeWarnings: ['RESERVE_GONE'].slice(1) }),
  },
  'prefs.set': {
    accepted: () => ({ theme: 'dark', textSize: 110 }),
    refused: { input: () => ({ textSize: 500 }), code: 'VALIDATION' },
    check: async (_, { t }) =>
      expect((await t.request('app.state', {})).prefs).toMatchObject({ theme: 'dark', textSize: 110 }),
  },
  'undo.state': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (state) => expect(state).toMatchObject({ undo: { label: { key: 'create' } }, redo: null }),
  },
  'undo.undo': {
    accepted: () => ({}),
    refused: takesNothing,
    check: async (_, { t }) => expect(await t.request('client.list', {})).toEqual([]),
  },
  'undo.redo': {
    accepted: async ({ t }) => {
      await t.request('undo.undo', {});
      return {};
    },
    refused: takesNothing,
    check: async (_, { t }) => expect(await t.request('client.list', {})).toHaveLength(1),
  },
  'trash.list': {
    accepted: async ({ t, ids }) => {
      await t.request('client.remove', { id: ids.client });
      return {};
    },
    refused: takesNothing,
    check: (rows, { ids }) => expect(rows).toMatchObject([{ entity: 'client', id: ids.client }]),
  },
  'trash.restore': {
    accepted: async ({ t, ids }) => {
      await t.request('client.remove', { id: ids.client });
      return { id: ids.client };
    },
    refused: { input: () => ({ id: 'cli_00000000-0000-7000-8000-000000000000' }), code: 'NOT_FOUND' },
    check: async (_, { t }) => expect(await t.request('project.list', {})).toHaveLength(1),
  },
  'history.of': {
    accepted: ({ ids }) => ({ id: ids.client }),
    refused: { input: () => ({ id: '../client' }), code: 'VALIDATION' },
    check: (rows) => expect(rows).toMatchObject([{ register: '*', before: null }]),
  },
  'history.recent': {
    accepted: () => ({ limit: 5 }),
    refused: { input: () => ({ limit: 0 }), code: 'VALIDATION' },
    check: (rows) => expect(rows).toMatchObject([{ seq: 1, kind: 'user' }]),
  },
  'search.find': {
    accepted: () => ({ text: '华成', limit: 5 }),
    refused: { input: () => ({ text: 'x'.repeat(201), limit: 5 }), code: 'VALIDATION' },
    check: (hits, { ids }) => expect(hits.map((hit) => hit.id)).toEqual([ids.client]),
  },
  'file.begin': {
    accepted: () => ({ name: 'plan.xml', size: 10 }),
    refused: { input: () => ({ name: 'plan.xml', size: 300 * 1024 * 1024 }), code: 'TOO_LARGE' },
  },
  'file.chunk': {
    accepted: async (world) => ({ token: await upload(world), base64: 'YWJj' }),
    refused: { input: () => ({ token: '/etc/passwd', base64: 'YWJj' }), code: 'FILE_TOKEN_UNKNOWN' },
  },
  'file.open': {
    accepted: () => ({ purpose: 'project' }),
    refused: { input: () => ({ purpose: 'anything' }), code: 'VALIDATION' },
    check: (file) => expect(file).toBeNull(),
  },
  'file.release': {
    accepted: async (world) => ({ token: await upload(world) }),
    refused: { input: () => ({ token: null }), code: 'VALIDATION' },
  },
  'shell.openExternal': {
    accepted: () => ({ url: 'mailto:li@example.com?subject=Report' }),
    refused: { input: () => ({ url: 'file:///etc/passwd' }), code: 'FORBIDDEN' },
    check: (_, { t }) => expect(t.opened).toHaveLength(1),
  },
  'shell.revealData': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (_, { t }) => expect(t.opened).toContain(t.dir),
  },
  'sample.create': {
    accepted: () => ({ language: 'en' }),
    refused: { input: () => ({ language: 'fr' }), code: 'VALIDATION' },
    check: async ({ clientId }, { t }) =>
      expect(await t.request('client.get', { id: clientId })).toMatchObject({ sample: true }),
  },
  'sample.remove': {
    accepted: async ({ t }) => {
      await t.task('sample.create', { language: 'en' });
      return {};
    },
    refused: takesNothing,
    check: async (_, { t }) =>
      expect((await t.request('client.list', {})).filter((client) => client.sample)).toEqual([]),
  },
  'backup.now': {
    accepted: () => ({}),
    refused: takesNothing,
    check: async ({ bytes }, { t }) =>
      expect(await t.request('startup.backups', {})).toMatchObject([
        { bytes, kind: 'manual', clients: 1, files: 0, missing: SEED_LOST },
      ]),
  },
  'menu.set': {
    accepted: () => ({ json: '[{"id":"file","label":"File","submenu":[{"id":"quit","label":"Quit"}]}]' }),
    refused: { input: () => ({ json: '[{"id":"file"}]' }), code: 'VALIDATION' },
  },
  'task.cancel': {
    accepted: () => ({ taskId: 'long gone' }),
    refused: { input: () => ({}), code: 'VALIDATION' },
  },
};
