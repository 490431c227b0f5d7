import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { WrittenCell, WrittenSheet } from '#shared/interchange/table/write.ts';

const HEADER = {
  fontWeight: 'bold',
  backgroundColor: '#E8EDF3',
  alignVertical: 'center',
  wrap: true,
} as const;

/** Excel reads `_x0041_` as a character; a text that looks so is written in a way that stays what it is. */
const literal = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Day number of a wall-clock time, as the library makes it from a date in UTC. */
const utc = (at: string): Date => new Date(`${at.length === 10 ? `${at}T00:00:00` : at}Z`);

function toCell(cell: WrittenCell): Cell {
  if (cell === null) return null;
  // The type is said: a text that begins with `=` stays a text.
  if (cell.kind === 'text') return { type: String, value: literal(cell.text), format: '@', wrap: true };
  if (cell.kind === 'number')
    return {
      type: Number,
      value: cell.value,
      format: cell.decimals === 0 ? '0' : `#,##0.${'0'.repeat(cell.decimals)}`,
    };
  return {
    type: Date,
    value: utc(cell.at),
    format: cell.at.length === 10 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm',
  };
}

/** An Excel workbook: titles in bold that stay in view, dates as dates, everything else as text. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const book = sheets.map(
    (sheet): Sheet<never> => ({
      sheet: sheet.name,
      data: [
        sheet.header.map((title) => ({ ...HEADER, type: String, value: literal(title) })),
        ...sheet.rows.map((row) => row.map(toCell)),
      ],
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    }),
  );
  return new Uint8Array(await writeExcelFile(book).toBuffer());
}
