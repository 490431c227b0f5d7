import fc from 'fast-check';
import { compileCalendar, createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import type { ConstraintType, CpmInput, CpmLink, CpmTask, CpmWorkPart } from '#shared/schedule/cpm/model.ts';

export const START = parseLocal('2026-11-20T08:00') ?? 0;
export const DAY = 4800;

const oneDay = (date: string, intervals: [number, number][]): CalendarDef['exceptions'][number] => ({
  name: date,
  from: date,
  to: date,
  intervals,
  recurrence: null,
  occurrences: null,
});
const holidays: CalendarDef = {
  ...presetCalendar('standard', 'holidays', 'holidays'),
  exceptions: [
    oneDay('2026-11-23', []),
    oneDay('2026-11-28', [[4800, 10_201]]),
    { ...oneDay('2026-11-30', []), to: '2026-12-03' },
  ],
};
const derived: CalendarDef = {
  ...presetCalendar('standard', 'derived', 'derived'),
  baseId: 'holidays',
  week: [null, null, null, [[3007, 9011]], null, null, null],
};
const closed: CalendarDef = {
  ...presetCalendar('standard', 'closed', 'closed'),
  week: [[], [], [], [], [], [], []],
};
const set = createCalendarSet([holidays, derived, closed]);
const preset = (kind: Parameters<typeof presetCalendar>[0]) =>
  compileCalendar(presetCalendar(kind, kind, kind), new Map());

export const standard: WorkCalendar = preset('standard');
export const allDay: WorkCalendar = preset('allDay');
export const CALENDARS: readonly WorkCalendar[] = [
  standard,
  preset('sixDay'),
  preset('nightShift'),
  allDay,
  ...['holidays', 'derived', 'closed'].flatMap((id) => set(id) ?? []),
];

/** A task of nothing but a duration. */
export const task = (
  uid: number,
  duration: number,
  links: readonly CpmLink[] = [],
  more: Partial<CpmTask> = {},
): CpmTask => ({
  uid,
  parentUid: null,
  summary: false,
  counts: true,
  fixedDates: false,
  manual: false,
  milestone: duration === 0,
  duration,
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

export const inputOf = (tasks: readonly CpmTask[], more: Partial<CpmInput> = {}): CpmInput => ({
  start: START,
  tasks,
  multipleCriticalPaths: false,
  criticalSlackLimit: 0,
  ...more,
});

const instant = fc
  .tuple(fc.integer({ min: -10, max: 25 }), fc.constantFrom(0, 4800, 7200, 7800, 10_200, 10_203, 5433))
  .map(([day, time]) => START - 4800 + day * 14_400 + time);
const duration = fc.oneof(fc.constantFrom(0, DAY, 2 * DAY, 5 * DAY), fc.integer({ min: 0, max: 40_000 }));
const rarely = <T>(value: fc.Arbitrary<T>, weight = 8) => fc.option(value, { freq: weight, nil: null });
const calendar = fc.constantFrom(...CALENDARS.slice(0, -1), ...CALENDARS);

const CONSTRAINTS: readonly ConstraintType[] = ['ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'];

export const arbitraryLink = (plain: boolean) =>
  fc.record({
    predecessorUid: fc.nat({ max: 40 }),
    type: fc.constantFrom('FS' as const, 'FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
    lag: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      fc.integer({ min: plain ? 0 : -9600, max: 14_400 }),
    ),
    percent: fc.constant(false),
    elapsed: plain ? fc.constant(false) : fc.boolean(),
  });
const percentLink = arbitraryLink(false).map((link) => ({
  ...link,
  percent: true,
  lag: Math.round(link.lag / 100),
}));

const part: fc.Arbitrary<CpmWorkPart> = fc.record({
  calendar,
  length: fc.integer({ min: 1, max: 20_000 }),
  delay: fc.constantFrom(0, 0, 600),
});

interface Extras {
  constraint: { constraint: ConstraintType; constraintDate: number } | null;
  deadline: number | null;
  progress: Partial<CpmTask> | null;
  fixed: Partial<CpmTask> | null;
  parts: CpmWorkPart[] | null;
  levelingDelay: number | null;
  elapsed: boolean | null;
  inactive: boolean | null;
}

const progress: fc.Arbitrary<Partial<CpmTask>> = fc
  .tuple(instant, rarely(instant, 1), rarely(instant, 1), rarely(duration, 1))
  .map(([actualStart, actualFinish, resume, remainingDuration]) => ({
    actualStart,
    actualFinish: actualFinish === null ? null : Math.max(actualStart, actualFinish),
    resume,
    stop: resume,
    remainingDuration,
  }));
const extras: fc.Arbitrary<Extras> = fc.record({
  constraint: rarely(fc.record({ constraint: fc.constantFrom(...CONSTRAINTS), constraintDate: instant }), 2),
  deadline: rarely(instant),
  progress: rarely(progress, 4),
  fixed: rarely(
    fc.tuple(instant, instant).map(([a, b]) => ({
      fixedDates: true,
      manual: true,
      start: Math.min(a, b),
      finish: Math.max(a, b),
    })),
  ),
  parts: rarely(fc.array(part, { minLength: 1, maxLength: 3 }), 4),
  levelingDelay: rarely(fc.integer({ min: 1, max: 20_000 })),
  elapsed: rarely(fc.constant(true)),
  inactive: rarely(fc.constant(true)),
});

/** Rows with outline, every kind of link, constraint and progress; links mostly lead forward. */
export const arbitraryTasks: fc.Arbitrary<CpmTask[]> = fc
  .array(
    fc.record({
      duration,
      calendar,
      milestone: fc.boolean(),
      up: fc.nat({ max: 12 }),
      isSummary: rarely(fc.constant(true), 4),
      links: fc.array(fc.oneof({ weight: 5, arbitrary: arbitraryLink(false) }, percentLink), {
        maxLength: 3,
      }),
      back: rarely(fc.constant(true), 30),
      extras,
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) => {
    const summaries: number[] = [];
    return rows.map((row, i) => {
      const uid = i + 1;
      const parentUid = summaries.length > 0 ? (summaries[row.up % (summaries.length + 1)] ?? null) : null;
      if (row.isSummary) summaries.push(uid);
      const {
        constraint,
        deadline,
        progress: done,
        fixed,
        parts,
        levelingDelay,
        elapsed,
        inactive,
      } = row.extras;
      const links = row.links.flatMap((link) => {
        if (row.back) return [{ ...link, predecessorUid: (link.predecessorUid % rows.length) + 1 }];
        return i === 0 ? [] : [{ ...link, predecessorUid: (link.predecessorUid % i) + 1 }];
      });
      return task(uid, row.duration, links, {
        parentUid,
        summary: row.isSummary === true,
        calendar: row.calendar,
        milestone: row.duration === 0 && row.milestone,
        ...constraint,
        deadline,
        ...(row.isSummary ? {} : { ...done, ...fixed }),
        parts: parts ?? [],
        levelingDelay: levelingDelay ?? 0,
        elapsed: elapsed === true,
        counts: inactive !== true,
      });
    });
  });
