import { expect } from 'vitest';
import type { trackingChannels } from '#shared/ipc/channels/tracking.ts';
import type { Examples } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_BASELINE = 'bas_00000000-0000-7000-8000-000000000000';

const LIST = {
  kind: 'list',
  language: 'zh-CN',
  title: '本周必须完成',
  subtitle: '泵站改造',
  groups: [{ title: '张工', heads: ['日期', '事项'], rows: [['2026-11-20', '布线']] }],
} as const;

export const trackingExamples: Examples<keyof typeof trackingChannels> = {
  'plan.baselines': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (list, { ids }) => expect(list).toMatchObject([{ id: ids.baseline, seal: 'unknown', tasks: 1 }]),
  },
  'plan.baseline': {
    accepted: ({ ids }) => ({ projectId: ids.project, baselineId: ids.baseline }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, baselineId: UNKNOWN_BASELINE }),
      code: 'NOT_FOUND',
    },
    check: (answer, { ids }) => expect(answer).toMatchObject({ rows: { id: [ids.task] } }),
  },
  'tracking.takeBaseline': {
    accepted: ({ ids }) => ({ projectId: ids.project, name: '开工前', kind: 'manual' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, name: '  ', kind: 'manual' }),
      code: 'VALIDATION',
    },
    check: async ({ id, hash }, { t, ids }) => {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      const [newest] = await t.request('plan.baselines', { projectId: ids.project });
      expect(newest).toMatchObject({ id, seal: 'intact', reference: true });
    },
  },
  'tracking.compare': {
    accepted: ({ ids }) => ({ projectId: ids.project, fromId: ids.baseline, toId: null }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, fromId: UNKNOWN_BASELINE, toId: null }),
      code: 'NOT_FOUND',
    },
    check: ({ changes }) => expect(changes.some(({ kinds }) => kinds.includes('added'))).toBe(true),
  },
  'tracking.deviations': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (table) => expect(table).toMatchObject({ threshold: 10, weighting: 'duration', statusSet: false }),
  },
  'tracking.openDeviation': {
    accepted: ({ ids }) => ({ projectId: ids.project, taskId: null }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, taskId: null }), code: 'NOT_FOUND' },
    check: (answer, { ids }) => expect(answer).toEqual({ id: ids.deviation, opened: false }),
  },
  'tracking.setStatusDate': {
    accepted: ({ ids }) => ({ projectId: ids.project, statusOn: '2026-11-20' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, statusOn: '2026-11-31' }),
      code: 'VALIDATION',
    },
    check: async ({ changed }, { t, ids }) => {
      expect(changed).toBe(true);
      expect(await t.request('project.get', { id: ids.project })).toMatchObject({ status_on: '2026-11-20' });
    },
  },
  'tracking.saveTable': {
    accepted: () => ({ name: '变更清单', cells: [['任务', '=SUM(A1)']] }),
    refused: { input: () => ({ name: ' ', cells: [['任务']] }), code: 'VALIDATION' },
    check: (answer) => expect(answer).toEqual({ name: '变更清单.csv' }),
  },
  'tracking.savePdf': {
    accepted: () => ({ list: structuredClone(LIST) as never }),
    refused: { input: () => ({ list: { ...LIST, language: 'fr' } }), code: 'VALIDATION' },
    check: (saved) => expect(saved).toEqual({ name: '本周必须完成.pdf', pages: 1 }),
  },
};
