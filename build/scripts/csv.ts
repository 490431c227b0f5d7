/** Rows of a CSV text; quotes may hold commas, line breaks and doubled quotes. */
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
  const source = text.replace(/^\ufeff/, '');
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return rows;
}

/** Rows by the names of the first row, or by what such a name begins with; a name that is not there reads as empty. */
export function readTable(text: string): ((name: string) => string)[] {
  const [header = [], ...rows] = parseCsv(text);
  const columnOf = (name: string) =>
    header.includes(name) ? header.indexOf(name) : header.findIndex((title) => title.startsWith(name));
  return rows.map((cells) => (name) => cells[columnOf(name)] ?? '');
}
