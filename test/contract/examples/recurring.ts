import { expect } from 'vitest';
import type { recurringChannels } from '#shared/ipc/channels/recurring.ts';
import type { Examples, World } from './types.ts';

const RULE = {
  pattern: { kind: 'weeks' as const, every: 1, weekdays: [1] },
  from: '2027-01-04',
  until: null,
  count: 4,
  duration: '2h',
  time: null,
  onDayOff: 'next' as const,
};
const END = { where: 'end', id: null } as const;

async function meeting({ t, ids }: World): Promise<string> {
  return (await t.request('recurring.add', { projectId: ids.project, place: END, name: '例会', rule: RULE }))
    .id;
}

export const recurringExamples: Examples<keyof typeof recurringChannels> = {
  'recurring.preview': {
    accepted: ({ ids }) => ({ projectId: ids.project, rule: RULE }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, rule: { ...RULE, count: null } }),
      code: 'RULE_BROKEN',
    },
    check: ({ days }) => expect(days.map(({ day }) => day)[1]).toBe('2027-01-11'),
  },
  'recurring.add': {
    accepted: ({ ids }) => ({ projectId: ids.project, place: END, name: '例会', rule: RULE }),
    refused: {
      input: ({ ids }) => ({
        projectId: ids.project,
        place: END,
        name: '例会',
        rule: { ...RULE, duration: 'long' },
      }),
      code: 'PLAN_TEXT_UNREADABLE',
    },
    check: async ({ id, count }, { t }) => {
      expect(count).toBe(4);
      expect(await t.request('task.list', { where: { parent_id: id } })).toHaveLength(4);
    },
  },
  'recurring.change': {
    accepted: async (world) => ({ id: await meeting(world), rule: { ...RULE, count: 6 } }),
    refused: { input: ({ ids }) => ({ id: ids.task, rule: RULE }), code: 'RULE_BROKEN' },
    check: (answer) => expect(answer).toMatchObject({ created: 2, kept: 4, removed: 0 }),
  },
};
