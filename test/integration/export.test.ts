import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { planModel } from '#main/app/export/planModel.ts';
import { readRows } from '#main/app/export/rows.ts';
import { getRecord } from '#db/queries/records.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { createMspdiReader, type MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { writeMspdi } from '#shared/interchange/mspdi/write.ts';
import { importFrom, openContext } from '#test/support/importFiles.ts';
import { mspdiFiles, requireSharedData } from '#test/support/sharedData.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

vi.setConfig({ testTimeout: 60_000 });
const data = requireSharedData();
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

type Read = Extract<MspdiResult, { ok: true }>;
const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

function readBytes(bytes: Uint8Array): Read {
  const result = readMspdiBytes(bytes, decode);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} line ${result.refusal.line}`);
  return result;
}

function reread(project: MspdiProject): Read {
  const reader = createMspdiReader();
  for (const piece of writeMspdi(project)) reader.write(piece);
  const result = reader.end();
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} line ${result.refusal.line}`);
  return result;
}

async function stored(projectId: string): Promise<MspdiProject> {
  const { store } = openContext(t);
  const project = getRecord(store.read, 'project', projectId);
  if (!project) throw new Error('the project is not there');
  return planModel(readRows(store.read, project), 0, async () => {});
}

/** Links that were left out at the import, because they cannot hold, are not written; the writer is another one. */
const comparable = ({ producer, droppedLinks, ...rest }: MspdiProject) => ({
  ...rest,
  crossing: droppedLinks.filter(({ link }) => link.crossProject),
});

describe.each(mspdiFiles())('%s/%s', (folder, file) => {
  it('comes back the same in every field after import, export and import', async () => {
    const path = join(data, folder, file);
    const before = readBytes(readFileSync(path));
    const { projectId } = await importFrom(t, path);
    const after = reread(await stored(projectId));
    expect(comparable(after.project)).toEqual(comparable(before.project));
    for (const [code, count] of Object.entries(after.warningCounts))
      expect(before.warningCounts[code as keyof typeof before.warningCounts] ?? 0, code).toBeGreaterThanOrEqual(count);
  });
});
