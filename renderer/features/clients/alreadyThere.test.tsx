import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { request } from '#renderer/client/wire.ts';
import { showScreen, startCore, stopCore } from '#test/support/coreHost.tsx';
import { ClientScreen, NewClientDialog } from './public.ts';

let ask: typeof request;
let client: string;
beforeEach(async () => {
  ask = await startCore();
  ({ id: client } = await ask('client.create', { values: { name: '华成建设有限公司' } }));
  await ask('contact.create', { values: { client_id: client, name: '李工', phone: '138 0000 1111' } });
});
afterEach(stopCore);

test('B2: a contact who is there already is said so before there are two of him', async () => {
  await showScreen(<ClientScreen clientId={client} />, 'en');
  await page.getByRole('button', { name: 'New contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText(/^Name/).fill('李 工');
  await dialog.getByLabelText(/^Phone/).fill('+86 13800001111');
  await userEvent.keyboard('{Tab}');
  const said = dialog.getByText('“李工” of 华成建设有限公司 has this number already: the same person.');
  await expect.element(said).toBeVisible();
  expect(await ask('contact.list', {})).toHaveLength(1);
});

test('B1: a client of that name leads to the one that is there', async () => {
  await showScreen(<NewClientDialog onClose={() => undefined} />, 'zh-TW');
  await page.getByLabelText(/^名稱|^客戶名稱/).fill('华成建设');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('已有客戶「华成建设有限公司」，可能是同一家。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '開啟既有客戶' })).toBeVisible();
});
