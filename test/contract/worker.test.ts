import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';

const worker = createForkWorker(fileURLToPath(new URL('./worker.ts', import.meta.url)));
const limits = { memoryMb: 64, timeoutMs: 20_000 };

describe('worker in a child process', { timeout: 30_000 }, () => {
  it('returns structured data, bytes included, and reports progress', async () => {
    const seen: number[] = [];
    const input = { bytes: new Uint8Array([1, 2, 3]), text: '里程' };
    const output = await worker.run('echo', input, {
      ...limits,
      onProgress: (fraction) => seen.push(fraction),
    });
    expect(output).toEqual(input);
    expect(seen.at(-1)).toBe(1);
  });

  it("passes on the job's own error with its name", async () => {
    await expect(worker.run('throws', null, limits)).rejects.toMatchObject({
      kind: 'RangeError',
      message: 'row 7',
    });
  });

  it('refuses unknown jobs, also names every object has', async () => {
    await expect(worker.run('nothing', null, limits)).rejects.toMatchObject({ kind: 'UnknownJob' });
    await expect(worker.run('constructor', null, limits)).rejects.toMatchObject({ kind: 'UnknownJob' });
  });

  it('gives the child no secrets of the environment', async () => {
    process.env['MILEPOST_TEST_SECRET'] = 'x';
    const names = await worker.run('environment', null, limits);
    delete process.env['MILEPOST_TEST_SECRET'];
    expect(names).not.toContain('MILEPOST_TEST_SECRET');
  });

  it('ends an endless job at its time limit', async () => {
    await expect(worker.run('spins', null, { ...limits, timeoutMs: 400 })).rejects.toMatchObject({
      reason: 'timeout',
    });
  });

  it('ends a job that is cancelled, and starts none that was', async () => {
    const control = new AbortController();
    const run = worker.run('spins', null, { ...limits, signal: control.signal });
    setTimeout(() => control.abort(), 200);
    await expect(run).rejects.toMatchObject({ reason: 'aborted' });
    await expect(worker.run('echo', 1, { ...limits, signal: AbortSignal.abort() })).rejects.toMatchObject({
      reason: 'aborted',
    });
  });

  it('survives a job that exhausts its heap', async () => {
    await expect(worker.run('heap', null, limits)).rejects.toMatchObject({ reason: 'memory' });
  });

  it('survives a job that exhausts memory outside its heap', async () => {
    await expect(worker.run('buffers', null, limits)).rejects.toMatchObject({ reason: 'memory' });
  });

  it('reports a child that ends without a word', async () => {
    await expect(worker.run('dies', null, limits)).rejects.toMatchObject({ reason: 'crash' });
  });
});
