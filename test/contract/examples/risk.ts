import { expect } from 'vitest';
import type { registerChannels } from '#shared/ipc/channels/register.ts';
import type { riskChannels } from '#shared/ipc/channels/risk.ts';
import type { todayChannels } from '#shared/ipc/channels/today.ts';
import { type Examples, takesNothing } from './types.ts';

const UNKNOWN_RISK = 'rsk_00000000-0000-7000-8000-000000000000';

export const riskExamples: Examples<
  keyof typeof registerChannels | keyof typeof riskChannels | keyof typeof todayChannels
> = {
  'record.links': {
    accepted: ({ ids }) => ({ id: ids.expectation }),
    refused: { input: () => ({ id: 'nothing' }), code: 'VALIDATION' },
    check: async (before, { t, ids }) => {
      await t.request('goal.update', { id: ids.goal, patch: { expectation_id: ids.expectation } });
      const after = await t.request('record.links', { id: ids.expectation });
      expect(after).toHaveLength(before.length + 1);
      expect(after).toContainEqual({
        entity: 'goal',
        id: ids.goal,
        title: '5 月 31 日前通水',
        project_id: ids.project,
      });
    },
  },
  'register.remove': {
    accepted: ({ ids }) => ({ ids: [ids.issue] }),
    refused: { input: ({ ids }) => ({ ids: [ids.issue, ids.risk] }), code: 'VALIDATION' },
    check: async (_answer, { t, ids }) => expect(await t.request('issue.get', { id: ids.issue })).toBeNull(),
  },
  'record.place': {
    accepted: ({ ids }) => ({ id: ids.clause, beforeId: null }),
    refused: { input: ({ ids }) => ({ id: ids.task, beforeId: null }), code: 'VALIDATION' },
  },
  'risk.register': {
    accepted: ({ ids }) => ({ project_id: ids.project }),
    refused: { input: () => ({ project_id: '*' }), code: 'VALIDATION' },
    check: (answer, { ids }) => {
      expect(answer.risks.map((risk) => risk.id)).toEqual([ids.risk]);
      expect(answer.actions.map((action) => action.id)).toEqual([ids.risk_action]);
      expect(answer.reviews.map((review) => review.id)).toEqual([ids.risk_review]);
    },
  },
  'risk.review': {
    accepted: ({ ids }) => ({ id: ids.risk, probability: 1, impact: 2, note: '雨季已过' }),
    refused: {
      input: () => ({ id: UNKNOWN_RISK, probability: 1, impact: 2, note: null }),
      code: 'NOT_FOUND',
    },
    check: async ({ id }, { t, ids }) => {
      expect(await t.request('risk_review.get', { id })).toMatchObject({ risk_id: ids.risk, impact: 2 });
      expect(await t.request('risk.get', { id: ids.risk })).toMatchObject({ probability: 1, impact: 2 });
    },
  },
  'risk.occur': {
    accepted: ({ ids }) => ({ id: ids.risk }),
    refused: { input: () => ({ id: UNKNOWN_RISK }), code: 'NOT_FOUND' },
    check: async ({ issue_id }, { t, ids }) =>
      expect(await t.request('issue.get', { id: issue_id })).toMatchObject({ risk_id: ids.risk }),
  },
  'risk.addFromChecklist': {
    accepted: ({ ids }) => ({ project_id: ids.project, keys: ['weather'], language: 'en' }),
    refused: {
      input: ({ ids }) => ({ project_id: ids.project, keys: ['meteor'], language: 'en' }),
      code: 'VALIDATION',
    },
    check: async (answer, { t }) =>
      expect(await t.request('risk.get', { id: answer.ids[0] ?? '' })).toMatchObject({ category: 'weather' }),
  },
  'risk.duplicate': {
    accepted: ({ ids }) => ({ id: ids.risk, title: '雨季（副本）' }),
    refused: { input: ({ ids }) => ({ id: ids.risk, title: ' ' }), code: 'VALIDATION' },
    check: async ({ id }, { t }) =>
      expect(await t.request('risk_action.list', { where: { risk_id: id } })).toMatchObject([
        { text: '准备排水泵' },
      ]),
  },
  'today.get': {
    accepted: () => ({}),
    refused: takesNothing,
    check: ({ today }) => expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/),
  },
  'today.done': {
    accepted: ({ ids }) => ({ id: ids.risk_action, done: true }),
    refused: { input: ({ ids }) => ({ id: ids.project, done: true }), code: 'VALIDATION' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('risk_action.get', { id: ids.risk_action })).toMatchObject({ status: 'done' }),
  },
};
