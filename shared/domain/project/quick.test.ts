import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickDuty, quickMorale } from './quick.ts';

describe('one line of the team (C1, C10)', () => {
  it.each([
    ['每周汇报 @王工', '每周汇报', '王工'],
    ['Weekly report ＠ Wang', 'Weekly report', 'Wang'],
    ['发邮件到 a@b 处 @李工', '发邮件到 a@b 处', '李工'],
    ['每周汇报', '每周汇报', null],
    ['@王工', '@王工', null],
    ['每周汇报 @', '每周汇报 @', null],
  ])('C1: reads the duty and who has it from "%s"', (line, object, person) => {
    expect(quickDuty(line)).toEqual({ object, person });
  });

  it.each([
    ['4 气氛好', 4, '气氛好'],
    ['２，加班太多', 2, '加班太多'],
    ['5分', 5, ''],
    ['10 个人请假', 3, '10 个人请假'],
    ['4.5 不是整数', 3, '4.5 不是整数'],
    ['大家累了', 3, '大家累了'],
  ])('C10: reads the score before the note from "%s"', (line, score, note) => {
    expect(quickMorale(line)).toEqual({ score, note });
  });

  it('C1: a name is taken only with a duty before it, and never more than was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (line) => {
        const { object, person } = quickDuty(line);
        expect(line).toContain(object);
        if (person !== null) {
          expect(line).toContain(person);
          expect(object).not.toBe('');
        }
      }),
    );
  });
});
