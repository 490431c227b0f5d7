import { readCsv } from './csv.ts';
import { type Decode, decodeText } from './encoding.ts';
import {
  type Delimiter,
  type Encoding,
  LIMITS,
  type RefusalCode,
  type Table,
  TableRefusal,
} from './model.ts';
import { readXlsx } from './xlsx.ts';
import type { Inflate } from './zip.ts';

export interface TableTools {
  readonly decode: Decode;
  readonly inflate: Inflate;
}

/** What the user says about a text file when the reading was wrong. */
export interface TextChoice {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

const OTHER_FORMATS: readonly (readonly [RefusalCode, RegExp])[] = [
  // Many programs call a web page .xls, and Excel opens it.
  ['WEB_PAGE', /^(?:<!doctype html|<html\b|<table\b|<meta\b|<head\b|(?:<\?[^>]*>\s*)*<(?:ss:)?workbook\b)/i],
  ['PLAN_FILE', /^(?:<\?[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:\w+:)?project\b/i],
  ['PLAN_FILE', /^(?:MPX[,;]|ERMHDR\t)/],
  ['NO_TABLE', /^(?:<\?xml\b|\{\\rtf|BEGIN:V(?:CARD|CALENDAR)\b|\{\s*"|\[\s*\{\s*")/i],
];

/** What a text is if it is no table, told by how it begins. */
function otherFormat(text: string): RefusalCode | null {
  const head = text.slice(0, 8192).trimStart();
  return OTHER_FORMATS.find(([, begin]) => begin.test(head))?.[0] ?? null;
}

/**
 * Reads a spreadsheet or delimited text; which of them it is, the content says and never the name.
 * @throws TableRefusal
 */
export function readTable(
  bytes: Uint8Array,
  tools: TableTools,
  choice: TextChoice = {},
  report: (fraction: number) => void = () => {},
): Table {
  if (bytes.length === 0) throw new TableRefusal('EMPTY');
  if (bytes.length > LIMITS.fileBytes) throw new TableRefusal('TOO_LARGE', { max: LIMITS.fileBytes });
  if (starts(bytes, 0x50, 0x4b)) return readXlsx(bytes, tools, report);
  // Old workbooks, and new ones with a password, share one container.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefusal('OLD_EXCEL');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw new TableRefusal('BINARY');
  const { text, encoding } = decodeText(bytes, tools.decode, choice.encoding ?? null);
  const other = otherFormat(text);
  if (other !== null) throw new TableRefusal(other);
  report(0.5);
  const { sheet, delimiter } = readCsv(text, '', choice.delimiter ?? null);
  return { kind: 'text', encoding, delimiter, sheets: [sheet] };
}
