import { describe, expect, it } from 'vitest';
import { readIcsHolidays } from './ics.ts';

const read = (lines: readonly string[], end = '\r\n') =>
  readIcsHolidays(
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'SUMMARY:X', 'END:VEVENT', 'END:VCALENDAR'].join(end),
  );
const daysOf = (...lines: readonly string[]) => {
  const list = read(lines);
  return list.ok ? list.days.map(({ date }) => date) : list.code;
};

describe('whole days of an iCalendar file (RFC 5545)', () => {
  it.each([
    ['two days by date', ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260103']],
    ['from midnight to midnight', ['DTSTART;TZID=Asia/Shanghai:20260101T000000', 'DTEND:20260103T000000']],
    ['to the last second', ['DTSTART:20260101T000000', 'DTEND:20260102T235959']],
    ['by a length', ['DTSTART:20260101T000000', 'DURATION:P2D']],
  ])('%s', (_, lines) => expect(daysOf(...lines)).toEqual(['2026-01-01', '2026-01-02']));

  it.each([
    ['an appointment', ['DTSTART:20260101T090000', 'DTEND:20260101T100000']],
    ['an hour after midnight', ['DTSTART:20260101T000000', 'DTEND:20260101T010000']],
    ['a moment at midnight', ['DTSTART:20260101T000000']],
    ['an hour by its length', ['DTSTART:20260101T000000', 'DURATION:PT1H']],
  ])('%s is no whole day', (_, lines) => expect(daysOf(...lines)).toBe('NO_DATES'));

  it('a yearly rule that names its own day once more is a plain one; another is counted as not understood', () => {
    const yearly = (rule: string) =>
      daysOf('DTSTART;VALUE=DATE:20250101', `RRULE:FREQ=YEARLY;COUNT=2${rule}`);
    expect(yearly(';BYMONTH=1;BYMONTHDAY=1')).toEqual(['2025-01-01', '2026-01-01']);
    expect(yearly(';BYMONTH=2;BYMONTHDAY=1')).toBe('NO_DATES');
    expect(yearly(';BYDAY=1MO')).toBe('NO_DATES');
  });

  it('reads files of every line end', () => {
    for (const end of ['\n', '\r', '\r\n'])
      expect(read(['DTSTART;VALUE=DATE:20260101'], end)).toMatchObject({ days: [{ date: '2026-01-01' }] });
  });
});
