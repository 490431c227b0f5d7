import { expect } from 'vitest';
import type { contractChannels } from '#shared/ipc/channels/contract.ts';
import type { moneyChannels } from '#shared/ipc/channels/money.ts';
import type { Examples } from './types.ts';

const UNKNOWN_CONTRACT = 'ctr_00000000-0000-7000-8000-000000000000';
const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_CLIENT = 'cli_00000000-0000-7000-8000-000000000000';

export const contractExamples: Examples<keyof typeof contractChannels | keyof typeof moneyChannels> = {
  'money.project': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (money, { ids }) =>
      expect(money).toMatchObject({
        contracts: [{ id: ids.contract, stages: [{ id: ids.payment_stage, amountMinor: 15_000_000 }] }],
        in: { receivedMinor: 100_000 },
        budget: { plannedMinor: 20_000_000, spentMinor: 500_000 },
      }),
  },
  'money.client': {
    accepted: ({ ids }) => ({ clientId: ids.client }),
    refused: { input: () => ({ clientId: UNKNOWN_CLIENT }), code: 'NOT_FOUND' },
    check: ({ currencies }, { ids }) =>
      expect(currencies).toMatchObject([
        { currency: 'CNY', receivedMinor: 100_000, projects: [{ projectId: ids.project }] },
      ]),
  },
  'money.export': {
    accepted: ({ ids }) => ({ projectId: ids.project, what: 'plan', format: 'csv', language: 'en' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, what: 'plan', format: 'doc', language: 'en' }),
      code: 'VALIDATION',
    },
    check: (saved) => expect(saved?.name).toMatch(/Payment plan\.csv$/),
  },
  'contract.check': {
    accepted: ({ ids }) => ({ id: ids.contract }),
    refused: { input: () => ({ id: UNKNOWN_CONTRACT }), code: 'NOT_FOUND' },
    check: ({ gaps }) =>
      expect(gaps.find(({ clause }) => clause === 'liability')).toMatchObject({
        kind: 'incomplete',
        lacks: ['cap'],
        source: { row: 'D7' },
      }),
  },
  'contract.sign': {
    accepted: ({ ids }) => ({ id: ids.contract, signedOn: '2026-03-02', reason: '其余条款随补充协议签订' }),
    refused: {
      input: ({ ids }) => ({ id: ids.contract, signedOn: '2026-03-02', reason: null }),
      code: 'CONTRACT_GAPS',
    },
    check: async ({ gaps }, { t, ids }) => {
      expect(gaps).toBeGreaterThan(10);
      expect(await t.request('contract.get', { id: ids.contract })).toMatchObject({
        status: 'signed',
        signed_on: '2026-03-02',
      });
    },
  },
  'contract.milestones': {
    accepted: async ({ t, ids }) => {
      await t.request('clause.update', { id: ids.clause, patch: { kind: 'schedule', due_on: '2026-09-30' } });
      return { id: ids.contract };
    },
    refused: { input: () => ({ id: UNKNOWN_CONTRACT }), code: 'NOT_FOUND' },
    check: ({ rows }, { ids }) =>
      expect(rows).toMatchObject([{ id: ids.clause, dueOn: '2026-09-30', state: 'new' }]),
  },
  'contract.day': {
    accepted: ({ ids }) => ({ projectId: ids.project, day: '2026-10-03' }),
    refused: { input: ({ ids }) => ({ projectId: ids.project, day: '2026-02-30' }), code: 'VALIDATION' },
  },
  'contract.takeIntoPlan': {
    accepted: async ({ t, ids }) => {
      await t.request('clause.update', { id: ids.clause, patch: { kind: 'schedule', due_on: '2026-09-30' } });
      return { id: ids.contract };
    },
    refused: { input: ({ ids }) => ({ id: ids.contract }), code: 'CONTRACT_NO_DAYS' },
    check: async ({ added }, { t, ids }) => {
      expect(added).toBe(1);
      const clause = await t.request('clause.get', { id: ids.clause });
      expect(await t.request('task.get', { id: clause?.task_id ?? '' })).toMatchObject({
        milestone: true,
        commitment: 'contract',
        promised_on: '2026-09-30',
      });
    },
  },
};
