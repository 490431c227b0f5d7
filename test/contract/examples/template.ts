import { expect } from 'vitest';
import type { templateChannels } from '#shared/ipc/channels/template.ts';
import type { Examples } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_TEMPLATE = 'tpl_00000000-0000-7000-8000-000000000000';
const ALL = ['plan', 'resources', 'scope', 'risks'] as const;
const START = { from: 'start', on: '2027-01-04' } as const;
const FITOUT = { builtin: 'fitOut', language: 'zh-CN' } as const;

export const templateExamples: Examples<keyof typeof templateChannels> = {
  'template.list': {
    accepted: () => ({ language: 'en' }),
    refused: { input: () => ({ language: 'fr' }), code: 'VALIDATION' },
    check: (rows) => expect(rows.map(({ name }) => name)).toContain('Pump station refit'),
  },
  'template.save': {
    accepted: ({ ids }) => ({ projectId: ids.project, name: '泵站模板', description: null, parts: [...ALL] }),
    refused: {
      input: () => ({ projectId: UNKNOWN_PROJECT, name: '泵站模板', description: null, parts: [] }),
      code: 'NOT_FOUND',
    },
    check: async ({ id }, { t }) => {
      const rows = await t.request('template.list', { language: 'en' });
      expect(rows[0]).toMatchObject({ source: { template: id }, name: '泵站模板', tasks: 2 });
    },
  },
  'template.preview': {
    accepted: () => ({ source: FITOUT, anchor: START }),
    refused: {
      input: () => ({ source: { template: UNKNOWN_TEMPLATE }, anchor: START }),
      code: 'NOT_FOUND',
    },
    check: ({ startOn, inPast, tasks }) => {
      expect({ startOn, inPast }).toEqual({ startOn: '2027-01-04', inPast: false });
      expect(tasks).toBe(23);
    },
  },
  'template.create': {
    accepted: ({ ids }) => ({
      source: { project: ids.project, parts: [...ALL] },
      client: null,
      name: '二号泵站',
      code: null,
      anchor: START,
    }),
    refused: {
      input: () => ({ source: FITOUT, client: null, name: '无客户', code: null, anchor: START }),
      code: 'VALIDATION',
    },
    check: async ({ projectId, clientId }, { t, ids }) => {
      expect(clientId).toBe(ids.client);
      expect(await t.request('project.get', { id: projectId })).toMatchObject({ name: '二号泵站' });
    },
  },
  'template.planFrom': {
    accepted: ({ ids }) => ({ projectId: ids.project, anchor: { from: 'finish', on: '2027-06-30' } }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, anchor: START }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('project.get', { id: ids.project })).toMatchObject({
        schedule_from: 'finish',
        finish_on: '2027-06-30',
      }),
  },
  'template.planFromPreview': {
    accepted: ({ ids }) => ({ projectId: ids.project, anchor: { from: 'finish', on: '2027-06-30' } }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, anchor: START }), code: 'NOT_FOUND' },
    check: ({ tooLate }) => expect(tooLate).toBe(false),
  },
};
