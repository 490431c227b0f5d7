import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

/** The same data with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

test('gives back the same data, and the same text however the keys were ordered', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('tells different data apart', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same =
        JSON.stringify(shuffled(JSON.parse(canonicalJson(a)))) ===
        JSON.stringify(shuffled(JSON.parse(canonicalJson(b))));
      expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
    }),
  );
});

test('leaves out undefined members and fills holes of arrays, so that the text is always JSON', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  // biome-ignore lint/suspicious/noSparseArray: the hole is the point
  expect(canonicalJson([, 1, undefined])).toBe('[null,1,null]');
});

test.each([
  Number.NaN,
  Infinity,
  1n,
  () => 0,
  Symbol('s'),
  undefined,
  new Date(0),
  new Map(),
  new Uint8Array(1),
])('refuses %s, which JSON would change silently', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson({ deep: [{ value: value ?? Number.NaN }] })).toThrow(TypeError);
});
