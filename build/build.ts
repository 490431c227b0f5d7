import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { layers } from './lint/layers.ts';
import { writeNotices } from './scripts/licences.ts';
import {
  chromiumMainConfig,
  electronMainConfig,
  preloadConfig,
  printPreloadConfig,
  workerConfig,
} from './vite/node.ts';
import { rendererConfig } from './vite/renderer.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(root, 'out', '.stamp');
const SOURCES = [
  'shared',
  'db',
  'main',
  'renderer',
  'build',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
const OUTPUTS = [
  'renderer/index.html',
  'electron/main.js',
  'preload/preload.cjs',
  'preload-print/preload.cjs',
  'worker/entry.js',
  'chromium/main.js',
];

/** Builds all bundles into `out/`. Takes a few seconds; throws on the first error. */
export async function buildAll(): Promise<void> {
  const stamp = await sourceStamp();
  await build(rendererConfig());
  for (const config of [
    electronMainConfig(),
    preloadConfig(),
    printPreloadConfig(),
    workerConfig(),
    chromiumMainConfig(),
  ]) {
    await build(config);
  }
  await mkdir(join(root, 'out'), { recursive: true });
  writeNotices(root, shippedPackages(), join(root, 'out', 'renderer', 'THIRD_PARTY.txt'));
  // Written last: a build that failed half way leaves no stamp that fits.
  await writeFile(STAMP, stamp);
}

/** Whatever a layer of the product may import, the host of the tests aside. */
function shippedPackages(): string[] {
  const names = layers
    .filter(({ folder }) => folder !== 'main/chromium/')
    .flatMap(({ packages }) => packages);
  const bare = names.filter((name) => !/[:*]$/.test(name) && name !== 'electron');
  return [...new Set([...bare, '@fontsource/noto-sans-sc', '@fontsource/noto-sans-tc', 'nodemailer'])];
}

/** Builds unless the sources are the ones the last build was made from. Says whether it built. */
export async function buildIfNeeded(): Promise<boolean> {
  const complete = OUTPUTS.every((file) => existsSync(join(root, 'out', file)));
  if (complete && existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === (await sourceStamp()))
    return false;
  await buildAll();
  return true;
}

/** Hash over names, sizes and change times: a tenth of a second where reading everything takes one. */
async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(join(root, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const info = await stat(file);
      hash.update(`${relative(root, file)}\0${info.size}\0${info.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  await buildAll();
  console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
