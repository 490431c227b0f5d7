import { expect, test } from 'vitest';
import { createI18n } from '#renderer/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { errorText } from './registerErrors.ts';

const i18n = createI18n('en');
const t = i18n.t as unknown as (key: string, args: object) => string;
const textOf = (error: unknown) => errorText(error, t, (key) => i18n.exists(key));

test('a refusal says what to do: its reason first, else its code, with the names filled in', () => {
  expect(textOf(new AppError('RULE_BROKEN', {}, { reason: 'SCORE_INCOMPLETE' }))).toBe(
    'Probability and impact are rated together',
  );
  expect(textOf(new AppError('HIGH_RISK_NEEDS_PLAN', { name: 'Flood' }))).toContain('“Flood” is a high risk');
  expect(textOf(new AppError('NOT_FOUND', {}, { reason: 'no such reason' }))).toBe(
    i18n.t('errors:NOT_FOUND'),
  );
});

test('an unexpected failure has a text of its own', () => {
  expect(textOf(new TypeError('x is undefined'))).toBe(i18n.t('errors:INTERNAL'));
});
