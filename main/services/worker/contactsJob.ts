import { readFileSync, statSync } from 'node:fs';
import { CONTACT_LIMITS } from '#shared/interchange/contacts/model.ts';
import { type Encoding, type Table, TableRefusal } from '#shared/interchange/table/model.ts';
import { readTable, type TextChoice } from '#shared/interchange/table/readTable.ts';
import { looksLikeVcard, readVcards, type VcardFile } from '#shared/interchange/vcard/read.ts';
import { tableTools } from '../table/tools.ts';
import { FILE_UNREADABLE } from './projectFileJob.ts';

export type ContactsJobResult =
  | { readonly ok: true; readonly kind: 'vcard'; readonly cards: VcardFile }
  | { readonly ok: true; readonly kind: 'table'; readonly table: Table }
  | { readonly ok: false; readonly code: string; readonly args: Readonly<Record<string, string | number>> };

function bytesOf(path: string): Uint8Array {
  try {
    // The size is looked at first: a file that is refused is not read.
    if (statSync(path).size > CONTACT_LIMITS.fileBytes)
      throw new TableRefusal('TOO_LARGE', { max: CONTACT_LIMITS.fileBytes });
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof TableRefusal) throw cause;
    const error = new Error('the file cannot be read', { cause });
    error.name = FILE_UNREADABLE;
    throw error;
  }
}

/** Reads one file of contacts in a process of its own; what it is, its content says and never its name. */
export function readContactsFile(input: unknown, report: (fraction: number) => void): ContactsJobResult {
  const { path, choice } = input as {
    path: string;
    choice: TextChoice & { encoding?: Encoding | undefined };
  };
  try {
    const bytes = bytesOf(path);
    if (looksLikeVcard(bytes))
      return {
        ok: true,
        kind: 'vcard',
        cards: readVcards(bytes, tableTools.decode, choice.encoding ?? null),
      };
    return { ok: true, kind: 'table', table: readTable(bytes, tableTools, choice, report) };
  } catch (error) {
    if (error instanceof TableRefusal) return { ok: false, code: error.code, args: error.args };
    throw error;
  }
}
