import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mspdiText } from '#test/support/mspdiFile.ts';

const script = fileURLToPath(new URL('import-check.ts', import.meta.url));
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-check-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', timeout: 120_000 });

test('imports what it can, names what it refuses, and ends with 0 if nothing crashed', () => {
  writeFileSync(join(dir, 'good.xml'), mspdiText({ tasks: [{ Name: '甲' }, { Name: '乙' }] }));
  writeFileSync(join(dir, 'cut.xml'), mspdiText({ tasks: [{ Name: '甲' }] }).slice(0, 900));
  writeFileSync(join(dir, 'plan.mpp'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  writeFileSync(join(dir, 'notes.txt'), 'not a project file');
  const { status, stdout } = run(dir);
  expect(stdout).toMatch(/imported {2}good\.xml {2}2 tasks/);
  expect(stdout).toMatch(/REFUSED {3}cut\.xml {2}IMPORT_REFUSED XML_TRUNCATED/);
  expect(stdout).toMatch(/REFUSED {3}plan\.mpp {2}IMPORT_REFUSED/);
  expect(stdout).not.toContain('notes.txt');
  expect(stdout).toContain('1 imported, 2 refused, 0 faults');
  expect(status).toBe(0);
});

test('says how it is used, and fails for a folder that is not there', () => {
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  const missing = run(join(dir, 'missing'));
  expect(missing.status).toBe(2);
  expect(missing.stderr).toContain('missing');
});
