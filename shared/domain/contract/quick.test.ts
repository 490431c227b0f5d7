import { expect, it } from 'vitest';
import { clauseKindOf, quickAmount } from './quick.ts';

it.each([
  ['逾期违约金', 'liability'],
  ['質量保固', 'warranty'],
  ['争议解决（仲裁）', 'dispute'],
  ['变更费用的确认', 'change'],
  ['Progress reports', 'reporting'],
  ['甲方的权利和义务', 'rights'],
  ['不可抗力', 'risk_share'],
  ['其他约定', 'other'],
] as const)('D: a clause called %s is about %s', (title, kind) => {
  expect(clauseKindOf(title)).toBe(kind);
});

it.each([
  ['预付款 30%', '预付款', 30, null],
  ['预付款30％', '预付款', 30, null],
  ['尾款 2.5%', '尾款', 2.5, null],
  ['Deposit for pumps 5,000', 'Deposit for pumps', null, 500_000],
  ['水泵 20万', '水泵', null, 20_000_000],
  ['第2期', '第2期', null, null],
  ['泵房 3#', '泵房 3#', null, null],
  ['进度款 130%', '进度款 130%', null, null],
  ['30%', '30%', null, null],
])('E2, E4: one line %s', (line, name, percent, amountMinor) => {
  expect(quickAmount(line)).toEqual({ name, percent, amountMinor });
});
