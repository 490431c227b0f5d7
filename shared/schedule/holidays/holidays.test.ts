import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/compile.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/days.ts';
import { calendarSchema } from '../calendar/definition.ts';
import { parseDate, weekdayOf } from '../calendar/instant.ts';
import { presetCalendar } from '../calendar/presets.ts';
import { withSpecialDays } from './apply.ts';
import { HOLIDAY_NAMES } from './names.ts';
import { HOLIDAY_REGIONS, type HolidayRegion, holidayCalendar, holidayYears } from './official.ts';
import { readHolidayList } from './read.ts';

const daysOf = (region: HolidayRegion, year: number) => {
  const found = holidayCalendar(region, year);
  if (!found.ok) throw new Error(found.code);
  return found.days;
};
const special = (region: HolidayRegion, year: number) =>
  daysOf(region, year).map(({ date, holiday, working }) => ({
    date,
    working,
    name: HOLIDAY_NAMES[holiday]['zh-CN'],
  }));

describe('official days', () => {
  it('cover China without a gap from 2004 to 2026, Taiwan and Hong Kong from 2024', () => {
    expect(holidayYears('CN')).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
    expect(holidayYears('TW')).toEqual([2024, 2025, 2026]);
    expect(holidayYears('HK')).toEqual([2024, 2025, 2026]);
  });
  it('say so where there is nothing', () => {
    expect(holidayCalendar('CN', 2027)).toEqual({
      ok: false,
      code: 'NO_OFFICIAL_DATA',
      region: 'CN',
      year: 2027,
      known: holidayYears('CN'),
    });
    expect(holidayCalendar('HK', 2023).ok).toBe(false);
  });
  it.each(HOLIDAY_REGIONS)('%s: every date exists, lies in its year and stands once', (region) => {
    for (const year of holidayYears(region)) {
      const dates = daysOf(region, year).map(({ date }) => date);
      expect(new Set(dates).size, `${region} ${year}`).toBe(dates.length);
      expect(dates.every((date) => parseDate(date) !== null && date.startsWith(`${year}-`))).toBe(true);
      expect(dates).toEqual([...dates].sort());
    }
  });
  it.each(HOLIDAY_REGIONS)('%s: only weekend days are worked instead', (region) => {
    for (const year of holidayYears(region))
      for (const { date, working } of daysOf(region, year))
        if (working) expect([0, 6], date).toContain(weekdayOf(parseDate(date) ?? 0));
  });
  it('has seventeen general holidays a year in Hong Kong, none on a Sunday', () => {
    for (const year of holidayYears('HK')) {
      expect(daysOf('HK', year)).toHaveLength(17);
      for (const { date } of daysOf('HK', year)) expect(weekdayOf(parseDate(date) ?? 0), date).not.toBe(0);
    }
  });
  it('gives the known number of working days of a year in China', () => {
    const count = (year: number) =>
      workingDaysBetween(
        compileCalendar(
          withSpecialDays(presetCalendar('standard', 'cn', 'cn'), special('CN', year)),
          new Map(),
        ),
        `${year}-01-01`,
        `${year}-12-31`,
      );
    expect([2024, 2025, 2026].map(count)).toEqual([251, 248, 248]);
  });
});

describe('special days in a calendar', () => {
  const cn2026 = withSpecialDays(presetCalendar('standard', 'cn', '中国'), special('CN', 2026));
  const calendar = compileCalendar(cn2026, new Map());
  it('are valid exceptions, days in a row together', () => {
    expect(calendarSchema.safeParse(cn2026).success).toBe(true);
    expect(cn2026.exceptions.find(({ from }) => from === '2026-02-15')).toMatchObject({
      name: '春节',
      to: '2026-02-23',
      intervals: [],
    });
  });
  it('work on the Saturday before the Spring Festival with the hours of a usual day, and not in it', () => {
    expect(calendar.intervalsOn(parseDate('2026-02-14') ?? 0)).toEqual([
      [4800, 7200],
      [7800, 10_200],
    ]);
    expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(calendar, '2026-02-14', 1)).toBe('2026-02-24');
  });
  it('give way to what the calendar says itself', () => {
    const own = {
      name: 'x',
      from: '2026-02-20',
      to: '2026-02-20',
      intervals: [[4800, 7200]] as [number, number][],
    };
    const base = presetCalendar('sixDay', 'cn', 'cn');
    const def = withSpecialDays(
      { ...base, exceptions: [{ ...own, recurrence: null, occurrences: null }] },
      special('CN', 2026),
    );
    expect(compileCalendar(def, new Map()).intervalsOn(parseDate('2026-02-20') ?? 0)).toEqual([[4800, 7200]]);
  });
});

describe('lists people have', () => {
  const read = (text: string) => {
    const list = readHolidayList(text);
    return list.ok
      ? list.days.map(({ date, name, working }) => `${date} ${name}${working ? ' *' : ''}`)
      : list.code;
  };
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const ics = (...events: string[][]) => ['BEGIN:VCALENDAR', ...events.flat(), 'END:VCALENDAR'].join('\r\n');

  it('reads days off and make-up days of a Chinese calendar; the end is the day after', () => {
    expect(
      read(
        ics(
          event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:元旦(休)'),
          event('DTSTART;VALUE=DATE:20260104', 'SUMMARY:元旦(班)'),
          event('DTSTART;VALUE=DATE:20260214', 'SUMMARY:春节', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY'),
          event('DTSTART;VALUE=DATE:20260228', 'SUMMARY:春节补班', 'DURATION:P1D'),
        ),
      ),
    ).toEqual([
      '2026-01-01 元旦',
      '2026-01-02 元旦',
      '2026-01-04 元旦 *',
      '2026-02-14 春节 *',
      '2026-02-28 春节补班 *',
    ]);
  });
  it('repeats yearly events, and counts what is no whole day or repeats otherwise', () => {
    const list = readHolidayList(
      ics(
        event('DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Christmas\\, day'),
        event('DTSTART:20260101T080000Z', 'SUMMARY:meeting'),
        event('DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=MONTHLY;BYDAY=1MO', 'SUMMARY:x'),
        event('DTSTART;VALUE=DATE:20260501', 'STATUS:CANCELLED', 'SUMMARY:x'),
      ),
    );
    expect(list).toEqual({
      ok: true,
      format: 'ics',
      days: [
        { date: '2025-12-25', name: 'Christmas, day', working: false },
        { date: '2026-12-25', name: 'Christmas, day', working: false },
      ],
      skipped: 3,
    });
  });
  it.each([
    [
      'date,name,type\n2026/1/1,元旦,\n2026-02-14,春节,补班\nsoon,x,',
      ['2026-01-01 元旦', '2026-02-14 春节 *'],
    ],
    [
      '日期;名称;结束日期\n2026年10月1日;"国庆;节";2026年10月2日',
      ['2026-10-01 国庆;节', '2026-10-02 国庆;节'],
    ],
    ['20260101\tNew Year\n20261225\tChristmas', ['2026-01-01 New Year', '2026-12-25 Christmas']],
    [
      '西元日期,星期,是否放假,備註\n20250101,三,2,開國紀念日\n20250102,四,0,\n20250104,六,2,\n20250208,六,0,補行上班',
      ['2025-01-01 開國紀念日', '2025-02-08 補行上班 *'],
    ],
  ])('reads the table %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  it.each([
    [[{ date: '2026-01-01', localName: '元旦', name: "New Year's Day" }], ['2026-01-01 元旦']],
    [
      {
        year: 2026,
        days: [
          { name: '春节', date: '2026-02-14', isOffDay: false },
          { date: '2026-02-16', isOffDay: true },
        ],
      },
      ['2026-02-14 春节 *', '2026-02-16 '],
    ],
    [
      {
        holidays: { '2026-01-01': "New Year's Day,元旦,1" },
        workdays: { '2026-01-04': "New Year's Day,元旦,1" },
      },
      ['2026-01-01 元旦', '2026-01-04 元旦 *'],
    ],
    [{ '2026-05-01': 'Labour Day' }, ['2026-05-01 Labour Day']],
    [
      ['2026-05-01', '2026-05-02'],
      ['2026-05-01 ', '2026-05-02 '],
    ],
    [
      {
        vcalendar: [
          {
            vevent: [
              { dtstart: [['20260101', { value: 'DATE' }]], dtend: [['20260102']], summary: '一月一日' },
            ],
          },
        ],
      },
      ['2026-01-01 一月一日'],
    ],
  ])('reads the JSON %j', (value, expected) => {
    expect(read(JSON.stringify(value))).toEqual(expected);
  });
  it.each([
    ['', 'NOT_A_LIST'],
    ['{"a": 1}', 'NOT_A_LIST'],
    ['[broken', 'NOT_A_LIST'],
    ['hello\nworld', 'NO_DATES'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'NO_DATES'],
    ['x'.repeat(4_000_001), 'TOO_LARGE'],
  ])('refuses what is none', (text, code) => {
    expect(readHolidayList(text)).toEqual({ ok: false, code });
  });
});
