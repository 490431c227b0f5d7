/** What an import of contacts would do, under the options the user has set so far. */
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { type PlannedRow, planImport } from '#shared/domain/client/importPlan.ts';
import { profileOf } from '#shared/interchange/contacts/fields.ts';
import {
  type ContactMapping,
  findContactHeader,
  guessContactMapping,
  guessContactSheet,
} from '#shared/interchange/contacts/mapping.ts';
import type { ReadContacts } from '#shared/interchange/contacts/model.ts';
import { readContactTable } from '#shared/interchange/contacts/table.ts';
import { dataRows, type Header, titlesOf } from '#shared/interchange/table/header.ts';
import { cellText, columnLetter, isBlank, type Sheet, type Table } from '#shared/interchange/table/model.ts';
import type { ContactOptions, ContactPreview, ContactRow } from '#shared/ipc/channels/contactImport.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { KeptFile } from '../file/fileJob.ts';

const HEADER_CHOICES = 15;
const SHOWN = 80;

interface TableReading {
  readonly sheet: Sheet;
  readonly index: number;
  readonly header: Header;
  readonly mapping: ContactMapping;
  readonly read: ReadContacts;
}

export interface ContactReading {
  readonly read: ReadContacts;
  readonly table: TableReading | null;
  readonly plan: readonly PlannedRow[];
}

function headerOf(sheet: Sheet, chosen: number | undefined): Header {
  if (chosen === undefined) return findContactHeader(sheet);
  return { row: sheet.rows.findIndex(({ number }) => number === chosen), double: false };
}

function readSheet(table: Table, options: ContactOptions): TableReading {
  const index = options.sheet ?? guessContactSheet(table);
  const sheet = table.sheets[index];
  if (!sheet) throw new AppError('NOT_FOUND', { entity: 'sheet' }, { field: 'options.sheet' });
  const header = headerOf(sheet, options.headerRow);
  const chosen = Object.entries(options.mapping ?? guessContactMapping(sheet, header));
  const mapping: ContactMapping = Object.fromEntries(
    chosen.filter(([, column]) => column !== undefined && column < sheet.width),
  );
  return { sheet, index, header, mapping, read: readContactTable(sheet, header, mapping) };
}

/** Reads the file and plans against what is stored now. @throws AppError NOT_FOUND */
export function readContacts(
  ctx: AppContext,
  file: KeptFile<'readContacts'>,
  options: ContactOptions,
): ContactReading {
  const db = ctx.store.read;
  const table = file.kind === 'table' ? readSheet(file.table, options) : null;
  const read = file.kind === 'table' ? table?.read : file.cards;
  if (!read) throw new AppError('INTERNAL');
  const clients = listRecords(db, 'client');
  const { loners } = options;
  if (typeof loners === 'object' && !clients.some(({ id }) => id === loners.clientId))
    throw new AppError('NOT_FOUND', { entity: 'client' }, { field: 'options.loners' });
  const known = { clients, contacts: listRecords(db, 'contact') };
  return { read, table, plan: planImport(read.drafts, known, loners) };
}

const cut = (text: string | null): string | null => (text === null ? null : text.slice(0, 300));

const rowOf = ({ draft, firm, match, choice, closed, fills, differs }: PlannedRow): ContactRow => ({
  row: draft.row,
  name: draft.name,
  company: draft.company,
  title: draft.title,
  phone: draft.phone,
  email: draft.email,
  im: draft.im,
  client: firm === null ? null : { name: firm.name, isNew: firm.id === null },
  match,
  choice,
  closed,
  fills: [...fills],
  differs: differs.map(({ field, ours, theirs }) => ({
    field,
    ours: cut(ours) ?? '',
    theirs: cut(theirs) ?? '',
  })),
  problems: draft.problems.map(({ code, text }) => ({ code, text })),
});

function tableOf({ sheet, index, header, mapping }: TableReading, table: Table): ContactPreview['table'] {
  const titles = titlesOf(sheet, header);
  const rows = dataRows(sheet, header.row);
  return {
    profile: profileOf(titles),
    delimiter: table.delimiter,
    sheets: table.sheets.map(({ name }) => name),
    sheet: index,
    headerRow: sheet.rows[header.row]?.number ?? 0,
    headerRows: sheet.rows.slice(0, HEADER_CHOICES).map(({ number }) => number),
    columns: titles.map((title, column) => ({
      letter: columnLetter(column),
      title: title.slice(0, SHOWN),
      example: cellText(rows.find(({ cells }) => !isBlank(cells[column]))?.cells[column]).slice(0, SHOWN),
    })),
    mapping: { ...mapping },
  };
}

/** What the window shows of it. */
export function previewContacts(
  file: KeptFile<'readContacts'>,
  { read, table, plan }: ContactReading,
): ContactPreview {
  return {
    fileName: file.fileName,
    kind: file.kind,
    encoding: file.kind === 'table' ? file.table.encoding : file.cards.encoding,
    table: file.kind === 'table' && table ? tableOf(table, file.table) : null,
    rows: plan.map(rowOf),
    leftOut: read.leftOut.slice(0, 100).map((name) => name.slice(0, SHOWN)),
    cut: read.cut,
    problemCount: plan.filter(({ closed }) => closed === 'problem').length,
  };
}
