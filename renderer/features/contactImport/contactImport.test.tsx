import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { resetRoute, selectRoute, useRouteStore } from '#renderer/state/route.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { withMeaning } from './Columns.tsx';
import { ContactImportScreen } from './public.ts';

let ask: typeof request;
let pump: ReturnType<typeof setInterval>;
beforeEach(async () => {
  resetRoute();
  ask = await startCore();
  // The core behind these tests hands its events over with answers: something has to ask while a task runs.
  pump = setInterval(() => void ask('startup.state', {}).catch(() => {}), 60);
});
afterEach(async () => {
  clearInterval(pump);
  await stopCore();
});

const LIST = '姓名,公司,电话,生日\n王敏,江城水务,13900001111,1980\n李娜,江城水务,027-5555\n';
const CARDS =
  'BEGIN:VCARD\nVERSION:3.0\nTEL:021-55550101\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:赵六\nEND:VCARD\n';

/** Chooses a file as soon as the screen has a place for it. */
async function choose(name: string, text: string): Promise<void> {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const target = await vi.waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no file input');
    return input;
  }, 10_000);
  target.files = data.files;
  target.dispatchEvent(new Event('change', { bubbles: true }));
}

const findings = async () =>
  (await axe.run(document.body)).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );

describe('the import of contacts (B17)', () => {
  it.each([
    ['zh-CN', 'light'],
    ['zh-TW', 'dark'],
    ['en', 'light'],
  ] as const)('begins and reviews without an accessibility finding in %s, %s', async (locale, theme) => {
    await showScreen(<ContactImportScreen />, locale, theme);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings()).toEqual([]);
    await choose('list.csv', LIST);
    await expect.element(page.getByRole('rowheader', { name: '王敏' })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it('takes the people over, says so with a way back, and opens their client', async () => {
    await showScreen(<ContactImportScreen />, 'en');
    await choose('list.csv', LIST);
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await expect.poll(() => selectRoute(useRouteStore.getState()).name, { timeout: 10_000 }).toBe('client');
    expect((await ask('contact.list', {})).map(({ name }) => name).sort()).toEqual(['李娜', '王敏']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => ask('client.list', {})).toEqual([]);
  });

  it('asks before it leaves rows out, and says what is wrong with them', async () => {
    await showScreen(<ContactImportScreen />, 'en');
    await choose('cards.vcf', CARDS);
    await expect.element(page.getByText(/There is neither a name nor a company/).first()).toBeVisible();
    const write = page.getByRole('button', { name: 'Import 1 row' });
    await write.click();
    await expect.element(page.getByText(/Correct the file first/)).toBeVisible();
    expect(await ask('contact.list', {})).toEqual([]);
    await page.getByText(/Import anyway, without the 1 row/).click();
    await write.click();
    await expect.poll(() => ask('contact.list', {})).toMatchObject([{ name: '赵六' }]);
  });

  it('refuses a file that holds no contacts, in words', async () => {
    await showScreen(<ContactImportScreen />, 'en');
    await choose('a.vcf', '%PDF-1.7 binary');
    await expect.element(page.getByText(/cannot be read as contacts/)).toBeVisible();
  });
});

it('gives a field to one column at most', () => {
  expect(withMeaning({ name: 0, phone: 1 }, 2, 'name')).toEqual({ phone: 1, name: 2 });
  expect(withMeaning({ name: 0, phone: 1 }, 1, 'none')).toEqual({ name: 0 });
});
