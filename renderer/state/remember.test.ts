import { beforeEach, describe, expect, it } from 'vitest';
import { recall, toRemember } from './remember.ts';
import { navigate, type Route, resetRoute, selectRoute, useRouteStore } from './route.ts';
import { sectionsOf, TAB_SCREENS } from './sections.ts';

const here = () => selectRoute(useRouteStore.getState());
const projectId = 'prj_1';

describe('the place of the window after a restart', () => {
  beforeEach(() => resetRoute());

  it.each<Route>([
    ...TAB_SCREENS.flatMap((name) =>
      sectionsOf(name).map(
        (section) =>
          ({ name, ...(name === 'client' ? { clientId: 'cli_1' } : { projectId }), section }) as Route,
      ),
    ),
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
