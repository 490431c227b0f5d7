import { expect } from 'vitest';
import type { resourceChannels } from '#shared/ipc/channels/resource.ts';
import type { Examples } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_RESOURCE = 'res_00000000-0000-7000-8000-000000000000';
const UNKNOWN_ASSIGNMENT = 'asg_00000000-0000-7000-8000-000000000000';
const UNKNOWN_TASK = 'tsk_00000000-0000-7000-8000-000000000000';
const DAYS = { from: '2026-11-23', to: '2026-11-29', across: true };

export const resourceExamples: Examples<keyof typeof resourceChannels> = {
  'resource.load': {
    accepted: ({ ids }) => ({ projectId: ids.project, unit: 'day', ...DAYS }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, unit: 'day', ...DAYS, to: '2026-11-01' }),
      code: 'RULE_BROKEN',
    },
    check: ({ spans, resources }, { ids }) => {
      expect(spans).toHaveLength(7);
      expect(resources).toMatchObject([{ id: ids.resource, overload: null }]);
    },
  },
  'resource.causes': {
    accepted: ({ ids }) => ({ resourceId: ids.resource, ...DAYS }),
    refused: { input: () => ({ resourceId: UNKNOWN_RESOURCE, ...DAYS }), code: 'NOT_FOUND' },
    check: (causes) => expect(causes).toEqual([]),
  },
  'resource.assignments': {
    accepted: ({ ids }) => ({ taskId: ids.task }),
    refused: { input: () => ({ taskId: UNKNOWN_TASK }), code: 'NOT_FOUND' },
    check: (rows, { ids }) => expect(rows).toMatchObject([{ id: ids.assignment, name: '挖掘机' }]),
  },
  'resource.assign': {
    accepted: async ({ t, ids }) => {
      const { id } = await t.request('resource.create', {
        values: { project_id: ids.project, name: '张伟', max_units: 0.5 },
      });
      return { taskId: ids.task, resource: { id } };
    },
    refused: {
      input: ({ ids }) => ({ taskId: ids.task, resource: { id: ids.resource } }),
      code: 'RULE_BROKEN',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('assignment.get', { id })).toMatchObject({ units: 0.5 }),
  },
  'resource.editAssignment': {
    accepted: ({ ids }) => ({ id: ids.assignment, units: 2 }),
    refused: { input: () => ({ id: UNKNOWN_ASSIGNMENT, units: 2 }), code: 'NOT_FOUND' },
    check: async ({ changed }, { t, ids }) => {
      expect(changed).toBe(true);
      expect(await t.request('assignment.get', { id: ids.assignment })).toMatchObject({ units: 2 });
    },
  },
  'resource.unassign': {
    accepted: ({ ids }) => ({ id: ids.assignment }),
    refused: { input: () => ({ id: UNKNOWN_ASSIGNMENT }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('resource.assignments', { taskId: ids.task })).toEqual([]),
  },
  'resource.needs': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (rows, { ids }) => expect(rows).toMatchObject([{ id: ids.material_need, warnings: [] }]),
  },
};
