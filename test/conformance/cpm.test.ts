import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '#build/scripts/conformance/folder.ts';
import { type ConformanceRow, readConformanceList } from '#build/scripts/conformance/list.ts';
import { compareNetworks } from '#build/scripts/conformance/networks.ts';
import { comparePlan } from '#build/scripts/conformance/plans.ts';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';

const dir = sharedDataDir() ?? '';
const folder = openFolder(dir);
const rows = (readConformanceList(folder) ?? []).filter(({ fields }) => fields.length > 0);

it('has plans to compare with', () => {
  expect(rows.length, 'set MILEPOST_DATA to the folder with the real files').toBeGreaterThan(30);
});

describe('the dates Microsoft Project stored come out to the minute', () => {
  it.each(rows.map((row) => [row.file, row] as const))('%s', (_, row) => {
    const verdict = comparePlan(row);
    expect(verdict.unread).toBeNull();
    expect(verdict.differences).toEqual([]);
    expect(verdict.checked).toBeGreaterThan(0);
  });
});

it('gives the published lengths and sums of every PSPLIB network', () => {
  const verdicts = compareNetworks(folder);
  expect(verdicts.length).toBeGreaterThan(100);
  expect(verdicts.filter(({ differences }) => differences.length > 0)).toEqual([]);
});

/** Only files Project wrote itself: in converted ones free slack is the arithmetic of the converter. */
const written = rows.filter(({ file, kind }) => kind === 'A' && file.startsWith('mspdi/'));

describe('the free slack of unstarted tasks comes out', () => {
  it.each(written.map((row) => [row.file, row] as const))('%s', (file, { excluded }) => {
    const read = readMspdiBytes(readFileSync(join(dir, file)), (bytes, encoding) =>
      new TextDecoder(encoding, { fatal: true }).decode(bytes),
    );
    if (!read.ok) throw new Error(read.refusal.code);
    const result = schedule(toCpmInput(read.project));
    if (!result.ok) throw new Error('loop');
    for (const { uid, manual, external, progress, stored } of read.project.tasks) {
      const dates = result.dates.get(uid);
      if (!dates || manual || external || progress.actualStart !== null || excluded.has(uid)) continue;
      if (stored.freeSlack !== null) expect(dates.freeSlack, `UID ${uid}`).toBe(stored.freeSlack);
    }
  });
});

describe('summary rows roll up as Project stored them', () => {
  /** Rows above stale leaves are stale themselves; blank and manual summaries keep dates of their own. */
  const isComparable = (project: MspdiProject, row: ConformanceRow) => {
    const parents = new Map(project.tasks.map(({ uid, parentUid }) => [uid, parentUid]));
    const stale = new Set<number>();
    for (const task of project.tasks) {
      if (!row.excluded.has(task.uid) && !task.manual && !task.external && !task.isSubproject) continue;
      for (let up = parents.get(task.uid) ?? null; up !== null; up = parents.get(up) ?? null) stale.add(up);
    }
    return (task: MspdiTask) => !stale.has(task.uid) && !task.manual && !task.isSubproject;
  };
  it('in every file Project wrote', () => {
    let checked = 0;
    for (const row of written) {
      const read = readMspdiBytes(readFileSync(join(dir, row.file)), (bytes, encoding) =>
        new TextDecoder(encoding, { fatal: true }).decode(bytes),
      );
      if (!read.ok) throw new Error(read.refusal.code);
      const result = schedule(toCpmInput(read.project));
      if (!result.ok) throw new Error('loop');
      const comparable = isComparable(read.project, row);
      for (const task of read.project.tasks) {
        const sum = result.summaries.get(task.uid);
        if (!sum || !comparable(task)) continue;
        const { stored } = task;
        checked++;
        expect(
          [sum.earlyStart, sum.earlyFinish, sum.lateStart, sum.lateFinish, sum.totalSlack, sum.duration],
          `${row.file} UID ${task.uid}`,
        ).toEqual([
          stored.earlyStart,
          stored.earlyFinish,
          stored.lateStart,
          stored.lateFinish,
          stored.totalSlack,
          task.duration,
        ]);
      }
    }
    expect(checked).toBeGreaterThan(100);
  });
});

it('lets a task without predecessors begin before the project, as Project stored it', () => {
  const file = join(dir, 'mspdi', 'msp2007-assignments-4.xml');
  const read = readMspdiBytes(readFileSync(file), (bytes, encoding) =>
    new TextDecoder(encoding).decode(bytes),
  );
  if (!read.ok) throw new Error(read.refusal.code);
  const { startDate } = read.project.properties;
  const stored = read.project.tasks.find(({ uid }) => uid === 1)?.stored.earlyStart ?? 0;
  const result = schedule(toCpmInput(read.project));
  expect(stored).toBeLessThan(startDate ?? 0);
  expect(result.ok && result.dates.get(1)?.earlyStart).toBe(stored);
});
