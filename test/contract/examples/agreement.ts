import { expect } from 'vitest';
import type { agreementChannels } from '#shared/ipc/channels/agreement.ts';
import type { Examples, World } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_TASK = 'tsk_00000000-0000-7000-8000-000000000000';
const UNKNOWN_EXPECTATION = 'exp_00000000-0000-7000-8000-000000000000';

async function lateMilestone({ t, ids }: World): Promise<string> {
  const values = {
    project_id: ids.project,
    name: '竣工验收',
    milestone: true,
    client_visible: true,
  } as const;
  const dates = {
    finish_at: '2026-12-25T17:00:00',
    commitment: 'promise',
    promised_on: '2026-12-18',
  } as const;
  return (await t.request('task.create', { values: { ...values, ...dates } })).id;
}

export const agreementExamples: Examples<keyof typeof agreementChannels> = {
  'goal.conformity': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (entries, { ids }) => expect(entries).toMatchObject([{ goal_id: ids.goal, conformity: 90 }]),
  },
  'goal.fromExpectation': {
    accepted: ({ ids }) => ({ expectationId: ids.expectation }),
    refused: { input: () => ({ expectationId: UNKNOWN_EXPECTATION }), code: 'NOT_FOUND' },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('goal.get', { id })).toMatchObject({ expectation_id: ids.expectation, no: 1 }),
  },
  'adjustment.propose': {
    accepted: ({ ids }) => ({ subjectId: ids.goal, title: '顺延三天' }),
    refused: { input: ({ ids }) => ({ subjectId: ids.task, title: '顺延三天' }), code: 'NOT_FOUND' },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('adjustment.get', { id })).toMatchObject({
        goal_id: ids.goal,
        status: 'proposed',
      }),
  },
  'delay_notice.late': {
    accepted: async (world) => {
      await lateMilestone(world);
      return { projectId: world.ids.project };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (rows) => expect(rows).toMatchObject([{ name: '竣工验收', days: 7, noticeId: null }]),
  },
  'delay_notice.prepare': {
    accepted: async (world) => ({ taskId: await lateMilestone(world), language: 'en' }),
    refused: { input: () => ({ taskId: UNKNOWN_TASK, language: 'en' }), code: 'NOT_FOUND' },
    check: async ({ id }, { t }) =>
      expect(await t.request('delay_notice.get', { id })).toMatchObject({
        days: 7,
        title: '竣工验收 will be 7 days late',
      }),
  },
};
