import { toTsv } from './tsv.ts';

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export interface CopiedTable {
  /** Names of the columns; left out for single cells. */
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Columns that stand to the right, such as numbers. */
  readonly alignEnd?: readonly boolean[];
  /** Steps by which a row's first text is indented in the table; spreadsheets get the text alone. */
  readonly indent?: { readonly column: number; readonly steps: readonly number[] };
}

/** A table as word processors and mail programs take it. Texts stay text: nothing in them becomes a formula. */
export function toHtmlTable({ head, rows, alignEnd, indent }: CopiedTable): string {
  // Numbers stay numbers in a spreadsheet; codes such as 1.10 and what looks like a formula stay text.
  const isText = (column: number, cell: string): boolean =>
    !alignEnd?.[column] || /^[=@]|^[+-](?![\d.,]+%?$)/.test(cell);
  const style = (row: number, column: number, cell: string): string => {
    const steps = indent?.column === column ? (indent.steps[row] ?? 0) : 0;
    const rules = [
      ...(isText(column, cell) ? ["mso-number-format:'\\@'"] : []),
      ...(alignEnd?.[column] ? ['text-align:right'] : []),
      ...(steps > 0 ? [`padding-left:${steps * 12}pt`] : []),
    ];
    return ` style="${rules.join(';')}"`;
  };
  const line = (cells: string): string => `<tr>${cells}</tr>`;
  const heads = head === null ? '' : line(head.map((name) => `<th>${escaped(name)}</th>`).join(''));
  const body = rows.map((row, r) =>
    line(
      row.map((cell, c) => `<td${style(r, c, cell)}>${escaped(cell).replace(/\n/g, '<br>')}</td>`).join(''),
    ),
  );
  return `<meta charset="utf-8"><table>${heads}${body.join('')}</table>`;
}

/** Puts a table into a copy event: tab-separated text for spreadsheets and this app, HTML for everything else. */
export function setCopied(data: DataTransfer, table: CopiedTable): void {
  data.setData('text/plain', toTsv(table.rows));
  data.setData('text/html', toHtmlTable(table));
}

/** Puts a table on the clipboard outside a copy event, the head with it; the older way where the newer is barred. */
export async function copyTable(table: CopiedTable): Promise<void> {
  const tsv = toTsv(table.head === null ? table.rows : [table.head, ...table.rows]);
  const html = toHtmlTable(table);
  try {
    const blob = (type: string, text: string) => new Blob([text], { type });
    const item = { 'text/plain': blob('text/plain', tsv), 'text/html': blob('text/html', html) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  } catch {
    const onCopy = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', tsv);
      event.clipboardData?.setData('text/html', html);
    };
    document.addEventListener('copy', onCopy, { once: true, capture: true });
    document.execCommand('copy');
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
