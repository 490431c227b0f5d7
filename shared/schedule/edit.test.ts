import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar/compile.ts';
import { formatLocal, parseLocal } from './calendar/instant.ts';
import { PRESET_KINDS, presetCalendar } from './calendar/presets.ts';
import {
  finishDay,
  progressFor,
  resizeDates,
  shiftDates,
  startOn,
  withDuration,
  withFinish,
  withStart,
} from './edit.ts';
import { linkShape } from './layout/linkPath.ts';

const calendars = PRESET_KINDS.map((kind) => compileCalendar(presetCalendar(kind, kind, kind), new Map()));
const standard = calendars[0]!;
const at = (text: string) => parseLocal(text)!;
const show = (dates: { start: number | null; finish: number | null } | null) =>
  dates &&
  [dates.start, dates.finish].map((value) => (value === null ? null : formatLocal(value).slice(5, 16)));

const calendar = fc.constantFrom(...calendars);
const day = fc.integer({ min: 19_000, max: 22_000 });
const length = fc.integer({ min: 1, max: 60 * 4800 });

describe('dates of a task that is edited', () => {
  it('keep start + duration = finish, whichever of them is changed', () => {
    fc.assert(
      fc.property(calendar, day, day, length, length, (clock, first, second, duration, other) => {
        const start = startOn(clock, first, false)!;
        const begun = withStart(clock, { start: null, finish: null, duration }, start, 4800)!;
        expect(begun.finish).toBe(clock.addWork(start, duration));
        const moved = withStart(clock, begun, startOn(clock, second, false)!, 4800)!;
        expect(moved.duration).toBe(duration);
        expect(clock.workBetween(moved.start, moved.finish)).toBe(duration);
        const longer = withDuration(clock, begun, other)!;
        expect(longer.start).toBe(start);
        expect(clock.workBetween(longer.start!, longer.finish!)).toBe(other);
        const ended = withFinish(clock, begun, longer.finish!, 4800);
        expect(ended).toMatchObject({ start, duration: other });
      }),
    );
  });

  it('move by working days and back again to where they were', () => {
    fc.assert(
      fc.property(
        calendar,
        day,
        length,
        fc.integer({ min: -90, max: 90 }),
        (clock, first, duration, days) => {
          const start = startOn(clock, first, false)!;
          const dates = { start, finish: clock.addWork(start, duration)!, duration };
          const moved = shiftDates(clock, dates, days, false)!;
          expect(clock.workBetween(moved.start, moved.finish)).toBe(duration);
          // Days that begin at the same time of day; a night shift starts at other times on some days.
          if (clock === standard) expect(shiftDates(clock, moved, -days, false)).toEqual(dates);
        },
      ),
    );
  });

  it('never end before they start when an edge is dragged', () => {
    fc.assert(
      fc.property(
        calendar,
        day,
        length,
        fc.constantFrom('start' as const, 'finish' as const),
        fc.integer({ min: -90, max: 90 }),
        (clock, first, duration, edge, days) => {
          const start = startOn(clock, first, false)!;
          const dates = { start, finish: clock.addWork(start, duration)!, duration };
          const resized = resizeDates(clock, dates, edge, days)!;
          expect(resized.finish).toBeGreaterThan(resized.start);
          expect(resized.duration).toBe(clock.workBetween(resized.start, resized.finish));
          expect(edge === 'finish' ? resized.start : resized.finish).toBe(
            edge === 'finish' ? dates.start : dates.finish,
          );
        },
      ),
    );
  });

  it('use the boundaries of working periods: a task ends on Friday evening, not on Monday morning', () => {
    const monday = at('2026-11-23T08:00:00');
    expect(show(withStart(standard, { start: null, finish: null, duration: 24_000 }, monday, 4800))).toEqual([
      '11-23T08:00',
      '11-27T17:00',
    ]);
    expect(
      withFinish(standard, { start: monday, finish: null, duration: null }, at('2026-11-20T17:00:00'), 4800),
    ).toBe('reversed');
    expect(
      show(
        withFinish(
          standard,
          { start: null, finish: null, duration: null },
          at('2026-11-27T17:00:00'),
          4800,
        ) as never,
      ),
    ).toEqual(['11-27T08:00', '11-27T17:00']);
  });

  it('keep the length of a split task that is longer than its duration', () => {
    const split = { start: at('2026-11-23T08:00:00'), finish: at('2026-11-27T17:00:00'), duration: 9600 };
    expect(show(shiftDates(standard, split, 5, false))).toEqual(['11-30T08:00', '12-04T17:00']);
  });

  it('call 24:00 the end of a day, not the start of the next', () => {
    const start = at('2026-11-21T00:00:00');
    expect(formatLocal(finishDay(start, at('2026-11-22T00:00:00')) * 14_400)).toContain('11-21');
    expect(formatLocal(finishDay(start, start) * 14_400)).toContain('11-21');
  });
});

describe('progress', () => {
  const dates = { start: 100, finish: 500, duration: 400 };
  it('has actual dates that agree with the percentage', () => {
    expect(progressFor(0, dates, 90)).toEqual({
      percent: 0,
      actualStart: null,
      actualFinish: null,
      remaining: 400,
    });
    expect(progressFor(30, dates, null)).toEqual({
      percent: 30,
      actualStart: 100,
      actualFinish: null,
      remaining: 280,
    });
    expect(progressFor(100, dates, 90)).toEqual({
      percent: 100,
      actualStart: 90,
      actualFinish: 500,
      remaining: 0,
    });
  });
});

describe('link arrows', () => {
  it('have right angles only and end at the successor, for all types and places', () => {
    const bar = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 3, max: 300 }),
      row: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.constantFrom('FS', 'SS', 'FF', 'SF'), bar, bar, (type, a, b) => {
        const ends = (c: typeof a) => ({ left: c.left, right: c.left + c.width, y: c.row * 32 + 16 });
        const { line } = linkShape(type, ends(a), ends(b), 16, 32);
        expect(line).toMatch(/^M[-\d.]+ [-\d.]+([HV][-\d.]+)+$/);
        const end = Number(/H([-\d.]+)$/.exec(line)?.[1]);
        const into = type === 'FS' || type === 'SS' ? ends(b).left : ends(b).right;
        expect(Math.abs(end - into)).toBeLessThan(6);
      }),
    );
  });
});
