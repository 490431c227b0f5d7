import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDepth } from './codec.ts';

/** Depth measured on the parsed value; brackets inside texts do not count. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('agrees with the depth of the parsed value, whatever brackets and quotes the texts hold', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '{[', ']}', '\\"', '\\\\'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      text,
      fc.integer(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (data) => {
      expect(jsonDepth(JSON.stringify(data))).toBe(depthOf(JSON.parse(JSON.stringify(data))));
    }),
  );
});

test('measures a million brackets without parsing them', () => {
  expect(jsonDepth('['.repeat(1_000_000))).toBe(1_000_000);
  expect(jsonDepth(']'.repeat(1_000_000))).toBe(0);
});
