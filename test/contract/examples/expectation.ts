import { expect } from 'vitest';
import type { expectationChannels } from '#shared/ipc/channels/expectation.ts';
import type { Examples, World } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';

/** An expectation of a closed project of the same client. */
async function past({ t, ids }: World): Promise<string> {
  const { id } = await t.request('project.create', {
    values: { client_id: ids.client, name: '一期泵站', stage: 'closed' },
  });
  const made = await t.request('expectation.create', { values: { project_id: id, text: '每周五清场' } });
  return made.id;
}

export const expectationExamples: Examples<keyof typeof expectationChannels> = {
  'expectation.register': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ expectations, facts }, { ids }) => {
      expect(expectations.map(({ id }) => id)).toEqual([ids.expectation]);
      expect(facts).toMatchObject([{ id: ids.expectation, answers: 1, kano: { kind: 'performance' } }]);
    },
  },
  'expectation.radar': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ axes, unagreed }, { ids }) => {
      expect(axes).toHaveLength(8);
      expect(unagreed).toMatchObject([{ id: ids.expectation }]);
    },
  },
  'expectation.suggest': {
    accepted: async (world) => {
      await past(world);
      return { projectId: world.ids.project };
    },
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ suggestions }) =>
      expect(suggestions).toMatchObject([{ text: '每周五清场', project: '一期泵站', sameClient: true }]),
  },
  'expectation.adopt': {
    accepted: async (world) => ({ projectId: world.ids.project, ids: [await past(world)] }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, ids: [ids.expectation] }),
      code: 'NOT_FOUND',
    },
    check: async ({ ids: [made] }, { t, ids }) =>
      expect(await t.request('expectation.get', { id: made ?? '' })).toMatchObject({
        project_id: ids.project,
        text: '每周五清场',
        status: 'identified',
      }),
  },
  'cause.add': {
    accepted: ({ ids }) => ({
      fishboneId: ids.fishbone,
      parentId: ids.cause,
      branch: 'people',
      afterId: null,
      text: '没有备选厂家',
    }),
    refused: {
      input: ({ ids }) => ({
        fishboneId: ids.fishbone,
        parentId: null,
        branch: 'people',
        afterId: null,
        text: ' ',
      }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('cause.get', { id })).toMatchObject({ parent_id: ids.cause }),
  },
  'cause.move': {
    accepted: ({ ids }) => ({ id: ids.cause, parentId: null, branch: 'method', beforeId: null }),
    refused: {
      input: ({ ids }) => ({ id: ids.cause, parentId: ids.cause, branch: 'people', beforeId: null }),
      code: 'RULE_BROKEN',
    },
    check: async ({ changed }, { t, ids }) => {
      expect(changed).toBe(true);
      expect(await t.request('cause.get', { id: ids.cause })).toMatchObject({ branch: 'method' });
    },
  },
};
