import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, decideDates, readDate } from './dates.ts';
import { percentForm, readMoney, readPercent, readYesNo } from './values.ts';

const toLocal = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19);

describe('dates', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年3月5日 星期四', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['民國115年3月5日', '2026-03-05'],
    ['115/3/5', '2026-03-05'],
    ['115.03.05', '2026-03-05'],
    ['115年3月5日', '2026-03-05'],
    ['1150305', '2026-03-05'],
    ['09/Jan/24 3:54 PM', '2024-01-09T15:54:00'],
    ['10/Jan/24 12:00 AM', '2024-01-10'],
    ['Jan 9, 2024', '2024-01-09'],
    ['9 January 2024', '2024-01-09'],
    ['Thu 2026-03-05 08:00', '2026-03-05T08:00:00'],
    ['2026年3月5日 下午1:30', '2026-03-05T13:30:00'],
    ['2026-03-05T08:00:00', '2026-03-05T08:00:00'],
    // Eight hours later where the user is.
    ['2018-12-11T23:00:00+0000', '2018-12-12T07:00:00'],
    ['2018-12-11T16:00:00Z', '2018-12-12'],
    ['46086', '2026-03-05'],
  ])('%s is %s, whatever the order', (text, value) => {
    expect(readDate(text, toLocal)).toEqual({ certain: true, value: { ymd: value, dmy: value, mdy: value } });
  });

  it('a number of a spreadsheet and a date of a spreadsheet are the same day', () => {
    expect(readDate(46_086, toLocal)).toEqual(readDate({ at: '2026-03-05T00:00:00' }, toLocal));
  });

  it.each(['', '  ', 'NA', 'n/a', '—', '待定', 'TBD'])('%j is no date at all', (text) =>
    expect(readDate(text, toLocal)).toBe('blank'),
  );

  it.each(['soon', '2026-02-30', '31/31/25', '3月', '2026-13-01', '25:61', '12345678901', '5', '3/5'])(
    '%j cannot be read',
    (text) => expect(readDate(text, toLocal)).toBe('unreadable'),
  );

  it('05/04/25 means three different days', () => {
    expect(readDate('05/04/25', toLocal)).toEqual({
      certain: false,
      value: { dmy: '2025-04-05', mdy: '2025-05-04', ymd: '2005-04-25' },
    });
  });

  const decide = (columns: readonly (readonly string[])[], chosen: readonly [number, DateOrder][] = []) =>
    decideDates(
      new Map(columns.map((texts, i) => [i, texts.map((text) => readDate(text, toLocal))])),
      new Map(chosen),
    ).map(({ order, decidedBy, ambiguous }) => [order, decidedBy, ambiguous]);

  it('a weekday beside the numbers decides their order', () => {
    expect(readDate('Mon 3/2/26 8:00 AM', toLocal)).toEqual({
      certain: false,
      value: { mdy: '2026-03-02T08:00:00' },
    });
    expect(readDate('05/04/25 週六', toLocal)).toEqual({ certain: false, value: { dmy: '2025-04-05' } });
    expect(decide([['Mon 3/2/26', '05/04/25']])).toEqual([['mdy', 'values', 0]]);
  });

  it('asks where values leave the order open, and takes any value that does not', () => {
    expect(decide([['05/04/25', '06/04/25']])).toEqual([[null, null, 2]]);
    expect(decide([['05/04/25', '5/13/25']])).toEqual([['mdy', 'values', 0]]);
    expect(decide([['05/04/2025', '13/04/2025']])).toEqual([['dmy', 'values', 0]]);
    expect(decide([['05/05/2025', '06/06/2025']])).toEqual([['dmy', 'values', 0]]);
    expect(decide([['2025-04-05', '2025-04-06']])).toEqual([['ymd', 'form', 0]]);
  });

  it('one decided column speaks for the others, the user for all, and two that contradict for none', () => {
    expect(decide([['05/04/25'], ['13/04/25', '14/04/2025']])).toEqual([
      ['dmy', 'otherColumn', 1],
      ['dmy', 'values', 0],
    ]);
    expect(decide([['05/04/25'], ['06/04/25']], [[1, 'mdy']])).toEqual([
      ['mdy', 'otherColumn', 1],
      ['mdy', 'user', 1],
    ]);
    expect(decide([['05/04/25'], ['13/04/2025'], ['4/13/2025']])[0]).toEqual([null, null, 1]);
  });

  it('a date in any of the written forms is read as that day', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
        const forms = [
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          `民國${y - 1911}年${m}月${d}日`,
          `${iso} 00:00`,
        ];
        for (const form of forms) expect(readDate(form, toLocal)).toMatchObject({ value: { ymd: iso } });
        expect(readDate(`${d}/${m}/${y}`, toLocal)).toMatchObject({ value: { dmy: iso } });
        expect(readDate(`${m}/${d}/${y}`, toLocal)).toMatchObject({ value: { mdy: iso } });
      }),
    );
  });
});

describe('values', () => {
  it('a column of 0.4 counts in hundredths, one of 40 in per cent; the sign settles it for one cell', () => {
    expect(percentForm([0, 0.4, 1])).toBe('fraction');
    expect(percentForm([0, 0.4, 40])).toBe('percent');
    expect(percentForm([0, 0])).toBe('percent');
    expect(percentForm(['40 %', 0.5])).toBe('fraction');
    expect(percentForm(['Done', 'To Do', 'Blocked'])).toBe('state');
    expect(readPercent(0.4, 'fraction')).toEqual({ value: 40 });
    expect(readPercent('40 %', 'fraction')).toEqual({ value: 40 });
    expect(readPercent('12,5', 'percent')).toEqual({ value: 12.5 });
    expect(readPercent('已完成', 'state')).toEqual({ value: 100 });
    expect(readPercent('施工中', 'state')).toEqual({ value: null });
    expect(readPercent('Blocked', 'state')).toEqual({ value: null });
    expect(readPercent('120', 'percent')).toEqual({ problem: 'PERCENT_RANGE' });
    expect(readPercent('-1', 'percent')).toEqual({ problem: 'PERCENT_RANGE' });
    expect(readPercent('half', 'percent')).toEqual({ problem: 'PERCENT_UNREADABLE' });
  });

  it.each([
    ['300,000 CHF', 30_000_000],
    ['1.250.000', 125_000_000],
    ['1.250.000,50', 125_000_050],
    ['1.250', 125_000],
    ['12,50', 1250],
    ["1'250'000", 125_000_000],
    ['¥12.5万', 12_500_000],
    ['NT$ 1,200', 120_000],
    ['€ 12.50', 1250],
    ['(500)', -50_000],
    ['AED 7.5', 750],
    [1234.5, 123_450],
    [0.1 + 0.2, 30],
  ] as const)('%s is %i hundredths', (cell, value) => expect(readMoney(cell)).toEqual({ value }));

  it('refuses an amount it would have to guess', () => {
    for (const text of ['about 500', '三千', '1.2.3', '12,34,56'])
      expect(readMoney(text)).toEqual({ problem: 'MONEY_UNREADABLE' });
    expect(readMoney('—')).toEqual({ value: null });
  });

  it('yes and no in three languages', () => {
    for (const cell of ['Yes', 'x', '是', '✓', 1, true, 'Milestone', '里程碑'] as const)
      expect(readYesNo(cell)).toEqual({ value: true });
    for (const cell of ['no', '否', 0, false, 'Task'] as const)
      expect(readYesNo(cell)).toEqual({ value: false });
    expect(readYesNo('')).toEqual({ value: null });
    expect(readYesNo('maybe')).toEqual({ problem: 'YES_NO_UNREADABLE' });
  });
});
