import { beforeEach, describe, expect, it } from 'vitest';
import { recall, toRemember } from './remember.ts';
import {
  CLIENT_SECTIONS,
  COMMUNICATION_SECTIONS,
  CONTRACT_SECTIONS,
  EXPECTATION_SECTIONS,
  GOALS_SECTIONS,
  navigate,
  type Route,
  resetRoute,
  selectRoute,
  TRACKING_SECTIONS,
  useRouteStore,
} from './route.ts';

const here = () => selectRoute(useRouteStore.getState());
const projectId = 'prj_1';

describe('the place of the window after a restart', () => {
  beforeEach(() => resetRoute());

  it.each<Route>([
    ...CLIENT_SECTIONS.map((section) => ({ name: 'client' as const, clientId: 'cli_1', section })),
    ...EXPECTATION_SECTIONS.map((section) => ({ name: 'expectations' as const, projectId, section })),
    ...GOALS_SECTIONS.map((section) => ({ name: 'goals' as const, projectId, section })),
    ...CONTRACT_SECTIONS.map((section) => ({ name: 'contract' as const, projectId, section })),
    ...TRACKING_SECTIONS.map((section) => ({ name: 'tracking' as const, projectId, section })),
    ...COMMUNICATION_SECTIONS.map((section) => ({ name: 'communication' as const, projectId, section })),
    { name: 'plan', projectId },
    { name: 'feedback' },
  ])('is the tab it was left on: $name $section', (route) => {
    navigate(route);
    const kept = toRemember();
    resetRoute();
    recall(kept);
    expect(here()).toEqual(route);
  });

  it('is the screen without the tab where the tab is unknown, or belongs to another screen', () => {
    recall(JSON.stringify({ route: { name: 'contract', projectId, section: 'promises' } }));
    expect(here()).toEqual({ name: 'contract', projectId });
    recall(JSON.stringify({ route: { name: 'client', clientId: 'cli_1', section: 7 } }));
    expect(here()).toEqual({ name: 'client', clientId: 'cli_1' });
  });
});
