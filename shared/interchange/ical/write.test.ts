import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../schedule/calendar/instant.ts';
import { readIcsHolidays } from '../../schedule/holidays/ics.ts';
import { type DayEvent, foldIcsLine, writeDayCalendar } from './write.ts';

const day = (text: string): number => parseDate(text) ?? 0;
const event = (more: Partial<DayEvent> = {}): DayEvent => ({
  uid: 'tsk_1@milepost.invalid',
  day: day('2026-12-31'),
  summary: '主体封顶',
  description: null,
  changedAt: '2026-11-20T08:00:00.000Z',
  ...more,
});
const write = (...events: DayEvent[]): string =>
  writeDayCalendar({ name: '滨江大厦', events, madeAt: '2026-11-22T01:02:03.456Z' });
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('milestones as an iCalendar file', () => {
  it('are whole days whose end is the day after, also over the turn of the year', () => {
    const lines = unfold(write(event()));
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines).toContain('UID:tsk_1@milepost.invalid');
    expect(lines).toContain('DTSTAMP:20261122T010203Z');
    expect(lines).toContain('LAST-MODIFIED:20261120T080000Z');
  });

  it('end every line with CRLF, the last one too', () => {
    const text = write(event({ description: 'a\r\nb\nc' }));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('escape commas, semicolons, backslashes and line breaks; control characters become blanks', () => {
    const lines = unfold(write(event({ summary: 'A, B; C\\D\u0007', description: 'one\ntwo' })));
    expect(lines).toContain('SUMMARY:A\\, B\\; C\\\\D ');
    expect(lines).toContain('DESCRIPTION:one\\ntwo');
  });

  it('fold lines at 75 octets without cutting a Chinese character or an emoji', () => {
    const name = '主体结构封顶验收🏗️'.repeat(20);
    const text = write(event({ summary: name }));
    for (const line of text.split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect(unfold(text)).toContain(`SUMMARY:${name}`);
  });

  it('read back as the same days and names with the reader of holiday calendars', () => {
    const list = readIcsHolidays(
      write(event(), event({ uid: 'b', day: day('2027-02-28'), summary: '竣工' })),
    );
    if ('code' in list) throw new Error(list.code);
    const named = list.days.map(({ date, name }) => [date, name]);
    expect(named).toEqual([
      ['2026-12-31', '主体封顶'],
      ['2027-02-28', '竣工'],
    ]);
    expect(list.skipped).toBe(0);
  });

  it('an empty plan gives a calendar without events', () => {
    expect(unfold(write())).not.toContain('BEGIN:VEVENT');
  });

  it('any text survives folding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = text.replace(/[\r\n]/g, '');
        const folded = foldIcsLine(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        for (const part of folded.split('\r\n')) expect(bytes(part)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
