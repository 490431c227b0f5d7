/** Workbooks made part by part, to be as wrong as a test wants them. */
import { crc32, deflateRawSync } from 'node:zlib';
import { tableTools } from '#main/services/table/tools.ts';
import type { Table } from '#shared/interchange/table/model.ts';
import { readTable, type TextChoice } from '#shared/interchange/table/readTable.ts';

export { tableTools };

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Bit 0: encrypted. */
  readonly flags?: number;
  /** What the directory claims instead of the true size. */
  readonly claimed?: number;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A zip file of these parts, deflated. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0, claimed } of parts) {
    const raw = typeof content === 'string' ? utf8(content) : content;
    const packed = deflateRawSync(raw);
    const title = utf8(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(raw), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed ?? raw.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(raw), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? raw.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(title), packed);
    central.push(entry, Buffer.from(title));
    offset += head.length + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookParts {
  /** Content of the `worksheet` element. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

/** The parts of a workbook with one sheet. */
export function workbookParts({ sheet, strings, styles, properties = '' }: WorkbookParts): ZipPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr ${properties}/><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${sheet}</worksheet>` },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` }]),
  ];
}

export const workbookOf = (parts: WorkbookParts): Uint8Array => zipOf(workbookParts(parts));

/** Reads bytes or text as the worker does. */
export const readBytes = (content: string | Uint8Array, choice: TextChoice = {}): Table =>
  readTable(typeof content === 'string' ? utf8(content) : content, tableTools, choice);
