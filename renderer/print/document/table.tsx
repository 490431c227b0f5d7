import type { BlockOf, DocumentContent } from '#shared/domain/documents/content.ts';
import { block } from '../blocks/context.ts';
import type { FlowItem, FlowTable } from '../flow.ts';

type Table = BlockOf<'table'>;

/** Width of the text on a sheet, mm. */
const WIDTH = { portrait: 174, landscape: 261 } as const;
/** A Han character of a table cell, mm. */
const CHAR = 3.18;
/** A row of more lines goes on in another row: it would not fit on a page otherwise. */
const MAX_LINES = 28;

/** End of the piece that fills about so many lines; after a line break or a stop if there is one near the end. */
function pieceEnd(text: string, from: number, charsPerLine: number): number {
  let used = 0;
  let at = from;
  for (; at < text.length && used < MAX_LINES * charsPerLine; at++) {
    const code = text.charCodeAt(at);
    // A line break fills up its line; Latin letters are half as wide.
    used += code === 10 ? charsPerLine - (used % charsPerLine) : code < 0x2e80 ? 0.56 : 1;
  }
  if (at >= text.length) return text.length;
  for (let back = at; back > at - charsPerLine * 6 && back > from; back--)
    if (/[\n。；;.!?！？]/.test(text[back - 1] ?? '')) return back;
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at;
}

/** Pieces of a cell, each at most `MAX_LINES` high. */
export function cellPieces(text: string, widthMm: number): string[] {
  const charsPerLine = Math.max(1, Math.floor(widthMm / CHAR));
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = pieceEnd(text, from, charsPerLine);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}

function flowTable({ id, label, columns }: Table): FlowTable {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    id,
    className: 'rp-table dp-table',
    label,
    columns: columns.map((column) => (
      <col key={column.label} style={{ width: `${(100 * column.width) / total}%` }} />
    )),
    head: (
      <tr>
        {columns.map((column) => (
          <th key={column.label} scope="col" className={column.align === 'end' ? 'dp-end' : undefined}>
            {column.label}
          </th>
        ))}
      </tr>
    ),
  };
}

function rowItems(
  row: Table['rows'][number],
  table: Table,
  flow: FlowTable,
  widths: readonly number[],
): FlowItem[] {
  const cells = row.cells.map((cell, at) => cellPieces(cell, widths[at] ?? 20));
  const count = Math.max(1, ...cells.map((pieces) => pieces.length));
  return Array.from({ length: count }, (_, n) => ({
    id: `${table.id}:${row.id}:${n}`,
    table: flow,
    render: () => (
      <tr data-tone={row.tone} data-more={n < count - 1}>
        {table.columns.map((column, at) => {
          const text = cells[at]?.[n] ?? '';
          const className = column.align === 'end' ? 'dp-end' : undefined;
          return at === 0 ? (
            <th key={column.label} scope="row" className={className}>
              {text}
            </th>
          ) : (
            <td key={column.label} className={className}>
              {text}
            </td>
          );
        })}
      </tr>
    ),
  }));
}

/** A table whose head is repeated on every page; without rows, the sentence that stands for them. */
export function tableItems(table: Table, paper: DocumentContent['paper']): readonly FlowItem[] {
  if (table.rows.length === 0) return [block(table.id, <p className="rp-p rp-muted">{table.empty}</p>)];
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  // Less the padding of the cell.
  const widths = table.columns.map((column) => (WIDTH[paper] * column.width) / total - 2);
  const flow = flowTable(table);
  return table.rows.flatMap((row) => rowItems(row, table, flow, widths));
}
