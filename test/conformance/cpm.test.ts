import { describe, expect, it } from 'vitest';
import { compareFile, readConformanceList } from '#build/scripts/conformance.ts';
import { comparePsplib } from '#build/scripts/psplib.ts';
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
