import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakePdf } from '#test/support/fakePdf.ts';
import { testPng } from '#test/support/png.ts';
import { draw, drawnBase64, issue, signBoth, upload } from '#test/support/signing.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let client: string;
let project: string;
let goal: string;

const SMART = {
  specific: '2 号手术室保持正压',
  measurable: '压差 12–18 Pa，连续 72 小时',
  achievable: '同型机组三次达到',
  relevant: '验收必查项',
  time_bound: '2026-11-30 前',
};

beforeEach(async () => {
  t = await startTestApp({ print: { toPdf: () => fakePdf() } });
  client = (await t.request('client.create', { values: { name: '华成医院' } })).id;
  project = (
    await t.request('project.create', { values: { client_id: client, name: '净化工程', currency: 'CNY' } })
  ).id;
  goal = (await t.request('goal.create', { values: { project_id: project, title: '压差达标', ...SMART } }))
    .id;
});
afterEach(() => t.close());

const goalsState = () => t.request('signoff.state', { subjectId: project, kind: 'goals' });
const sql = (text: string, ...values: unknown[]) =>
  t.app
    .context()
    ?.store.write.prepare(text)
    .run(...values);

describe('MS-3: signing on screen', () => {
  test('G18: both sides sign one version; the goals count as signed with the second signature only', async () => {
    const { id } = await issue(t, 'goals', project);
    expect(await goalsState()).toMatchObject({ state: 'unsigned', version: 1, missing: ['client', 'own'] });
    expect(await draw(t, id, 'client')).toMatchObject({ state: 'partly' });
    expect(await t.request('goal.get', { id: goal })).toMatchObject({ status: 'draft', signed_as: null });
    expect(await goalsState()).toMatchObject({ state: 'partly', missing: ['own'] });
    expect(await draw(t, id, 'own', '王经理')).toMatchObject({ state: 'signed' });
    expect(await goalsState()).toMatchObject({
      state: 'signed',
      current: true,
      signatures: [
        { side: 'client', name: '李工', method: 'drawn' },
        { side: 'own', name: '王经理' },
      ],
    });
    expect(await t.request('goal.get', { id: goal })).toMatchObject({ status: 'signed' });
  });

  test('MS-3 b: one character changed makes version n+1, unsigned; the PDF of the signed one keeps its hash', async () => {
    const first = await issue(t, 'goals', project);
    await signBoth(t, first.id);
    const pdf = await t.task('document.pdf', { id: first.id, save: false });
    await t.request('goal.update', { id: goal, patch: { measurable: `${SMART.measurable}。` } });
    expect(await goalsState()).toMatchObject({ state: 'outdated', version: 1, current: false });
    const second = await issue(t, 'goals', project);
    expect(second).toMatchObject({ version: 2, unchanged: false });
    expect(await goalsState()).toMatchObject({
      state: 'unsigned',
      version: 2,
      signedBefore: { documentId: first.id, version: 1 },
    });
    expect((await t.task('document.pdf', { id: first.id, save: false })).sha256).toBe(pdf.sha256);
    expect((await t.request('document.open', { id: first.id })).signatures).toHaveLength(2);
  });

  test('MS-3: progress on a signed goal does not take its signatures away', async () => {
    await signBoth(t, (await issue(t, 'goals', project)).id);
    await t.request('goal.update', { id: goal, patch: { status: 'reached', owner: '赵' } });
    expect(await goalsState()).toMatchObject({ state: 'signed' });
  });

  test('G17: nobody signs past an empty SMART field; the gap is named with its goal', async () => {
    await t.request('goal.update', { id: goal, patch: { achievable: null } });
    const { id } = await issue(t, 'goals', project);
    expect((await goalsState()).gaps).toEqual([
      { code: 'GOAL_ACHIEVABLE', subjectId: goal, name: '压差达标' },
    ]);
    await expect(draw(t, id, 'client')).rejects.toMatchObject({
      err: { code: 'SIGN_NOT_READY', reason: 'GOAL_ACHIEVABLE', args: { name: '压差达标' } },
    });
    expect(await t.request('signoff.list', {})).toEqual([]);
  });

  test('a signature without ink, a damaged picture and an empty name are refused and leave nothing behind', async () => {
    const { id } = await issue(t, 'goals', project);
    const sign = (pngBase64: string, name = '李工') =>
      t.request('signoff.draw', { documentId: id, side: 'client', name, role: null, pngBase64 });
    await expect(sign(drawnBase64(0))).rejects.toThrow('SIGN_EMPTY');
    await expect(sign(Buffer.from('not a picture').toString('base64'))).rejects.toThrow('SIGN_PICTURE');
    await expect(sign(drawnBase64(), '  ')).rejects.toThrow('VALIDATION');
    expect(await t.request('signoff.list', {})).toEqual([]);
    const files = join(t.dir, 'files');
    expect(() => readdirSync(files)).toThrow('ENOENT');
  });

  test('a side signs a version once; an outdated, a replaced and an unsignable document are not signed', async () => {
    const first = await issue(t, 'goals', project);
    await draw(t, first.id, 'client');
    await expect(draw(t, first.id, 'client', '张工')).rejects.toMatchObject({
      err: { code: 'SIGN_TWICE', args: { person: '李工', version: 1 } },
    });
    await t.request('goal.update', { id: goal, patch: { specific: '3 号手术室保持正压' } });
    await expect(draw(t, first.id, 'own')).rejects.toMatchObject({
      err: { code: 'SIGN_OUTDATED', args: { version: 1, next: 2 } },
    });
    await issue(t, 'goals', project);
    await expect(draw(t, first.id, 'own')).rejects.toMatchObject({
      err: { code: 'SIGN_SUPERSEDED', args: { newest: 2 } },
    });
    const list = await issue(t, 'requirements', project);
    await expect(draw(t, list.id, 'client')).rejects.toThrow('SIGN_KIND');
  });

  test('the signature of a contact holds when the contact is deleted; a deleted one does not sign', async () => {
    const contact = (await t.request('contact.create', { values: { client_id: client, name: '李工' } })).id;
    const { id } = await issue(t, 'goals', project);
    const sign = () =>
      t.request('signoff.draw', {
        documentId: id,
        side: 'client',
        name: '李工',
        role: null,
        contactId: contact,
        pngBase64: drawnBase64(),
      });
    await t.request('contact.remove', { id: contact });
    await expect(sign()).rejects.toThrow('IN_TRASH');
    await t.request('trash.restore', { id: contact });
    await sign();
    await t.request('contact.remove', { id: contact });
    expect((await goalsState()).signatures).toMatchObject([{ name: '李工', contactGone: true }]);
    expect((await t.request('signoff.verify', { projectId: project })).problems).toEqual([]);
  });

  test('a signature is not undone, deleted or changed', async () => {
    const { id } = await issue(t, 'goals', project);
    const { id: signature } = await draw(t, id, 'client');
    await t.request('undo.undo', {});
    expect((await goalsState()).signatures).toHaveLength(1);
    await expect(t.request('register.remove', { ids: [signature] })).rejects.toThrow();
    const log = t.app.context()?.log;
    expect(() =>
      log?.commit({ key: 'update', args: {} }, (tx) =>
        tx.updateSystem('signoff', signature, { name: '别人' }),
      ),
    ).toThrow('DOCUMENT_SEALED');
  });

  test('H3, I6, H1: scope, timetable and charter are signed by both sides once they say something', async () => {
    const state = (kind: 'scope' | 'schedule' | 'charter') =>
      t.request('signoff.state', { subjectId: project, kind });
    expect((await state('scope')).gaps).toMatchObject([{ code: 'NO_SCOPE' }]);
    expect((await state('schedule')).gaps).toMatchObject([{ code: 'NO_MILESTONES' }]);
    expect((await state('charter')).gaps).toMatchObject([{ code: 'NO_CHARTER' }]);
    await t.request('scope.add', { projectId: project, side: 'in', text: '净化机组' });
    const milestone = { project_id: project, name: '验收', milestone: true, client_visible: true };
    await t.request('task.create', { values: { ...milestone, finish_at: '2026-11-30T17:00:00' } });
    await t.request('charter.create', {
      values: { project_id: project, purpose: '通过验收', time: '年底', cost: '120 万', quality: 'GB 50333' },
    });
    for (const kind of ['scope', 'schedule', 'charter'] as const) {
      expect((await state(kind)).gaps).toEqual([]);
      const { id } = await issue(t, kind, project);
      expect(await signBoth(t, id)).toMatchObject({ state: 'signed' });
      expect((await state(kind)).state).toBe('signed');
    }
    await t.request('scope.add', { projectId: project, side: 'out', text: '土建' });
    expect([(await state('scope')).state, (await state('charter')).state]).toEqual(['outdated', 'outdated']);
    expect((await state('schedule')).state).toBe('signed');
  });

  test('C12: a decision is signed with its choice, and decided by that', async () => {
    const values = { project_id: project, question: '地面用哪种？', options: 'PVC\n环氧' };
    const { id: decision } = await t.request('decision.create', { values });
    const { id } = await issue(t, 'decision', decision);
    await expect(draw(t, id, 'client')).rejects.toMatchObject({ err: { reason: 'DECISION_MISSING' } });
    await t.request('decision.update', { id: decision, patch: { chosen: 'PVC' } });
    await signBoth(t, (await issue(t, 'decision', decision)).id);
    expect(await t.request('decision.get', { id: decision })).toMatchObject({
      status: 'decided',
      chosen: 'PVC',
      decided_on: '2026-11-21',
    });
  });
});

describe('MS-3 e: signing on paper', () => {
  const photo = (size = 400) => testPng(size, 30, 500);
  const sign = async (documentId: string, code: string, bytes: Uint8Array, name = '签名页.png') =>
    t.request('signoff.paper', {
      documentId,
      side: 'client',
      name: '李工',
      role: null,
      code,
      fileToken: await upload(t, name, bytes),
    });

  test('a photo with the printed code signs that version, however the code was typed', async () => {
    const { id, code } = await issue(t, 'goals', project);
    await sign(id, ` ${code.toLowerCase().replaceAll('-', ' ')} `, photo());
    await draw(t, id, 'own', '王经理');
    expect(await goalsState()).toMatchObject({
      state: 'signed',
      signatures: [
        { side: 'client', method: 'paper' },
        { side: 'own', method: 'drawn' },
      ],
    });
    expect((await t.request('signoff.verify', { projectId: project })).problems).toEqual([]);
  });

  test('the code of another document names that document; an unknown code and a file that is no picture are refused', async () => {
    const first = await issue(t, 'goals', project);
    await t.request('goal.update', { id: goal, patch: { unit: 'Pa', target_value: 15 } });
    const second = await issue(t, 'goals', project);
    await expect(sign(second.id, first.code, photo())).rejects.toMatchObject({
      err: { code: 'SIGN_CODE_OTHER', args: { code: first.code, version: 1 } },
    });
    await expect(sign(second.id, 'MP-0000-00', photo())).rejects.toThrow('SIGN_CODE');
    const text = new TextEncoder().encode('%PDF-1.7 not a photo');
    await expect(sign(second.id, second.code, text, '扫描.pdf')).rejects.toMatchObject({
      err: { code: 'SIGN_PHOTO', args: { name: '扫描.pdf' } },
    });
    expect(await t.request('signoff.list', {})).toEqual([]);
  });
});

describe('MS-3 c: verification', () => {
  let documentId: string;
  let signature: string;
  const verify = async () => (await t.request('signoff.verify', { projectId: project })).problems;
  const imagePath = (hash: string) => join(t.dir, 'files', hash.slice(0, 2), `${hash}.png`);
  const imageHash = async () => (await t.request('signoff.get', { id: signature }))?.image_sha256 ?? '';

  beforeEach(async () => {
    documentId = (await issue(t, 'goals', project)).id;
    ({ id: signature } = await draw(t, documentId, 'client'));
    await draw(t, documentId, 'own', '王经理');
  });

  test('finds everything as it was, of this project and of all', async () => {
    expect(await t.request('signoff.verify', { projectId: project })).toEqual({
      documents: 1,
      signatures: 2,
      problems: [],
    });
    expect((await t.request('signoff.verify', { projectId: null })).signatures).toBe(2);
  });

  test.each([
    ['name', '张工'],
    ['role', null],
    ['side', 'own'],
    ['signed_at', '2026-11-20T04:00:00.000Z'],
    ['method', 'paper'],
    ['content_sha256', 'f'.repeat(64)],
    ['image_sha256', 'f'.repeat(64)],
  ])('names the signature whose %s was altered by SQL, and the field', async (field, value) => {
    sql(`UPDATE signoff SET ${field} = ? WHERE id = ?`, value, signature);
    expect(await verify()).toMatchObject([
      { code: 'SEAL_BROKEN', entity: 'signoff', id: signature, documentId, name: '李工', fields: [field] },
    ]);
  });

  test('names a signature that was forged together with its seal, because the log remembers it', async () => {
    const { sealText } = await import('#shared/domain/agreement/seal.ts');
    const { sha256 } = await import('#main/services/files/contentStore.ts');
    const row = await t.request('signoff.get', { id: signature });
    const seal = sha256(sealText({ ...(row as never as Parameters<typeof sealText>[0]), name: '张工' }));
    sql('UPDATE signoff SET name = ?, seal_sha256 = ? WHERE id = ?', '张工', seal, signature);
    expect(await verify()).toMatchObject([
      { code: 'ROW_ALTERED', id: signature, name: '李工', fields: ['name', 'seal_sha256'] },
    ]);
  });

  test('names a signature that was deleted by SQL', async () => {
    sql('DELETE FROM signoff WHERE id = ?', signature);
    expect(await verify()).toMatchObject([
      { code: 'ROW_MISSING', id: signature, side: 'client', name: '李工' },
    ]);
  });

  test('names the document whose content was altered, also when its hash was made to fit', async () => {
    const { sha256 } = await import('#main/services/files/contentStore.ts');
    const content = (await t.request('document.get', { id: documentId }))?.content ?? '';
    const forged = content.replace('12–18 Pa', '2–18 Pa');
    expect(forged).not.toBe(content);
    sql('UPDATE document SET content = ? WHERE id = ?', forged, documentId);
    expect(await verify()).toMatchObject([
      { code: 'DOCUMENT_ALTERED', entity: 'document', id: documentId, version: 1, fields: ['content'] },
    ]);
    sql('UPDATE document SET content_sha256 = ? WHERE id = ?', sha256(forged), documentId);
    const codes = (await verify()).map(({ code }) => code);
    expect(codes).toEqual(['DOCUMENT_ALTERED', 'OTHER_CONTENT', 'OTHER_CONTENT']);
  });

  test('names the signature whose picture is gone or is another one', async () => {
    const path = imagePath(await imageHash());
    const bytes = readFileSync(path);
    writeFileSync(path, testPng(10, 10, 90));
    expect(await verify()).toMatchObject([{ code: 'IMAGE_ALTERED', id: signature }]);
    expect(await t.request('signoff.picture', { id: signature })).toEqual({ dataUrl: null });
    rmSync(path);
    expect(await verify()).toMatchObject([{ code: 'IMAGE_MISSING', id: signature }]);
    writeFileSync(path, bytes);
    expect(await verify()).toEqual([]);
  });

  test('the damage of one project is not told of another', async () => {
    sql('UPDATE signoff SET name = ? WHERE id = ?', '张工', signature);
    const other = (await t.request('project.create', { values: { client_id: client, name: '别的' } })).id;
    expect(await t.request('signoff.verify', { projectId: other })).toEqual({
      documents: 0,
      signatures: 0,
      problems: [],
    });
  });
});

test('a project goes to the trash with its signatures and comes back with them', async () => {
  await signBoth(t, (await issue(t, 'goals', project)).id);
  await t.request('project.remove', { id: project });
  expect(await t.request('signoff.list', {})).toEqual([]);
  await t.request('trash.restore', { id: project });
  expect(await goalsState()).toMatchObject({ state: 'signed' });
});

test('MS-3: a document waits on the Today page until both sides have signed it', async () => {
  const waiting = async () =>
    (await t.request('today.get', {})).rows.filter(({ kind }) => kind === 'signature');
  const { id } = await issue(t, 'goals', project);
  expect(await waiting()).toMatchObject([{ open_id: id, due_on: '2026-11-21', project_id: project }]);
  await draw(t, id, 'client');
  expect(await waiting()).toHaveLength(1);
  await draw(t, id, 'own', '王经理');
  expect(await waiting()).toEqual([]);
  // Every kind both sides sign and that is there is among those that are looked for.
  const { SIGNING_TODAY_SQL } = await import('#db/queries/today/signing.ts');
  const { SIGNED_BY_BOTH } = await import('#shared/domain/agreement/signing.ts');
  const { DOCUMENT_KINDS } = await import('#shared/model/entities/agreement.ts');
  const there: ReadonlySet<string> = new Set(DOCUMENT_KINDS);
  for (const kind of SIGNED_BY_BOTH.filter((name) => there.has(name)))
    expect(SIGNING_TODAY_SQL.signature).toContain(`'${kind}'`);
});
