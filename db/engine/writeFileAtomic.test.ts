import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renameWithRetry, writeFileAtomic } from './writeFileAtomic.ts';

describe('writeFileAtomic', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'milepost-atomic-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('replaces the content and leaves no other file', () => {
    const path = join(dir, '设置.json');
    writeFileAtomic(path, 'one');
    writeFileAtomic(path, '二');
    expect(readFileSync(path, 'utf8')).toBe('二');
    expect(readdirSync(dir)).toEqual(['设置.json']);
  });

  it.runIf(process.platform !== 'win32')('gives the file to its owner alone', () => {
    const path = join(dir, 'a');
    writeFileAtomic(path, new Uint8Array([1, 2]));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keeps what stood there and cleans up when the last step fails', () => {
    const path = join(dir, 'target');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'kept');
    expect(() => writeFileAtomic(path, 'new')).toThrow();
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
    expect(readdirSync(dir)).toEqual(['target']);
  });

  it('does not wait for errors that will not pass', () => {
    const start = Date.now();
    expect(() => renameWithRetry(join(dir, 'none'), join(dir, 'b'), 'win32')).toThrow(/ENOENT/);
    expect(Date.now() - start).toBeLessThan(1000);
  });
});
