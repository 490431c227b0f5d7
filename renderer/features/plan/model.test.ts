import { describe, expect, it } from 'vitest';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { offSpans } from '#shared/schedule/layout/backdrop.ts';
import { plainColumns } from '#test/support/planColumns.ts';
import { planKey } from './keys.ts';
import { refusesLink, toModel } from './model.ts';
import { createScale, planRange, workingDelta } from './scale.ts';

const NAMES = ['Phase', 'Dig', 'Pour', 'Handover', 'Paint'];
const DEPTH = [1, 2, 2, 2, 1];

function answer(): PlanAnswer {
  const each = <V>(value: V): V[] => NAMES.map(() => value);
  return {
    project: {
      id: 'p',
      name: 'p',
      start_on: null,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today: '2026-11-21',
    statusAt: null,
    calendars: [presetCalendar('standard', 'c', 'c')],
    calendarId: 'c',
    rows: {
      id: NAMES.map((_, i) => `t${i}`),
      depth: DEPTH,
      number: ['1', '1.1', '1.2', '1.3', '2'],
      name: NAMES,
      flags: [PLAN_FLAGS.summary, 0, PLAN_FLAGS.clientVisible, PLAN_FLAGS.milestone, 0],
      start: each(299_000_000),
      finish: each(299_004_800),
      duration: each(4800),
      unit: each('d'),
      percent: each(0),
      deadline: each(null),
      responsible: [null, '王工', null, null, null],
      calendar: each(null),
      ...plainColumns(NAMES.length),
    },
    links: {
      id: ['l1', 'l2'],
      from: [1, 2],
      to: [2, 3],
      type: ['FS', 'SS'],
      lagKind: ['working', 'working'],
      lagValue: [0, -4800],
      lagUnit: ['d', 'd'],
    },
  };
}

const model = toModel(answer());

describe('rows of the plan', () => {
  it('know their summary and read their predecessors as they are typed', () => {
    expect(model.rows.map((row) => row.parent)).toEqual([-1, 0, 0, 0, -1]);
    expect(model.predecessors(2)).toBe('1.1');
    expect(model.predecessors(3)).toBe('1.2SS-1d');
  });

  it('refuse links that close a loop, exist already or lead into the own summary', () => {
    expect(refusesLink(model, 3, 1)).toBe(true);
    expect(refusesLink(model, 1, 2)).toBe(true);
    expect(refusesLink(model, 0, 2)).toBe(true);
    expect(refusesLink(model, 2, 0)).toBe(true);
    expect(refusesLink(model, 4, 4)).toBe(true);
    expect(refusesLink(model, 1, 4)).toBe(false);
  });
});

describe('time scale', () => {
  it('gives back the day of a place, and is as wide as the view', () => {
    const scale = createScale(planRange(model), 16, 3000);
    expect(scale.width).toBeGreaterThanOrEqual(3000);
    expect(scale.dayAt(scale.dayX(20_770))).toBeCloseTo(20_770);
  });

  it('joins days off, and counts drags in working days', () => {
    // 20 777 is Friday 2026-11-20.
    expect(offSpans(model.calendar, 20_777, 20_785)).toEqual([{ from: 20_778, to: 20_780 }]);
    expect(workingDelta(model.calendar, 20_777, 20_780)).toBe(1);
    expect(workingDelta(model.calendar, 20_780, 20_777)).toBe(-1);
    expect(workingDelta(model.calendar, 20_777, 20_777)).toBe(0);
    expect(workingDelta(model.calendar, 20_777, 20_779)).toBe(0);
  });
});

describe('keys', () => {
  const press = (key: string, held: object = {}, code = '') => ({
    key,
    code,
    altKey: false,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    ...held,
  });
  it('are those of Microsoft Project where they are free', () => {
    expect(planKey(press('ArrowRight', { altKey: true, shiftKey: true }))).toBe('indent');
    expect(planKey(press('F2', { ctrlKey: true }))).toBe('link');
    expect(planKey(press('F2', { shiftKey: true }))).toBe('info');
    expect(planKey(press(']'))).toBe('later');
    expect(planKey(press('}', { shiftKey: true }, 'BracketRight'))).toBe('longer');
    expect(planKey(press('_', { altKey: true, shiftKey: true }, 'Minus'))).toBe('collapse');
  });
  it('leave typing, moving and the browser alone', () => {
    for (const key of ['a', 'F2', 'Tab', 'Enter', 'ArrowLeft', 'Home'])
      expect(planKey(press(key)), key).toBeNull();
    expect(planKey(press('ArrowLeft', { altKey: true }))).toBeNull();
  });
});
