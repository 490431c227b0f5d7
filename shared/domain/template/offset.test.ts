import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../schedule/calendar/compile.ts';
import { formatDate, parseDate } from '../../schedule/calendar/instant.ts';
import { PRESET_KINDS, presetCalendar } from '../../schedule/calendar/presets.ts';
import { anchorForFinish, dateAt, firstWorkingDay, localAt, toMoment, workdayOffset } from './offset.ts';

const calendarOf = (kind: (typeof PRESET_KINDS)[number]) => {
  const def = presetCalendar(kind, 'c', '');
  return compileCalendar(def, new Map([['c', def]]));
};
const standard = calendarOf('standard');
const day = (text: string) => parseDate(text) ?? 0;

describe('18: moments as working-day offsets', () => {
  it('move by working days and keep the time of day', () => {
    // Thursday of the first week becomes the fourth working day of a project that begins on a Thursday.
    const at = toMoment(standard, day('2026-11-23'), '2026-11-26T13:00:00');
    expect(at).toEqual({ day: 3, time: 7800 });
    expect(localAt(standard, day('2027-01-07'), at)).toBe('2027-01-12T13:00:00');
    expect(dateAt(standard, day('2027-01-07'), at)).toBe('2027-01-12');
    expect(toMoment(standard, day('2026-11-23'), null)).toBeNull();
  });

  it('give a day off to the next working day, and count back before the start', () => {
    const anchor = day('2026-11-23');
    expect(workdayOffset(standard, anchor, day('2026-11-28'))).toBe(5);
    expect(workdayOffset(standard, anchor, day('2026-11-30'))).toBe(5);
    expect(workdayOffset(standard, anchor, day('2026-11-20'))).toBe(-1);
  });

  it('come back to where they were, whatever the calendar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESET_KINDS),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: 3650 }),
        (kind, offset, from) => {
          const calendar = calendarOf(kind);
          const anchor = firstWorkingDay(calendar, day('2025-01-01') + from);
          const target = calendar.addWorkingDays(anchor, offset) ?? 0;
          expect(workdayOffset(calendar, anchor, target)).toBe(offset);
        },
      ),
    );
  });

  it('keep their order on any calendar and start', () => {
    const days = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(fc.constantFrom(...PRESET_KINDS), days, days, (kind, a, b) => {
        const calendar = calendarOf(kind);
        const anchor = firstWorkingDay(calendar, day('2026-03-01'));
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const offset = (n: number) => workdayOffset(calendar, anchor, anchor + n);
        expect(offset(low)).toBeLessThanOrEqual(offset(high));
      }),
    );
  });

  it('begin so that the last working day is the deadline, or the one before a day off', () => {
    const first = (deadline: string, days: number) =>
      formatDate(anchorForFinish(standard, deadline, days) ?? 0);
    expect(first('2026-11-27', 5)).toBe('2026-11-23');
    expect(first('2026-11-29', 5)).toBe('2026-11-23');
    expect(first('2026-11-27', 0)).toBe('2026-11-27');
    expect(anchorForFinish(standard, 'soon', 5)).toBeNull();
  });
});
