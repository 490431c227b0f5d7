import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findInstalledBrowser } from './findBrowser.ts';

/** Renders `icon.svg` in every size and assembles the Windows and macOS containers. Run after a change of the drawing. */
const dir = fileURLToPath(new URL('../resources', import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;
/** PNG members of an `.icns` by pixel size. */
const ICNS_TYPES: ReadonlyArray<readonly [string, number]> = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
];

/** An `.ico` file: directory of 16 bytes per picture, then the PNGs as they are. */
export function packIco(images: ReadonlyArray<readonly [number, Buffer]>): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    // A zero stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(([, png]) => png)]);
}

/** An `.icns` file: magic, total length, then type + length + PNG for each member. */
export function packIcns(images: ReadonlyArray<readonly [string, Buffer]>): Buffer {
  const members = images.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + members.reduce((sum, member) => sum + member.length, 0), 4);
  return Buffer.concat([head, ...members]);
}

async function main(): Promise<void> {
  const executablePath = findInstalledBrowser(process.env, process.platform, existsSync);
  if (executablePath === null) throw new Error('a Chrome, Chromium or Edge is needed to render the icon');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const svg = (await readFile(join(dir, 'icon.svg'))).toString('base64');
  const pngs = new Map<number, Buffer>();
  await mkdir(join(dir, 'icons'), { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
    );
    const png = await page.screenshot({ omitBackground: true });
    pngs.set(size, png);
    await writeFile(join(dir, 'icons', `${size}x${size}.png`), png);
    await page.close();
  }
  await browser.close();
  const of = (size: number): Buffer => pngs.get(size) ?? Buffer.alloc(0);
  await writeFile(
    join(dir, 'icon.ico'),
    packIco([16, 24, 32, 48, 64, 128, 256].map((size) => [size, of(size)])),
  );
  await writeFile(join(dir, 'icon.icns'), packIcns(ICNS_TYPES.map(([type, size]) => [type, of(size)])));
}

if (import.meta.main) await main();
