import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { goBack, navigate, resetRoute, selectRoute, useRoute, useRouteStore } from '../state/route.ts';
import { SectionScreen, useSections } from './SectionScreen.tsx';

const projectId = 'prj_1';
const here = () => selectRoute(useRouteStore.getState());

/** A screen as the shell shows it: with the parameters of the route. */
function Screen() {
  const route = useRoute();
  const link = route.name === 'risks' ? route : { projectId };
  const sections = useSections('risks', link);
  const view = (name: string) => (itemId: string | undefined) => (
    <p>
      {name} {itemId ?? 'nothing'}
    </p>
  );
  return (
    <SectionScreen
      sections={sections}
      heading="Register"
      tabName={(id) => `tab ${id}`}
      content={{ risks: view('risks'), issues: view('issues'), decisions: view('decisions') }}
    />
  );
}

beforeEach(async () => {
  await startCore();
  resetRoute({ name: 'risks', projectId });
  await showScreen(<Screen />, 'en');
});
afterEach(async () => {
  resetRoute();
  await stopCore();
});

const text = (shown: string) => expect.element(page.getByText(shown, { exact: true })).toBeVisible();
const tab = (name: string) => page.getByRole('tab', { name });

describe('a screen with tabs', () => {
  it('shows its first tab, and each chosen tab is a place that Back leaves', async () => {
    await text('risks nothing');
    await tab('tab issues').click();
    await text('issues nothing');
    expect(here()).toEqual({ name: 'risks', projectId, section: 'issues' });
    await userEvent.keyboard('{ArrowRight}');
    await text('decisions nothing');
    await expect.element(tab('tab decisions')).toHaveFocus();
    goBack();
    await text('issues nothing');
    goBack();
    await text('risks nothing');
  });

  it('opens a linked record in the tab of its type, and in no other', async () => {
    navigate({ name: 'risks', projectId, itemId: 'iss_1' });
    await text('issues iss_1');
    await tab('tab risks').click();
    await text('risks nothing');
    navigate({ name: 'risks', projectId, itemId: 'iss_1' });
    await text('issues iss_1');
  });

  it('shows the tab that a link names, and the record in its own tab only', async () => {
    navigate({ name: 'risks', projectId, section: 'risks', itemId: 'iss_1' });
    await text('risks nothing');
  });
});
