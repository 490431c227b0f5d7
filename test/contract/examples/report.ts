import { expect } from 'vitest';
import type { reportChannels } from '#shared/ipc/channels/report.ts';
import { type Examples, takesNothing, type World } from './types.ts';

const PERIOD = { from: '2026-11-16', to: '2026-11-22' };
const NOBODY = 'rep_01a20057-a75e-715c-97e4-7635c96eb6f2';

async function draft({ t, ids }: World): Promise<string> {
  return (await t.request('report.create', { projectId: ids.project, period: PERIOD, language: 'en' })).id;
}

/** A frozen report of a client that has somebody to send it to. */
async function frozen(world: World): Promise<{ reportId: string }> {
  const { t, ids } = world;
  await t.request('contact.update', {
    id: ids.contact,
    patch: { email: 'li@example.com', report_copy: 'to' },
  });
  const reportId = await draft(world);
  await t.task('report.freeze', { reportId, replaceMissing: true });
  return { reportId };
}

const unknown = { input: () => ({ reportId: NOBODY }), code: 'NOT_FOUND' } as const;

export const reportExamples: Examples<keyof typeof reportChannels> = {
  'report.overview': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: 'x' }), code: 'VALIDATION' },
    check: (rows, { ids }) => expect(rows.map((row) => row.project_id)).toContain(ids.project),
  },
  'report.compose': {
    accepted: async (world) => ({ reportId: await draft(world) }),
    refused: unknown,
    check: (answer) =>
      expect(answer).toMatchObject({ state: 'draft', snapshot: { period: PERIOD, no: null } }),
  },
  'report.suggest': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: 1 }), code: 'VALIDATION' },
    check: ({ period }) => expect(period.from <= period.to).toBe(true),
  },
  'report.create': {
    accepted: ({ ids }) => ({ projectId: ids.project, period: PERIOD, language: 'zh-TW' }),
    refused: {
      input: ({ ids }) => ({
        projectId: ids.project,
        period: { from: PERIOD.to, to: PERIOD.from },
        language: 'en',
      }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('report.get', { id })).toMatchObject({ state: 'draft', language: 'zh-TW' }),
  },
  'report.updateDraft': {
    accepted: async (world) => ({ reportId: await draft(world), title: 'Week 47' }),
    refused: unknown,
    check: ({ changed }) => expect(changed).toBe(true),
  },
  'report.setWording': {
    accepted: async (world) => ({ reportId: await draft(world), wording: { texts: { done: 'Well done' } } }),
    refused: { input: ({ ids }) => ({ reportId: ids.report, wording: { html: '<b>' } }), code: 'VALIDATION' },
    check: ({ changed }) => expect(changed).toBe(true),
  },
  'report.releaseTasks': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: takesNothing,
    check: async (_, { t, ids }) =>
      expect((await t.request('report.releaseTasks', { projectId: ids.project })).count).toBe(0),
  },
  'report.freeze': {
    accepted: async (world) => ({ reportId: await draft(world), replaceMissing: true }),
    refused: { input: () => ({ reportId: 'x' }), code: 'VALIDATION' },
    check: ({ sha256 }) => expect(sha256).toMatch(/^[0-9a-f]{64}$/),
  },
  'report.export': {
    accepted: frozen,
    refused: unknown,
    check: (file) => expect(file?.name).toMatch(/\.pdf$/),
  },
  'report.verify': {
    accepted: frozen,
    refused: unknown,
    check: (result) => expect(result).toEqual({ snapshot: true, pdf: true }),
  },
  'report.draftMail': { accepted: frozen, refused: unknown, check: (mail) => expect(mail.opened).toBe(true) },
  'report.revealDraft': { accepted: frozen, refused: unknown },
  'report.openMailto': {
    accepted: frozen,
    refused: unknown,
    check: (_, { t }) => expect(t.opened.at(-1)).toMatch(/^mailto:/),
  },
  'report.markSent': {
    accepted: frozen,
    refused: unknown,
    check: async ({ commLogId }, { t }) =>
      expect(await t.request('comm_log.get', { id: commLogId })).toMatchObject({ channel: 'email' }),
  },
};
