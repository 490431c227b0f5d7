import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/compile.ts';
import { formatLocal, parseLocal } from '../calendar/instant.ts';
import { presetCalendar } from '../calendar/presets.ts';
import type { CpmLink, CpmTask } from './model.ts';
import { schedule } from './schedule.ts';

const at = (text: string) => parseLocal(text) ?? Number.NaN;
const standard = compileCalendar(presetCalendar('standard', 's', 's'), new Map());
const DAY = 4800;
const START = at('2026-11-20T08:00'); // a Friday

const linkTo = (
  predecessorUid: number,
  type: CpmLink['type'] = 'FS',
  more: Partial<CpmLink> = {},
): CpmLink => ({
  predecessorUid,
  type,
  lag: 0,
  percent: false,
  elapsed: false,
  ...more,
});
const task = (uid: number, days: number, links: CpmLink[] = [], more: Partial<CpmTask> = {}): CpmTask => ({
  uid,
  parentUid: null,
  summary: false,
  counts: true,
  fixedDates: false,
  manual: false,
  milestone: days === 0,
  duration: days * DAY,
  elapsed: false,
  calendar: standard,
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
  links,
  ...more,
});
function run(tasks: CpmTask[], criticalSlackLimit = 0) {
  const result = schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit });
  if (!result.ok) throw new Error(`loop ${result.cycle.join(' ')}`);
  return (uid: number) => {
    const dates = result.dates.get(uid);
    if (!dates) throw new Error(`no dates for ${uid}`);
    return {
      early: `${formatLocal(dates.earlyStart).slice(5, 16)} ${formatLocal(dates.earlyFinish).slice(5, 16)}`,
      late: `${formatLocal(dates.lateStart).slice(5, 16)} ${formatLocal(dates.lateFinish).slice(5, 16)}`,
      slack: dates.totalSlack,
      critical: dates.critical,
    };
  };
}

describe('links', () => {
  it('finishes on Friday evening and goes on on Monday morning', () => {
    const of = run([task(1, 1), task(2, 2, [linkTo(1)])]);
    expect(of(1)).toEqual({
      early: '11-20T08:00 11-20T17:00',
      late: '11-20T08:00 11-20T17:00',
      slack: 0,
      critical: true,
    });
    expect(of(2).early).toBe('11-23T08:00 11-24T17:00');
  });
  it('keeps a milestone at the evening it follows', () => {
    expect(run([task(1, 1), task(2, 0, [linkTo(1)])])(2).early).toBe('11-20T17:00 11-20T17:00');
  });
  it.each([
    ['SS', 0, '11-23T08:00 11-23T17:00'],
    ['FF', 0, '11-24T08:00 11-24T17:00'],
    ['FS', -DAY, '11-24T08:00 11-24T17:00'],
    ['FS', DAY, '11-26T08:00 11-26T17:00'],
  ] as const)('%s with lag %i', (type, lag, early) => {
    const of = run([task(1, 1), task(2, 2, [linkTo(1)]), task(3, 1, [linkTo(2, type, { lag })])]);
    expect(of(3).early).toBe(early);
  });
  it('reads percent lags of the predecessor and elapsed lags over the weekend', () => {
    expect(run([task(1, 2), task(2, 1, [linkTo(1, 'FS', { lag: -50, percent: true })])])(2).early).toBe(
      '11-23T08:00 11-23T17:00',
    );
    expect(run([task(1, 1), task(2, 1, [linkTo(1, 'FS', { lag: 14_400, elapsed: true })])])(2).early).toBe(
      '11-23T08:00 11-23T17:00',
    );
  });
  it('spreads the links of summaries over what is below', () => {
    const of = run([
      task(1, 0, [], { summary: true, milestone: false }),
      task(2, 1, [], { parentUid: 1 }),
      task(3, 2, [], { parentUid: 1 }),
      task(4, 0, [linkTo(1)], { summary: true, milestone: false }),
      task(5, 1, [], { parentUid: 4 }),
    ]);
    expect(of(5).early).toBe('11-24T08:00 11-24T17:00');
    expect(of(2)).toMatchObject({ slack: DAY, critical: false });
    expect(of(3).critical).toBe(true);
  });
  it('ignores inactive tasks and their links', () => {
    const of = run([task(1, 5), task(2, 1, [linkTo(1)], { counts: false }), task(3, 1, [linkTo(2)])]);
    expect(of(3).early).toBe('11-20T08:00 11-20T17:00');
    expect(() => of(2)).toThrow();
  });
  it('refuses a loop and names it', () => {
    const tasks = [task(1, 1, [linkTo(2)]), task(2, 1, [linkTo(1)]), task(3, 1)];
    expect(schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 })).toEqual({
      ok: false,
      cycle: [1, 2],
    });
  });
});

describe('constraints, deadlines and progress', () => {
  const dated = (constraint: CpmTask['constraint'], date: string) => ({
    constraint,
    constraintDate: at(date),
  });
  it.each([
    [dated('SNET', '2026-11-24T08:00'), '11-24T08:00 11-24T17:00', 0],
    [dated('FNET', '2026-11-24T17:00'), '11-24T08:00 11-24T17:00', 0],
    [dated('MSO', '2026-11-24T08:00'), '11-24T08:00 11-24T17:00', 0],
    [dated('MFO', '2026-11-24T17:00'), '11-24T08:00 11-24T17:00', 0],
  ])('%j', (constraint, early, slack) => {
    const of = run([task(1, 1), task(2, 1, [linkTo(1)], constraint)]);
    expect(of(2)).toMatchObject({ early, slack });
  });
  it('pulls against a predecessor and shows the conflict as negative slack', () => {
    const of = run([task(1, 3), task(2, 1, [linkTo(1)], dated('FNLT', '2026-11-23T17:00'))]);
    expect(of(2).early).toBe('11-23T08:00 11-23T17:00');
    expect(of(1)).toMatchObject({ slack: -2 * DAY, critical: true });
  });
  it('never moves a task for a deadline, but takes slack', () => {
    const of = run([task(1, 2, [], { deadline: at('2026-11-20T17:00') }), task(2, 5)]);
    expect(of(1)).toMatchObject({ early: '11-20T08:00 11-23T17:00', slack: -DAY, critical: true });
  });
  it('puts an as-late-as-possible task at its late dates without slack', () => {
    const of = run([task(1, 1, [], { constraint: 'ALAP' }), task(2, 3)]);
    expect(of(1)).toMatchObject({ early: '11-24T08:00 11-24T17:00', slack: 0 });
  });
  it('leaves what has happened in place; what is done is never critical', () => {
    const done = { actualStart: at('2026-11-18T08:00'), actualFinish: at('2026-11-19T17:00') };
    const of = run([task(1, 1, [], done), task(2, 1, [linkTo(1)])]);
    expect(of(1)).toMatchObject({ early: '11-18T08:00 11-19T17:00', slack: 0, critical: false });
    expect(of(2).early).toBe('11-20T08:00 11-20T17:00');
  });
  it('counts the critical limit in working time', () => {
    const tasks = [task(1, 1), task(2, 3)];
    expect(run(tasks, DAY)(1).critical).toBe(false);
    expect(run(tasks, 2 * DAY)(1).critical).toBe(true);
  });
});

/** Random plans without loops: links point backwards. */
const plan = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const),
          fc.integer({ min: 0, max: 4 }),
        ),
        { maxLength: 3 },
      ),
    ),
    { minLength: 2, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(([days, links], i) =>
      task(
        i + 1,
        days,
        i === 0 ? [] : links.map(([to, type, lag]) => linkTo((to % i) + 1, type, { lag: lag * DAY })),
      ),
    ),
  );

describe('free slack', () => {
  it('is the room before a successor moves; at the end it is the total slack', () => {
    const tasks = [task(1, 1), task(2, 4), task(3, 1, [linkTo(1), linkTo(2)]), task(4, 2)];
    const result = schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 });
    if (!result.ok) throw new Error('loop');
    expect([1, 2, 3, 4].map((uid) => result.dates.get(uid)?.freeSlack)).toEqual([3 * DAY, 0, 0, 3 * DAY]);
  });
  it('is zero where only a successor is held back', () => {
    const tasks = [task(1, 1), task(2, 1, [linkTo(1)]), task(3, 5)];
    const result = schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 });
    if (!result.ok) throw new Error('loop');
    expect(result.dates.get(1)).toMatchObject({ totalSlack: 3 * DAY, freeSlack: 0 });
  });
});

describe('laws', () => {
  it('has no negative slack without constraints, and a critical task that ends the project', () => {
    fc.assert(
      fc.property(plan, (tasks) => {
        const result = schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 });
        if (!result.ok) throw new Error('loop');
        const all = [...result.dates.values()];
        expect(all.every(({ totalSlack }) => totalSlack >= 0)).toBe(true);
        expect(all.some(({ critical, earlyFinish }) => critical && earlyFinish === result.finish)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(plan, (tasks) => {
        const input = { start: START, multipleCriticalPaths: false, criticalSlackLimit: 0 };
        const a = schedule({ ...input, tasks });
        const b = schedule({ ...input, tasks: [...tasks].reverse() });
        if (!a.ok || !b.ok) throw new Error('loop');
        for (const [uid, dates] of a.dates) expect(b.dates.get(uid)).toEqual(dates);
      }),
      { numRuns: 200 },
    );
  });
  it('calculates 100 000 tasks in seconds, also with links between summaries', () => {
    const tasks: CpmTask[] = [];
    for (let group = 0; group < 100; group++) {
      const head = group * 1000 + 1;
      tasks.push(task(head, 0, group > 0 ? [linkTo(head - 1000)] : [], { summary: true, milestone: false }));
      for (let i = 1; i < 1000; i++)
        tasks.push(task(head + i, i % 3, i % 10 === 0 ? [linkTo(head + i - 9)] : [], { parentUid: head }));
    }
    const begin = performance.now();
    const result = schedule({ start: START, tasks, multipleCriticalPaths: false, criticalSlackLimit: 0 });
    expect(result.ok && result.dates.size).toBe(99_900);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
