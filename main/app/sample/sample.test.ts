import { afterEach, describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/model/entities/client.ts';
import { contents } from '#shared/sample/content/index.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

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
