import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mspdiFiles, requireSharedData } from '#test/support/sharedData.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

vi.setConfig({ testTimeout: 60_000 });

let t: TestApp;
beforeEach(async () => {
  t = await startTestApp();
});
afterEach(() => t.close());

const data = requireSharedData();
async function importFile(folder: string, file: string): Promise<string> {
  const token = t.app.context()?.files.fromPath(join(data, folder, file)).token ?? '';
  return (await t.task('import.project', { token, client: { name: '导入' } })).projectId;
}
const dates = async (projectId: string) => {
  const tasks = await t.request('task.list', { where: { project_id: projectId } });
  return Object.fromEntries(tasks.map((task) => [task.id, [task.start_at, task.finish_at]]));
};
const scheduling = async (id: string) => (await t.request('project.get', { id }))?.scheduling;

/** Files with dates of their own that are small enough to try everything on. */
async function firstKept(): Promise<string> {
  for (const [folder, file] of mspdiFiles().filter(([name]) => name !== 'mspdi-other')) {
    const id = await importFile(folder, file);
    if (
      (await scheduling(id)) === 'kept' &&
      (await t.request('plan.differences', { projectId: id })).circle.length === 0
    )
      return id;
  }
  throw new Error('all files agree');
}

describe('an imported plan whose dates do not follow', () => {
  it('keeps them, lists each difference with its reason, and moves nothing when one task is edited', async () => {
    const project = await firstKept();
    const before = await dates(project);
    const { count, rows, imported } = await t.request('plan.differences', { projectId: project });
    expect(imported).toBe(true);
    expect(count).toBeGreaterThan(0);
    expect(rows).toHaveLength(count);
    for (const row of rows) expect([row.start, row.finish]).not.toEqual([row.ourStart, row.ourFinish]);
    const target = rows[0]?.id ?? '';
    await t.request('plan.editTask', { id: target, patch: { name: '改名' } });
    expect(await dates(project)).toEqual(before);
    expect(await scheduling(project)).toBe('kept');
  });

  it('holds every date when all are pinned, and takes all when none is; undo brings either back', async () => {
    const project = await firstKept();
    const before = await dates(project);
    const { rows } = await t.request('plan.differences', { projectId: project });
    const pin = rows.map(({ id }) => id);
    const { effect } = await t.request('plan.setScheduling', {
      projectId: project,
      scheduling: 'automatic',
      pin,
    });
    expect(effect.moved).toBe(0);
    expect(await dates(project)).toEqual(before);
    expect((await t.request('plan.differences', { projectId: project })).count).toBe(0);
    await t.request('undo.undo', {});
    expect(await scheduling(project)).toBe('kept');
    const taken = await t.request('plan.setScheduling', { projectId: project, scheduling: 'automatic' });
    expect(taken.effect.moved).toBe(rows.length);
    expect((await t.request('plan.differences', { projectId: project })).count).toBe(0);
    await t.request('undo.undo', {});
    expect(await dates(project)).toEqual(before);
  });

  it('is refused with tasks of another project', async () => {
    const project = await firstKept();
    const other = await importFile('mspdi', 'msp2007-links-17.xml');
    const [stranger] = await t.request('task.list', { where: { project_id: other } });
    const pin = [stranger?.id ?? ''];
    await expect(
      t.request('plan.setScheduling', { projectId: project, scheduling: 'automatic', pin }),
    ).rejects.toThrow('OTHER_PROJECT');
  });
});
