import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFile, readConformanceList } from '#build/scripts/conformance.ts';
import { comparePsplib } from '#build/scripts/psplib.ts';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';

const dir = sharedDataDir() ?? '';
const rows = dir === '' ? [] : readConformanceList(dir).filter(({ kind }) => kind === 'A' || kind === 'B');

it('has plans to compare with', () => {
  expect(rows.length, 'set MILEPOST_DATA to the folder with the real files').toBeGreaterThan(30);
});

describe('the dates Microsoft Project stored come out to the minute', () => {
  it.each(rows.map((row) => [row.file, row] as const))('%s', (_, row) => {
    const verdict = compareFile(dir, row);
    expect(verdict.differences).toEqual([]);
    expect(verdict.checked).toBeGreaterThan(0);
  });
});

it('gives the published lengths and sums of every PSPLIB network', () => {
  const verdicts = comparePsplib(dir);
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
