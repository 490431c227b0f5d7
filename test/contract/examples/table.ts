import { expect } from 'vitest';
import type { tableChannels } from '#shared/ipc/channels/table.ts';
import type { Examples, World } from './types.ts';

const LIST = 'Task,Start,Finish\nExcavation,2026-03-02,2026-03-06\nBlinding,2026-03-09,2026-03-10\n';

async function uploadList({ t }: World): Promise<string> {
  const bytes = Buffer.from(LIST);
  const { token } = await t.request('file.begin', { name: 'list.csv', size: bytes.length });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}

export const tableExamples: Examples<keyof typeof tableChannels> = {
  'table.preview': {
    accepted: async (world) => ({ token: await uploadList(world), options: {} }),
    refused: { input: () => ({ token: 'x', options: { headerRow: -1 } }), code: 'VALIDATION' },
    check: async (preview, { t }) => {
      expect(preview.counts.tasks).toBe(2);
      // Looking writes nothing.
      expect(await t.request('history.recent', { limit: 5 })).toHaveLength(1);
    },
  },
  'table.import': {
    accepted: async (world) => ({
      token: await uploadList(world),
      options: {},
      leaveOut: false,
      into: { client: { id: world.ids.client }, name: 'Pump station' },
    }),
    refused: {
      input: () => ({ token: 'x', options: {}, leaveOut: false, into: { client: { name: '' }, name: 'A' } }),
      code: 'VALIDATION',
    },
    check: async ({ projectId }, { t }) =>
      expect(await t.request('task.list', { where: { project_id: projectId } })).toHaveLength(2),
  },
  'table.template': {
    accepted: () => ({ language: 'en', format: 'csv' }),
    refused: { input: () => ({ language: 'en', format: 'xls' }), code: 'VALIDATION' },
    check: (saved) => expect(saved?.name).toBe('Task list template.csv'),
  },
  'table.export': {
    accepted: ({ ids }) => ({ projectId: ids.project, language: 'en', format: 'xlsx' }),
    refused: {
      input: () => ({ projectId: '', language: 'en', format: 'xlsx' }),
      code: 'VALIDATION',
    },
    check: (saved) => expect(saved?.name).toMatch(/task list\.xlsx$/),
  },
};
