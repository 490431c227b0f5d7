import { expect, test } from 'vitest';
import { initially, required, text } from './field.ts';

test('a required text must not be blank, an optional one may be empty but not white space', () => {
  for (const value of ['', ' ', '\u3000'])
    expect(required(text()).schema.safeParse(value).success).toBe(false);
  expect(required(text()).schema.safeParse('甲').success).toBe(true);
  expect(required(text()).nullable).toBe(false);
  expect(initially(text(), '')).toMatchObject({ nullable: false, initial: '' });
  expect(initially(text(), '').schema.safeParse('').success).toBe(true);
  expect(text().schema.safeParse('  ').success).toBe(false);
});
