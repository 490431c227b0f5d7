import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey, fullCompanyKey, isSure, People, personKey, phoneKey, samePhone } from './duplicates.ts';

describe('recognising firms and people (B17)', () => {
  it.each([
    ['上海示例建设有限公司', '上海示例建设'],
    ['华成建设集团有限公司', '华成建设 集团'],
    ['華成營造股份有限公司', '華成營造'],
    ['Harbour Civil, Ltd', 'Harbour Civil Ltd.'],
    ['ACME Co., Ltd.', 'Acme'],
    ['（上海）宏图公司', '宏图'],
    ['臺北水務股份有限公司', '台北水务有限公司'],
    ['ＡＣＭＥ　Ｃｏ．，Ｌｔｄ．', 'acme'],
    ['江城 水务 ( 集团 ) 有限公司', '江城水务'],
  ])('%s is %s', (left, right) => expect(companyKey(left)).toBe(companyKey(right)));

  it.each([
    ['江城水务（上海）有限公司', '江城水务有限公司'],
    ['江城水务（上海）有限公司', '江城水务(北京)有限公司'],
    ['江城水务集团有限公司', '江城水务有限公司'],
  ])('%s is another firm than %s by its full name', (left, right) => {
    expect(companyKey(left)).toBe(companyKey(right));
    expect(fullCompanyKey(left)).not.toBe(fullCompanyKey(right));
  });

  it.each([
    ['臺北水務股份有限公司', '台北水务有限公司'],
    ['江城水务(上海)有限公司', '江城水務（上海） 有限責任公司'],
  ])('%s and %s are one firm by their full names', (left, right) =>
    expect(fullCompanyKey(left)).toBe(fullCompanyKey(right)),
  );

  it('a person is the same in both writings', () => {
    expect(personKey('張偉 先生')).toBe(personKey('张伟'));
  });

  it('tells firms apart and never loses a name to its legal form', () => {
    expect(companyKey('上海建设有限公司')).not.toBe(companyKey('上海建工有限公司'));
    expect(companyKey('公司')).toBe('公司');
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => /[\p{L}\p{N}]/u.test(name)),
        (name) => {
          expect(companyKey(name)).not.toBe('');
        },
      ),
    );
  });

  it.each([
    ['+86 138 0013 8000', '13800138000', true],
    ['0086-138-0013-8000', '138 0013 8000', true],
    ['(021) 5555 0101', '+86 21 5555 0101', true],
    ['+55 (24) 99999-0000', '24999990000', true],
    ['０１０－５５５５０１０１', '010-55550101', true],
    ['021-55550101 转 8', '021-55550101', true],
    ['02-23456789 分機 801', '+886 2 2345 6789', true],
    ['02-23456789 ext. 801', '02-23456789#802', true],
    ['13800138000', '13800138001', false],
    ['110', '110', false],
  ])('%s and %s are the same number: %s', (left, right, same) => expect(samePhone(left, right)).toBe(same));

  it('is symmetric', () => {
    const number = fc.stringMatching(/^\+?[0-9 -]{3,16}$/);
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(samePhone(a, b)).toBe(samePhone(b, a));
      }),
    );
    expect(phoneKey('12')).toBeNull();
  });

  it('leaves out forms of address', () => {
    expect(personKey('Mr. John Doe')).toBe(personKey('john doe'));
    expect(personKey('李建国 先生')).toBe(personKey('李建国'));
    expect(personKey('总')).toBe('总');
  });
});

describe('finding a person (B17)', () => {
  const people = new People();
  people.add({ id: 'a', clientId: 'x', name: '张伟', phone: '13800138000', email: 'Zhang@Example.cn' });
  people.add({ id: 'b', clientId: 'x', name: '李娜', phone: '021-55550101', email: null });
  const find = (over: Partial<Parameters<People['find']>[0]>) => {
    const found = people.find({ clientId: 'y', name: '王五', phone: null, email: null, ...over });
    return found ? [found.person.id, found.reason, isSure(found)] : null;
  };

  it('goes by e-mail, then number with name, then name in the firm', () => {
    expect(find({ email: 'zhang@example.CN', phone: '021 5555 0101' })).toEqual(['a', 'email', true]);
    expect(find({ name: '张伟', phone: '+8613800138000' })).toEqual(['a', 'phone', true]);
    expect(find({ name: '李娜', clientId: 'x' })).toEqual(['b', 'name', true]);
    expect(find({ name: '李娜' })).toBeNull();
  });

  it('is not sure about another name on the same number', () => {
    expect(find({ name: '赵六', phone: '021-5555-0101' })).toEqual(['b', 'phoneOnly', false]);
  });
});
