import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import { locales } from '#shared/i18n/index.ts';
import { readBytes } from '#test/support/tableFiles.ts';
import { guessMapping } from './guess.ts';
import { findHeader } from './header.ts';
import { type Cell, FIELDS, type Sheet } from './model.ts';
import { type ReadOptions, readTasks } from './read.ts';
import { sheetCsv, taskSheet, type WrittenTask } from './write.ts';

const toLocal = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19);
const context = { units: STANDARD_UNITS, toLocal };

function sheetOf(text: string): Sheet {
  const [sheet] = readBytes(text).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function read(text: string, options: Partial<ReadOptions> = {}) {
  const sheet = sheetOf(text);
  const header = findHeader(sheet);
  const mapping = guessMapping(sheet, header);
  return readTasks(sheet, { headerRow: header.row, mapping, dateOrders: new Map(), ...options }, context);
}

describe('a list that we wrote', () => {
  const word = fc
    .string({
      unit: fc.constantFrom('a', 'B', '基', '礎', ' ', '=', '-', '"', ',', ';', "'", '1', '.'),
      minLength: 1,
      maxLength: 10,
    })
    .map((text) => text.trim())
    .filter((text) => /[aB基礎]/.test(text));
  const date = fc
    .integer({ min: 20_454, max: 22_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const task = fc.record({
    name: word,
    deeper: fc.boolean(),
    start: fc.option(date),
    length: fc.nat(40),
    percent: fc.integer({ min: 0, max: 100 }),
    responsible: fc.option(word),
    cost: fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })),
    after: fc.option(fc.nat(30)),
  });

  it('reads back without a word about its columns', () => {
    fc.assert(
      fc.property(
        fc.array(task, { minLength: 1, maxLength: 15 }),
        fc.constantFrom(...locales),
        (rows, locale) => {
          let phase = 0;
          let inside = 0;
          const written = rows.map((row, i): WrittenTask => {
            const nested = row.deeper && phase > 0;
            if (nested) inside += 1;
            else [phase, inside] = [phase + 1, 0];
            const finish =
              row.start &&
              new Date(Date.parse(row.start) + row.length * 86_400_000).toISOString().slice(0, 10);
            return {
              number: nested ? `${phase}.${inside}` : String(phase),
              name: row.name,
              start: row.start,
              finish,
              duration: { tenths: 4800 * (i + 1), unit: 'd' },
              percent: row.percent,
              milestone: row.length === 0,
              responsible: row.responsible,
              deliverable: row.responsible,
              cost: row.cost,
              notes: row.responsible,
              links: [],
            };
          });
          const { tasks, problems } = read(sheetCsv(taskSheet(written, STANDARD_UNITS, locale)));
          expect(problems).toEqual([]);
          expect(tasks.map(({ row: _, parent: __, ...rest }) => rest)).toEqual(
            written.map(({ number: _, ...rest }) => rest),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

const rowsWith = (cells: readonly Cell[]): Sheet => ({
  name: '',
  rows: [
    { number: 1, cells: ['Task', 'Start'] },
    { number: 2, cells },
  ],
  width: 2,
  merges: [],
  cut: { rows: 0, columns: 0 },
});

describe('cells of any kind', () => {
  it('any value in any column gives a task or a named problem, never another error', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ at: '2026-03-02T00:00:00' }),
    );
    fc.assert(
      fc.property(fc.tuple(cell, cell), fc.constantFrom(...FIELDS), (cells, field) => {
        const mapping = { name: 0, ...(field === 'name' ? {} : { [field]: 1 }) };
        const { tasks, problems } = readTasks(
          rowsWith(cells),
          { headerRow: 0, mapping, dateOrders: new Map() },
          context,
        );
        expect(tasks.length).toBeLessThanOrEqual(2);
        for (const problem of problems) expect(problem.row).toBe(2);
      }),
      { numRuns: 500 },
    );
  });
});
