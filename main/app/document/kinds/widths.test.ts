/** What is printed in a table must fit its columns: a word, a date or an amount is not broken. */
import { afterEach, expect, test } from 'vitest';
import type { BlockOf, DocumentContent } from '#shared/domain/documents/content.ts';
import { locales } from '#shared/i18n/index.ts';
import { DOCUMENT_KINDS } from '#shared/model/entities/agreement.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';
import { kindSpec } from './index.ts';

let app: TestApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Width of the text on a sheet and of characters of a cell, mm; a little less than they are, so as not to cry wolf. */
const SHEET = { portrait: 174, landscape: 261 } as const;
const HAN = 3.1;
const LATIN = 1.7;

const widthOf = (word: string): number =>
  [...word].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2e80 ? LATIN : HAN), 0);

/** Han text breaks anywhere, addresses after their signs. */
const wordsOf = (text: string): string[] =>
  text.split(/[\s\p{Script=Han}，。；：、（）]+/u).filter((word) => !/[@/]/.test(word));

type Table = BlockOf<'table'>;

/** Cells that do not fit: an amount as a whole, words one by one. */
function tooWide(table: Table, paper: DocumentContent['paper']): string[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  return table.columns.flatMap((column, at) => {
    const end = column.align === 'end';
    const room = (SHEET[paper] * column.width) / total - (end ? 4 : 2);
    const cells = [column.label, ...table.rows.map((row) => row.cells[at] ?? '')];
    return cells
      .flatMap((cell, row) => (end && row > 0 ? [cell] : wordsOf(cell)))
      .filter((word) => widthOf(word) > room)
      .map((word) => `${table.id} “${column.label}”: ${word}`);
  });
}

test.each(locales)(
  'no table of any paper breaks a word, a date or an amount in %s (E1, G8, Y1)',
  { timeout: 60_000 },
  async (language) => {
    const t = await startTestApp();
    app = t;
    await t.task('sample.create', { language });
    const found: string[] = [];
    let tables = 0;
    for (const kind of DOCUMENT_KINDS) {
      const { subject, audiences } = kindSpec(kind);
      const rows = (await t.request(`${subject}.list` as 'project.list', {})) as readonly { id: string }[];
      for (const { id } of rows)
        for (const audience of audiences) {
          const wanted = { kind, subjectId: id, language, audience };
          const { content } = await t.request('document.preview', wanted);
          for (const block of content.blocks) {
            if (block.kind !== 'table') continue;
            tables++;
            found.push(...tooWide(block, content.paper).map((line) => `${kind} ${audience}: ${line}`));
          }
        }
    }
    expect(tables).toBeGreaterThan(20);
    expect([...new Set(found)]).toEqual([]);
  },
);
