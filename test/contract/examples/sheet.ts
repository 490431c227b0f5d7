import { expect } from 'vitest';
import type { sheetChannels } from '#shared/ipc/channels/sheet.ts';
import type { Examples } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';

export const sheetExamples: Examples<keyof typeof sheetChannels> = {
  'plan.fields': {
    accepted: async ({ t, ids }) => {
      await t.request('task.update', { id: ids.task, patch: { wbs: 'A-1', deliverable: '竣工图' } });
      return { projectId: ids.project, fields: ['wbs', 'deliverable', 'notes'] };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, fields: ['wbs'] }), code: 'NOT_FOUND' },
    check: (answer, { ids }) =>
      expect(answer).toEqual([
        { field: 'wbs', id: [ids.task], value: ['A-1'] },
        { field: 'deliverable', id: [ids.task], value: ['竣工图'] },
        { field: 'notes', id: [], value: [] },
      ]),
  },
  'plan.renumber': {
    accepted: ({ ids }) => ({ projectId: ids.project, prefix: 'P-' }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, prefix: null }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect((await t.request('task.get', { id: ids.task }))?.wbs).toMatch(/^P-\d/),
  },
};
