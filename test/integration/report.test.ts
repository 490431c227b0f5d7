import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, expect, test } from 'vitest';
import type { PrintJob } from '#main/host/ports.ts';
import { snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { type ReportFixture, SECRET, seedReportProject, WORDS } from '#test/support/reportFixture.ts';
import { decodeWords, parseMessage } from '#test/support/strictMime.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#test/support/testApp.ts';

const PERIOD = { from: '2026-11-09', to: '2026-11-20' };
const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

let t: TestApp;
afterEach(() => t.close());

interface Started extends ReportFixture {
  readonly jobs: PrintJob[];
}

async function start(locale: Locale = 'zh-CN', options: TestAppOptions = {}): Promise<Started> {
  const jobs: PrintJob[] = [];
  const toPdf = async (job: PrintJob): Promise<Uint8Array> => {
    jobs.push(job);
    return fakePdf({ pages: 2 });
  };
  t = await startTestApp({ print: { toPdf }, ...options });
  return { ...(await seedReportProject(t.request, locale)), jobs };
}

const create = async (projectId: string, language: Locale = 'zh-CN'): Promise<string> =>
  (await t.request('report.create', { projectId, period: PERIOD, language })).id;
const read = async (id: string) => {
  const report = await t.request('report.get', { id });
  if (!report) throw new Error('no report');
  return report;
};
const firstRecipient = async (clientId: string) =>
  (await t.request('contact.list', { where: { client_id: clientId } })).find((c) => c.report_copy === 'to');
const pdfPath = (hash: string): string => join(t.dir, 'files', hash.slice(0, 2), `${hash}.pdf`);

test('freezing stores the canonical snapshot, its hash, the number and the PDF under its own hash', async () => {
  const { projectId, jobs } = await start();
  const id = await create(projectId);
  const done = await t.task('report.freeze', { reportId: id });
  const report = await read(id);
  expect(report).toMatchObject({ state: 'frozen', no: 1, pdf_sha256: done.sha256, pdf_bytes: done.bytes });
  expect(done.pages).toBe(2);
  expect(jobs).toHaveLength(1);
  expect(jobs[0]).toMatchObject({ page: 'print.html', dataJson: report.snapshot });
  expect(report.snapshot_sha256).toBe(sha(report.snapshot ?? ''));
  const snapshot = snapshotSchema.parse(JSON.parse(report.snapshot ?? ''));
  expect(canonicalJson(snapshot)).toBe(report.snapshot);
  expect(snapshot.no).toBe(1);
  expect(sha(readFileSync(pdfPath(done.sha256)))).toBe(done.sha256);
  expect(await t.request('report.verify', { reportId: id })).toEqual({ snapshot: true, pdf: true });
});

test('the PDF names title, author and language and carries the snapshot for machines', async () => {
  const { projectId } = await start('zh-TW');
  const id = await create(projectId, 'zh-TW');
  const { sha256 } = await t.task('report.freeze', { reportId: id });
  const document = await PDFDocument.load(readFileSync(pdfPath(sha256)), { updateMetadata: false });
  expect(document.getTitle()).toBe((await read(id)).title);
  expect(document.getAuthor()).toBe(WORDS['zh-TW'].firm);
  expect(document.getLanguage()).toBe('zh-TW');
  const [copy] = document.getAttachments();
  expect(copy?.name).toBe('report.json');
  expect(new TextDecoder().decode(copy?.data)).toBe((await read(id)).snapshot);
});

test.each(locales)('nothing internal reaches snapshot, print job or e-mail (%s)', async (locale) => {
  const { projectId, jobs } = await start(locale);
  const id = await create(projectId, locale);
  await t.task('report.freeze', { reportId: id });
  const mail = await t.request('report.draftMail', { reportId: id });
  expect(jobs[0]?.dataJson).not.toContain(SECRET);
  expect(jobs[0]?.title).not.toContain(SECRET);
  expect(mail.subject + mail.text).not.toContain(SECRET);
  expect((await read(id)).snapshot).not.toContain(SECRET);
});

test('a frozen report stays as it was, whatever happens to the data', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  await t.request('report.setWording', { reportId: id, wording: { texts: { done: '前' } } });
  await t.task('report.freeze', { reportId: id });
  const before = await read(id);
  const pdf = readFileSync(pdfPath(before.pdf_sha256 ?? ''));
  for (const task of await t.request('task.list', { where: { project_id: projectId } }))
    await t.request('task.update', { id: task.id, patch: { percent: 100, client_text: '别的' } });
  await t.request('project.update', { id: projectId, patch: { name: '新名' } });
  expect(await read(id)).toEqual(before);
  expect(readFileSync(pdfPath(before.pdf_sha256 ?? ''))).toEqual(pdf);
  const shown = await t.request('report.compose', { reportId: id });
  expect(canonicalJson(shown.snapshot)).toBe(before.snapshot);
});

test('a frozen report refuses every change: words, frame, freezing, removal, undo', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  await t.request('report.setWording', { reportId: id, wording: { texts: { done: '前' } } });
  await t.task('report.freeze', { reportId: id });
  const before = await read(id);
  const refused = [
    () => t.request('report.setWording', { reportId: id, wording: {} }),
    () => t.request('report.updateDraft', { reportId: id, title: 'x' }),
    () => t.task('report.freeze', { reportId: id }),
    () => t.request('report.remove', { id }),
  ];
  for (const attempt of refused) await expect(attempt()).rejects.toThrow('REPORT_FROZEN');
  // The steps before freezing are still on the stack; they pass without touching the report.
  expect((await t.request('undo.undo', {})).skipped).toBe(1);
  expect((await t.request('undo.undo', {})).skipped).toBe(1);
  expect(await read(id)).toEqual(before);
});

test('a frozen report goes to the trash with its project and comes back with it', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  await t.task('report.freeze', { reportId: id });
  const before = await read(id);
  await t.request('project.remove', { id: projectId });
  expect(await t.request('report.get', { id })).toBeNull();
  await t.request('trash.restore', { id: projectId });
  expect((await read(id)).snapshot).toBe(before.snapshot);
});

test('numbers count up per project and are not given again', async () => {
  const { projectId, clientId } = await start();
  const first = await create(projectId);
  const second = await create(projectId);
  await t.task('report.freeze', { reportId: second });
  await t.task('report.freeze', { reportId: first });
  expect([(await read(second)).no, (await read(first)).no]).toEqual([1, 2]);
  const { id: other } = await t.request('project.create', {
    values: { client_id: clientId, name: '另一个' },
  });
  const third = await create(other);
  await t.task('report.freeze', { reportId: third });
  expect((await read(third)).no).toBe(1);
});

test('a cancelled, failed or conflicting print leaves a draft', async () => {
  const { promise, resolve } = Promise.withResolvers<Uint8Array>();
  let calls = 0;
  const toPdf = (_job: PrintJob, signal?: AbortSignal): Promise<Uint8Array> => {
    calls += 1;
    if (calls === 1) throw new Error('the printer is on fire');
    signal?.addEventListener('abort', () => resolve(new Uint8Array()));
    return promise;
  };
  const { projectId } = await start('zh-CN', { print: { toPdf } });
  const id = await create(projectId);
  await expect(t.task('report.freeze', { reportId: id })).rejects.toThrow('PRINT_FAILED');
  const { taskId } = (await t.request('report.freeze', { reportId: id })) as unknown as { taskId: string };
  await new Promise((r) => setTimeout(r, 20));
  await expect(t.task('report.freeze', { reportId: id })).rejects.toThrow('CONFLICT');
  await t.request('task.cancel', { taskId });
  await expect
    .poll(() => t.events.find((e) => e.type === 'task.failed' && e.taskId === taskId))
    .toMatchObject({
      err: { code: expect.stringMatching(/CANCELLED|PRINT_FAILED/) },
    });
  expect(await read(id)).toMatchObject({ state: 'draft', no: null, snapshot: null });
});

test.each([
  ['a Type 3 font', { subtype: 'Type3' }],
  ['a foreign font', { font: 'AAAAAA+NotoColorEmoji' }],
  ['no tags', { tagged: false }],
  ['another paper', { size: [612, 792] }],
  ['a page without text', { pages: 3, text: false }],
] as const)('a PDF with %s is refused', async (_, options) => {
  const { projectId } = await start('zh-CN', { print: { toPdf: () => fakePdf(options) } });
  const id = await create(projectId);
  await expect(t.task('report.freeze', { reportId: id })).rejects.toThrow('PRINT_FAILED');
  expect((await read(id)).state).toBe('draft');
});

test('characters without a glyph are refused by name, or replaced when the author says so', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  await t.request('report.setWording', { reportId: id, wording: { texts: { done: '很好😀！' } } });
  const warnings = (await t.request('report.compose', { reportId: id })).warnings;
  expect(warnings.find((w) => w.code === 'MISSING_GLYPHS')?.name).toContain('😀');
  await expect(t.task('report.freeze', { reportId: id })).rejects.toMatchObject({
    err: { code: 'MISSING_GLYPHS', args: { characters: '😀', where: '很好😀！' } },
  });
  await t.task('report.freeze', { reportId: id, replaceMissing: true });
  expect((await read(id)).snapshot).toContain('很好〓！');
});

test.each(locales)('the e-mail draft parses strictly, with the stored PDF attached (%s)', async (locale) => {
  const { projectId } = await start(locale);
  const id = await create(projectId, locale);
  const { sha256 } = await t.task('report.freeze', { reportId: id });
  const mail = await t.request('report.draftMail', { reportId: id });
  expect(mail.opened).toBe(true);
  const raw = readFileSync(t.opened.at(-1) ?? '');
  const message = parseMessage(raw);
  expect(message.headers.get('x-unsent')).toBe('1');
  expect(message.headers.has('bcc')).toBe(false);
  expect(decodeWords(message.headers.get('to') ?? '')).toBe(
    `${WORDS[locale].contacts[0]} <li.wenbo@qiyuan.example>`,
  );
  expect(decodeWords(message.headers.get('cc') ?? '')).toBe(
    `${WORDS[locale].contacts[1]} <zhou.min@qiyuan.example>`,
  );
  expect(decodeWords(message.headers.get('subject') ?? '')).toBe(mail.subject);
  expect(mail.subject).toContain(WORDS[locale].project);
  const [text, pdf] = message.parts;
  expect(text?.body.toString('utf8').trimEnd()).toBe(mail.text.replace(/\n/g, '\r\n').trimEnd());
  expect(sha(pdf?.body ?? '')).toBe(sha256);
  expect(pdf?.disposition?.params.filename).toContain(WORDS[locale].project);
  expect(pdf?.disposition?.params.filename).toMatch(/\.pdf$/);
  expect((await read(id)).state).toBe('draft_made');
});

test('names that try to add headers or end the message stay in their place', async () => {
  const { projectId, clientId } = await start();
  const contact = await firstRecipient(clientId);
  const nasty = 'A"\\,; <x@y.z>\tBcc: b@evil.example';
  await t.request('contact.update', { id: contact?.id ?? '', patch: { name: nasty } });
  await t.request('project.update', {
    id: projectId,
    patch: { name: '=?UTF-8?B?QQ==?= ../..\u202etxt.exe:<>|"' },
  });
  const id = await create(projectId);
  await t.task('report.freeze', { reportId: id, replaceMissing: true });
  await t.request('report.draftMail', { reportId: id });
  const path = t.opened.at(-1) ?? '';
  const message = parseMessage(readFileSync(path));
  expect([...message.headers.keys()].sort()).toEqual(
    ['cc', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to', 'x-unsent'].sort(),
  );
  expect(message.headers.get('to')?.match(/@/g)).toHaveLength(3);
  expect(message.headers.get('to')).toMatch(/^"(?:[^"\\]|\\.)*" <li\.wenbo@qiyuan\.example>$/);
  for (const name of [path.slice(t.dir.length + 1), message.parts[1]?.disposition?.params.filename ?? ''])
    expect(name).not.toMatch(/[<>:"/\\|?*\u202e]/);
});

test('without a recipient no draft is made and the way out is named', async () => {
  const { projectId, clientId } = await start();
  for (const contact of await t.request('contact.list', { where: { client_id: clientId } }))
    await t.request('contact.update', { id: contact.id, patch: { report_copy: 'none' } });
  const id = await create(projectId);
  await expect(t.request('report.draftMail', { reportId: id })).rejects.toThrow('REPORT_NOT_FROZEN');
  await t.task('report.freeze', { reportId: id });
  await expect(t.request('report.draftMail', { reportId: id })).rejects.toMatchObject({
    err: { code: 'REPORT_EMPTY_RECIPIENTS', field: 'contact.report_copy' },
  });
  expect((await read(id)).state).toBe('frozen');
});

test('where no program opens drafts the answer says so and offers a short mailto without attachment', async () => {
  const { projectId } = await start('zh-CN', { canOpenFiles: false });
  const id = await create(projectId);
  await t.task('report.freeze', { reportId: id });
  const mail = await t.request('report.draftMail', { reportId: id });
  expect(mail.opened).toBe(false);
  expect(mail.mailto.length).toBeLessThanOrEqual(2000);
  expect(mail.mailto).not.toMatch(/attach/i);
  await t.request('report.openMailto', { reportId: id });
  expect(t.opened.at(-1)).toMatch(/^mailto:li\.wenbo%40qiyuan\.example\?/);
  await t.request('report.revealDraft', { reportId: id });
  expect(t.opened.at(-1)).toMatch(/\.eml$/);
});

test('marking as sent writes the contact history in the same step and can be taken back', async () => {
  const { projectId, clientId } = await start();
  const id = await create(projectId);
  await expect(t.request('report.markSent', { reportId: id })).rejects.toThrow('REPORT_NOT_FROZEN');
  await t.task('report.freeze', { reportId: id });
  await t.request('report.draftMail', { reportId: id });
  const { commLogId } = await t.request('report.markSent', { reportId: id });
  const contact = await firstRecipient(clientId);
  expect(await t.request('comm_log.get', { id: commLogId })).toMatchObject({
    channel: 'email',
    direction: 'out',
    report_id: id,
    project_id: projectId,
    contact_id: contact?.id,
    happened_at: '2026-11-21T12:00:00',
  });
  expect(await read(id)).toMatchObject({
    state: 'sent',
    recipients: { to: ['李文博 <li.wenbo@qiyuan.example>'] },
  });
  await expect(t.request('report.markSent', { reportId: id })).rejects.toThrow('REPORT_FROZEN');
  await t.request('undo.undo', {});
  expect(await t.request('comm_log.get', { id: commLogId })).toBeNull();
  expect(await read(id)).toMatchObject({ state: 'draft_made', sent_at: null, no: 1 });
});

test('damage to the PDF is found and nothing damaged is handed out', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  const { sha256 } = await t.task('report.freeze', { reportId: id });
  const saved = await t.request('report.export', { reportId: id });
  expect(sha(readFileSync(join(t.dir, saved?.name ?? '')))).toBe(sha256);
  writeFileSync(pdfPath(sha256), 'damaged');
  expect(await t.request('report.verify', { reportId: id })).toEqual({ snapshot: true, pdf: false });
  await expect(t.request('report.export', { reportId: id })).rejects.toThrow('FILE_UNREADABLE');
  rmSync(pdfPath(sha256));
  await expect(t.request('report.draftMail', { reportId: id })).rejects.toThrow('FILE_UNREADABLE');
});

test('words are one undo step each, resetting brings the composed text back, a revision takes them over', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  const [first] = (await t.request('report.compose', { reportId: id })).snapshot.done;
  if (!first) throw new Error('no work');
  const name = async () => (await t.request('report.compose', { reportId: id })).snapshot.done[0]?.name;
  await t.request('report.setWording', {
    reportId: id,
    wording: { items: { [first.id]: { text: '换一种说法' } } },
  });
  expect(await name()).toBe('换一种说法');
  const { id: next } = await t.request('report.create', {
    projectId,
    period: PERIOD,
    language: 'zh-CN',
    fromReportId: id,
  });
  expect((await t.request('report.compose', { reportId: next })).wording.items?.[first.id]?.text).toBe(
    '换一种说法',
  );
  await t.request('report.setWording', { reportId: id, wording: {} });
  expect(await name()).toBe(first.name);
  await t.request('undo.undo', {});
  expect(await name()).toBe('换一种说法');
});

test('a hidden line is still offered for showing again', async () => {
  const { projectId } = await start();
  const id = await create(projectId);
  const before = await t.request('report.compose', { reportId: id });
  const line = before.lines.risks?.[0];
  await t.request('report.setWording', {
    reportId: id,
    wording: { items: { [line?.id ?? '']: { hidden: true } } },
  });
  const after = await t.request('report.compose', { reportId: id });
  expect(after.snapshot.risks).toHaveLength(before.snapshot.risks.length - 1);
  expect(after.lines).toEqual(before.lines);
});

test('the suggested period ends on the report day; the next one follows the last', async () => {
  const { projectId } = await start();
  // 2026-11-21 is a Saturday, reports are due on Fridays.
  expect((await t.request('report.suggest', { projectId })).period).toEqual({
    from: '2026-11-14',
    to: '2026-11-20',
  });
  await create(projectId);
  const next = await t.request('report.suggest', { projectId });
  expect(next).toMatchObject({ period: { from: '2026-11-21', to: '2026-12-02' }, language: 'zh-CN' });
});

test('a period that ends before it begins, and reports of other projects, are refused', async () => {
  const { projectId, clientId } = await start();
  const reversed = { from: '2026-11-20', to: '2026-11-09' };
  await expect(
    t.request('report.create', { projectId, period: reversed, language: 'en' }),
  ).rejects.toMatchObject({ err: { code: 'VALIDATION', reason: 'DATES_REVERSED' } });
  const id = await create(projectId);
  const { id: other } = await t.request('project.create', { values: { client_id: clientId, name: 'x' } });
  await expect(
    t.request('report.create', { projectId: other, period: PERIOD, language: 'en', fromReportId: id }),
  ).rejects.toThrow('OTHER_PROJECT');
});

test('all milestones and phases can be cleared for the client in one step', async () => {
  t = await startTestApp();
  const { id: clientId } = await t.request('client.create', { values: { name: 'c' } });
  const { id: projectId } = await t.request('project.create', { values: { client_id: clientId, name: 'p' } });
  const { id: phase } = await t.request('task.create', { values: { project_id: projectId, name: 'phase' } });
  await t.request('task.create', { values: { project_id: projectId, parent_id: phase, name: 'step' } });
  await t.request('task.create', {
    values: { project_id: projectId, parent_id: phase, name: 'milestone', milestone: true },
  });
  expect(await t.request('report.releaseTasks', { projectId })).toEqual({ count: 2 });
  const visible = (await t.request('task.list', { where: { project_id: projectId } })).filter(
    (x) => x.client_visible,
  );
  expect(visible.map((x) => x.name).sort()).toEqual(['milestone', 'phase']);
  await t.request('undo.undo', {});
  expect((await t.request('task.list', {})).some((x) => x.client_visible)).toBe(false);
});
