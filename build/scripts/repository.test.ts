import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, trackedFiles } from './files.ts';

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, never>;

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}
const lock = (json('package-lock.json') as unknown as { packages: Record<string, LockEntry> }).packages;
const manifest = json('package.json') as unknown as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

describe('package.json and the lock', () => {
  it('pin every direct dependency to one version, the one in the lock', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(lock[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('hold the packages of every platform, so that a lock made on Linux installs on Windows and macOS', () => {
    const have = new Set(Object.keys(lock).map((key) => key.replace(/.*node_modules\//, '')));
    const missing = Object.values(lock)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !have.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('prove every package by its hash', () => {
    const unproven = Object.entries(lock).filter(
      ([key, entry]) => key !== '' && !entry.link && !entry.integrity,
    );
    expect(unproven.map(([key]) => key)).toEqual([]);
  });

  it('decide about every install script by name', () => {
    const scripted = Object.entries(lock)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([key]) => key.replace(/.*node_modules\//, ''));
    for (const name of scripted) expect(Object.keys(manifest.allowScripts), name).toContain(name);
  });

  it('keep the native store the only runtime dependency: everything else is bundled', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });

  it('name only scripts that exist', () => {
    for (const [name, command] of Object.entries(manifest.scripts)) {
      const file = /^node (\S+\.ts)/.exec(command)?.[1];
      if (file) expect(trackedFiles(), name).toContain(file);
    }
  });
});

/** Put together from parts, so that this file does not find itself. */
const SWITCHED_OFF = new RegExp(
  [
    `\\b(?:it|test|describe)(?:\\.\\w+)*\\.(?:${['skip', 'only', 'todo', 'fails'].join('|')})\\b`,
    `\\b(?:${['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].join('|')})\\(`,
    `\\b${['skip', 'runIf'].join('If\\b|\\b')}`,
  ].join('|'),
);

describe('the tests', () => {
  const files = trackedFiles().filter((file) => /\.(test|spec)\.tsx?$/.test(file));

  it.each(['it.skip(', 'describe.only(', 'test.todo(', 'xit(', 'test.concurrent.skip('])(
    'would be caught with %s',
    (code) => {
      expect(SWITCHED_OFF.test(code)).toBe(true);
    },
  );

  // What Windows has no notion of runs everywhere else; that is no switched-off test.
  const withoutPlatform = (text: string): string =>
    text.replaceAll(`.${'run'}If(process.platform !== 'win32')`, '');

  it('are all on: none is skipped, left to do, or the only one that runs', () => {
    const off = files.filter(
      (file) =>
        !file.endsWith('repository.test.ts') &&
        SWITCHED_OFF.test(withoutPlatform(readFileSync(join(root, file), 'utf8'))),
    );
    expect(off).toEqual([]);
  });

  it('all claim something', () => {
    const silent = files.filter(
      (file) => !/\bexpect\b|\bassert\b|Contract\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(silent).toEqual([]);
  });
});
