import { expect } from 'vitest';
import type { scopeChannels } from '#shared/ipc/channels/scope.ts';
import type { Examples } from './types.ts';

const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';
const UNKNOWN_ITEM = 'scp_00000000-0000-7000-8000-000000000000';

export const scopeExamples: Examples<keyof typeof scopeChannels> = {
  'scope.get': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (scope, { ids }) =>
      expect(scope).toMatchObject({ items: [{ id: ids.scope_item, side: 'in', tasks: 0 }], covered: 0 }),
  },
  'scope.add': {
    accepted: ({ ids }) => ({ projectId: ids.project, side: 'out', text: '土建由业主负责' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, side: 'out', text: '   ' }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('scope_item.get', { id })).toMatchObject({
        side: 'out',
        text: '土建由业主负责',
      }),
  },
  'scope.place': {
    accepted: ({ ids }) => ({ id: ids.scope_item, side: 'out', beforeId: null }),
    refused: {
      input: ({ ids }) => ({ id: ids.scope_item, side: 'in', beforeId: UNKNOWN_ITEM }),
      code: 'NOT_FOUND',
    },
    check: ({ changed }) => expect(changed).toBe(true),
  },
  'scope.assign': {
    accepted: ({ ids }) => ({ taskIds: [ids.task], scopeItemId: ids.scope_item }),
    refused: { input: ({ ids }) => ({ taskIds: [ids.task], scopeItemId: UNKNOWN_ITEM }), code: 'NOT_FOUND' },
    check: async ({ count }, { t, ids }) => {
      expect(count).toBe(1);
      expect(await t.request('task.get', { id: ids.task })).toMatchObject({ scope_item_id: ids.scope_item });
    },
  },
};
