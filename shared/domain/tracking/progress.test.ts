import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { scheduleDeviation } from '../report/deviation.ts';
import { deviationText } from '../report/figures.ts';
import { type AlarmRow, alarmsToOpen, MAX_PHASE_ALARMS } from './alarms.ts';
import { measureProgress, type ProgressRow, type Weighting } from './progress.ts';
import { referenceBaseline } from './reference.ts';

const week = compileCalendar(presetCalendar('standard', 'c', ''), new Map());
const at = (text: string): number => parseLocal(text) ?? 0;
const row = (start: string, finish: string, values: Partial<ProgressRow> = {}): ProgressRow => ({
  parent: -1,
  summary: false,
  counts: true,
  start: at(start),
  finish: at(finish),
  duration: null,
  cost: null,
  percent: 0,
  ...values,
});
const measured = (rows: ProgressRow[], status: string, weighting: Weighting = 'duration', threshold = 10) =>
  measureProgress(rows, { status: at(status), weighting, threshold, calendarOf: () => week });

describe('W1', () => {
  test.each([
    [50, 44, '−12.0%', true],
    [50, 45, '−10.0%', false],
    [50, 55, '+10.0%', false],
    [50, 55.1, '+10.2%', true],
    [0, 5, '—', false],
  ])('planned %d and actual %d give %s, abnormal: %s', (planned, actual, text, abnormal) => {
    const found = scheduleDeviation(planned, actual);
    expect(deviationText(found.value)).toBe(text);
    expect(found.abnormal).toBe(abnormal);
  });

  test('a deviation is never infinite, not a number, or of another sign than the difference', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100 }), fc.double({ min: 0, max: 100 }), (planned, actual) => {
        const { value, abnormal } = scheduleDeviation(planned, actual);
        if (planned === 0) return value === null && !abnormal;
        return value !== null && !Number.isNaN(value) && Math.sign(value) === Math.sign(actual - planned);
      }),
    );
  });

  test('a deviation that rounding would show as the limit itself is shown with one more digit', () => {
    expect(deviationText(-10.04, 10)).toBe('−10.04%');
    expect(deviationText(-10, 10)).toBe('−10.0%');
    expect(deviationText(10.2, 10)).toBe('+10.2%');
  });
});

describe('W1 planned progress on the status date', () => {
  // Monday to Friday of one week, and the five days of the next.
  const first = row('2026-11-02T08:00', '2026-11-06T17:00', { percent: 100, cost: 100 });
  const second = row('2026-11-09T08:00', '2026-11-13T17:00', { percent: 0, cost: 900 });

  test('counts working time, not the weekend', () => {
    expect(measured([first, second], '2026-11-07T00:00').total.planned).toBe(50);
    expect(measured([first, second], '2026-11-09T00:00').total.planned).toBe(50);
    expect(measured([second], '2026-11-11T00:00').total.planned).toBe(40);
  });

  test('is weighted by duration, cost or number of tasks, as the project says', () => {
    const long = { ...second, duration: 4 * 5 * 4800 };
    const rows = [{ ...first, duration: 5 * 4800 }, long];
    expect(measured(rows, '2026-11-07T00:00', 'duration').total.planned).toBe(20);
    expect(measured(rows, '2026-11-07T00:00', 'cost').total.planned).toBe(10);
    expect(measured(rows, '2026-11-07T00:00', 'count').total.planned).toBe(50);
  });

  test('leaves out work without dates, and is unknown where nothing has a weight', () => {
    const undated = { ...first, start: null };
    expect(measured([undated, second], '2026-11-14T00:00').total).toMatchObject({ planned: 100, actual: 0 });
    const free = { ...first, cost: null };
    expect(measured([free], '2026-11-14T00:00', 'cost').total).toMatchObject({
      planned: null,
      value: null,
      abnormal: false,
    });
    expect(measured([free], '2026-11-14T00:00', 'cost').rows[0]).toMatchObject({ planned: 100 });
  });

  test('of a summary is the average of the leaves below it, of any depth', () => {
    const phase = row('2026-11-02T08:00', '2026-11-13T17:00', { summary: true, percent: 99 });
    const inner = { ...phase, parent: 0 };
    const rows = [phase, { ...first, parent: 0 }, inner, { ...second, parent: 2 }];
    const found = measured(rows, '2026-11-14T00:00');
    expect(found.rows[0]).toMatchObject({ planned: 100, actual: 50, value: -50, abnormal: true });
    expect(found.rows[2]).toMatchObject({ planned: 100, actual: 0, value: -100 });
    expect(found.total).toMatchObject({ planned: 100, actual: 50 });
  });

  test('the threshold of the project decides, strictly beyond it', () => {
    const late = { ...second, percent: 75 };
    expect(measured([late], '2026-11-14T00:00', 'duration', 25).total.abnormal).toBe(false);
    expect(measured([late], '2026-11-14T00:00', 'duration', 24.9).total.abnormal).toBe(true);
  });

  test('never leaves 0–100 and never falls as the status date advances', () => {
    const leaf = fc.record({
      begin: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 0, max: 60 }),
      percent: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(leaf, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom<Weighting>('duration', 'count'),
        (leaves, day, weighting) => {
          const base = at('2026-01-01T00:00');
          const rows = leaves.map(({ begin, days, percent }) => ({
            ...first,
            start: base + begin * 14_400,
            finish: base + (begin + days) * 14_400,
            percent,
          }));
          const on = (status: number) =>
            measureProgress(rows, { status, weighting, threshold: 10, calendarOf: () => week }).total.planned;
          const earlier = on(base + day * 14_400);
          const later = on(base + (day + 1) * 14_400);
          if (earlier === null || later === null) return earlier === later;
          return earlier >= 0 && later <= 100 && later >= earlier - 1e-9;
        },
      ),
    );
  });
});

describe('I9 alarms', () => {
  const alarm = (id: string, value: number, values: Partial<AlarmRow> = {}): AlarmRow => ({
    id,
    depth: 1,
    summary: false,
    planned: 50,
    actual: 0,
    value,
    abnormal: Math.abs(value) > 10,
    ...values,
  });
  const ids = (rows: AlarmRow[], recorded: string[] = [], open: string[] = []): string[] =>
    alarmsToOpen(rows, new Set(recorded), new Set(open)).map(({ id }) => id);

  test('open for recorded tasks and for phases, the worst first, and never twice', () => {
    const rows = [
      alarm('phase', -12, { summary: true }),
      alarm('worse', -40),
      alarm('fine', -10),
      alarm('deep', -80, { depth: 2 }),
    ];
    expect(ids(rows)).toEqual(['worse', 'phase']);
    expect(ids(rows, ['deep'])).toEqual(['deep', 'worse', 'phase']);
    expect(ids(rows, ['deep'], ['deep', 'phase'])).toEqual(['worse']);
  });

  test('of a long flat list do not flood the register', () => {
    const rows = Array.from({ length: 300 }, (_, i) => alarm(`t${i}`, -20 - i));
    expect(ids(rows)).toHaveLength(MAX_PHASE_ALARMS);
    expect(ids(rows, ['t0'])).toHaveLength(MAX_PHASE_ALARMS + 1);
  });
});

describe('the baseline a plan is measured against', () => {
  const head = (id: string, number: number, kind: 'manual' | 'contract' | 'change' | 'imported') => ({
    id,
    number,
    kind,
  });
  test('is the newest agreement, else the newest one taken, else the first of the imported file', () => {
    const imported = [head('i0', 0, 'imported'), head('i3', 3, 'imported')];
    const taken = [head('m4', 4, 'manual'), head('m7', 7, 'manual')];
    const agreed = [head('c5', 5, 'contract'), head('g6', 6, 'change')];
    expect(referenceBaseline([])).toBeNull();
    expect(referenceBaseline(imported)?.id).toBe('i0');
    expect(referenceBaseline([...imported, ...taken])?.id).toBe('m7');
    expect(referenceBaseline([...imported, ...taken, ...agreed])?.id).toBe('g6');
  });
});
