import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { readProjectBytes } from '#shared/interchange/read.ts';
import { requireSharedData } from '#test/support/sharedData.ts';

const bytesOf = (file: string) => readFileSync(join(requireSharedData(), 'pod', file));
const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);
const read = (bytes: Uint8Array): MspdiResult => readProjectBytes(bytes, decode);

describe('a ProjectLibre file', () => {
  it.each([
    ['agenzia-italian-20.pod', 20],
    ['uowm-greek-14.pod', 14],
    ['calligra-7.pod', 7],
  ])('%s: its XML part is read', (file, rows) => {
    const result = read(bytesOf(file));
    if (!result.ok) throw new Error(result.refusal.code);
    const { tasks, projectSummary } = result.project;
    expect(Math.abs(tasks.length + (projectSummary ? 1 : 0) - rows)).toBeLessThanOrEqual(1);
    expect(tasks.every(({ start, finish }) => start !== null && finish !== null)).toBe(true);
    expect(result.project.producer).toBe('projectlibre');
  });

  it('Greek names are Greek', () => {
    const result = read(bytesOf('uowm-greek-14.pod'));
    expect(result.ok && result.project.tasks.some(({ name }) => /\p{Script=Greek}{3}/u.test(name))).toBe(
      true,
    );
  });

  it.each(['openproj-new-product.pod', 'projectlibre-gant.pod'])(
    '%s: without an XML part it is refused with the way out',
    (file) => {
      expect(read(bytesOf(file))).toMatchObject({ ok: false, refusal: { code: 'FOREIGN_POD' } });
    },
  );

  it('cut off inside its XML part it is refused whole', () => {
    const bytes = bytesOf('calligra-7.pod');
    expect(read(bytes.subarray(0, bytes.length - 500))).toMatchObject({
      ok: false,
      refusal: { code: 'XML_TRUNCATED' },
    });
  });
});
