import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../schedule/calendar/compile.ts';
import { parseDate, parseLocal } from '../../schedule/calendar/instant.ts';
import { PRESET_KINDS, presetCalendar } from '../../schedule/calendar/presets.ts';
import { newEffort, withDuration, withUnits, withWork } from './effort.ts';
import { capacityOf, daySpans, isOver, overloadOf, spreadWork, weekSpans } from './load.ts';
import { neededOn, needWarnings } from './need.ts';
import { isSamePerson } from './person.ts';

const calendarOf = (kind: (typeof PRESET_KINDS)[number]) => {
  const def = presetCalendar(kind, 'c', '');
  return compileCalendar(def, new Map([['c', def]]));
};
const standard = calendarOf('standard');
const day = (text: string) => parseDate(text) ?? 0;
const at = (text: string) => parseLocal(text) ?? 0;
const HOUR = 600;

describe('J4: load against capacity', () => {
  it('spreads work over the working time of the resource, not over days off', () => {
    // Thursday 13:00 to Monday 12:00: 4 h, 8 h, nothing on the weekend, 4 h.
    const booking = { start: at('2026-11-19T13:00'), finish: at('2026-11-23T12:00'), work: 16 * HOUR };
    const spans = daySpans(day('2026-11-19'), day('2026-11-24'));
    expect(spreadWork(standard, booking, spans).map((work) => work / HOUR)).toEqual([4, 8, 0, 0, 4]);
  });

  it('keeps work that was entered for days off', () => {
    const booking = { start: at('2026-11-21T08:00'), finish: at('2026-11-21T12:00'), work: 4 * HOUR };
    expect(spreadWork(standard, booking, daySpans(day('2026-11-20'), day('2026-11-23')))).toEqual([
      0,
      4 * HOUR,
      0,
    ]);
  });

  it('adds up to exactly the work, whatever the calendar, the amount and the spans', () => {
    const days = { min: day('2026-01-01'), max: day('2027-12-31') };
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESET_KINDS),
        fc.integer({ min: days.min * 14_400, max: days.max * 14_400 }),
        fc.integer({ min: 0, max: 90 * 14_400 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(daySpans, weekSpans),
        (kind, start, length, work, spansOf) => {
          const spans = spansOf(days.min - 8, days.max + 100);
          const loads = spreadWork(calendarOf(kind), { start, finish: start + length, work }, spans);
          expect(loads.reduce((sum, load) => sum + load, 0)).toBe(work);
          expect(Math.min(...loads)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same load by weeks as by days', () => {
    const booking = { start: at('2026-11-18T10:00'), finish: at('2026-12-03T15:30'), work: 12_345 };
    const [first, end] = [day('2026-11-11'), day('2026-12-10')];
    const byDay = spreadWork(standard, booking, daySpans(first, end));
    const weeks = weekSpans(first, end);
    const sums = weeks.map((week) =>
      byDay.slice(week.first - first, week.end - first).reduce((sum, load) => sum + load, 0),
    );
    expect(spreadWork(standard, booking, weeks)).toEqual(sums);
    expect(weeks[1]).toEqual({ first: day('2026-11-16'), end: day('2026-11-23') });
  });

  it('has the capacity of the calendar times the units, and none on days off', () => {
    const spans = daySpans(day('2026-11-20'), day('2026-11-22'));
    expect(capacityOf(standard, 2.5, spans)).toEqual([20 * HOUR, 0]);
  });

  it('names days, first day and worst day of an overload, and forgives rounding', () => {
    const spans = daySpans(day('2026-11-16'), day('2026-11-20'));
    const capacity = spans.map(() => 8 * HOUR);
    expect(overloadOf(spans, [8 * HOUR + 9, 0, 8 * HOUR, 0], capacity)).toBeNull();
    expect(isOver(8 * HOUR + 11, 8 * HOUR)).toBe(true);
    expect(overloadOf(spans, [9 * HOUR, 0, 12 * HOUR, 10 * HOUR], capacity)).toEqual({
      days: 3,
      firstDay: day('2026-11-16'),
      lastDay: day('2026-11-19'),
      worst: { day: day('2026-11-18'), load: 12 * HOUR, capacity: 8 * HOUR },
    });
  });
});

describe('J1: the same person in several projects', () => {
  it('is known by phone, else by name', () => {
    const zhang = { name: '张伟', phone: '+86 138 0013 8000' };
    expect(isSamePerson(zhang, { name: '张工', phone: '138-0013-8000' })).toBe(true);
    expect(isSamePerson(zhang, { name: '张伟', phone: '139 0000 0000' })).toBe(false);
    expect(isSamePerson(zhang, { name: ' 张 伟 ', phone: null })).toBe(true);
    expect(isSamePerson({ name: '', phone: null }, { name: '', phone: null })).toBe(false);
  });
});

describe('work, units and duration', () => {
  const effort = { units: 1, work: 4800 };
  it('follows what the type of the task does not hold fixed', () => {
    expect(newEffort(9600, 0.5)).toEqual({ units: 0.5, work: 4800 });
    expect(withUnits('fixed_duration', 4800, effort, 2)).toEqual({ units: 2, work: 9600 });
    expect(withUnits('fixed_units', 4800, effort, 2)).toEqual({ units: 2, work: 4800 });
    expect(withWork('fixed_units', 4800, effort, 2400)).toEqual({ units: 1, work: 2400 });
    expect(withWork('fixed_duration', 4800, effort, 2400)).toEqual({ units: 0.5, work: 2400 });
    expect(withDuration('fixed_units', 9600, effort)).toEqual({ units: 1, work: 9600 });
    expect(withDuration('fixed_work', 9600, effort)).toEqual({ units: 0.5, work: 4800 });
  });
});

describe('J3: material needs', () => {
  const need = { status: 'ordered', needed_on: null, expected_on: null } as const;
  it('follow their task unless they have a date of their own', () => {
    expect(neededOn(need, '2026-12-01T08:00:00')).toBe('2026-12-01');
    expect(neededOn({ needed_on: '2026-11-28' }, '2026-12-01T08:00:00')).toBe('2026-11-28');
    expect(neededOn(need, null)).toBeNull();
  });

  it('warn of late delivery, of a missed day and of a task that moved earlier', () => {
    const today = '2026-11-21';
    expect(needWarnings({ ...need, expected_on: '2026-12-02' }, '2026-12-01', today)).toEqual(['late']);
    expect(needWarnings(need, '2026-11-20', today)).toEqual(['missing']);
    expect(needWarnings({ ...need, needed_on: '2026-12-10' }, '2026-12-01', today)).toEqual(['afterTask']);
    expect(
      needWarnings({ ...need, needed_on: '2026-12-10', expected_on: '2026-12-05' }, '2026-12-01', today),
    ).toEqual(['late', 'afterTask']);
    expect(needWarnings({ ...need, status: 'delivered' }, '2026-11-01', today)).toEqual([]);
    expect(needWarnings({ ...need, status: 'cancelled' }, '2026-11-01', today)).toEqual([]);
  });
});
