import { expect, it } from 'vitest';
import { createFormat } from '#renderer/i18n/format.ts';
import { hoursText, parseHours, parseUnits } from './hours.ts';

it('reads hours and percentages as people type them, full-width digits included', () => {
  expect(parseHours('7.5 h')).toBe(4500);
  expect(parseHours('８小时')).toBe(4800);
  expect(parseHours('-3')).toBeNull();
  expect(parseHours('later')).toBeNull();
  expect(parseUnits('50%')).toBe(0.5);
  expect(parseUnits('２００')).toBe(2);
  expect(parseUnits('half')).toBeNull();
});

it('writes hours with at most one digit', () => {
  const format = createFormat('en');
  expect(hoursText(format, 4800)).toBe('8');
  expect(hoursText(format, 4499)).toBe('7.5');
});
