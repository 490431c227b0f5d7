import { expect } from 'vitest';
import type { milestoneChannels } from '#shared/ipc/channels/milestones.ts';
import type { Examples, World } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_USE = 'bfu_00000000-0000-7000-8000-000000000000';

async function milestone({ t, ids }: World): Promise<string> {
  const values = { project_id: ids.project, name: '竣工验收', milestone: true, client_visible: true };
  return (await t.request('task.create', { values: { ...values, finish_at: '2026-11-27T17:00:00' } })).id;
}

async function buffer({ t, ids }: World): Promise<string> {
  const place = { projectId: ids.project, afterId: null } as const;
  const values = { name: '雨季缓冲', kind: 'risk', duration: '5d', reason: '六月多雨' } as const;
  return (await t.request('tracking.addBuffer', { ...place, ...values })).id;
}

const use = { amount: '2d', giveBack: false, on: '2026-11-20', reason: '暴雨停工', riskId: null } as const;

export const milestoneExamples: Examples<keyof typeof milestoneChannels> = {
  'tracking.mustHappen': {
    accepted: async (world) => {
      await milestone(world);
      return { until: '2026-11-30', projectId: world.ids.project };
    },
    refused: { input: () => ({ until: '2026-11-30', projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ rows }) =>
      expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['milestone', 'check'])),
  },
  'tracking.checks': {
    accepted: async (world) => {
      await milestone(world);
      return { projectId: world.ids.project };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (rows) => expect(rows).toMatchObject([{ name: '竣工验收', dueOn: '2026-11-20', check: null }]),
  },
  'tracking.confirmMilestone': {
    accepted: async (world) => ({
      taskId: await milestone(world),
      on: '2026-11-19',
      by: null,
      contactId: world.ids.contact,
      note: '按图纸验收',
    }),
    refused: {
      input: ({ ids }) => ({ taskId: ids.task, on: '2026-11-19', by: '李工', contactId: null, note: null }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('premilestone_check.get', { id })).toMatchObject({
        confirmed_by: '李工',
        milestone_on: '2026-11-27',
        due_on: '2026-11-20',
      }),
  },
  'tracking.trend': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (answer) => expect(answer).toMatchObject({ recorded: false, series: [] }),
  },
  'tracking.recordForecast': {
    accepted: async (world) => {
      await milestone(world);
      return { projectId: world.ids.project };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ count }) => expect(count).toBe(1),
  },
  'tracking.buffers': {
    accepted: async (world) => {
      await buffer(world);
      return { projectId: world.ids.project };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ rows }) => expect(rows).toMatchObject([{ name: '雨季缓冲', left: 24_000, light: 'untouched' }]),
  },
  'tracking.addBuffer': {
    accepted: ({ ids }) => ({
      projectId: ids.project,
      afterId: ids.task,
      name: '变更缓冲',
      kind: 'change',
      duration: '1w',
      reason: null,
    }),
    refused: {
      input: ({ ids }) => ({
        projectId: ids.project,
        afterId: null,
        name: '变更缓冲',
        kind: 'change',
        duration: 'soon',
        reason: null,
      }),
      code: 'PLAN_TEXT_UNREADABLE',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('task.get', { id })).toMatchObject({
        buffer_kind: 'change',
        duration_tenths: 24_000,
        buffer_tenths: 24_000,
      }),
  },
  'tracking.setBuffer': {
    accepted: ({ ids }) => ({ id: ids.task, kind: 'risk' }),
    refused: {
      input: () => ({ id: 'tsk_00000000-0000-7000-8000-000000000000', kind: 'risk' }),
      code: 'NOT_FOUND',
    },
    check: ({ changed }) => expect(changed).toBe(true),
  },
  'tracking.useBuffer': {
    accepted: async (world) => ({ id: await buffer(world), ...use }),
    refused: { input: ({ ids }) => ({ id: ids.task, ...use }), code: 'NOT_A_BUFFER' },
    check: ({ left }) => expect(left).toBe(14_400),
  },
  'tracking.removeBufferUse': {
    accepted: async (world) => {
      const id = await buffer(world);
      return { id: (await world.t.request('tracking.useBuffer', { id, ...use })).id };
    },
    refused: { input: () => ({ id: UNKNOWN_USE }), code: 'NOT_FOUND' },
    check: ({ left }) => expect(left).toBe(24_000),
  },
};
