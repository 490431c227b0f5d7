import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { missingGlyphs } from '#shared/domain/report/glyphs.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { contents } from '#shared/sample/content/index.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

/** One A4 page as the print port makes them: tagged, set in the report's font. */
async function printedPage(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context, catalog } = document;
  const page = document.addPage([595.28, 841.89]);
  const descriptor = { Type: 'FontDescriptor', FontFile2: context.register(context.stream('')) };
  const child = { Type: 'Font', Subtype: 'CIDFontType2', FontDescriptor: descriptor };
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'AAAAAA+NotoSansSC-Regular',
    DescendantFonts: [child],
    ToUnicode: context.register(context.stream('')),
  });
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('StructTreeRoot'), context.obj({ Type: 'StructTreeRoot' }));
  return document.save();
}

// Whole stores on a disk that other tests use at the same time.
vi.setConfig({ testTimeout: 30_000 });

let app: TestApp;
afterEach(() => app.close());

const NOW = '2026-11-20T04:00:00.000Z';

async function counts(): Promise<Record<string, number>> {
  const types = [
    'company',
    'client',
    'contact',
    'project',
    'task',
    'link',
    'baseline_task',
    'risk',
    'report',
    'comm_log',
  ] as const;
  const lists = await Promise.all(types.map((type) => app.request(`${type}.list`, {})));
  return Object.fromEntries(types.map((type, i) => [type, lists[i]?.length ?? 0]));
}

describe.each(LOCALES)('sample.create in %s', (language) => {
  it('makes a complete project in one step that can be undone and redone', async () => {
    app = await startTestApp({ now: NOW });
    const empty = await counts();
    const { clientId, projectId } = await app.task('sample.create', { language });
    const full = await counts();
    const client = await app.request('client.get', { id: clientId });
    const project = await app.request('project.get', { id: projectId });
    expect(client).toMatchObject({ name: contents[language].people.client.name, sample: true, language });
    expect(project).toMatchObject({
      client_id: clientId,
      status_on: '2026-11-20',
      sample: true,
      report_weekday: 5,
    });
    expect(full).toMatchObject({ company: 1, client: 1, contact: 4, project: 1, risk: 12 });
    expect(full.task).toBe(full.baseline_task);
    const calendar = (await app.request('calendar.list', {}))[0];
    expect(calendar?.id).toBe(project?.calendar_id);
    expect(calendarSchema.parse(calendar?.definition).id).toBe(calendar?.id);
    expect((await app.request('undo.state', {})).undo?.label).toEqual({ key: 'sampleCreate', args: {} });
    expect((await app.request('history.recent', { limit: 10 })).length).toBe(1);

    await app.request('undo.undo', {});
    expect(await counts()).toEqual(empty);
    await app.request('undo.redo', {});
    expect(await counts()).toEqual(full);
  });
});

describe('sample', () => {
  it('tells its progress', async () => {
    app = await startTestApp({ now: NOW });
    await app.task('sample.create', { language: 'en' });
    const steps = app.events.flatMap((event) => (event.type === 'task.progress' ? [event.fraction] : []));
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('refuses a language there is none of', async () => {
    app = await startTestApp({ now: NOW });
    await expect(app.task('sample.create', { language: 'fr' as 'en' })).rejects.toMatchObject({
      err: { code: 'VALIDATION' },
    });
    await expect(app.request('sample.remove', { all: true } as never)).rejects.toMatchObject({
      err: { code: 'VALIDATION' },
    });
    expect((await counts()).client).toBe(0);
  });

  it('is found by Chinese words', async () => {
    app = await startTestApp({ now: NOW });
    const { clientId, projectId } = await app.task('sample.create', { language: 'zh-CN' });
    const find = async (text: string) =>
      (await app.request('search.find', { text, limit: 200 })).map((hit) => hit.id);
    expect(await find('口腔门诊')).toEqual(expect.arrayContaining([clientId, projectId]));
    expect((await find('木皮')).length).toBeGreaterThan(1);
    expect(await find('無此內容')).toEqual([]);
  });

  it('is not made twice, not even by two requests at once', async () => {
    app = await startTestApp({ now: NOW });
    const [first, second] = await Promise.all([
      app.task('sample.create', { language: 'en' }),
      app.task('sample.create', { language: 'zh-TW' }),
    ]);
    expect(second).toEqual(first);
    expect(await app.task('sample.create', { language: 'zh-CN' })).toEqual(first);
    expect(await counts()).toMatchObject({ client: 1, project: 1 });
  });

  it('leaves the data and the company card of the user alone', async () => {
    app = await startTestApp({ now: NOW });
    const company = await app.request('company.create', { values: { name: '我的公司' } });
    const own = await app.request('client.create', { values: { name: '老客户' } });
    const work = await app.request('project.create', { values: { client_id: own.id, name: '自己的项目' } });
    await app.task('sample.create', { language: 'zh-CN' });
    expect((await app.request('company.list', {})).map((c) => c.id)).toEqual([company.id]);
    await app.request('sample.remove', {});
    expect((await app.request('client.list', {})).map((c) => c.id)).toEqual([own.id]);
    expect((await app.request('project.list', {})).map((p) => p.id)).toEqual([work.id]);
    expect(await counts()).toMatchObject({ company: 1, task: 0, risk: 0, report: 0, comm_log: 0 });
  });

  it('goes to the trash in one step, comes back, and stays so over a restart', async () => {
    app = await startTestApp({ now: NOW });
    const made = await app.task('sample.create', { language: 'zh-TW' });
    const full = await counts();
    expect((await app.request('app.state', {})).sample).toEqual({ clientIds: [made.clientId] });
    await app.request('sample.remove', {});
    expect((await app.request('app.state', {})).sample).toBeNull();
    expect(Object.values(await counts()).every((n) => n === 0)).toBe(true);
    expect((await app.request('undo.state', {})).undo?.label.key).toBe('sampleRemove');
    await app.reopen();
    expect((await app.request('trash.list', {})).some((row) => row.id === made.clientId)).toBe(true);
    await app.request('undo.undo', {});
    expect(await counts()).toEqual(full);
    await app.request('undo.redo', {});
    expect((await counts()).client).toBe(0);
    await app.request('trash.restore', { id: made.clientId });
    expect(await counts()).toEqual({ ...full, company: 0 });
    await app.request('sample.remove', {});
    await app.reopen();
    const again = await app.task('sample.create', { language: 'en' });
    expect(again.clientId).not.toBe(made.clientId);
    expect(await counts()).toMatchObject({ client: 1, company: 1 });
  });

  it('keeps a company card that the user made his own', async () => {
    app = await startTestApp({ now: NOW });
    await app.task('sample.create', { language: 'zh-CN' });
    const card = (await app.request('company.list', {}))[0];
    await app.request('company.update', { id: card?.id ?? '', patch: { name: '真公司' } });
    await app.request('sample.remove', {});
    expect((await app.request('company.list', {})).map((c) => c.name)).toEqual(['真公司']);
  });

  it('has nothing to undo when there was nothing to remove', async () => {
    app = await startTestApp({ now: NOW });
    await app.request('sample.remove', {});
    expect((await app.request('undo.state', {})).undo).toBeNull();
  });
});

describe.each(LOCALES)('earlier reports in %s', (language) => {
  it('are frozen and sent, each as the project stood on its day', async () => {
    app = await startTestApp({ now: NOW });
    const { projectId } = await app.task('sample.create', { language });
    const rows = (await app.request('report.overview', { projectId })).sort(
      (a, b) => (a.no ?? 0) - (b.no ?? 0),
    );
    expect(rows.map(({ no, state, period }) => ({ no, state, period }))).toEqual([
      { no: 1, state: 'sent', period: { from: '2026-10-31', to: '2026-11-06' } },
      { no: 2, state: 'sent', period: { from: '2026-11-07', to: '2026-11-13' } },
    ]);
    const [first, second] = await Promise.all(
      rows.map((row) => app.request('report.compose', { reportId: row.id })),
    );
    if (!first || !second) throw new Error('no reports');
    expect([first.snapshot.status_on, second.snapshot.status_on]).toEqual(['2026-11-06', '2026-11-13']);
    const suggested = await app.request('report.suggest', { projectId });
    expect(suggested.period).toEqual({ from: '2026-11-14', to: '2026-11-20' });
    const now = await app.request('report.compose', { projectId, period: suggested.period, language });
    const progress = [first, second, now].map(({ snapshot }) => snapshot.progress);
    const actual = progress.map((p) => p.actual ?? 0);
    expect(actual).toEqual([...actual].sort((a, b) => a - b));
    expect(new Set(actual).size).toBe(3);
    for (const { snapshot, recipients } of [first, second]) {
      expect(snapshot.attention.length).toBeGreaterThan(0);
      expect(snapshot.milestones.length).toBeGreaterThanOrEqual(8);
      expect(snapshot.done.length).toBeGreaterThan(2);
      expect(snapshot.next.length).toBeGreaterThan(2);
      expect(snapshot.risks.length).toBeGreaterThan(4);
      expect(missingGlyphs(snapshot)).toEqual([]);
      expect([recipients.to.length, recipients.cc.length]).toEqual([1, 2]);
    }
    expect(first.snapshot.issues.length).toBeLessThan(second.snapshot.issues.length);
    expect(second.snapshot.decisions.length).toBe(2);
    const mail = (await app.request('comm_log.list', {})).find((entry) => entry.report_id !== null);
    expect(mail).toMatchObject({ report_id: rows[1]?.id, happened_at: '2026-11-13T17:10:00' });
    expect(rows[1]?.sent_at).toBe('2026-11-13T09:10:00.000Z');
  });
});

describe('pages of an earlier report', () => {
  it('are printed once, from the stored snapshot, when somebody asks for them', async () => {
    const saveTo = mkdtempSync(join(tmpdir(), 'milepost-export-'));
    const printed: string[] = [];
    const print = {
      toPdf: async ({ dataJson }: { dataJson: string }) => {
        printed.push(dataJson);
        return printedPage();
      },
    };
    app = await startTestApp({ now: NOW, print, saveTo });
    const { projectId } = await app.task('sample.create', { language: 'zh-CN' });
    expect(printed).toEqual([]);
    const row = (await app.request('report.overview', { projectId })).find(({ no }) => no === 2);
    const reportId = row?.id ?? '';
    const before = await app.request('report.get', { id: reportId });
    await Promise.all([
      app.request('report.verify', { reportId }),
      app.request('report.export', { reportId }),
    ]);
    expect(printed).toEqual([before?.snapshot]);
    expect(await app.request('report.verify', { reportId })).toEqual({ snapshot: true, pdf: true });
    const after = await app.request('report.get', { id: reportId });
    expect(after).toMatchObject({
      no: 2,
      state: 'sent',
      frozen_at: before?.frozen_at,
      snapshot: before?.snapshot,
    });
    expect(after?.pdf_sha256).toMatch(/^[0-9a-f]{64}$/);
    // Printing is nothing the user did: the step to undo is still the sample.
    expect((await app.request('undo.state', {})).undo?.label.key).toBe('sampleCreate');
    await app.request('undo.undo', {});
    expect((await counts()).report).toBe(0);
    rmSync(saveTo, { recursive: true });
  });
});
