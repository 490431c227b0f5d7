import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrintJob } from '#main/host/ports.ts';
import { defaultPrintSetup, type PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { ganttPrintSchema } from '#shared/ipc/channels/planPrint.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { fakePdf } from '#test/support/fakePdf.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const A3_LANDSCAPE = [1190.55, 841.89] as const;

let t: TestApp;
let out: string;
let jobs: PrintJob[];
let page: readonly [number, number];
let printing: ((signal: AbortSignal | undefined) => Promise<Uint8Array>) | null;

beforeEach(async () => {
  out = mkdtempSync(join(tmpdir(), 'milepost-paper-'));
  jobs = [];
  page = A3_LANDSCAPE;
  printing = null;
  t = await startTestApp({
    saveTo: out,
    print: {
      toPdf: (job, signal) => {
        jobs.push(job);
        return printing ? printing(signal) : fakePdf({ pages: 3, size: page });
      },
    },
  });
});
afterEach(async () => {
  await t.close();
  rmSync(out, { recursive: true, force: true });
});

const setup: PrintSetup = { ...defaultPrintSetup('zh-CN'), paper: 'a3' };

async function project(name = '厂房扩建'): Promise<{ projectId: string; taskId: string }> {
  const { id: client } = await t.request('client.create', { values: { name: '启元科技' } });
  const { id: projectId } = await t.request('project.create', { values: { name, client_id: client } });
  const { id: taskId } = await t.request('task.create', {
    values: {
      project_id: projectId,
      name: '基础施工',
      start_at: '2026-11-02T08:00:00',
      finish_at: '2026-11-06T17:00:00',
    },
  });
  return { projectId, taskId };
}

test('the plan goes to the print page with the setup, and the PDF where the user says', async () => {
  const { projectId, taskId } = await project();
  const saved = await t.task('planPrint.pdf', { projectId, setup, rowIds: [taskId] });
  expect(saved).toMatchObject({ name: '厂房扩建.pdf', pages: 3 });
  expect(jobs[0]?.page).toBe('print.html');
  const data = ganttPrintSchema.parse(JSON.parse(jobs[0]?.dataJson ?? ''));
  expect(data).toMatchObject({ kind: 'gantt', setup, rowIds: [taskId] });
  expect(data.source.plan.rows.name).toEqual(['基础施工']);
  expect(data.source.client).toBe('启元科技');
  const document = await PDFDocument.load(readFileSync(join(out, '厂房扩建.pdf')), { updateMetadata: false });
  expect(document.getTitle()).toBe('厂房扩建');
  expect(document.getLanguage()).toBe('zh-CN');
  expect(document.getPage(0).getSize().width).toBeCloseTo(1190.55, 1);
});

test('N1 another baseline is printed if it is asked for, and the one in force once that is gone', async () => {
  const { projectId } = await project();
  const [older, newer] = [
    await t.request('tracking.takeBaseline', { projectId, name: '第一版', kind: 'manual' }),
    await t.request('tracking.takeBaseline', { projectId, name: '第二版', kind: 'manual' }),
  ];
  const shown = async (baselineId: string | null) =>
    (await t.request('planPrint.source', { projectId, baselineId })).baseline?.name;
  expect(await shown(null)).toBe('第二版');
  expect(await shown(older.id)).toBe('第一版');
  expect(await shown(newer.id)).toBe('第二版');
  await t.request('baseline.remove', { id: older.id });
  expect(await shown(older.id)).toBe('第二版');
});

test('the baseline that the plan is measured against comes along, row by row', async () => {
  const { projectId, taskId } = await project();
  const { id } = await t.request('baseline.create', {
    values: { project_id: projectId, name: 'B1', number: 1, kind: 'contract' },
  });
  await t.request('baseline_task.create', {
    values: {
      baseline_id: id,
      task_id: taskId,
      start_at: '2026-10-01T08:00:00',
      finish_at: '2026-10-02T17:00:00',
    },
  });
  await t.request('task.create', { values: { project_id: projectId, name: '新增' } });
  const source = await t.request('planPrint.source', { projectId });
  expect(source.baseline).toEqual({
    name: 'B1',
    start: [parseLocal('2026-10-01T08:00:00'), null],
    finish: [parseLocal('2026-10-02T17:00:00'), null],
  });
});

test('pages of another size than asked are not handed out', async () => {
  const { projectId } = await project();
  page = [595.28, 841.89];
  await expect(t.task('planPrint.pdf', { projectId, setup, rowIds: null })).rejects.toMatchObject({
    err: { code: 'PRINT_FAILED' },
  });
  expect(readdirSync(out)).toEqual([]);
});

test('a failed or cancelled print leaves no file behind, not even an empty one', async () => {
  const { projectId } = await project();
  writeFileSync(join(out, '厂房扩建.pdf'), '');
  printing = (signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const { taskId } = (await t.request('planPrint.pdf', {
    projectId,
    setup,
    rowIds: null,
  })) as unknown as { taskId: string };
  await expect.poll(() => jobs.length).toBe(1);
  await t.request('task.cancel', { taskId });
  await expect
    .poll(() => t.events.find((event) => event.type === 'task.failed'))
    .toMatchObject({ err: { code: 'CANCELLED' } });
  expect(existsSync(join(out, '厂房扩建.pdf'))).toBe(false);
});

test('a character that no font has is refused by name, and replaced on the user’s word', async () => {
  const { projectId } = await project();
  await t.request('task.create', { values: { project_id: projectId, name: 'Roof \u{1F3D7}' } });
  const input = { projectId, setup, rowIds: null };
  await expect(t.task('planPrint.pdf', input)).rejects.toMatchObject({
    err: { code: 'MISSING_GLYPHS', args: { characters: '\u{1F3D7}' } },
  });
  await t.task('planPrint.pdf', { ...input, replaceMissing: true });
  expect(jobs[0]?.dataJson).toContain('Roof 〓');
});

async function upload(content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content);
  const { token } = await t.request('file.begin', { name: 'x', size: bytes.byteLength });
  await t.request('file.chunk', { token, base64: bytes.toString('base64') });
  return token;
}

const svg = (inner: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`;

test('pictures are saved one beside the other, and none replaces a file that was there', async () => {
  const { projectId } = await project('Hall');
  writeFileSync(join(out, 'Hall-2.svg'), 'mine');
  const tokens = [
    await upload(svg('<title>一</title>')),
    await upload(svg('<rect x="1" rx="1.43"/>')),
    await upload(svg('')),
  ];
  const saved = await t.request('planPrint.images', { projectId, format: 'svg', tokens });
  expect(saved).toMatchObject({ name: 'Hall-1.svg', pages: 3 });
  expect(readdirSync(out).sort()).toEqual(['Hall-1.svg', 'Hall-2 (2).svg', 'Hall-2.svg', 'Hall-3.svg']);
  expect(readFileSync(join(out, 'Hall-2.svg'), 'utf8')).toBe('mine');
  // The window cannot use the same upload twice.
  await expect(t.request('planPrint.images', { projectId, format: 'svg', tokens })).rejects.toMatchObject({
    err: { code: 'FILE_TOKEN_UNKNOWN' },
  });
});

test.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['a handler', svg('<rect/>', ' onload="alert(1)"')],
  ['foreign content', svg('<foreignObject><p/></foreignObject>')],
  ['a link', svg('<a href="https://example.com"><rect/></a>')],
  ['an image', svg('<image href="file:///etc/passwd"/>')],
  ['a style', svg('<style>@import "https://example.com"</style>')],
  ['a style attribute', svg('<rect style="fill:url(https://example.com)"/>')],
  ['an address as paint', svg('<rect fill="url(https://example.com/#a)"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`],
  ['another root', '<html xmlns="http://www.w3.org/2000/svg"/>'],
  ['no XML', 'MZ\u0000\u0001'],
])('a drawing with %s is refused, since windows are not trusted', async (_what, text) => {
  const { projectId } = await project();
  const tokens = [await upload(text)];
  await expect(t.request('planPrint.images', { projectId, format: 'svg', tokens })).rejects.toMatchObject({
    err: { code: 'VALIDATION' },
  });
  expect(readdirSync(out)).toEqual([]);
});

test('a large drawing is read in pieces, to its end', async () => {
  const { projectId } = await project('Hall');
  // Characters of two units, so that some piece ends within one.
  const rows = `<text>a</text>${'<text>𠮷𠮷𠮷</text>'.repeat(20_000)}`;
  const send = async (text: string) =>
    t.request('planPrint.images', { projectId, format: 'svg', tokens: [await upload(text)] });
  expect(await send(svg(rows))).toMatchObject({ name: 'Hall.svg', pages: 1 });
  await expect(send(svg(`${rows}<script/>`))).rejects.toMatchObject({ err: { code: 'VALIDATION' } });
});

function png(chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts = chunks.map(([type, data]) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.byteLength, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

test('a PNG is taken when it is nothing but a picture', async () => {
  const { projectId } = await project('Hall');
  const plain = [
    ['IHDR', Buffer.alloc(13)],
    ['IDAT', deflateSync(Buffer.alloc(4))],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  const send = async (bytes: Uint8Array) =>
    t.request('planPrint.images', { projectId, format: 'png', tokens: [await upload(bytes)] });
  expect(await send(png(plain))).toMatchObject({ name: 'Hall.png', pages: 1 });
  expect(statSync(join(out, 'Hall.png')).size).toBe(png(plain).byteLength);
  const refused = { err: { code: 'VALIDATION' } };
  await expect(send(png([...plain.slice(0, 2), ['tEXt', Buffer.from('x')], plain[2]]))).rejects.toMatchObject(
    refused,
  );
  await expect(send(png(plain.slice(0, 2)))).rejects.toMatchObject(refused);
  await expect(send(Buffer.concat([png(plain), Buffer.from('MZ')]))).rejects.toMatchObject(refused);
  await expect(send(Buffer.from('<svg/>'))).rejects.toMatchObject(refused);
});

test('only what was saved in this session is opened', async () => {
  await expect(t.request('planPrint.open', {})).rejects.toMatchObject({ err: { code: 'NOT_FOUND' } });
  const { projectId } = await project('Hall');
  await t.task('planPrint.pdf', { projectId, setup, rowIds: null });
  expect(await t.request('planPrint.open', {})).toEqual({ opened: true });
  expect(t.opened).toEqual([join(out, 'Hall.pdf')]);
});

test('a setup that cannot be printed is refused before anything is read', async () => {
  const { projectId } = await project();
  const bad: readonly Partial<Record<keyof PrintSetup, unknown>>[] = [
    { fontSize: 6.5 },
    { range: { from: '2026-11-10', to: '2026-11-01' } },
    { fit: { kind: 'pages', wide: 0 } },
    { fit: { kind: 'scale', perDay: 1e9 } },
    { paper: 'a0' },
  ];
  for (const part of bad)
    await expect(
      t.task('planPrint.pdf', { projectId, setup: { ...setup, ...part } as PrintSetup, rowIds: null }),
    ).rejects.toMatchObject({ err: { code: 'VALIDATION' } });
  expect(jobs).toEqual([]);
});
