import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFolder } from '#build/scripts/conformance/folder.ts';
import { readConformanceList } from '#build/scripts/conformance/list.ts';
import { toCpmInput as fromFile } from '#shared/interchange/mspdi/cpmInput.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { NETWORK_FLAGS } from '#shared/schedule/network/columns.ts';
import { toCpmInput } from '#shared/schedule/network/network.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

const dir = sharedDataDir() ?? '';
const rows = readConformanceList(openFolder(dir)) ?? [];

const STAYS = NETWORK_FLAGS.manual | NETWORK_FLAGS.foreign;

vi.setConfig({ testTimeout: 60_000 });
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

it('has plans to import', () => {
  expect(rows.length, 'set MILEPOST_DATA to the folder with the real files').toBeGreaterThan(30);
});

describe('a plan that was imported is calculated from the store as from its file', () => {
  it.each(rows.map(({ file, kind }) => [file, kind] as const))('%s', async (file, kind) => {
    const path = join(dir, file);
    const read = readMspdiBytes(readFileSync(path), (bytes, encoding) =>
      new TextDecoder(encoding, { fatal: true }).decode(bytes),
    );
    const token = t.app.context()?.files.fromPath(path).token ?? '';
    const { projectId } = await t.task('import.project', { token, client: { name: '导入' } });
    if (!read.ok) throw new Error(read.refusal.code);
    const expected = schedule(fromFile(read.project));
    const network = await t.request('plan.network', { projectId });
    const stored = schedule(toCpmInput({ ...network, scheduling: 'automatic' }));
    if (!expected.ok || !stored.ok) throw new Error('circle');
    const tasks = await t.request('task.list', { where: { project_id: projectId } });
    const rowOf = new Map(network.rows.id.map((id, index) => [id, index]));
    const uids = new Map(tasks.map((task) => [task.source_uid, rowOf.get(task.id) ?? -1]));
    for (const [uid, dates] of expected.dates)
      expect(stored.dates.get(uids.get(uid) ?? -1), `UID ${uid}`).toEqual(dates);
    for (const [uid, dates] of expected.summaries)
      expect(stored.summaries.get(uids.get(uid) ?? -1), `UID ${uid}`).toEqual(dates);
    // Where the file's dates follow, the plan is scheduled from now on; elsewhere nothing moves.
    const { project } = await t.request('plan.get', { projectId });
    const isSame = network.rows.id.every((_, row) => {
      const dates = stored.dates.get(row);
      if (!dates || ((network.rows.flags[row] ?? 0) & STAYS) !== 0) return true;
      return network.rows.start[row] === dates.start && network.rows.finish[row] === dates.finish;
    });
    expect(project.scheduling).toBe(isSame ? 'automatic' : 'kept');
    if (kind === 'A') expect(isSame).toBe(true);
  });
});
