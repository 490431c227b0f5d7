/** Tables as files for spreadsheet programs. */

/** Cells that a spreadsheet program would run as a formula, though they are somebody's text. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.,]+%?$)/;

function cellText(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark: without it Excel reads Chinese as something else. */
export function csvText(cells: readonly (readonly string[])[]): string {
  return `\ufeff${cells.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}
