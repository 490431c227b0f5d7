import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { CpmInput, CpmTask } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { shiftDates } from '#shared/schedule/edit.ts';
import { createLivePlan, type Draft, draftTask, livePlanInSteps } from './livePlan.ts';

const calendar = compileCalendar(presetCalendar('standard', 'c', 'c'), new Map());
const START = parseLocal('2026-11-23T08:00:00') ?? 0;

/** One summary over a chain whose links skip a few tasks. */
function plan(days: readonly number[], skips: readonly number[]): CpmInput {
  const base: CpmTask = {
    uid: 0,
    parentUid: null,
    summary: true,
    counts: true,
    fixedDates: false,
    manual: false,
    milestone: false,
    duration: 0,
    elapsed: false,
    calendar,
    parts: [],
    start: null,
    finish: null,
    constraint: 'ASAP',
    constraintDate: null,
    deadline: null,
    actualStart: null,
    actualFinish: null,
    stop: null,
    resume: null,
    remainingDuration: null,
    levelingDelay: 0,
    links: [],
  };
  const leaves = days.map((length, i): CpmTask => {
    const from = i - (skips[i] ?? 0);
    const link = { predecessorUid: from, type: 'FS', lag: 0, percent: false, elapsed: false } as const;
    return {
      ...base,
      uid: i + 1,
      parentUid: 0,
      summary: false,
      duration: length * 4800,
      links: from > 0 ? [link] : [],
    };
  });
  const options = { start: START, multipleCriticalPaths: false, criticalSlackLimit: 0 };
  const first = schedule({ ...options, tasks: [base, ...leaves] });
  if (!first.ok) throw new Error('a chain has no circle');
  const settled = leaves.map((task) => {
    const { start = null, finish = null } = first.dates.get(task.uid) ?? {};
    return { ...task, start, finish };
  });
  return { ...options, tasks: [base, ...settled] };
}

const stored = ({ tasks }: CpmInput) => ({
  start: Int32Array.from(tasks, (task) => task.start ?? START),
  finish: Int32Array.from(tasks, (task) => task.finish ?? START),
});

function draftOf({ tasks }: CpmInput, index: number, days: number): Draft | null {
  const task = tasks[index];
  if (!task || task.start === null || task.finish === null) return null;
  const dates = shiftDates(
    calendar,
    { start: task.start, finish: task.finish, duration: task.duration },
    days,
    false,
  );
  return dates ? { index, dates, percent: 0, pins: true, free: false } : null;
}

const cases = fc.record({
  days: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 30 }),
  skips: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 30 }),
  moves: fc.array(fc.tuple(fc.nat(29), fc.integer({ min: -5, max: 9 })), { minLength: 1, maxLength: 6 }),
});

describe('the plan while a bar is dragged', () => {
  it('is at each step what the whole plan calculated anew would be, and at the end what it was', () => {
    fc.assert(
      fc.property(cases, ({ days, skips, moves }) => {
        const input = plan(days, skips);
        const before = stored(input);
        const live = createLivePlan({ input, stored: before, promised: undefined });
        for (const [at, by] of moves) {
          const draft = draftOf(input, 1 + (at % days.length), by);
          if (!draft || !live) continue;
          const result = live.preview([draft]);
          const anew = schedule({
            ...input,
            tasks: input.tasks.map((task) => (task.uid === draft.index ? draftTask(task, draft) : task)),
          });
          if (!anew.ok || !result) throw new Error('a chain has no circle');
          for (const [uid, dates] of anew.dates) {
            expect(result.dates.start[uid]).toBe(dates.start);
            expect(result.dates.finish[uid]).toBe(dates.finish);
          }
          const leaves = [...anew.dates.values()];
          if (result.moved > 0)
            expect(result.dates.finish[0]).toBe(Math.max(...leaves.map(({ finish }) => finish)));
          expect(result.moved).toBe(
            [...anew.dates].filter(
              ([uid, dates]) => dates.start !== before.start[uid] || dates.finish !== before.finish[uid],
            ).length,
          );
        }
        live?.reset();
        expect(live?.preview([])?.moved).toBe(0);
      }),
    );
  });

  it('is the same made in steps, each a small part of the whole', () => {
    const days = Array.from({ length: 9000 }, (_, i) => 1 + (i % 5));
    const skips = days.map((_, i) => (i % 50 === 0 ? i : i % 3));
    const input = plan(days, skips);
    const options = { input, stored: stored(input), promised: undefined };
    const steps = livePlanInSteps(options);
    let count = 1;
    let made = steps.next();
    for (; !made.done; made = steps.next()) count += 1;
    expect(count).toBeGreaterThan(10);
    const draft = draftOf(input, 102, 4);
    const [inSteps, atOnce] = [made.value, createLivePlan(options)].map((live) => {
      const result = draft && live?.preview([draft]);
      return result ? [result.moved, ...result.dates.start] : [];
    });
    expect(inSteps).toEqual(atOnce);
    expect(inSteps?.[0]).toBeGreaterThan(1);
  });

  it('names a promise that holds now and would not any more', () => {
    const input = plan([2, 2], [0, 0]);
    const dates = stored(input);
    const promised = [null, null, dates.finish[2] ?? null];
    const live = createLivePlan({ input, stored: dates, promised });
    const draft = draftOf(input, 1, 1);
    expect(draft && live?.preview([draft])?.broken).toEqual([
      { index: 2, promised: dates.finish[2], finish: (dates.finish[2] ?? 0) + 14_400 },
    ]);
    expect(live?.preview([])?.broken).toEqual([]);
  });
});
