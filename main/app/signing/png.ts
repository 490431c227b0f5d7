/** Reads just enough of a PNG to know whether somebody drew on it. */
import { inflateSync } from 'node:zlib';

const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Larger is not what a signing pad makes. */
const MAX_SIDE = 4_000;

export interface PngInk {
  readonly width: number;
  readonly height: number;
  /** Pixels that are visible and not white. */
  readonly ink: number;
}

interface Header {
  readonly width: number;
  readonly height: number;
  /** Samples of a pixel: 3 without, 4 with transparency. */
  readonly samples: 3 | 4;
}

export const isPng = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte);
export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff && bytes.length > 100;

function headerOf(data: Buffer): Header | null {
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth, colour, , , interlace] = data.subarray(8);
  if (depth !== 8 || interlace !== 0 || (colour !== 2 && colour !== 6)) return null;
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) return null;
  return { width, height, samples: colour === 6 ? 4 : 3 };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Undoes the filter of one line in place. */
function unfilter(type: number, line: Uint8Array, above: Uint8Array, samples: number): boolean {
  if (type > 4) return false;
  for (let x = 0; x < line.length; x++) {
    const left = x >= samples ? (line[x - samples] ?? 0) : 0;
    const up = above[x] ?? 0;
    const corner = x >= samples ? (above[x - samples] ?? 0) : 0;
    const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][type] ?? 0;
    line[x] = ((line[x] ?? 0) + add) & 255;
  }
  return true;
}

function countInk(line: Uint8Array, samples: number): number {
  let ink = 0;
  for (let x = 0; x < line.length; x += samples) {
    const dark = (line[x] ?? 0) + (line[x + 1] ?? 0) + (line[x + 2] ?? 0) < 600;
    if (dark && (samples === 3 || (line[x + 3] ?? 0) > 96)) ink += 1;
  }
  return ink;
}

/** Header and joined image data; null for what is no PNG of 8-bit colour. */
function piecesOf(bytes: Uint8Array): { header: Header; data: Buffer } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Buffer[] = [];
  let header: Header | null = null;
  for (let at = MAGIC.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (data.length < length) return null;
    if (type === 'IHDR' && length >= 13) header = headerOf(data);
    if (type === 'IDAT') parts.push(data);
    if (type === 'IEND') return header === null ? null : { header, data: Buffer.concat(parts) };
    at += 12 + length;
  }
  return null;
}

/** Size and ink of a PNG of 8-bit RGB or RGBA; null if it is damaged or of another make. */
export function pngInk(bytes: Uint8Array): PngInk | null {
  if (!isPng(bytes)) return null;
  const pieces = piecesOf(bytes);
  if (pieces === null) return null;
  const { width, height, samples } = pieces.header;
  const stride = width * samples;
  const expected = height * (stride + 1);
  let raw: Buffer;
  try {
    raw = inflateSync(pieces.data, { maxOutputLength: expected + 1 });
  } catch {
    return null;
  }
  if (raw.length !== expected) return null;
  let above: Uint8Array = new Uint8Array(stride);
  let ink = 0;
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const line = raw.subarray(start + 1, start + 1 + stride);
    if (!unfilter(raw[start] ?? 0, line, above, samples)) return null;
    ink += countInk(line, samples);
    above = line;
  }
  return { width, height, ink };
}
