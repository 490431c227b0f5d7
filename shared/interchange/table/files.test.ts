import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes, workbookOf, workbookParts, zipOf } from '#test/support/tableFiles.ts';
import { detectDelimiter, escapeText, readCsv, unescapeText, writeCsv } from './csv.ts';
import { type Cell, LIMITS, TableRefusal } from './model.ts';
import { formatKind, serialToLocal } from './serial.ts';

const cellsOf = (content: string | Uint8Array): (readonly Cell[])[] =>
  readBytes(content).sheets[0]?.rows.map(({ cells }) => cells) ?? [];

function refusalOf(content: string | Uint8Array): Pick<TableRefusal, 'code' | 'args'> {
  try {
    readBytes(content);
  } catch (error) {
    if (error instanceof TableRefusal) return { code: error.code, args: error.args };
    throw error;
  }
  throw new Error('the file was read');
}

const row = (cells: string, number = 1): string => `<sheetData><row r="${number}">${cells}</row></sheetData>`;

describe('delimited text', () => {
  it('keeps line breaks, quotes and delimiters inside quotes, and the line each row begins on', () => {
    const { sheet } = readCsv('a,b\r\n"x\r\ny, ""z""",2\r\n\r\n3,4', '');
    expect(sheet.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['x\r\ny, "z"', '2'] },
      { number: 5, cells: ['3', '4'] },
    ]);
  });

  it('a quote inside a field is only a quote', () => {
    expect(cellsOf('Pipe 5" steel,2\n"A" b,3\n')).toEqual([
      ['Pipe 5" steel', '2'],
      ['A b', '3'],
    ]);
  });

  it('says where a quote was opened that never ends', () => {
    expect(refusalOf('a,b\n1,2\n3,"x\n4,5\n')).toEqual({ code: 'OPEN_QUOTE', args: { line: 3 } });
  });

  it.each([
    ['a;b;c\n1,5;2;3\n2,5;3;4\n', ';'],
    ['a\tb\n1,2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['sep=;\na,b;c\n', ';'],
    ['Preamble, with a comma\nx;y;z\n1;2;3\n4;5;6\n', ';'],
    ['one column\nonly\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter));

  it('does not take the announcement of a delimiter for a row', () => {
    expect(cellsOf('sep=;\na;b\n1;2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('whatever is written is read again, text that looks like a formula included', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const risky = fc.tuple(
      fc.constantFrom('=', '+', '-', '@', "'", "'=", '\t', '"', ',', ' ', '\n', '\r\n'),
      text,
    );
    const field = fc.oneof(
      text,
      risky.map((pair) => pair.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const written = rows.map((cells) => ['x', ...cells]);
          const { sheet } = readCsv(
            writeCsv(written.map((cells) => cells.map(escapeText))).slice(1),
            '',
            ',',
          );
          expect(sheet.rows.map(({ cells }) => cells.map((cell) => cell ?? ''))).toEqual(written);
        },
      ),
    );
  });

  it('escaping is undone by unescaping, and nothing escaped begins a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
        expect(escapeText(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  it('counts what lies beyond the limits instead of keeping it', () => {
    const wide = Array.from({ length: 100_000 }, (_, i) => i).join(',');
    const { sheets } = readBytes(`${wide}\n1,2\n`);
    expect(sheets[0]?.width).toBe(LIMITS.columns);
    expect(sheets[0]?.cut).toEqual({ rows: 0, columns: 100_000 - LIMITS.columns });
    const long = readBytes('a,b\n'.repeat(LIMITS.rows + 7));
    expect(long.sheets[0]?.rows).toHaveLength(LIMITS.rows);
    expect(long.sheets[0]?.cut.rows).toBe(7);
  });
});

const SIMPLIFIED = '任务名称,开始日期\n基础开挖与支护,2026-03-02\n垫层浇筑,2026-03-09\n';
const TRADITIONAL = '任務名稱,開始日期\n基礎開挖與支撐,2026-03-02\n墊層澆置,2026-03-09\n';

/** Bytes in an encoding that Node only decodes: found by decoding every pair of bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0xfe; lead >= 0x81; lead--)
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (char.length === 1 && char !== '\uFFFD') pairs.set(char, [lead, trail]);
    }
  return new Uint8Array([...text].flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]));
}

describe('encodings', () => {
  it.each([
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
  ] as const)('recognises %s without a mark', (encoding, text) => {
    const table = readBytes(encode(text, encoding));
    expect(table.encoding).toBe(encoding);
    expect(table.sheets[0]?.rows[1]?.cells[0]).toBe(text.split('\n')[1]?.split(',')[0]);
  });

  it('reads UTF-8 and UTF-16 with and without a mark', () => {
    const wide = Buffer.from(SIMPLIFIED.replace('任务名称', 'Task'), 'utf16le');
    const big = Buffer.from(wide).swap16();
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), wide]);
    const utf8 = Buffer.from(`\uFEFF${SIMPLIFIED}`);
    for (const [bytes, encoding] of [
      [wide, 'utf-16le'],
      [big, 'utf-16be'],
      [marked, 'utf-16le'],
      [utf8, 'utf-8'],
    ] as const) {
      const table = readBytes(new Uint8Array(bytes));
      expect(table.encoding).toBe(encoding);
      expect(table.sheets[0]?.rows[1]?.cells).toEqual(['基础开挖与支护', '2026-03-02']);
    }
  });

  it('takes single accents for Western text', () => {
    const bytes = new Uint8Array(
      Buffer.from('Tâche,Début\nFaçade côté rue,2026-03-02\nÉlectricité,2026-03-03\n', 'latin1'),
    );
    const table = readBytes(bytes);
    expect(table.encoding).toBe('windows-1252');
    expect(table.sheets[0]?.rows[1]?.cells[0]).toBe('Façade côté rue');
  });

  it('follows the user, and refuses an encoding that does not fit', () => {
    const bytes = encode(SIMPLIFIED, 'gb18030');
    expect(readBytes(bytes, { encoding: 'gb18030' }).encoding).toBe('gb18030');
    expect(() => readBytes(bytes, { encoding: 'utf-8' })).toThrow('UNKNOWN_ENCODING');
  });

  it('refuses what is no text', () => {
    expect(refusalOf(new Uint8Array([1, 2, 0, 3, 0, 0, 7])).code).toBe('BINARY');
    expect(refusalOf('%PDF-1.7').code).toBe('BINARY');
    expect(refusalOf('').code).toBe('EMPTY');
    expect(refusalOf('\n \n').code).toBe('NO_ROWS');
  });
});

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-404]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;day&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="0"><alignment indent="2"/></xf><xf numFmtId="165"/></cellXfs>';

describe('workbooks', () => {
  it('reads texts, numbers, dates, percentages, truth values, errors and values of formulas', () => {
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>' +
      '<c r="C1" s="1"><v>46083.5</v></c><c r="D1" s="2"><v>0.4</v></c><c r="E1" t="b"><v>1</v></c>' +
      '<c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="H1"><f>1+1</f></c>' +
      '<c r="I1" s="3"><v>46083</v></c><c r="J1" s="5"><v>5</v></c><c r="L1" t="d"><v>2026-03-02T08:00</v></c>';
    const strings =
      '<si><r><t>Dig</t></r><r><t xml:space="preserve"> here</t></r><rPh><t>ディグ</t></rPh></si>';
    expect(cellsOf(workbookOf({ sheet: row(cells), strings, styles: STYLES }))).toEqual([
      [
        'Dig here',
        'inline',
        { at: '2026-03-02T12:00:00' },
        '40%',
        true,
        '#REF!',
        'ab',
        // Nobody has calculated it: said as it stands, never lost.
        '=1+1',
        { at: '2026-03-02T00:00:00' },
        5,
        null,
        { at: '2026-03-02T08:00:00' },
      ],
    ]);
  });

  it('an indented cell keeps its indent as blanks; dates may count from 1904; cells may lack their place', () => {
    const sheet = row('<c s="4" t="inlineStr"><is><t>Pour</t></is></c><c s="1"><v>44621</v></c>');
    expect(cellsOf(workbookOf({ sheet, styles: STYLES, properties: 'date1904="1"' }))).toEqual([
      ['    Pour', { at: '2026-03-02T00:00:00' }],
    ]);
  });

  it('a sheet that claims a million rows and columns is as large as what it holds', () => {
    const sheet = `<dimension ref="A1:XFD1048576"/>${row('<c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c>', 1_048_576)}`;
    const table = readBytes(workbookOf({ sheet }));
    expect(table.sheets[0]).toMatchObject({
      rows: [{ number: 1_048_576, cells: [1] }],
      cut: { rows: 0, columns: 16_384 - LIMITS.columns },
    });
  });

  it('refuses a bomb while it unpacks, whatever size it claims', () => {
    const zeros = new Uint8Array(LIMITS.partBytes + 1024);
    const parts = workbookParts({ sheet: row('<c r="A1"><v>1</v></c>') }).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content: zeros, claimed: 1000 } : part,
    );
    expect(refusalOf(zipOf(parts)).code).toBe('UNPACKS_TOO_LARGE');
  });

  it('refuses entities: nothing expands', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const parts = workbookParts({ sheet: '' }).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? { ...part, content: `${bomb}<worksheet>${row('<c t="str"><v>&b;</v></c>')}</worksheet>` }
        : part,
    );
    expect(refusalOf(zipOf(parts))).toEqual({ code: 'BROKEN_XML', args: { part: 'List', line: 1 } });
  });

  it('names what else a file is, and the way out is in the text of the code', () => {
    expect(refusalOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])).code).toBe('OLD_EXCEL');
    expect(
      refusalOf(
        zipOf([
          { name: 'mimetype', content: 'x' },
          { name: 'content.xml', content: '<x/>' },
        ]),
      ).code,
    ).toBe('OPEN_DOCUMENT');
    expect(refusalOf(zipOf([{ name: 'Index/Document.iwa', content: 'x' }])).code).toBe('NUMBERS');
    expect(refusalOf(zipOf([{ name: 'readme.txt', content: 'x' }])).code).toBe('NOT_A_WORKBOOK');
    const locked = workbookParts({ sheet: row('<c><v>1</v></c>') }).map((part) => ({ ...part, flags: 1 }));
    expect(refusalOf(zipOf(locked)).code).toBe('ENCRYPTED');
    expect(refusalOf(workbookOf({ sheet: '<sheetData/>' })).code).toBe('NO_ROWS');
    expect(refusalOf(workbookOf({ sheet: '<sheetData><row></sheetData>' })).code).toBe('BROKEN_XML');
  });

  it('any damage of the file gives a refusal or a table, never another error', () => {
    const whole = workbookOf({
      sheet: row('<c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c>'),
      strings: '<si><t>x</t></si>',
    });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(255), fc.nat(whole.length), (at, value, end) => {
        for (const bytes of [
          Uint8Array.from(whole, (byte, i) => (i === at ? value : byte)),
          whole.slice(0, end),
        ])
          try {
            readBytes(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(TableRefusal);
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('day numbers', () => {
  it('are days since 1899-12-30, with the leap day that 1900 never had', () => {
    expect(serialToLocal(1)).toBe('1900-01-01T00:00:00');
    expect(serialToLocal(59)).toBe('1900-02-28T00:00:00');
    expect(serialToLocal(61)).toBe('1900-03-01T00:00:00');
    expect(serialToLocal(44_441)).toBe('2021-09-02T00:00:00');
    expect(serialToLocal(46_083.75)).toBe('2026-03-02T18:00:00');
    expect(serialToLocal(0)).toBeNull();
    expect(serialToLocal(3_000_000)).toBeNull();
  });

  it.each([
    [14, undefined, 'date'],
    [9, undefined, 'percent'],
    [2, undefined, 'general'],
    [164, 'yyyy-mm-dd hh:mm', 'date'],
    [164, 'd/m/yy;@', 'date'],
    [164, '[h]:mm:ss', 'general'],
    [164, '0.0%', 'percent'],
    [164, '#,##0 "days"', 'general'],
    [164, '[Red]General', 'general'],
    [164, 'e/m/d', 'date'],
  ] as const)('format %i %s is %s', (id, code, kind) => expect(formatKind(id, code)).toBe(kind));
});
