import { expect } from 'vitest';
import type { projectChannels } from '#shared/ipc/channels/project.ts';
import { type Examples, takesNothing } from './types.ts';

const UNKNOWN_CLIENT = 'cli_00000000-0000-7000-8000-000000000000';
const CALENDAR = { calendar: 'standard', calendarName: '五天制' } as const;

export const projectExamples: Examples<keyof typeof projectChannels> = {
  'project.createWithCalendar': {
    accepted: () => ({ client: { name: '远大置业' }, values: { name: '车间扩建' }, ...CALENDAR }),
    refused: {
      input: () => ({ client: { id: UNKNOWN_CLIENT }, values: { name: '车间扩建' }, ...CALENDAR }),
      code: 'NOT_FOUND',
    },
    check: async ({ projectId, clientId }, { t }) => {
      expect(await t.request('client.get', { id: clientId })).toMatchObject({ name: '远大置业' });
      const project = await t.request('project.get', { id: projectId });
      expect(project).toMatchObject({ client_id: clientId, name: '车间扩建' });
      expect(project?.calendar_id).not.toBeNull();
      // Client, project and calendar are one step.
      await t.request('undo.undo', {});
      expect(await t.request('client.get', { id: clientId })).toBeNull();
    },
  },
  'project.rows': {
    accepted: ({ ids }) => ({ client_id: ids.client }),
    refused: { input: () => ({ client_id: '*' }), code: 'VALIDATION' },
    check: (rows, { ids }) =>
      expect(rows).toMatchObject([
        { id: ids.project, client_id: ids.client, clientName: '华成建设', tasks: 2, openRisks: 1 },
      ]),
  },
  'project.figures': {
    accepted: ({ ids }) => ({ id: ids.project }),
    refused: { input: () => ({ id: '' }), code: 'VALIDATION' },
    check: (figures) => expect(figures).toMatchObject({ tasks: 2, tasksDone: 0, openRisks: 1 }),
  },
  'client.rows': {
    accepted: () => ({}),
    refused: takesNothing,
    check: (rows, { ids }) =>
      expect(rows).toMatchObject([
        { id: ids.client, openProjects: 1, contacts: expect.stringContaining('李工') },
      ]),
  },
};
