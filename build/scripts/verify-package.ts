import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../build.ts';

/**
 * Packs the application for Linux and Windows around a stand-in for Electron's binaries and looks inside:
 * the file list of the archive, one native library and the right one, the fuses. What a stand-in cannot
 * show is that the result starts: see docs/verification.md.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In the order of Electron's fuse wire; '0' off, '1' on. */
const EXPECTED_FUSES = '00001100';
const ALLOWED =
  /^\/(package\.json|out(\/(electron|preload|preload-print|worker|renderer)(\/.*)?)?|node_modules(\/(better-sqlite3|bindings|file-uri-to-path)(\/(package\.json|LICENSE|README\.md|lib(\/.*)?|prebuilds(\/.*)?))?)?)$/;

interface Target {
  readonly flag: '--linux' | '--win';
  readonly program: string;
  readonly unpacked: string;
  readonly native: string;
}

const TARGETS: readonly Target[] = [
  { flag: '--linux', program: 'electron', unpacked: 'linux-unpacked', native: 'linux-x64.node' },
  { flag: '--win', program: 'electron.exe', unpacked: 'win-unpacked', native: 'win32-x64.node' },
];

/** A distribution folder with the names electron-builder looks for and a fuse wire to flip. */
async function makeStandIn(dir: string, target: Target): Promise<void> {
  await mkdir(join(dir, 'locales'), { recursive: true });
  await mkdir(join(dir, 'resources'), { recursive: true });
  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'de', 'fr'])
    await writeFile(join(dir, 'locales', `${locale}.pak`), '');
  await writeFile(join(dir, 'version'), '45.4.1');
  await writeFile(join(dir, 'LICENSE'), '');
  await writeFile(join(dir, 'LICENSES.chromium.html'), '');
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 8]), Buffer.from('10110010')]);
  const body = target.flag === '--win' ? await readFile(windowsProgram()) : Buffer.from('#!/bin/sh\n');
  await writeFile(join(dir, target.program), Buffer.concat([body, wire]), { mode: 0o755 });
}

/** Any Windows program with version information will do: the archive's hash is written into its resources. */
function windowsProgram(): string {
  const path = join(root, 'node_modules', 'electron-winstaller', 'vendor', 'rcedit.exe');
  if (!existsSync(path)) throw new Error(`a Windows program is needed as a stand-in: ${path}`);
  return path;
}

async function pack(target: Target, work: string): Promise<string> {
  const dist = join(work, `dist${target.flag}`);
  const output = join(work, `out${target.flag}`);
  await makeStandIn(dist, target);
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = [cli, target.flag, 'dir', '--x64', '--publish', 'never'];
  const settings = [
    `-c.electronDist=${dist}`,
    `-c.directories.output=${output}`,
    '-c.win.signAndEditExecutable=false',
  ];
  const run = spawnSync(process.execPath, [...args, ...settings], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    timeout: 300_000,
  });
  if (run.status !== 0)
    throw new Error(`electron-builder ${target.flag} failed\n${run.stdout}\n${run.stderr}`);
  return join(output, target.unpacked);
}

async function inspect(target: Target, app: string): Promise<string[]> {
  const problems: string[] = [];
  const asar = join(app, 'resources', 'app.asar');
  const cli = join(root, 'node_modules', '@electron', 'asar', 'bin', 'asar.js');
  const tool = existsSync(cli) ? cli : cli.replace(/js$/, 'mjs');
  const files = execFileSync(process.execPath, [tool, 'list', asar], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\\', '/'));
  for (const file of files) if (!ALLOWED.test(file)) problems.push(`unexpected in the archive: ${file}`);
  for (const needed of [
    '/package.json',
    '/out/electron/main.js',
    '/out/preload/preload.cjs',
    '/out/preload-print/preload.cjs',
    '/out/worker/entry.js',
    '/out/renderer/index.html',
  ]) {
    if (!files.includes(needed)) problems.push(`missing in the archive: ${needed}`);
  }
  const unpacked = `${asar}.unpacked`;
  const natives = (existsSync(unpacked) ? await readdir(unpacked, { recursive: true }) : []).filter((name) =>
    name.endsWith('.node'),
  );
  if (natives.length !== 1 || !natives[0]?.endsWith(target.native)) {
    problems.push(`native libraries: ${natives.join(', ') || 'none'}; expected ${target.native}`);
  }
  const locales = (await readdir(join(app, 'locales'))).sort().join(' ');
  if (locales !== 'en-US.pak zh-CN.pak zh-TW.pak') problems.push(`locales: ${locales}`);
  problems.push(...(await inspectFuses(app)));
  return problems;
}

async function inspectFuses(app: string): Promise<string[]> {
  for (const name of await readdir(app)) {
    if (!/^milepost(\.exe)?$/i.test(name)) continue;
    const fuses = readFuses(await readFile(join(app, name)));
    return fuses === EXPECTED_FUSES ? [] : [`fuses: ${fuses}, expected ${EXPECTED_FUSES}`];
  }
  return ['the program was not found'];
}

/** The fuse characters after the sentinel, version and length; empty if there is no wire. */
export function readFuses(program: Buffer): string {
  const at = program.indexOf(SENTINEL);
  if (at < 0) return '';
  const length = program[at + SENTINEL.length + 1] ?? 0;
  const start = at + SENTINEL.length + 2;
  return program.subarray(start, start + length).toString('latin1');
}

async function main(): Promise<number> {
  await buildIfNeeded();
  const work = await mkdtemp(join(tmpdir(), 'milepost-package-'));
  let count = 0;
  try {
    for (const target of TARGETS) {
      const app = await pack(target, work);
      const problems = await inspect(target, app);
      for (const problem of problems) console.error(`${target.flag}: ${problem}`);
      console.log(`${target.flag}: ${relative(work, app)}, ${problems.length} problem(s)`);
      count += problems.length;
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log('Packed around a stand-in for Electron; not started.');
  return count === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
