import { expect } from 'vitest';
import type { portfolioChannels } from '#shared/ipc/channels/portfolio.ts';
import { type Examples, takesNothing } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';

export const portfolioExamples: Examples<keyof typeof portfolioChannels> = {
  'milestones.list': {
    accepted: async ({ t, ids }) => {
      const values = { project_id: ids.project, name: '验收', milestone: true };
      await t.request('task.create', { values: { ...values, finish_at: '2026-12-05T18:00:00' } });
      return {};
    },
    refused: takesNothing,
    check: ({ rows }) =>
      expect(rows.map((row) => [row.name, row.due_on])).toContainEqual(['验收', '2026-12-05']),
  },
  'portfolio.get': {
    accepted: ({ ids }) => ({ projectIds: [ids.project] }),
    refused: { input: () => ({ projectIds: [UNKNOWN_PROJECT] }), code: 'NOT_FOUND' },
    check: ({ rows }, { ids }) =>
      expect(rows[0]).toMatchObject({ id: ids.project, kind: 'project', depth: 1 }),
  },
};
