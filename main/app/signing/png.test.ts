import { expect, test } from 'vitest';
import { testPng } from '#test/support/png.ts';
import { isJpeg, isPng, pngInk } from './png.ts';

test.each([0, 1, 2] as const)('counts the ink of a drawn signature, lines filtered with %i', (filter) => {
  expect(pngInk(testPng(40, 20, 137, filter))).toEqual({ width: 40, height: 20, ink: 137 });
});

test('finds no ink on an empty pad', () => {
  expect(pngInk(testPng(300, 100, 0))).toMatchObject({ ink: 0 });
});

test('refuses what is cut off, damaged, no PNG or too large to be a signature', () => {
  const png = testPng(40, 20, 50);
  expect(pngInk(png.slice(0, png.length - 20))).toBeNull();
  const damaged = Uint8Array.from(png);
  damaged[50] = (damaged[50] ?? 0) ^ 0xff;
  expect(pngInk(damaged)).toBeNull();
  expect(pngInk(new TextEncoder().encode('<svg/>'))).toBeNull();
  expect(pngInk(testPng(4_001, 1, 5))).toBeNull();
  expect(isPng(new Uint8Array())).toBe(false);
  expect(isJpeg(Uint8Array.from([0xff, 0xd8, 0xff]))).toBe(false);
});
