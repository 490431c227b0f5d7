import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CpmInput, CpmLink, CpmTask, LinkType } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { createScheduler, type Scheduler } from '#shared/schedule/cpm/scheduler.ts';
import {
  allDay,
  arbitraryLink,
  arbitraryTasks,
  CALENDARS,
  inputOf,
  START,
  task,
} from '../support/randomPlan.ts';

const RUNS = 500;

/** Tasks that all count, without constraints or progress, in a network without circles. */
const plainTasks = (types: readonly LinkType[], calendars = CALENDARS.slice(0, -1)) =>
  fc
    .array(
      fc.record({
        duration: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 })),
        calendar: fc.constantFrom(...calendars),
        links: fc.array(arbitraryLink(true), { maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 20 },
    )
    .map((rows) =>
      rows.map(({ duration, calendar, links }, i) =>
        task(
          i + 1,
          duration,
          i === 0
            ? []
            : links.map((link, k) => ({
                ...link,
                predecessorUid: (link.predecessorUid % i) + 1,
                type: types[(link.predecessorUid + k) % types.length] ?? 'FS',
              })),
          { calendar },
        ),
      ),
    );

function run(input: CpmInput) {
  const result = schedule(input);
  if (!result.ok) throw new Error(`loop ${result.cycle.join(' ')}`);
  return result;
}
const sorted = (input: CpmInput) => {
  const result = schedule(input);
  return result.ok
    ? {
        dates: [...result.dates].sort(([a], [b]) => a - b),
        sums: [...result.summaries].sort(([a], [b]) => a - b),
      }
    : 'loop';
};

const withTask = (tasks: readonly CpmTask[], row: number, more: Partial<CpmTask>): CpmTask[] =>
  tasks.map((each, i) => (i === row ? { ...each, ...more } : each));

describe('laws of the schedule', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        arbitraryTasks.chain((tasks) =>
          fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length })),
        ),
        ([tasks, shuffled]) => {
          expect(sorted(inputOf(shuffled))).toEqual(sorted(inputOf(tasks)));
        },
      ),
      { numRuns: RUNS },
    );
  });
  it.each([
    ['links of every kind on one calendar', plainTasks(['FS', 'SS', 'FF', 'SF'], CALENDARS.slice(0, 1))],
    ['links to starts between calendars', plainTasks(['FS', 'SS'])],
  ])(
    'have no negative slack without constraints, and something critical ends the project: %s',
    (_, plans) => {
      fc.assert(
        fc.property(plans, (tasks) => {
          const result = run(inputOf(tasks));
          const all = [...result.dates.values()];
          expect(all.every(({ totalSlack, freeSlack }) => totalSlack >= 0 && freeSlack >= 0)).toBe(true);
          expect(all.some(({ critical, earlyFinish }) => critical && earlyFinish === result.finish)).toBe(
            true,
          );
        }),
        { numRuns: RUNS },
      );
    },
  );
  it('finishes nothing earlier if a duration grows', () => {
    fc.assert(
      fc.property(
        plainTasks(['FS', 'SS']),
        fc.nat(),
        fc.integer({ min: 1, max: 9600 }),
        (tasks, at, more) => {
          const row = at % tasks.length;
          const before = run(inputOf(tasks));
          const after = run(inputOf(withTask(tasks, row, { duration: (tasks[row]?.duration ?? 0) + more })));
          for (const [uid, { earlyStart, earlyFinish }] of before.dates) {
            expect(after.dates.get(uid)?.earlyStart).toBeGreaterThanOrEqual(earlyStart);
            expect(after.dates.get(uid)?.earlyFinish).toBeGreaterThanOrEqual(earlyFinish);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
  it('starts nothing earlier if a lag grows', () => {
    fc.assert(
      fc.property(
        plainTasks(['FS', 'SS', 'FF', 'SF']),
        fc.nat(),
        fc.integer({ min: 1, max: 9600 }),
        (tasks, at, more) => {
          const row = at % tasks.length;
          const links = (tasks[row]?.links ?? []).map((link) => ({ ...link, lag: link.lag + more }));
          const before = run(inputOf(tasks));
          const after = run(inputOf(withTask(tasks, row, { links })));
          for (const [uid, { earlyStart }] of before.dates)
            expect(after.dates.get(uid)?.earlyStart).toBeGreaterThanOrEqual(earlyStart);
        },
      ),
      { numRuns: RUNS },
    );
  });
  it('moves nothing else if a task slips within its free and total slack', () => {
    fc.assert(
      fc.property(plainTasks(['FS', 'SS'], [allDay]), fc.nat(), (tasks, at) => {
        const row = at % tasks.length;
        const before = run(inputOf(tasks));
        const own = before.dates.get(row + 1);
        if (!own) throw new Error('no dates');
        const slipped = withTask(tasks, row, {
          constraint: 'SNET',
          constraintDate: own.earlyStart + Math.min(own.freeSlack, own.totalSlack),
        });
        const after = run(inputOf(slipped));
        expect(after.finish).toBe(before.finish);
        for (const [uid, { earlyStart }] of before.dates)
          if (uid !== row + 1) expect(after.dates.get(uid)?.earlyStart).toBe(earlyStart);
      }),
      { numRuns: RUNS },
    );
  });
});

const TURNED: Readonly<Record<LinkType, LinkType>> = { FS: 'FS', SS: 'FF', FF: 'SS', SF: 'SF' };
const TURNED_CONSTRAINT = {
  ASAP: 'ALAP',
  ALAP: 'ASAP',
  MSO: 'MFO',
  MFO: 'MSO',
  SNET: 'FNLT',
  FNLT: 'SNET',
  FNET: 'SNLT',
  SNLT: 'FNET',
} as const;

/** The plan with time running backwards: links turn round, starts become finishes. */
function mirror(tasks: readonly CpmTask[]): CpmTask[] {
  const links = new Map<number, CpmLink[]>(tasks.map(({ uid }) => [uid, []]));
  for (const { uid, links: own } of tasks)
    for (const link of own)
      links.get(link.predecessorUid)?.push({ ...link, predecessorUid: uid, type: TURNED[link.type] });
  return tasks.map((each) => ({
    ...each,
    links: links.get(each.uid) ?? [],
    constraint: TURNED_CONSTRAINT[each.constraint],
    constraintDate: each.constraintDate === null ? null : -each.constraintDate,
  }));
}

describe('forward and backward are mirror images', () => {
  const constrained = plainTasks(['FS', 'SS', 'FF', 'SF'], [allDay]).chain((tasks) =>
    fc
      .array(
        fc.option(
          fc.record({
            constraint: fc.constantFrom(
              'ALAP' as const,
              'MSO' as const,
              'MFO' as const,
              'SNET' as const,
              'FNET' as const,
            ),
            constraintDate: fc.integer({ min: START + 40_000, max: START + 140_000 }),
          }),
          { freq: 2, nil: {} },
        ),
        { minLength: tasks.length, maxLength: tasks.length },
      )
      .map((extras) => tasks.map((each, i) => ({ ...each, ...extras[i] }))),
  );
  it('round the clock, a plan from the finish is the mirrored plan from the start', () => {
    fc.assert(
      fc.property(constrained, (tasks) => {
        const there = run(inputOf(tasks));
        const back = run(inputOf(mirror(tasks), { start: -START, scheduleFrom: 'finish', finish: -START }));
        expect(back.start).toBe(-there.finish);
        for (const [uid, dates] of there.dates)
          expect(back.dates.get(uid), `task ${uid}`).toMatchObject({
            start: 0 - dates.finish,
            finish: 0 - dates.start,
            lateFinish: 0 - dates.earlyStart,
            lateStart: 0 - dates.earlyFinish,
            earlyFinish: 0 - dates.lateStart,
            earlyStart: 0 - dates.lateFinish,
            totalSlack: dates.totalSlack,
          });
      }),
      { numRuns: RUNS },
    );
  });
});

const FS: Omit<CpmLink, 'predecessorUid'> = { type: 'FS', lag: 0, percent: false, elapsed: false };

const snapshot = (scheduler: Scheduler, tasks: readonly CpmTask[]) => ({
  finish: scheduler.finish,
  dates: tasks.map(({ uid }) => scheduler.dates(uid)),
  sums: [...scheduler.summaries()].sort(([a], [b]) => a - b),
});
const fresh = (tasks: readonly CpmTask[]) => {
  const result = run(inputOf(tasks));
  return {
    finish: result.finish,
    dates: tasks.map(({ uid }) => result.dates.get(uid) ?? null),
    sums: [...result.summaries].sort(([a], [b]) => a - b),
  };
};

describe('a plan that is edited', () => {
  const edits = fc.array(fc.tuple(fc.nat(), arbitraryTasks), { minLength: 1, maxLength: 6 });
  it('always has the dates of a plan calculated anew, and undoing every edit restores all of them', () => {
    fc.assert(
      fc.property(arbitraryTasks, edits, (begin, steps) => {
        const scheduler = createScheduler(inputOf(begin));
        if ('cycle' in scheduler) return;
        let tasks = begin;
        const undo: CpmTask[] = [];
        for (const [at, donors] of steps) {
          const row = at % tasks.length;
          const donor = donors[at % donors.length];
          const old = tasks[row];
          if (!old || !donor) continue;
          const { uid, parentUid, summary, links } = old;
          // Now and then the links change too, and with them the network.
          const next = { ...donor, uid, parentUid, summary, links: at % 3 === 0 ? donor.links : links };
          const update = scheduler.edit({ put: [next] });
          const wanted = withTask(tasks, row, next);
          expect(update.ok).toBe(schedule(inputOf(wanted)).ok);
          if (update.ok) {
            undo.push(old);
            tasks = wanted;
          }
          expect(snapshot(scheduler, tasks)).toEqual(fresh(tasks));
        }
        for (const old of undo.reverse()) scheduler.edit({ put: [old] });
        expect(snapshot(scheduler, begin)).toEqual(fresh(begin));
      }),
      { numRuns: RUNS },
    );
  });
  it('follows durations of plain tasks, names all that changed, and adds and removes rows', () => {
    fc.assert(
      fc.property(
        plainTasks(['FS', 'SS', 'FF', 'SF']),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 30_000 })), { minLength: 1, maxLength: 8 }),
        (begin, steps) => {
          const scheduler = createScheduler(inputOf(begin));
          if ('cycle' in scheduler) throw new Error('loop');
          let tasks: CpmTask[] = begin;
          for (const [at, duration] of steps) {
            const row = at % tasks.length;
            const before = fresh(tasks).dates;
            tasks = withTask(tasks, row, { duration });
            const update = scheduler.edit({ put: [tasks[row] as CpmTask] });
            if (!update.ok || update.changed === null) throw new Error('not followed');
            const after = fresh(tasks);
            expect(snapshot(scheduler, tasks)).toEqual(after);
            const named = new Set(update.changed);
            tasks.forEach(({ uid }, i) => {
              if (JSON.stringify(before[i]) !== JSON.stringify(after.dates[i])) expect(named).toContain(uid);
            });
          }
          const last = tasks.at(-1) as CpmTask;
          scheduler.edit({ remove: [last.uid] });
          expect(snapshot(scheduler, tasks.slice(0, -1))).toEqual(fresh(tasks.slice(0, -1)));
          scheduler.edit({ put: [last] });
          expect(snapshot(scheduler, tasks)).toEqual(fresh(tasks));
        },
      ),
      { numRuns: RUNS },
    );
  });
  it('calculates all of it where nearly all of it moves, and comes back', () => {
    const length = 600;
    const chain = Array.from({ length }, (_, i) =>
      task(i + 1, 600 * (i % 5), i === 0 ? [] : [{ ...FS, predecessorUid: Math.max(1, i - (i % 3)) }], {
        calendar: CALENDARS[i % 4] ?? allDay,
      }),
    );
    const scheduler = createScheduler(inputOf(chain));
    if ('cycle' in scheduler) throw new Error('loop');
    for (const duration of [20_000, 30, 0]) {
      const edited = withTask(chain, 0, { duration });
      scheduler.edit({ put: [edited[0] as CpmTask] });
      expect(snapshot(scheduler, edited)).toEqual(fresh(edited));
      const late = withTask(edited, length - 1, { duration: duration + 77 });
      scheduler.edit({ put: [late[length - 1] as CpmTask] });
      expect(snapshot(scheduler, late)).toEqual(fresh(late));
      scheduler.edit({ put: [chain[0] as CpmTask, chain[length - 1] as CpmTask] });
      expect(snapshot(scheduler, chain)).toEqual(fresh(chain));
    }
  });
});
