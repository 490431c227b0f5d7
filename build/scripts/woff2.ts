import { brotliDecompressSync } from 'node:zlib';

/** Tags by the index that stands for them in a WOFF2 table directory; only their order matters here. */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'.split(
    ' ',
  );
const HEADER = 48;

/** The `cmap` table of a WOFF2 file; it is never transformed, so unpacking is enough. */
function cmapTable(file: Buffer): Buffer {
  let at = HEADER;
  const number = (): number => {
    for (let value = 0, i = 0; i < 5; i++) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new Error('not a WOFF2 number');
  };
  let offset = 0;
  let found: readonly [number, number] | null = null;
  for (let i = 0, tables = file.readUInt16BE(12); i < tables; i++) {
    const flags = file.readUInt8(at++);
    let tag = KNOWN[flags & 63];
    if ((flags & 63) === 63) {
      tag = file.toString('latin1', at, at + 4);
      at += 4;
    }
    let length = number();
    const outlines = tag === 'glyf' || tag === 'loca';
    if (outlines ? flags >> 6 !== 3 : flags >> 6 !== 0) length = number();
    if (tag === 'cmap') found = [offset, offset + length];
    offset += length;
  }
  if (!found) throw new Error('no cmap table');
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return data.subarray(found[0], found[1]);
}

function segmentedCodes(table: Buffer, at: number): number[] {
  const out: number[] = [];
  const count = table.readUInt16BE(at + 6) / 2;
  for (let k = 0; k < count; k++) {
    const end = table.readUInt16BE(at + 14 + 2 * k);
    const row = at + 16 + 2 * count + 2 * k;
    const start = table.readUInt16BE(row);
    const delta = table.readInt16BE(row + 2 * count);
    const range = table.readUInt16BE(row + 4 * count);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = range === 0 ? code : table.readUInt16BE(row + 4 * count + range + 2 * (code - start));
      const glyph = range === 0 || raw !== 0 ? (raw + delta) & 0xffff : 0;
      if (glyph !== 0) out.push(code);
    }
  }
  return out;
}

function groupedCodes(table: Buffer, at: number): number[] {
  const out: number[] = [];
  for (let k = 0, groups = table.readUInt32BE(at + 12); k < groups; k++) {
    const start = table.readUInt32BE(at + 16 + 12 * k);
    const end = table.readUInt32BE(at + 20 + 12 * k);
    for (let code = start; code <= end; code++) out.push(code);
  }
  return out;
}

/** Code points a WOFF2 font has a glyph for. @throws on a file that is none */
export function codePointsOf(file: Buffer): number[] {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  const table = cmapTable(file);
  const out = new Set<number>();
  for (let i = 0, tables = table.readUInt16BE(2); i < tables; i++) {
    const at = table.readUInt32BE(8 + 8 * i);
    const format = table.readUInt16BE(at);
    const codes = format === 12 ? groupedCodes(table, at) : format === 4 ? segmentedCodes(table, at) : [];
    for (const code of codes) out.add(code);
  }
  return [...out].sort((a, b) => a - b);
}
