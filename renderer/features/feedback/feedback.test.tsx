import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { compose } from '#test/support/compose.ts';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { FeedbackScreen, QuickFeedbackDialog } from './public.ts';

let core: FakeHost;
let client: string;
let project: string;

beforeEach(() => {
  core = installFakeHost();
  client = core.put('client', { name: '华成建设' });
  project = core.put('project', { client_id: client, name: '泵站改造' });
  core.answers['feedback.inbox'] = () => ({
    untriaged: 1,
    overdue: 1,
    clients: { [client]: '华成建设' },
    projects: { [project]: '泵站改造' },
    people: ['李工', '周敏'],
  });
  core.answers['feedback.capture'] = () => ({ id: 'fbk_1' });
  core.answers['feedback.route'] = () => ({ changed: true });
});

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'light'],
] as const)('the feedback inbox in %s, %s', (locale, theme) => {
  it('shows whose it is and has no accessibility finding', async () => {
    const id = core.put('feedback', {
      client_id: client,
      project_id: project,
      text: '新泵太吵',
      received_on: '2026-11-20',
    });
    await show(<FeedbackScreen itemId={id} />, locale, theme);
    await expect.element(page.getByRole('rowheader', { name: '新泵太吵' })).toBeVisible();
    await expect.element(page.getByRole('gridcell', { name: '华成建设' })).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

describe('one line of feedback (C5)', () => {
  it('is stored with Enter; client and project come from the place', async () => {
    let closed = 0;
    await show(
      <QuickFeedbackDialog
        projectId={project}
        onClose={() => {
          closed += 1;
        }}
      />,
    );
    const words = page.getByRole('textbox', { name: 'What was said' });
    await expect.element(page.getByRole('combobox', { name: 'Client' })).toHaveValue('华成建设');
    await words.fill('新泵太吵');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => core.asked('feedback.capture'))
      .toEqual([{ clientId: client, projectId: project, text: '新泵太吵' }]);
    await expect.poll(() => closed).toBe(1);
  });

  it('does not store half-composed text', async () => {
    await show(<QuickFeedbackDialog clientId={client} onClose={() => {}} />);
    await expect.element(page.getByRole('combobox', { name: 'Client' })).toHaveValue('华成建设');
    await page.getByRole('textbox', { name: 'What was said' }).click();
    const ime = await compose('taichao', '太吵');
    await ime.press('Enter');
    expect(core.asked('feedback.capture')).toEqual([]);
    await ime.finish();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => core.asked('feedback.capture')).toMatchObject([{ text: '太吵' }]);
  });

  it('asks whose it is where the place does not say it, and keeps the words', async () => {
    await show(<FeedbackScreen />);
    const words = page.getByRole('textbox', { name: 'What was said' });
    await words.fill('太吵');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Choose whose feedback it is.')).toBeVisible();
    await expect.element(words).toHaveValue('太吵');
    expect(core.asked('feedback.capture')).toEqual([]);
  });
});

it('is sorted with one choice, which passes it on (C6)', async () => {
  const id = core.put('feedback', { client_id: client, text: '太吵', received_on: '2026-11-20' });
  await show(<FeedbackScreen itemId={id} />);
  await page.getByRole('button', { name: /Sort/ }).first().click();
  await page.getByRole('option').first().click();
  await expect.poll(() => core.asked('feedback.route')).toMatchObject([{ id, sort: 'praise' }]);
});
