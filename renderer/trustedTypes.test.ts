import { expect, it } from 'vitest';
import { onlyNothing } from './trustedTypes.ts';

it('lets an element be emptied, and no text become HTML', () => {
  expect(onlyNothing('')).toBe('');
  for (const text of [' ', '<b>x</b>', '<img src=x onerror=alert(1)>', '张三'])
    expect(onlyNothing(text)).toBeNull();
});
