import { expect, test } from 'vitest';
import type { TodayRow } from '#shared/ipc/channels/today.ts';
import { routeOf } from './routeOf.ts';

const row = (part: Partial<TodayRow>): TodayRow => ({
  kind: 'next_step',
  id: 'log_1',
  open_id: 'log_1',
  title: '发报价',
  due_on: '2026-11-21',
  client_id: 'cli_1',
  client: '华成建设',
  project_id: 'prj_1',
  project: '冷库改造',
  ...part,
});

test('a next step leads to the note it stands in, of the project or of the client', () => {
  expect(routeOf(row({}))).toEqual({
    name: 'communication',
    projectId: 'prj_1',
    section: 'log',
    itemId: 'log_1',
  });
  expect(routeOf(row({ project_id: null, project: null }))).toEqual({
    name: 'client',
    clientId: 'cli_1',
    section: 'timeline',
  });
});

test('what is due for a client opens the tab of the client page that shows it, with the record', () => {
  for (const kind of ['care', 'feedback', 'strategy'] as const)
    expect(routeOf(row({ kind, open_id: 'x_1' }))).toEqual({
      name: 'client',
      clientId: 'cli_1',
      section: kind,
      itemId: 'x_1',
    });
});
