/** Real tables, contacts and calendars of other programs, damaged: rows or a refusal with its reason, never anything else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import { guessMapping } from '#shared/interchange/table/guess.ts';
import { findHeader } from '#shared/interchange/table/header.ts';
import { TableRefusal } from '#shared/interchange/table/model.ts';
import { readTasks } from '#shared/interchange/table/read.ts';
import { readVcards } from '#shared/interchange/vcard/read.ts';
import { readIcsHolidays } from '#shared/schedule/holidays/ics.ts';
import { requireSharedData } from '#test/support/sharedData.ts';
import { readBytes, tableTools } from '#test/support/tableFiles.ts';

const RUNS = Number(process.env['MILEPOST_RUNS'] ?? 120);
const MAX_MS = 5000;
const CONTEXT = { units: STANDARD_UNITS, toLocal: () => '2026-03-02T08:00:00' };

function readEveryTable(bytes: Uint8Array): void {
  for (const sheet of readBytes(bytes).sheets) {
    const header = findHeader(sheet);
    const mapping = guessMapping(sheet, header);
    const { tasks } = readTasks(sheet, { headerRow: header.row, mapping, dateOrders: new Map() }, CONTEXT);
    for (const [row, { parent, links }] of tasks.entries()) {
      expect(parent).toBeLessThan(tasks.length);
      expect(parent).not.toBe(row);
      expect(links.every(({ from }) => from >= 0 && from < tasks.length && from !== row)).toBe(true);
    }
  }
}

const READERS: Readonly<Record<string, (bytes: Uint8Array) => void>> = {
  tables: readEveryTable,
  vcard: (bytes) => void readVcards(bytes, tableTools.decode),
  ical: (bytes) => void readIcsHolidays(new TextDecoder().decode(bytes)),
};

const place = fc.nat({ max: 1_000_000 });
const damage = fc.oneof(
  fc
    .array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 })
    .map((changes) => (bytes: Buffer) => {
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    }),
  place.map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
  fc.tuple(place, place).map(([at, from]) => (bytes: Buffer) => {
    const piece = bytes.subarray(from % bytes.length).subarray(0, 400);
    return Buffer.concat([bytes.subarray(0, at % bytes.length), piece, bytes.subarray(at % bytes.length)]);
  }),
  fc
    .tuple(
      place,
      fc.constantFrom(
        '"',
        ',,,,',
        '\n\n',
        '\r',
        ';',
        '\t',
        '999999999',
        '2026年13月40日',
        '\u0000',
        ':',
        '=',
      ),
    )
    .map(
      ([at, text]) =>
        (bytes: Buffer) =>
          Buffer.concat([
            bytes.subarray(0, at % bytes.length),
            Buffer.from(text),
            bytes.subarray(at % bytes.length),
          ]),
    ),
);

it.each(Object.entries(READERS))(
  '%s',
  (folder, readAll) => {
    const dir = join(requireSharedData(), folder);
    const files = readdirSync(dir).map((name) => readFileSync(join(dir, name)));
    expect(files.length).toBeGreaterThan(5);
    const read = (bytes: Buffer) => {
      const begun = performance.now();
      try {
        readAll(bytes);
      } catch (error) {
        if (!(error instanceof TableRefusal)) throw error;
        expect(error.code).toMatch(/^[A-Z0-9_]+$/);
      }
      expect(performance.now() - begun).toBeLessThan(MAX_MS);
    };
    for (const file of files) read(file);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        (file, damages) => {
          let bytes = Buffer.from(file);
          for (const each of damages) bytes = bytes.length === 0 ? bytes : Buffer.from(each(bytes));
          read(bytes);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  120_000,
);
