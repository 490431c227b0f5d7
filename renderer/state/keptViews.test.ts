import { beforeEach, expect, it } from 'vitest';
import { keepView, useHiddenProjects, useKeptViews } from './keptViews.ts';
import { recall, toRemember } from './remember.ts';
import { resetRoute, selectRoute, useRouteStore } from './route.ts';

beforeEach(() => {
  useKeptViews.setState({ byList: {} });
  useHiddenProjects.setState({ ids: [] });
  resetRoute();
});

it('the view of each list, with unsaved changes, and the projects left out come back after a restart', () => {
  keepView('plan:p1', { chosen: 'critical', draft: undefined });
  keepView('issue:p1', { chosen: 'all', draft: { columns: [{ id: 'title', width: 90 }] } });
  useHiddenProjects.setState({ ids: ['p2'] });
  resetRoute({ name: 'milestones' });
  const text = toRemember();
  useKeptViews.setState({ byList: {} });
  useHiddenProjects.setState({ ids: [] });
  resetRoute();
  recall(text);
  expect(useKeptViews.getState().byList).toEqual({
    'plan:p1': { chosen: 'critical' },
    'issue:p1': { chosen: 'all', draft: { columns: [{ id: 'title', width: 90 }] } },
  });
  expect(useHiddenProjects.getState().ids).toEqual(['p2']);
  expect(selectRoute(useRouteStore.getState())).toEqual({ name: 'milestones' });
});

it('the views of lists that were not changed for long are forgotten first', () => {
  for (let i = 0; i < 50; i++) keepView(`plan:${i}`, { chosen: 'x' });
  keepView('plan:20', { chosen: 'y' });
  const lists = Object.keys(useKeptViews.getState().byList);
  expect(lists).toHaveLength(40);
  expect(lists.at(-1)).toBe('plan:20');
  expect(lists).not.toContain('plan:9');
});

it('views that are not understood do not cost the rest', () => {
  recall(JSON.stringify({ views: { a: 7 }, hiddenProjects: 'x', route: { name: 'portfolio' } }));
  expect(useKeptViews.getState().byList).toEqual({});
  expect(selectRoute(useRouteStore.getState())).toEqual({ name: 'portfolio' });
});
