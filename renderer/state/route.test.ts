import { beforeEach, describe, expect, it } from 'vitest';
import {
  goBack,
  goForward,
  navigate,
  resetRoute,
  selectCanGoBack,
  selectCanGoForward,
  selectRoute,
  useRouteStore,
} from './route.ts';

const here = () => selectRoute(useRouteStore.getState());

describe('route stack', () => {
  beforeEach(() => resetRoute());

  it('goes back and forward', () => {
    navigate({ name: 'projects' });
    navigate({ name: 'plan', projectId: 'prj_1' });
    goBack();
    expect(here()).toEqual({ name: 'projects' });
    goForward();
    expect(here()).toEqual({ name: 'plan', projectId: 'prj_1' });
    expect(selectCanGoForward(useRouteStore.getState())).toBe(false);
  });

  it('forgets what lay ahead when going elsewhere', () => {
    navigate({ name: 'projects' });
    goBack();
    navigate({ name: 'clients' });
    goForward();
    expect(here()).toEqual({ name: 'clients' });
  });

  it('ignores going to the same place and stepping over the ends', () => {
    navigate({ name: 'today' });
    expect(selectCanGoBack(useRouteStore.getState())).toBe(false);
    goBack();
    expect(here()).toEqual({ name: 'today' });
  });

  it('remembers the current project elsewhere', () => {
    navigate({ name: 'risks', projectId: 'prj_2' });
    navigate({ name: 'settings' });
    expect(useRouteStore.getState().projectId).toBe('prj_2');
  });

  it('keeps a bounded history', () => {
    for (let n = 0; n < 300; n++) navigate({ name: 'project', projectId: `prj_${n}` });
    expect(useRouteStore.getState().stack).toHaveLength(100);
    expect(here()).toEqual({ name: 'project', projectId: 'prj_299' });
  });
});
