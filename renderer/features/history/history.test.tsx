import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { HistoryPanel, HistoryScreen } from './public.ts';

const client = 'cli_00000000-0000-7000-8000-000000000001';
let core: FakeHost;

beforeEach(() => {
  core = installFakeHost();
  core.answers['trash.list'] = () => [
    {
      entity: 'client',
      id: client,
      title: 'Huacheng',
      deleted_at: '2026-11-20T08:00:00.000Z',
      count: 4,
      project_id: null,
    },
  ];
  core.answers['history.recent'] = () => [
    {
      seq: 2,
      at: '2026-11-20T08:00:00.000Z',
      kind: 'undo',
      label: { key: 'remove', args: { entity: 'client', name: 'Huacheng' } },
      device: 'dev-abcdef',
      changes: 4,
    },
    {
      seq: 1,
      at: '2026-11-20T07:00:00.000Z',
      kind: 'user',
      label: { key: 'create', args: { entity: 'client', name: 'Huacheng' } },
      device: 'dev-other1',
      changes: 1,
    },
  ];
  core.answers['trash.restore'] = () => ({});
});

describe.each([
  ['zh-CN', 'light'],
  ['zh-TW', 'dark'],
  ['en', 'light'],
] as const)('in %s, %s', (locale, theme) => {
  it('trash and history have no accessibility finding', async () => {
    await show(<HistoryScreen />, locale, theme);
    await expect.element(page.getByText('Huacheng')).toBeVisible();
    expect(await findings()).toEqual([]);
    await page.getByRole('tab').nth(1).click();
    await expect.element(page.getByRole('list').first()).toBeVisible();
    expect(await findings()).toEqual([]);
  });
});

it('restores from the trash and says how much comes back', async () => {
  await show(<HistoryScreen />);
  await expect.element(page.getByText(/with 3 more/)).toBeVisible();
  await page.getByRole('button', { name: 'Restore “Huacheng”' }).click();
  await expect.poll(() => core.asked('trash.restore')).toEqual([{ id: client }]);
});

it('says why a thing cannot be restored', async () => {
  core.answers['trash.restore'] = () => {
    throw { code: 'OWNER_IN_TRASH', args: { entity: 'client' } };
  };
  await show(<HistoryScreen />);
  await page.getByRole('button', { name: 'Restore “Huacheng”' }).click();
  await expect.element(page.getByText(/Restore the other first: Client/)).toBeVisible();
});

it('tells the history of a record field by field, before and after', async () => {
  core.answers['history.of'] = () => [
    {
      seq: 3,
      at: '2026-11-20T09:00:00.000Z',
      kind: 'user',
      label: { key: 'remove', args: { entity: 'client', name: 'Huacheng' } },
      device: 'd',
      register: 'deleted',
      before: null,
      after: { at: 'x', with: 'y' },
    },
    {
      seq: 2,
      at: '2026-11-20T08:00:00.000Z',
      kind: 'user',
      label: { key: 'update', args: { entity: 'client', name: 'Huacheng', field: 'tier' } },
      device: 'd',
      register: 'tier',
      before: { tier: 'regular' },
      after: { tier: 'key' },
    },
  ];
  await show(<HistoryPanel id={client} />);
  await expect.element(page.getByText('Moved to the trash')).toBeVisible();
  await expect.element(page.getByRole('deletion')).toHaveTextContent('Regular');
  await expect.element(page.getByRole('insertion')).toHaveTextContent('Key client');
  expect(await findings()).toEqual([]);
});
