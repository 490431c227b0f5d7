import { describe, expect, it } from 'vitest';
import { DAY, inputOf, START, standard, task } from '#test/support/randomPlan.ts';
import { compileCalendar } from '../calendar/compile.ts';
import type { Interval } from '../calendar/definition.ts';
import { formatLocal, parseLocal } from '../calendar/instant.ts';
import { presetCalendar } from '../calendar/presets.ts';
import type { CpmInput, CpmLink, CpmTask } from './model.ts';
import { schedule } from './schedule.ts';
import { createScheduler } from './scheduler.ts';

const at = (text: string) => parseLocal(`2026-${text}`) ?? Number.NaN;
const show = (t: number) => formatLocal(t).slice(5, 16);
const link = (
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
const summary = (uid: number, more: Partial<CpmTask> = {}, links: CpmLink[] = []) =>
  task(uid, 0, links, { summary: true, milestone: false, ...more });
const dated = (constraint: CpmTask['constraint'], date: string): Partial<CpmTask> => ({
  constraint,
  constraintDate: at(date),
});

function run(tasks: CpmTask[], more: Partial<CpmInput> = {}) {
  const result = schedule(inputOf(tasks, more));
  if (!result.ok) throw new Error(`loop ${result.cycle.join(' ')}`);
  const of = (uid: number) => {
    const dates = result.dates.get(uid);
    if (!dates) throw new Error(`no dates for ${uid}`);
    return {
      at: `${show(dates.start)} ${show(dates.finish)}`,
      late: `${show(dates.lateStart)} ${show(dates.lateFinish)}`,
      slack: dates.totalSlack,
      free: dates.freeSlack,
      critical: dates.critical,
    };
  };
  return { ...result, of };
}

// START is Friday 2026-11-20 08:00.
describe('as late as possible', () => {
  it('uses all slack and pushes what follows, which is critical then', () => {
    const { of } = run([task(1, DAY, [], { constraint: 'ALAP' }), task(2, DAY, [link(1)]), task(3, 4 * DAY)]);
    expect(of(1)).toMatchObject({ at: '11-24T08:00 11-24T17:00', slack: 0, critical: true });
    expect(of(2)).toMatchObject({ at: '11-25T08:00 11-25T17:00', slack: 0, critical: true });
  });
  it('keeps behind its predecessors where there is no room', () => {
    const { of } = run([
      task(1, 3 * DAY),
      task(2, DAY, [link(1)], { constraint: 'ALAP', deadline: at('11-23T17:00') }),
    ]);
    expect(of(2)).toMatchObject({ at: '11-25T08:00 11-25T17:00', slack: 0, critical: true });
    expect(of(1)).toMatchObject({ slack: -2 * DAY, free: 0 });
  });
});

describe('from the finish', () => {
  const from = { scheduleFrom: 'finish' as const, finish: at('11-27T17:00') };
  it('places everything as late as the finish allows and says when to begin', () => {
    const late = { constraint: 'ALAP' as const };
    const { of, start, finish } = run(
      [task(1, 2 * DAY, [], late), task(2, 3 * DAY, [link(1)], late), task(3, DAY, [link(1)], late)],
      from,
    );
    expect([show(start), show(finish)]).toEqual(['11-23T08:00', '11-27T17:00']);
    expect(of(1)).toMatchObject({ at: '11-23T08:00 11-24T17:00', slack: 0, critical: true });
    expect(of(3)).toMatchObject({ at: '11-27T08:00 11-27T17:00', slack: 2 * DAY, critical: false });
  });
  it('pulls an as-soon-as-possible task and its predecessors to the front', () => {
    const late = { constraint: 'ALAP' as const };
    const { of } = run([task(1, DAY, [], late), task(2, DAY, [link(1)]), task(3, 5 * DAY, [], late)], from);
    expect(of(1).at).toBe('11-23T08:00 11-23T17:00');
    expect(of(2).at).toBe('11-24T08:00 11-24T17:00');
  });
});

describe('constraints', () => {
  it('lets a task without predecessors begin before the project, not one with', () => {
    const early = dated('SNET', '11-16T08:00');
    const { of } = run([task(1, DAY, [], early), task(2, DAY, [link(3)], early), task(3, 0)]);
    expect(of(1).at).toBe('11-16T08:00 11-16T17:00');
    expect(of(2).at).toBe('11-20T08:00 11-20T17:00');
  });
  it('are handed down: a summary starts no earlier, and must finish by its date', () => {
    const { of, summaries } = run([
      summary(1, dated('SNET', '11-24T08:00')),
      task(2, DAY, [], { parentUid: 1 }),
      summary(3, dated('FNLT', '11-20T17:00')),
      task(4, 2 * DAY, [], { parentUid: 3 }),
      summary(5, { deadline: at('11-20T17:00') }),
      task(6, 2 * DAY, [], { parentUid: 5 }),
    ]);
    expect(of(2).at).toBe('11-24T08:00 11-24T17:00');
    // Late, and nothing follows: free slack is none, not less than none.
    expect(of(4)).toMatchObject({ at: '11-20T08:00 11-23T17:00', slack: -DAY, free: 0 });
    expect([of(6).slack, summaries.get(5)?.totalSlack]).toEqual([DAY, -DAY]);
  });
  it('counts the critical limit, and several open ends each on their own', () => {
    const tasks = [task(1, DAY), task(2, 3 * DAY)];
    expect(run(tasks).of(1)).toMatchObject({ slack: 2 * DAY, critical: false });
    expect(run(tasks, { criticalSlackLimit: 2 * DAY }).of(1).critical).toBe(true);
    expect(run(tasks, { multipleCriticalPaths: true }).of(1)).toMatchObject({ slack: 0, critical: true });
  });
});

describe('progress', () => {
  it('goes on with the rest where it resumes', () => {
    const { of } = run([
      task(1, 2 * DAY, [], {
        actualStart: START,
        stop: at('11-20T17:00'),
        resume: at('11-25T08:00'),
        remainingDuration: DAY,
      }),
      task(2, DAY, [link(1)]),
    ]);
    expect([of(1).at, of(2).at]).toEqual(['11-20T08:00 11-25T17:00', '11-26T08:00 11-26T17:00']);
  });
  it('leaves a link from a start its say about the late finish, also after that start has happened', () => {
    const { of } = run([
      task(1, 2 * DAY, [], { actualStart: START }),
      task(2, 3 * DAY, [link(1, 'SS')]),
      task(3, 4 * DAY),
    ]);
    expect(of(1)).toMatchObject({ slack: DAY });
  });
});

describe('lags', () => {
  it('of half a tenth go to the even neighbour, forwards and backwards', () => {
    const startOf = (duration: number, lag: number) => {
      const { dates } = run([task(1, duration), task(2, DAY, [link(1, 'SS', { lag, percent: true })])]);
      return (dates.get(2)?.earlyStart ?? 0) - START;
    };
    expect([1, 3, 5, 7].map((duration) => startOf(duration, 50))).toEqual([0, 2, 2, 4]);
    // A lead ends where work was possible; inside the day that is the same count backwards.
    const led = (duration: number) => {
      const { dates } = run([task(1, duration), task(2, 10, [link(1, 'FS', { lag: -50, percent: true })])]);
      return (dates.get(2)?.earlyStart ?? 0) - START;
    };
    expect([5, 7, 9].map(led)).toEqual([3, 3, 5]);
  });
  it('round the clock over a weekend cost working time on the way back', () => {
    const { of } = run([task(1, DAY), task(2, DAY, [link(1, 'FF', { lag: 14_400, elapsed: true })])]);
    // The link ends work on Saturday; the latest end of work before that is Friday, a day before which is Thursday.
    expect(of(2)).toMatchObject({ at: '11-20T08:00 11-21T17:00', late: '11-20T08:00 11-20T17:00', slack: 0 });
    expect(of(1)).toMatchObject({ late: '11-19T08:00 11-19T17:00', slack: -DAY, critical: true });
  });
});

describe('tasks scheduled by hand (semantics §4.7)', () => {
  it('leave their predecessors room by their own duration, whatever the hours of people', () => {
    const half: Interval[] = [[4800, 7200]];
    const mornings = compileCalendar(
      { ...presetCalendar('standard', 'm', 'm'), week: [[], half, half, half, half, half, []] },
      new Map(),
    );
    const parts = [{ calendar: mornings, length: DAY, delay: 0 }];
    const hand = {
      fixedDates: true,
      manual: true,
      start: at('11-24T08:00'),
      finish: at('11-24T17:00'),
      parts,
    };
    const { of } = run([task(1, DAY), task(2, DAY, [link(1)], hand), task(3, 5 * DAY)]);
    expect(of(1)).toMatchObject({ late: '11-24T13:00 11-25T12:00' });
    expect(of(2)).toMatchObject({ at: '11-24T08:00 11-24T17:00' });
  });
});

describe('summaries', () => {
  it('as predecessors give their span, also to lags of a percentage', () => {
    const { of, summaries } = run([
      summary(1),
      task(2, DAY, [], { parentUid: 1 }),
      task(3, DAY, [link(2)], { parentUid: 1 }),
      task(4, DAY, [link(1, 'FS', { lag: 50, percent: true })]),
    ]);
    expect(summaries.get(1)).toMatchObject({ duration: 2 * DAY, totalSlack: 0, critical: true });
    expect(of(4).at).toBe('11-25T08:00 11-25T17:00');
  });
});

describe('circles', () => {
  const cycleOf = (tasks: CpmTask[]) => {
    const result = schedule(inputOf(tasks));
    return result.ok ? null : result.cycle;
  };
  it('are named in the direction of the links, without what only hangs behind them', () => {
    expect(
      cycleOf([
        task(1, 1),
        task(2, 1, [link(1), link(4)]),
        task(3, 1, [link(2)]),
        task(4, 1, [link(3)]),
        task(5, 1, [link(4)]),
      ]),
    ).toEqual([2, 3, 4]);
  });
  it('through summaries and between a summary and its own row are found too', () => {
    expect(
      cycleOf([
        summary(1, {}, [link(4)]),
        task(2, 1, [], { parentUid: 1 }),
        summary(3),
        task(4, 1, [link(2)], { parentUid: 3 }),
      ]),
    ).toEqual(expect.arrayContaining([1, 2, 4]));
    expect(cycleOf([summary(1), task(2, 1, [link(1)], { parentUid: 1 })])).toEqual([1, 2]);
  });
  it('of parents do not hang', () => {
    const { of } = run([
      task(1, DAY),
      task(2, DAY, [], { parentUid: 3 }),
      task(3, DAY, [], { parentUid: 2 }),
    ]);
    expect(of(1).at).toBe('11-20T08:00 11-20T17:00');
  });
  it('are refused by an edit, which then has changed nothing', () => {
    const scheduler = createScheduler(inputOf([task(1, DAY), task(2, DAY, [link(1)])]));
    if ('cycle' in scheduler) throw new Error('loop');
    const before = scheduler.dates(2);
    expect(scheduler.edit({ put: [task(1, 3 * DAY, [link(2)])] })).toEqual({ ok: false, cycle: [1, 2] });
    expect(scheduler.dates(2)).toEqual(before);
  });
});

describe('calendars without work and beyond the end of time', () => {
  it('end every pass', () => {
    const never = compileCalendar(
      { ...presetCalendar('standard', 'n', 'n'), week: [[], [], [], [], [], [], []] },
      new Map(),
    );
    const { of } = run([
      task(1, DAY, [], { calendar: never }),
      task(2, 2_000_000_000, [link(1)], { calendar: standard }),
    ]);
    expect(of(1).slack).toBe(0);
    expect(of(2).critical).toBe(true);
  });
});

it('takes ids of text', () => {
  const one = { ...task(1, DAY), uid: 'tsk_a', parentUid: null, links: [] };
  const two = { ...one, uid: 'tsk_b', links: [{ ...link(1), predecessorUid: 'tsk_a' }] };
  const result = schedule<string>({ ...inputOf([]), tasks: [one, two] });
  expect(result.ok && show(result.dates.get('tsk_b')?.start ?? 0)).toBe('11-23T08:00');
});
