import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasGlyph } from '#shared/domain/report/glyphs.ts';
import { COVERAGE_FILE, CSS_FILE, encodeRanges, reportFonts } from './report-fonts.ts';

/** The formatter may have broken lines since; a difference of 200 KB would tell nobody anything. */
const plain = (text: string): string => text.replace(/\s+/g, '');

test('what the app knows about its report fonts is what the installed font files say', () => {
  const { css, coverage } = reportFonts();
  expect(plain(readFileSync(CSS_FILE, 'utf8')) === plain(css)).toBe(true);
  expect(plain(readFileSync(COVERAGE_FILE, 'utf8')) === plain(coverage)).toBe(true);
});

test('ranges are runs of code points as differences', () => {
  expect(encodeRanges([0x41, 0x42, 0x43, 0x50])).toBe(
    `${(0x41).toString(36)}.3 ${(0x50 - 0x44).toString(36)}`,
  );
});

test('common and rare characters are told apart from those no font has', () => {
  expect([...'壬程專堃①→●½Ａ'].map(hasGlyph)).toEqual([...'壬程專堃①→●½Ａ'].map(() => true));
  expect([...'😀𬭎'].map(hasGlyph)).toEqual([false, false]);
});
