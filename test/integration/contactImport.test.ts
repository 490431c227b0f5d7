import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/ipc/contract.ts';
import { requireSharedData } from '#test/support/sharedData.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

type Options = InputOf<'contacts.preview'>['options'];
type Choices = InputOf<'contacts.import'>['choices'];

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp({ now: '2026-03-02T04:00:00.000Z' });
});
afterEach(() => t.close());

async function upload(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { token } = await t.request('file.begin', { name, size: bytes.length });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}
const real = (folder: string, name: string) =>
  upload(name, readFileSync(join(requireSharedData(), folder, name)));

const OWN: Options = { loners: 'own' };
const preview = (token: string, options: Options = OWN) => t.task('contacts.preview', { token, options });
const take = (token: string, choices: Choices = [], options: Options = OWN, leaveOut = false) =>
  t.task('contacts.import', { token, options, choices, leaveOut });
const clients = () => t.request('client.list', {});
const contacts = () => t.request('contact.list', {});

describe('import of contacts (B17)', () => {
  it('takes an ERP export over in one step that one undo takes back', async () => {
    const token = await real('tables', 'erp-clients.csv');
    const seen = await preview(token);
    expect(seen).toMatchObject({ kind: 'table', table: { profile: 'general' }, problemCount: 0 });
    expect(await take(token)).toMatchObject({ clients: 50, contacts: 50, merged: 0, skipped: 0 });
    expect(await clients()).toHaveLength(50);
    expect((await contacts())[0]).toMatchObject({
      name: expect.any(String),
      email: expect.stringMatching('@'),
    });
    await t.request('undo.undo', {});
    expect([...(await clients()), ...(await contacts())]).toEqual([]);
  });

  it('makes private people clients of their own, or people of one client, or leaves them out', async () => {
    const file = () => real('vcard', 'chinese-3.0.vcf');
    const client = (await t.request('client.create', { values: { name: '街道办' } })).id;
    const skipped = await preview(await file(), { loners: 'skip' });
    expect(skipped.rows.every(({ closed, choice }) => closed === 'noFirm' && choice === 'skip')).toBe(true);
    await expect(take(await file(), [], { loners: 'skip' })).rejects.toMatchObject({
      err: { code: 'CONTACTS_NONE' },
    });
    expect(await take(await file(), [], { loners: { clientId: client } })).toMatchObject({
      clients: 0,
      contacts: 30,
      clientId: client,
    });
    await t.request('undo.undo', {});
    expect(await take(await file())).toMatchObject({ clients: 30, contacts: 30, clientId: null });
  });

  it('recognises the same person twice in one file by an address in other letters', async () => {
    const token = await real('tables', 'zoho-contacts-lab.csv');
    const { rows } = await preview(token);
    expect(rows.map(({ choice, match }) => [choice, match?.reason ?? null, match?.row ?? null])).toEqual([
      ['new', null, null],
      ['merge', 'email', 2],
      ['new', null, null],
      ['new', null, null],
    ]);
    expect(await take(token)).toMatchObject({ contacts: 3, merged: 1 });
    const ana = (await contacts()).find(({ name }) => name === 'Ana Silva');
    expect(ana).toMatchObject({ email: 'ANA@example.test', phone: '+55 (24) 99999-0000', notes: null });
  });

  it('fills what is empty, overwrites nothing and keeps what differs', async () => {
    const client_id = (await t.request('client.create', { values: { name: '上海示例建设', phone: '021-1' } }))
      .id;
    const { id } = await t.request('contact.create', {
      values: { client_id, name: '张伟', phone: '13800138000', title: '经理', notes: '先打电话' },
    });
    const token = await real('tables', 'constructed-zoho-crm-contacts.csv');
    const { rows } = await preview(token);
    expect(rows[1]).toMatchObject({
      choice: 'merge',
      client: { name: '上海示例建设', isNew: false },
      match: { id, reason: 'phone', sure: true },
      fills: ['email'],
    });
    expect(rows[1]?.differs.map(({ field }) => field)).toEqual(['title', 'notes']);
    await take(token);
    expect(await t.request('contact.get', { id })).toMatchObject({
      title: '经理',
      phone: '13800138000',
      email: 'zhang.wei@example.cn',
      notes: '先打电话\n项目经理\n第一行\n第二行\n☎ +86 21 5555 0102',
    });
    expect(await t.request('client.get', { id: client_id })).toMatchObject({
      phone: '021-1',
      address: '中国上海浦东新区示例路 8 号',
    });
  });

  it('follows the choice of the user in each row', async () => {
    const token = await real('tables', 'zoho-contacts-lab.csv');
    const done = await take(token, [
      { row: 2, choice: 'skip' },
      { row: 5, choice: 'skip' },
    ]);
    // The row that belonged with a row left out stands for itself.
    expect(done).toMatchObject({ contacts: 2, merged: 0, skipped: 2 });
    expect((await contacts()).map(({ name }) => name).sort()).toEqual(['Ana S.', 'Beto']);
  });

  it('imports the same file twice without a second record', async () => {
    for (const _ of [1, 2]) await take(await real('vcard', 'rfc2426-3.0.vcf'));
    expect(await contacts()).toHaveLength(2);
    const again = await preview(await real('vcard', 'rfc2426-3.0.vcf'));
    expect(again.rows.map(({ fills, differs }) => [fills, differs])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it('is not sure about another name on a known number and proposes a new person', async () => {
    const client_id = (await t.request('client.create', { values: { name: 'A' } })).id;
    await t.request('contact.create', { values: { client_id, name: '李娜', phone: '021-55550101' } });
    const { rows } = await preview(await upload('a.csv', '姓名,公司,电话\n王敏,A,021 5555 0101\n'));
    expect(rows).toMatchObject([
      { choice: 'new', match: { name: '李娜', reason: 'phoneOnly', sure: false } },
    ]);
  });
});

describe('files that cannot be taken over as they are (B17)', () => {
  it('says which rows, and writes nothing until they are left out knowingly', async () => {
    const text =
      'BEGIN:VCARD\nVERSION:3.0\nTEL:021-55550101\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:王敏\nEND:VCARD\n';
    const token = await upload('a.vcf', text);
    const seen = await preview(token);
    expect(seen.problemCount).toBe(1);
    expect(seen.rows[0]).toMatchObject({
      closed: 'problem',
      problems: [{ code: 'NAME_MISSING', text: '021-55550101' }],
    });
    await expect(take(token)).rejects.toMatchObject({
      err: { code: 'CONTACTS_PROBLEMS', args: { count: 1 } },
    });
    expect(await contacts()).toEqual([]);
    expect(await take(token, [], OWN, true)).toMatchObject({ contacts: 1, skipped: 1 });
  });

  it('refuses what is neither cards nor a table, and a column that is not there', async () => {
    const token = await upload('photo.vcf', new Uint8Array([0x25, 0x50, 0x44, 0x46, 1, 2, 3]));
    await expect(preview(token)).rejects.toMatchObject({
      err: { code: 'CONTACTS_REFUSED', reason: 'BINARY' },
    });
    const list = await upload('a.csv', 'Name\nA\n');
    const seen = await preview(list, { loners: 'own', mapping: { name: 0, phone: 200 } });
    expect(seen.table?.mapping).toEqual({ name: 0 });
    await expect(
      preview(list, { loners: { clientId: 'cli_00000000-0000-7000-8000-000000000000' } }),
    ).rejects.toMatchObject({ err: { code: 'NOT_FOUND' } });
  });

  it('reads a list without titles once the columns are named', async () => {
    const token = await upload('a.csv', '王敏,华成,13900001111\n');
    const options: Options = { loners: 'own', headerRow: 0, mapping: { name: 0, company: 1, phone: 2 } };
    expect((await preview(token, options)).rows).toMatchObject([
      { row: 1, name: '王敏', company: '华成', phone: '13900001111' },
    ]);
  });
});
