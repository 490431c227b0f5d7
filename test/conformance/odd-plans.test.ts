/** What the calculation cannot reproduce is said in words when it is imported (semantics §4.12, §6, §8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogues } from '#shared/i18n/index.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';

function countsOf(file: string): Readonly<Record<string, number>> {
  const bytes = readFileSync(join(sharedDataDir() ?? '', file));
  const read = readMspdiBytes(bytes, (text, encoding) => new TextDecoder(encoding).decode(text));
  if (!read.ok) throw new Error(read.refusal.code);
  const told = read.warnings.find(({ code }) => code === 'SPLIT_TASKS');
  return { split: Number(told?.args['count'] ?? 0), clock: read.warningCounts.CLOCK_12_HOUR ?? 0 };
}

it.each([
  ['mspdi/msp2007-split-tasks-3.xml', 2],
  ['mspdi/msp2016-persian-final-75.xml', 1],
  ['mspdi/msp2007-resources-4.xml', 1],
  // Work at night and over weekends is no interruption.
  ['mspdi/msp365-p007-karce-69.xml', 0],
  ['mspdi/msp365-software-development-87.xml', 0],
  ['mspdi/msp2010-obra-comercial-361.xml', 0],
])('%s has %i split tasks', (file, count) => {
  expect(countsOf(file).split).toBe(count);
});

it('split tasks and a clock of twelve hours are explained in each language', () => {
  for (const locale of LOCALES)
    for (const code of ['SPLIT_TASKS', 'CLOCK_12_HOUR'] as const)
      expect(catalogues[locale].mspdi[code]).toContain('{{count}}');
});
