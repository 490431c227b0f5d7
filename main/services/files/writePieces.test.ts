import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePieces } from './writePieces.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-pieces-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a file written piece by piece', () => {
  it('is the pieces one after the other, also beyond a block, and only its owner can read it', async () => {
    const path = join(dir, '计划.xml');
    const pieces = Array.from({ length: 3000 }, (_, i) => `<任务 id="${i}">${'浇筑'.repeat(100)}</任务>`);
    const characters = await writePieces(path, pieces);
    expect(readFileSync(path, 'utf8')).toBe(pieces.join(''));
    expect(characters).toBe(pieces.join('').length);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('replaces what was there only when it is whole', async () => {
    const path = join(dir, 'plan.xml');
    writeFileSync(path, 'before');
    const pieces = function* () {
      yield 'x'.repeat(300_000);
      expect(readFileSync(path, 'utf8')).toBe('before');
      yield 'y';
    };
    await writePieces(path, pieces());
    expect(readFileSync(path, 'utf8')).toHaveLength(300_001);
  });

  it.each([
    ['giving up between two blocks', () => Promise.reject(new Error('stop')), ['a']],
    [
      'a fault while a piece is made',
      undefined,
      (function* () {
        yield 'a';
        throw new Error('stop');
      })(),
    ],
  ] as const)('%s leaves the old file and nothing else', async (_name, beforeBlock, pieces) => {
    const path = join(dir, 'plan.xml');
    writeFileSync(path, 'before');
    await expect(writePieces(path, pieces, beforeBlock)).rejects.toThrow('stop');
    expect(readdirSync(dir)).toEqual(['plan.xml']);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  it('lets others have their turn between the blocks', async () => {
    let turns = 0;
    await writePieces(
      join(dir, 'plan.xml'),
      Array.from({ length: 10 }, () => 'x'.repeat(200_000)),
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        turns++;
      },
    );
    expect(turns).toBeGreaterThan(4);
  });
});
