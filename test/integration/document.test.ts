import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import type { PrintJob } from '#main/host/ports.ts';
import { readCode } from '#shared/domain/documents/code.ts';
import { contentSchema, type DocumentKind } from '#shared/domain/documents/content.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { type DocumentFixture, seedDocuments } from '#test/support/documentFixture.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { SECRET } from '#test/support/reportFixture.ts';
import { decodeWords, parseMessage } from '#test/support/strictMime.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#test/support/testApp.ts';

const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

let t: TestApp;
afterEach(() => t.close());

interface Started extends DocumentFixture {
  readonly jobs: PrintJob[];
}

async function start(locale: Locale = 'zh-CN', options: TestAppOptions = {}): Promise<Started> {
  const jobs: PrintJob[] = [];
  const toPdf = async (job: PrintJob): Promise<Uint8Array> => {
    jobs.push(job);
    const { content } = JSON.parse(job.dataJson) as { content: { paper: string } };
    return fakePdf(content.paper === 'landscape' ? { size: [841.89, 595.28] } : {});
  };
  t = await startTestApp({ print: { toPdf }, ...options });
  return { ...(await seedDocuments(t.request, locale)), jobs };
}

const wanted = (kind: DocumentKind, subjectId = '', language: Locale = 'zh-CN') =>
  ({ kind, subjectId, language, audience: 'client' }) as const;
const issueList = (projectId: string) => t.request('document.issue', wanted('requirements', projectId));
const pdfPath = (hash: string): string => join(t.dir, 'files', hash.slice(0, 2), `${hash}.pdf`);
const stored = async (id: string) => {
  const document = await t.request('document.get', { id });
  if (!document) throw new Error('no document');
  return document;
};

test('issuing freezes canonical content, hash, number, version and a code with a check sign (MS-3, Y)', async () => {
  const { projectId } = await start();
  const made = await issueList(projectId);
  const document = await stored(made.id);
  expect(made).toMatchObject({ no: 1, version: 1, unchanged: false });
  expect(readCode(document.code)).toBe(document.code);
  expect(document).toMatchObject({ state: 'issued', code: made.code, content_sha256: sha(document.content) });
  const content = contentSchema.parse(JSON.parse(document.content));
  expect(canonicalJson(content)).toBe(document.content);
  expect(await t.request('document.find', { code: made.code.toLowerCase() })).toMatchObject({ id: made.id });
});

test('what says the same is not issued twice; a change makes the next version and the older PDF stays (G9)', async () => {
  const { projectId, ids } = await start();
  const first = await issueList(projectId);
  const pdf = await t.task('document.pdf', { id: first.id, save: false });
  expect(await issueList(projectId)).toMatchObject({ id: first.id, unchanged: true });
  await t.request('requirement.update', { id: ids.requirement, patch: { target: '≤ 50' } });
  const second = await issueList(projectId);
  expect(second).toMatchObject({ no: 1, version: 2, unchanged: false });
  expect(second.code).not.toBe(first.code);
  expect((await stored(first.id)).state).toBe('superseded');
  expect(await t.task('document.pdf', { id: first.id, save: false })).toEqual(pdf);
  expect(sha(readFileSync(pdfPath(pdf.sha256)))).toBe(pdf.sha256);
});

test('another language and the internal version are documents of their own', async () => {
  const { projectId } = await start();
  const chinese = await issueList(projectId);
  const english = await t.request('document.issue', wanted('requirements', projectId, 'en'));
  const inside = await t.request('document.issue', {
    ...wanted('requirements', projectId),
    audience: 'internal',
  });
  expect([english.version, inside.version]).toEqual([1, 1]);
  expect((await stored(chinese.id)).state).toBe('issued');
  expect(new Set([chinese.no, english.no, inside.no]).size).toBe(3);
});

test('the language of a document is its own: an English one has English words in a Chinese app', async () => {
  const { subjects } = await start('zh-CN');
  const { content } = await t.request('document.preview', wanted('comm_plan', subjects.comm_plan, 'en'));
  expect(content.title).toContain('communication plan');
});

test.each(locales)(
  'nothing internal is in any document for the client, its print or its e-mail (%s)',
  async (locale) => {
    const { subjects, jobs } = await start(locale);
    for (const [kind, subjectId] of Object.entries(subjects) as [DocumentKind, string][]) {
      const preview = await t
        .request('document.preview', wanted(kind, subjectId, locale))
        .catch((error: { err: { reason?: string } }) => error.err.reason);
      if (preview === 'DOCUMENT_AUDIENCE') continue;
      expect(JSON.stringify(preview), kind).not.toContain(SECRET);
      const { id } = await t.request('document.issue', wanted(kind, subjectId, locale));
      await t.task('document.email', { id });
    }
    expect(jobs.length).toBeGreaterThan(6);
    for (const job of jobs) expect(job.dataJson).not.toContain(SECRET);
  },
);

test('the internal version of every kind says what the client does not read', async () => {
  const { subjects } = await start();
  for (const kind of ['requirements', 'expectation', 'minutes', 'client_sheet', 'comm_plan'] as const) {
    const subjectId = subjects[kind] ?? '';
    const { content } = await t.request('document.preview', {
      ...wanted(kind, subjectId),
      audience: 'internal',
    });
    expect(JSON.stringify(content), kind).toContain(SECRET);
  }
});

test('the expectation document has exactly the four parts of G8', async () => {
  const { projectId } = await start();
  const { content } = await t.request('document.preview', wanted('expectation', projectId));
  const heads = content.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block.text] : [],
  );
  expect(heads).toEqual(['一、客户信息', '二、项目背景', '三、预期详情', '四、预期分析结果']);
  const detail = content.blocks.find((block) => block.kind === 'facts' && block.id.endsWith(':detail'));
  expect(detail?.kind === 'facts' && detail.items.map(({ label }) => label)).toEqual([
    '目标',
    '需求要点',
    '关键时间点',
    '质量标准',
    '验收标准',
  ]);
});

test('what is issued is what was looked at: content that changed meanwhile is refused', async () => {
  const { projectId, ids } = await start();
  const { sha256 } = await t.request('document.preview', wanted('requirements', projectId));
  await t.request('requirement.update', { id: ids.requirement, patch: { target: '≤ 45' } });
  await expect(
    t.request('document.issue', { ...wanted('requirements', projectId), sha256 }),
  ).rejects.toMatchObject({ err: { code: 'CONFLICT' } });
});

test('an issued document cannot be undone, and its e-mail carries the stored PDF (MS-2)', async () => {
  const { projectId } = await start('zh-TW');
  const { id, code } = await t.request('document.issue', wanted('requirements', projectId, 'zh-TW'));
  const mail = await t.task('document.email', { id });
  const undone = await t.request('undo.undo', {}).catch(() => null);
  expect(JSON.stringify(undone ?? {})).not.toContain('documentIssue');
  const document = await stored(id);
  expect(document.state).toBe('issued');
  const message = parseMessage(readFileSync(join(t.dir, mail.name)));
  expect(message.headers.get('x-unsent')).toBe('1');
  expect(decodeWords(message.headers.get('subject') ?? '')).toContain(document.title);
  expect(mail.text).toContain(code);
  expect(document.draft_made_at).not.toBeNull();
});

test('versions are compared row by row and word by word, also with the data of now (G9)', async () => {
  const { projectId, ids } = await start();
  const first = await issueList(projectId);
  await t.request('requirement.update', { id: ids.requirement, patch: { target: '≤ 50' } });
  const { changes } = await t.request('document.compare', { id: first.id, withId: null });
  const [change] = changes;
  expect(changes).toHaveLength(1);
  expect(change?.state).toBe('changed');
  expect(change?.parts.filter(({ op }) => op !== 'same')).toEqual([
    { op: 'removed', text: '55' },
    { op: 'added', text: '50' },
  ]);
  const second = await issueList(projectId);
  const turned = await t.request('document.compare', { id: second.id, withId: first.id });
  expect(turned.before.id).toBe(first.id);
  expect(turned.changes).toEqual(changes);
  const printed = await t.task('document.printComparison', { id: first.id, withId: second.id });
  expect(existsSync(join(t.dir, printed.name ?? ''))).toBe(true);
});

test('who has read which version is noted once for each person, and belongs to that version (G9, H4, N6)', async () => {
  const { projectId, ids } = await start();
  const first = await issueList(projectId);
  await t.request('document.markRead', { id: first.id, person: '王工' });
  await t.request('document.markRead', { id: first.id, person: '王工' });
  await t.request('requirement.update', { id: ids.requirement, patch: { target: '≤ 50' } });
  const second = await issueList(projectId);
  expect((await t.request('document.open', { id: first.id })).readers).toMatchObject([{ person: '王工' }]);
  const opened = await t.request('document.open', { id: second.id });
  expect(opened.readers).toEqual([]);
  expect(opened.versions.map(({ version, state }) => [version, state])).toEqual([
    [2, 'issued'],
    [1, 'superseded'],
  ]);
});

test('verifying names exactly what was altered behind the back of the app (MS-3)', async () => {
  const { projectId } = await start();
  const { id } = await issueList(projectId);
  const { sha256 } = await t.task('document.pdf', { id, save: false });
  expect(await t.request('document.verify', { projectId })).toEqual({ checked: 1, problems: [] });
  writeFileSync(pdfPath(sha256), 'x');
  expect((await t.request('document.verify', { id })).problems).toMatchObject([{ id, what: 'pdf' }]);
});

test('a withdrawn document stays on file, can be taken back, and gives its number to nobody else', async () => {
  const { projectId } = await start();
  const first = await issueList(projectId);
  await t.request('document.withdraw', { id: first.id });
  expect((await stored(first.id)).state).toBe('withdrawn');
  const second = await issueList(projectId);
  expect(second).toMatchObject({ no: first.no, version: 2, unchanged: false });
});

test('marking as sent notes the time and writes the contact history in the same step (B3)', async () => {
  const { projectId, clientId } = await start();
  const { id } = await issueList(projectId);
  const { commLogId } = await t.request('document.markSent', { id });
  expect(await t.request('comm_log.get', { id: commLogId ?? '' })).toMatchObject({ client_id: clientId });
  const [row] = await t.request('document.overview', { clientId });
  expect(row?.sent_at).not.toBeNull();
});

test('the payment plan adds up, says the sum in words and shows what came in (E1, E3)', async () => {
  const { subjects } = await start();
  const { content } = await t.request('document.preview', wanted('payment_plan', subjects.payment_plan));
  expect(content.facts.map(({ value }) => value)).toContain('CNY 1,280,000.00');
  expect(JSON.stringify(content)).toContain('壹佰贰拾捌万元整');
  const stages = content.blocks.find((block) => block.id === 'stages');
  expect(stages?.kind === 'table' && stages.rows.at(-1)?.cells).toEqual([
    '合计',
    '100%',
    '1,280,000.00',
    '—',
    '384,000.00',
    '896,000.00',
  ]);
  expect(stages?.kind === 'table' && stages.columns.map(({ label }) => label)).toContain('金额（CNY）');
});

test('the clause check names every gap of the contract (D15)', async () => {
  const { subjects } = await start();
  const { content } = await t.request('document.preview', {
    ...wanted('clause_check', subjects.clause_check),
    audience: 'internal',
  });
  const table = content.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows).toHaveLength(14);
  expect(table.rows.find(({ id }) => id === 'dispute')?.cells[1]).toBe('缺失');
  expect(table.rows.find(({ id }) => id === 'liability')?.cells).toEqual([
    '违约责任',
    '不完整',
    '违约金上限',
  ]);
});

test('a stored document that is altered by SQL is found, and no file is made of it (MS-3)', async () => {
  const { projectId } = await start();
  const { id } = await issueList(projectId);
  await t.app.close();
  const db = new Database(join(t.dir, 'milepost.db'));
  db.prepare("UPDATE document SET content = replace(content, '55', '56') WHERE id = ?").run(id);
  db.close();
  await t.reopen().catch(() => {});
  expect((await t.request('document.verify', { id })).problems).toMatchObject([{ id, what: 'content' }]);
  await expect(t.task('document.pdf', { id, save: false })).rejects.toMatchObject({
    err: { code: 'DOCUMENT_DAMAGED' },
  });
});
