import { expect, test } from 'vitest';
import { clipped } from './clip.ts';

test('a long name is cut between characters, not inside one', () => {
  expect(clipped(`${'x'.repeat(79)}👷`)).toBe('x'.repeat(79));
  expect(clipped(`${'x'.repeat(78)}👷`)).toBe(`${'x'.repeat(78)}👷`);
  expect(clipped('短')).toBe('短');
  expect(clipped(null)).toBe('');
  expect(clipped(12)).toBe('12');
});
