type Separator = ',' | ';' | '\t';

/** What stands most often between the names of the first row. */
function separatorOf(source: string): Separator {
  const header = (/^[^\r\n]*/.exec(source)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: Separator) => header.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Rows of a CSV text; quotes may hold separators, line breaks and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else cell += char;
  }
  endRow();
  return rows;
}

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export type Cells = (name: string) => string;

/**
 * Rows by the names of the first row, whatever their case, or by what such a name begins with; a name that is not
 * there reads as empty.
 */
export function readTable(text: string): Cells[] {
  const [first = [], ...rows] = parseCsv(text);
  const header = first.map(plain);
  const columnOf = (name: string) =>
    header.includes(name) ? header.indexOf(name) : header.findIndex((title) => title.startsWith(name));
  return rows.map((cells) => (name) => (cells[columnOf(plain(name))] ?? '').trim());
}
