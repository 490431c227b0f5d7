import { expect } from 'vitest';
import type { stageChannels } from '#shared/ipc/channels/stage.ts';
import type { Examples } from './types.ts';

const UNKNOWN = 'prj_00000000-0000-7000-8000-000000000000';
const unknown = { input: () => ({ projectId: UNKNOWN }), code: 'NOT_FOUND' } as const;

export const stageExamples: Examples<keyof typeof stageChannels> = {
  'stage.gate': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: unknown,
    check: (gate) => {
      expect(gate).toMatchObject({ stage: 'presales', next: 'contracting' });
      expect(gate.checks.find(({ id }) => id === 'expectationsNoted')).toMatchObject({ met: true });
    },
  },
  'stage.tick': {
    accepted: ({ ids }) => ({ projectId: ids.project, check: 'decider', done: true }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, check: 'lessons', done: true }),
      code: 'VALIDATION',
    },
    check: async (_answer, { t, ids }) => {
      const { checks } = await t.request('stage.gate', { projectId: ids.project });
      expect(checks.find(({ id }) => id === 'decider')).toMatchObject({ met: true });
    },
  },
  'stage.move': {
    accepted: ({ ids }) => ({ projectId: ids.project, to: 'kickoff', reason: '客户要求先开工' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, to: 'kickoff' }),
      code: 'STAGE_CHECKS_OPEN',
    },
    check: async ({ open }, { t, ids }) => {
      expect(open).toBeGreaterThan(0);
      expect(await t.request('project.get', { id: ids.project })).toMatchObject({ stage: 'kickoff' });
    },
  },
  'project.modules': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: unknown,
    check: (modules) =>
      expect(modules.find(({ id }) => id === 'team')).toEqual({
        id: 'team',
        shown: true,
        reason: 'records',
        used: true,
      }),
  },
  'project.setModule': {
    accepted: ({ ids }) => ({ projectId: ids.project, module: 'team', shown: false }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, module: 'kitchen', shown: false }),
      code: 'VALIDATION',
    },
    check: async (_answer, { t, ids }) => {
      const modules = await t.request('project.modules', { projectId: ids.project });
      expect(modules.find(({ id }) => id === 'team')).toMatchObject({ shown: false, reason: 'chosen' });
    },
  },
  'project.screen': {
    accepted: ({ ids }) => ({
      projectId: ids.project,
      complexity: 5,
      time_pressure: 2,
      resource_gap: 2,
      expectation_pressure: 2,
      note: null,
    }),
    refused: {
      input: ({ ids }) => ({
        projectId: ids.project,
        complexity: 6,
        time_pressure: 2,
        resource_gap: 2,
        expectation_pressure: 2,
        note: null,
      }),
      code: 'VALIDATION',
    },
    check: async (answer, { t, ids }) => {
      expect(answer).toMatchObject({ result: 'risky', tightened: true });
      expect(await t.request('project.get', { id: ids.project })).toMatchObject({
        kind: 'risky',
        report_frequency: 'weekly',
      });
    },
  },
  'project.suggestions': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: unknown,
    check: (answer) => expect(answer.health.satisfaction).toBeNull(),
  },
};
