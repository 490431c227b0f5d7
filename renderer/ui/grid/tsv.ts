/** A cell that starts like a formula runs in a spreadsheet; the apostrophe makes it text there. */
function guard(cell: string): string {
  return /^[=@\t\r]|^[+-](?![\d.,]+%?$)/.test(cell) ? `'${cell}` : cell;
}

/** Rows as the tab-separated text that spreadsheets paste. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map(guard)
        .map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\n');
}

/** Reads tab-separated text from a spreadsheet: quoted cells may hold tabs, line breaks and doubled quotes. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y : null;
    if (quoted) quoted.lastIndex = at;
    const match = quoted?.exec(text) ?? null;
    const end = match ? at + match[0].length : at + text.slice(at).search(/[\t\r\n]|$/);
    row.push(match ? (match[1] ?? '').replaceAll('""', '"') : text.slice(at, end));
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (at >= text.length) break;
  }
  return rows;
}
