import { expect } from 'vitest';
import type { clientChannels } from '#shared/ipc/channels/client.ts';
import { type Examples, takesNothing } from './types.ts';

const NOBODY = 'cli_00000000-0000-7000-8000-000000000000';
const NO_CONCERN = 'ccn_00000000-0000-7000-8000-000000000000';
const NO_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';

export const clientExamples: Examples<keyof typeof clientChannels> = {
  'client.overview': {
    accepted: ({ ids }) => ({ clientId: ids.client }),
    refused: { input: () => ({ clientId: NOBODY }), code: 'NOT_FOUND' },
    check: (page) =>
      expect(page).toMatchObject({ projects: { open: 1 }, concerns: 1, satisfaction: { last: 4, count: 1 } }),
  },
  'client.habits': {
    accepted: ({ ids }) => ({ clientId: ids.client }),
    refused: { input: () => ({ clientId: NOBODY }), code: 'NOT_FOUND' },
    check: ({ bought }) => expect(bought).toMatchObject([{ projects: 1 }]),
  },
  'client.timeline': {
    accepted: ({ ids }) => ({ clientId: ids.client, filter: { kinds: ['contact', 'feedback'] }, limit: 50 }),
    refused: {
      input: ({ ids }) => ({ clientId: ids.client, filter: { kinds: [] }, limit: 50 }),
      code: 'VALIDATION',
    },
    check: ({ rows, more }) => {
      expect(rows.map(({ kind }) => kind).sort()).toEqual(['contact', 'feedback']);
      expect(more).toBe(false);
    },
  },
  'client.signed': {
    accepted: ({ ids }) => ({ id: ids.client }),
    refused: { input: () => ({ id: 'client' }), code: 'VALIDATION' },
  },
  'client.export': {
    accepted: ({ ids }) => ({ clientId: ids.client, language: 'en', what: 'timeline' }),
    refused: { input: () => ({ clientId: NOBODY, language: 'en', what: 'card' }), code: 'NOT_FOUND' },
    check: (saved) => expect(saved?.name).toMatch(/^Contact history .*\.csv$/),
  },
  'client.toExpectation': {
    accepted: ({ ids }) => ({ id: ids.concern }),
    refused: { input: () => ({ id: NO_CONCERN }), code: 'NOT_FOUND' },
    check: async ({ id, projectId }, { t, ids }) => {
      expect(projectId).toBe(ids.project);
      expect(await t.request('concern.get', { id: ids.concern })).toMatchObject({
        expectation_id: id,
        status: 'became_expectation',
      });
    },
  },
  'care.plan': {
    accepted: async ({ t, ids }) => {
      await t.request('project.update', { id: ids.project, patch: { stage: 'closed' } });
      return { projectId: ids.project, language: 'zh-CN' };
    },
    refused: { input: () => ({ projectId: NO_PROJECT, language: 'en' }), code: 'NOT_FOUND' },
    check: ({ ids }) => expect(ids.length).toBeGreaterThan(0),
  },
  'feedback.capture': {
    accepted: ({ ids }) => ({ clientId: ids.client, projectId: ids.project, text: '泵房噪音比原来大' }),
    refused: { input: ({ ids }) => ({ clientId: ids.client, text: '  ' }), code: 'VALIDATION' },
    check: async ({ id }, { t }) =>
      expect(await t.request('feedback.get', { id })).toMatchObject({ status: 'received', sort: null }),
  },
  'feedback.route': {
    accepted: ({ ids }) => ({ id: ids.feedback, sort: 'complaint', assignee: '李工' }),
    refused: { input: ({ ids }) => ({ id: ids.feedback, sort: 'anger' }), code: 'VALIDATION' },
    check: async (_, { t, ids }) =>
      expect(await t.request('feedback.get', { id: ids.feedback })).toMatchObject({
        status: 'assigned',
        assignee: '李工',
        due_on: '2026-03-11',
      }),
  },
  'feedback.inbox': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (inbox, { ids }) => {
      expect(inbox.untriaged).toBe(1);
      expect(Object.keys(inbox.clients)).toEqual([ids.client]);
    },
  },
};
