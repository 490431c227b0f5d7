/** Workbooks as other programs write them, and files that only call themselves tables. */
import { describe, expect, it } from 'vitest';
import { readBytes, workbookOf, workbookParts, zipOf } from '#test/support/tableFiles.ts';
import { STANDARD_UNITS } from '../../domain/plan/duration.ts';
import { guessMapping } from './guess.ts';
import { findHeader } from './header.ts';
import { TableRefusal } from './model.ts';
import { readTasks } from './read.ts';

const text = (value: string, more = ''): string => `<c ${more} t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number, more = ''): string => `<c ${more}><v>${value}</v></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
const DATED = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

function tasksOf(bytes: Uint8Array) {
  const [sheet] = readBytes(bytes).sheets;
  if (!sheet) throw new Error('no sheet');
  const header = findHeader(sheet);
  const draft = readTasks(
    sheet,
    { headerRow: header.row, mapping: guessMapping(sheet, header), dateOrders: new Map() },
    { units: STANDARD_UNITS, toLocal: () => '' },
  );
  const outline = draft.tasks.map(({ name, parent }) => [name, draft.tasks[parent]?.name ?? null]);
  return { ...draft, outline };
}
const book = (rows: string, after = '', properties = ''): Uint8Array =>
  workbookOf({ sheet: `<sheetData>${rows}</sheetData>${after}`, styles: DATED, properties });

function refusalOf(content: string | Uint8Array): string {
  try {
    readBytes(content);
  } catch (error) {
    if (error instanceof TableRefusal) return error.code;
    throw error;
  }
  return 'read';
}

describe('cells of workbooks', () => {
  it('dates of the strict form, with and without a time', () => {
    const strict = (value: string): string => `<c t="d"><v>${value}</v></c>`;
    const { tasks, problems } = tasksOf(
      book(
        row(text('Task'), text('Start')) +
          row(text('a'), strict('2026-01-05')) +
          row(text('b'), strict('2026-01-06T08:30:00.000Z')) +
          row(text('c'), strict('2026-01-07T09:00')) +
          row(text('d'), strict('soon')),
      ),
    );
    expect(tasks.map(({ start }) => start)).toEqual([
      '2026-01-05',
      '2026-01-06T08:30:00',
      '2026-01-07T09:00:00',
      null,
    ]);
    expect(problems).toMatchObject([{ row: 5, code: 'DATE_UNREADABLE', text: 'soon' }]);
  });

  it('day numbers of a workbook from 1904, with a date format and without', () => {
    const { tasks } = tasksOf(
      book(
        row(text('Task'), text('Start')) +
          row(text('a'), number(44_565, 's="1"')) +
          row(text('b'), number(44_565)),
        '',
        'date1904="1"',
      ),
    );
    expect(tasks.map(({ start }) => start)).toEqual(['2026-01-05', '2026-01-05']);
  });

  it('a formula that nobody has calculated is said and not taken for nothing', () => {
    const { problems, tasks } = tasksOf(
      book(
        row(text('Task'), text('Start'), text('Notes')) +
          row(text('a'), '<c s="1"><f>TODAY()</f></c>', '<c t="str"><f>A1</f><v>kept</v></c>') +
          row(text('b'), '<c s="1"><f t="shared" si="0"/><v></v></c>'),
      ),
    );
    expect(problems).toMatchObject([
      { row: 2, code: 'DATE_UNREADABLE', text: '=TODAY()' },
      { row: 3, code: 'DATE_UNREADABLE', text: '=' },
    ]);
    expect(tasks[0]?.notes).toBe('kept');
  });

  it('#N/A is nothing, every other error is said', () => {
    const error = (code: string): string => `<c t="e"><v>${code}</v></c>`;
    const { tasks, problems } = tasksOf(
      book(row(text('Task'), text('Start')) + row(text('a'), error('#N/A')) + row(text('b'), error('#REF!'))),
    );
    expect(tasks.map(({ start }) => start)).toEqual([null, null]);
    expect(problems).toMatchObject([{ row: 3, text: '#REF!' }]);
  });

  it('a phase in a joined cell, or written once, is that of the tasks below it', () => {
    const rows = [
      ['阶段', '任务', '开始'],
      ['基础', '开挖', '2026-01-05'],
      ['', '垫层', '2026-01-06'],
      ['主体', '一层', '2026-01-07'],
      ['', '二层', '2026-01-08'],
    ];
    const sheet = rows
      .map(
        (cells, i) =>
          `<row r="${i + 1}">${cells.map((cell, at) => (cell === '' ? '' : text(cell, `r="${'ABC'[at]}${i + 1}"`))).join('')}</row>`,
      )
      .join('');
    const expected = [
      ['基础', null],
      ['开挖', '基础'],
      ['垫层', '基础'],
      ['主体', null],
      ['一层', '主体'],
      ['二层', '主体'],
    ];
    const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>';
    expect(tasksOf(book(sheet, merges)).outline).toEqual(expected);
    expect(tasksOf(book(sheet)).outline).toEqual(expected);
  });

  it('a group that comes again does not reach down over rows that have none', () => {
    const { outline } = tasksOf(
      new TextEncoder().encode('Section,Task,Start\nA,one,2026-01-05\n,two,2026-01-06\nA,three,2026-01-07\n'),
    );
    expect(outline).toEqual([
      ['A', null],
      ['one', 'A'],
      ['three', 'A'],
      ['two', null],
    ]);
  });
});

describe('files that are no tables are refused with the way out', () => {
  const office = (target: string, content: string | Uint8Array) =>
    zipOf([
      {
        name: '_rels/.rels',
        content: `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
      },
      { name: target, content },
    ]);
  it.each([
    ['a binary workbook', office('xl/workbook.bin', new Uint8Array([0x83, 1, 0])), 'BINARY_WORKBOOK'],
    ['a text document', office('word/document.xml', '<w:document xmlns:w="w"/>'), 'NOT_A_WORKBOOK'],
    [
      'a web page called .xls',
      '\uFEFF<html><body><table><tr><td>Task</td></tr></table></body></html>',
      'WEB_PAGE',
    ],
    [
      'a spreadsheet as XML',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:x"/>',
      'WEB_PAGE',
    ],
    ['a plan', '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"/>', 'PLAN_FILE'],
    ['a GanttProject plan', '<?xml version="1.0"?><!-- x --><project name="x"/>', 'PLAN_FILE'],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'NO_TABLE'],
    ['a card', 'BEGIN:VCARD\nEND:VCARD\n', 'NO_TABLE'],
    ['JSON', '[{"Task":"A"}]', 'NO_TABLE'],
    ['rich text', '{\\rtf1\\ansi Task}', 'NO_TABLE'],
    ['a table whose first title is in brackets', '[Task],{Start}\na,2026-01-05\n', 'read'],
    ['a table that names a project', 'Project,Start\na,2026-01-05\n', 'read'],
  ])('%s', (_, content, code) => expect(refusalOf(content)).toBe(code));

  it('a damaged part of a workbook is a refusal wherever it is cut', () => {
    const parts = workbookParts({ sheet: `<sheetData>${row(text('Task'))}</sheetData>` });
    const whole = zipOf(parts);
    for (let share = 1; share < 100; share++)
      expect(refusalOf(whole.subarray(0, Math.floor((whole.length * share) / 100)))).toBe('BROKEN_ZIP');
  });
});
