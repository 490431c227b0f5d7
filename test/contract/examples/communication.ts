import { expect } from 'vitest';
import type { communicationChannels } from '#shared/ipc/channels/communication.ts';
import type { Examples } from './types.ts';

const UNKNOWN = {
  client: 'cli_00000000-0000-7000-8000-000000000000',
  project: 'prj_00000000-0000-7000-8000-000000000000',
  item: 'cpi_00000000-0000-7000-8000-000000000000',
  log: 'com_00000000-0000-7000-8000-000000000000',
  promise: 'prm_00000000-0000-7000-8000-000000000000',
  meeting: 'mtg_00000000-0000-7000-8000-000000000000',
};

export const communicationExamples: Examples<keyof typeof communicationChannels> = {
  'comm.lastContact': {
    accepted: ({ ids }) => ({ clientId: ids.client }),
    refused: { input: () => ({ clientId: UNKNOWN.client }), code: 'NOT_FOUND' },
    check: ({ last }, { ids }) => expect(last).toMatchObject({ id: ids.comm_log }),
  },
  'comm.untold': {
    accepted: async ({ t, ids }) => {
      await t.request('issue.update', { id: ids.issue, patch: { client_visible: true } });
      return { projectId: ids.project };
    },
    refused: { input: () => ({ projectId: '*' }), code: 'VALIDATION' },
    check: (rows, { ids }) =>
      expect(rows).toContainEqual(expect.objectContaining({ kind: 'issue', id: ids.issue, reason: 'never' })),
  },
  'comm.markTold': {
    accepted: async ({ t, ids }) => {
      await t.request('issue.update', { id: ids.issue, patch: { client_visible: true } });
      return { projectId: ids.project, ids: [ids.issue], on: '2026-03-09' };
    },
    refused: {
      input: ({ ids }) => ({ projectId: UNKNOWN.project, ids: [ids.issue], on: '2026-03-09' }),
      code: 'NOT_FOUND',
    },
    check: async ({ told }, { t, ids }) => {
      expect(told).toBe(1);
      expect(await t.request('issue.get', { id: ids.issue })).toMatchObject({
        client_informed_on: '2026-03-09',
      });
    },
  },
  'comm.addStandard': {
    accepted: ({ ids }) => ({ projectId: ids.project, language: 'en', only: ['returnVisit'] }),
    refused: { input: () => ({ projectId: UNKNOWN.project, language: 'en' }), code: 'NOT_FOUND' },
    check: async ({ ids }, { t }) =>
      expect(await t.request('comm_plan_item.get', { id: ids[0] ?? '' })).toMatchObject({
        standard: 'returnVisit',
        frequency: 'monthly',
        purpose: 'Return visit during the warranty',
      }),
  },
  'comm.planDone': {
    accepted: ({ ids }) => ({ id: ids.comm_plan_item, on: '2026-03-09' }),
    refused: { input: () => ({ id: UNKNOWN.item, on: '2026-03-09' }), code: 'NOT_FOUND' },
    check: async ({ next_due_on }, { t, ids }) => {
      expect(next_due_on).toBe('2026-03-16');
      expect(await t.request('comm_plan_item.get', { id: ids.comm_plan_item })).toMatchObject({
        last_done_on: '2026-03-09',
      });
    },
  },
  'comm.turn': {
    accepted: ({ ids }) => ({ id: ids.meeting_item, into: 'decision' }),
    refused: { input: () => ({ id: UNKNOWN.log, into: 'issue' }), code: 'NOT_FOUND' },
    check: async ({ id }, { t, ids }) => {
      expect(await t.request('decision.get', { id })).toMatchObject({ question: '一号泵安装' });
      expect(await t.request('meeting_item.get', { id: ids.meeting_item })).toMatchObject({
        decision_id: id,
      });
    },
  },
  'promise.rate': {
    accepted: ({ ids }) => ({ clientId: ids.client }),
    refused: { input: () => ({ clientId: '*' }), code: 'VALIDATION' },
    check: (answer) => expect(answer).toMatchObject({ open: 1, kept: 0, rate: null }),
  },
  'promise.check': {
    accepted: ({ ids }) => ({
      clientId: ids.client,
      projectId: ids.project,
      promiseId: null,
      kind: 'date',
      due_on: '2000-01-01',
      needs_days: null,
      owner: null,
      task_id: null,
    }),
    refused: { input: ({ ids }) => ({ clientId: ids.client, projectId: ids.project }), code: 'VALIDATION' },
    check: ({ warnings }) => expect(warnings.map(({ kind }) => kind)).toContain('past'),
  },
  'promise.make': {
    accepted: ({ ids }) => ({
      values: { client_id: ids.client, project_id: ids.project, text: '周五前回电', made_on: '2026-03-09' },
      anyway: true,
      language: 'zh-CN',
    }),
    refused: {
      input: ({ ids }) => ({
        values: { client_id: ids.client, text: '', made_on: '2026-03-09' },
        anyway: true,
      }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('promise.get', { id: id ?? '' })).toMatchObject({ text: '周五前回电' }),
  },
  'promise.settle': {
    accepted: ({ ids }) => ({ id: ids.promise, to: 'kept', on: '2026-03-09' }),
    refused: { input: () => ({ id: UNKNOWN.promise, to: 'kept' }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('promise.get', { id: ids.promise })).toMatchObject({
        status: 'kept',
        settled_on: '2026-03-09',
      }),
  },
  'promise.renegotiate': {
    accepted: async ({ t, ids }) => {
      await t.request('promise.update', { id: ids.promise, patch: { due_on: '2099-01-01' } });
      return { id: ids.promise, due_on: '2099-02-01', reason: '客户换了石材' };
    },
    refused: {
      input: ({ ids }) => ({ id: ids.promise, due_on: '2099-02-01', reason: null }),
      code: 'RULE_BROKEN',
    },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('promise.get', { id: ids.promise })).toMatchObject({
        status: 'renegotiated',
        due_on: '2099-02-01',
        first_due_on: '2099-01-01',
      }),
  },
  'meeting.prefill': {
    accepted: ({ ids }) => ({ id: ids.meeting, language: 'zh-CN' }),
    refused: { input: () => ({ id: UNKNOWN.meeting, language: 'zh-CN' }), code: 'NOT_FOUND' },
    check: async ({ added }, { t, ids }) =>
      expect(await t.request('meeting_item.list', { where: { meeting_id: ids.meeting } })).toHaveLength(
        1 + added,
      ),
  },
  'meeting.close': {
    accepted: async ({ t, ids }) => {
      await t.request('meeting_item.update', { id: ids.meeting_item, patch: { kind: 'decision' } });
      return { id: ids.meeting, language: 'zh-CN' };
    },
    refused: { input: () => ({ id: UNKNOWN.meeting, language: 'zh-CN' }), code: 'NOT_FOUND' },
    check: async ({ decisions }, { t, ids }) => {
      expect(decisions).toBe(1);
      expect(await t.request('meeting.get', { id: ids.meeting })).toMatchObject({ status: 'held' });
    },
  },
};
