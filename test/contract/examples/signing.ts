import { expect } from 'vitest';
import type { signingChannels } from '#shared/ipc/channels/signing.ts';
import { testPng } from '#test/support/png.ts';
import { drawnBase64, issue, upload } from '#test/support/signing.ts';
import type { Examples, World } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_DOCUMENT = 'doc_00000000-0000-7000-8000-000000000000';
const UNKNOWN_SIGNOFF = 'sig_00000000-0000-7000-8000-000000000000';

const who = { side: 'client', name: '李工', role: '总工' } as const;

/** An issued confirmation of goals that are whole. */
async function goals({ t, ids }: World) {
  const words = {
    specific: '通水',
    measurable: '流量',
    achievable: '可行',
    relevant: '汛期',
    time_bound: '五月',
  };
  await t.request('goal.update', { id: ids.goal, patch: words });
  return issue(t, 'goals', ids.project);
}

export const signingExamples: Examples<keyof typeof signingChannels> = {
  'signoff.state': {
    accepted: ({ ids }) => ({ subjectId: ids.project, kind: 'goals' }),
    refused: { input: ({ ids }) => ({ subjectId: ids.project, kind: 'poem' }), code: 'VALIDATION' },
    check: (state, { ids }) =>
      expect(state).toMatchObject({ state: 'outdated', documentId: ids.document, missing: ['own'] }),
  },
  'signoff.overview': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (rows) => expect(rows.map(({ kind }) => kind)).toEqual(['goals', 'charter', 'scope', 'schedule']),
  },
  'signoff.draw': {
    accepted: async (world) => ({
      ...who,
      documentId: (await goals(world)).id,
      pngBase64: drawnBase64(),
    }),
    refused: {
      input: () => ({ ...who, documentId: UNKNOWN_DOCUMENT, pngBase64: drawnBase64() }),
      code: 'NOT_FOUND',
    },
    check: ({ state }) => expect(state).toBe('partly'),
  },
  'signoff.paper': {
    accepted: async (world) => {
      const { id, code } = await goals(world);
      return {
        ...who,
        documentId: id,
        code,
        fileToken: await upload(world.t, '签名页.png', testPng(60, 60, 300)),
      };
    },
    refused: {
      input: ({ ids }) => ({ ...who, documentId: ids.document, code: 'MP-0000-00', fileToken: 'gone' }),
      code: 'SIGN_CODE',
    },
    check: ({ state }) => expect(state).toBe('partly'),
  },
  'signoff.verify': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    // The seed's signature has a seal that was made up.
    check: ({ problems }, { ids }) =>
      expect(problems).toMatchObject([{ code: 'SEAL_BROKEN', id: ids.signoff }]),
  },
  'signoff.picture': {
    accepted: ({ ids }) => ({ id: ids.signoff }),
    refused: { input: () => ({ id: UNKNOWN_SIGNOFF }), code: 'NOT_FOUND' },
    check: ({ dataUrl }) => expect(dataUrl).toBeNull(),
  },
};
