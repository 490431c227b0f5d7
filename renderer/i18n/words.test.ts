import { describe, expect, test } from 'vitest';
import { locales } from '#shared/i18n/index.ts';
import { AppError, type ErrorArgs, type ErrorCode } from '#shared/ipc/errors.ts';
import { entityTypes } from '#shared/model/registry.ts';
import { createI18n, fixedT } from './index.ts';
import { entityName, errorText, insideSentence, labelText } from './words.ts';

test('a name is small inside an English sentence, and an abbreviation stays as it is', () => {
  expect(insideSentence('Risk action')).toBe('risk action');
  expect(insideSentence('KANO answer')).toBe('KANO answer');
  const t = fixedT(createI18n('en'), 'en');
  expect(labelText(t, { key: 'update', args: { entity: 'risk_action', name: 'Order' } })).toBe(
    'Change risk action “Order”',
  );
});

test.each(locales.filter((locale) => locale !== 'en'))('names are the same everywhere in %s', (locale) => {
  const t = fixedT(createI18n(locale), locale);
  for (const type of entityTypes) expect(insideSentence(entityName(t, type)), type).toBe(entityName(t, type));
});

describe('what a refusal tells the user', () => {
  const t = fixedT(createI18n('en'), 'en');
  const refused = (code: ErrorCode, args: ErrorArgs = {}, reason?: string) =>
    errorText(t, new AppError(code, args, reason === undefined ? {} : { reason }));

  test('its reason first, because it says what to do, with the names filled in', () => {
    expect(refused('RULE_BROKEN', {}, 'SCORE_INCOMPLETE')).toBe(t('reason:SCORE_INCOMPLETE'));
    expect(refused('RULE_BROKEN', {}, 'OCCUR_FIRST')).toBe(t('register:rule.OCCUR_FIRST'));
    expect(refused('SIGN_NOT_READY', { name: 'Opening' }, 'GOAL_SPECIFIC')).toBe(
      'Goal “Opening”: say what exactly (S)',
    );
    expect(refused('VALIDATION', { text: '12' }, 'NO_SUCH_TASK')).toBe('There is no task number 12.');
    expect(refused('VALIDATION', {}, 'SIGNED_NEEDS_DAY')).toBe(t('reason:SIGNED_NEEDS_DAY'));
  });

  test('a date without a next step, and a next step that is not there, are different mistakes', () => {
    expect(refused('RULE_BROKEN', {}, 'NEXT_STEP_MISSING')).toBe(t('reason:NEXT_STEP_MISSING'));
    expect(refused('RULE_BROKEN', {}, 'NO_NEXT_STEP')).toBe('There is no next step to tick off.');
  });

  test('else its code, and the kind of record by its name', () => {
    expect(refused('HIGH_RISK_NEEDS_PLAN', { name: 'Flood' })).toContain('“Flood” is a high risk');
    expect(refused('NOT_FOUND', { entity: 'comm_log' }, 'no such reason')).not.toContain('comm_log');
    expect(refused('VALIDATION', {}, 'too_big')).toBe(t('reason:tooLong'));
  });

  test('an unexpected failure has a text of its own', () => {
    expect(errorText(t, new TypeError('x is undefined'))).toBe(t('errors:INTERNAL'));
    expect(errorText(t, { code: 'NO_SUCH_CODE', args: {} })).toBe(t('errors:INTERNAL'));
  });
});
