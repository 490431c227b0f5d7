import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of 8-bit RGBA, `ink` black pixels from the top left, the rest transparent; every line filtered as told. */
export function testPng(width: number, height: number, ink: number, filter: 0 | 1 | 2 = 0): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const at = (x: number, y: number): number => (x >= 0 && y >= 0 && y * width + x < ink ? 255 : 0);
  const lines: number[] = [];
  for (let y = 0; y < height; y++) {
    lines.push(filter);
    for (let x = 0; x < width; x++) {
      const before = filter === 1 ? at(x - 1, y) : filter === 2 ? at(x, y - 1) : 0;
      lines.push(0, 0, 0, (at(x, y) - before) & 255);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines))),
    chunk('IEND', new Uint8Array()),
  ]);
}
