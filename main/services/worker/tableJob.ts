import { readFileSync, statSync } from 'node:fs';
import { LIMITS, type Table, TableRefusal } from '#shared/interchange/table/model.ts';
import { readTable, type TextChoice } from '#shared/interchange/table/readTable.ts';
import { sheetCsv, type WrittenSheet } from '#shared/interchange/table/write.ts';
import { tableTools } from '../table/tools.ts';
import { writeXlsx } from '../table/writeXlsx.ts';
import { FILE_UNREADABLE } from './projectFileJob.ts';

export type TableJobResult =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

function bytesOf(path: string): Uint8Array {
  try {
    // The size is looked at first: a file that is refused is not read.
    if (statSync(path).size > LIMITS.fileBytes)
      throw new TableRefusal('TOO_LARGE', { max: LIMITS.fileBytes });
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof TableRefusal) throw cause;
    const error = new Error('the file cannot be read', { cause });
    error.name = FILE_UNREADABLE;
    throw error;
  }
}

/** Reads one spreadsheet or text file, in a process of its own. A refusal is an answer, not a failure. */
export function readTableFile(input: unknown, report: (fraction: number) => void): TableJobResult {
  const { path, choice } = input as { path: string; choice: TextChoice };
  try {
    return { ok: true, table: readTable(bytesOf(path), tableTools, choice, report) };
  } catch (error) {
    if (error instanceof TableRefusal) return { ok: false, code: error.code, args: error.args };
    throw error;
  }
}

/** Writes a task list: packing a large workbook would hold the window up. */
export async function writeTableFile(input: unknown): Promise<Uint8Array> {
  const { format, sheets } = input as { format: 'xlsx' | 'csv'; sheets: readonly WrittenSheet[] };
  const [first] = sheets;
  if (format === 'csv') return new TextEncoder().encode(first ? sheetCsv(first) : '');
  return writeXlsx(sheets);
}
