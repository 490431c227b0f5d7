/** Laws of project files: what is written is read again, whatever the plan and the texts are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readGan } from '#shared/interchange/gan/read.ts';
import { writeGan } from '#shared/interchange/gan/write.ts';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiBaseline, MspdiProject, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import { createMspdiReader } from '#shared/interchange/mspdi/reader.ts';
import { durationFormat } from '#shared/interchange/mspdi/values.ts';
import { writeMspdi } from '#shared/interchange/mspdi/write.ts';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { CpmTask } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { arbitraryTasks, START } from '#test/support/randomPlan.ts';

/** Characters XML cannot hold are no part of a name; a parser also joins CR and LF. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((value) => value.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
const nothing = (value: string): string | null => (value === '' ? null : value);
const formatOf = (code: number) => {
  const format = durationFormat(code);
  if (!format) throw new Error(`no format ${code}`);
  return format;
};

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => {
    const sorted = minutes.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i): [number, number] => [
      (sorted[2 * i] ?? 0) * 10,
      (sorted[2 * i + 1] ?? 0) * 10,
    ]);
  });
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`);
const recurrence = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('weekly' as const),
    every: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1 }).map((list) => list.sort()),
  }),
  fc.record({
    kind: fc.constant('monthlyPosition' as const),
    every: fc.integer({ min: 1, max: 3 }),
    item: fc.constantFrom('day' as const, 'weekday' as const, 'weekendDay' as const, 0, 3, 6),
    position: fc.nat({ max: 4 }),
  }),
  fc.record({
    kind: fc.constant('yearlyDate' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({
    kind: fc.constant('yearlyPosition' as const),
    month: fc.integer({ min: 1, max: 12 }),
    item: fc.constantFrom('weekday' as const, 1, 5),
    position: fc.nat({ max: 4 }),
  }),
);
const exception = fc
  .record({
    name: text,
    from: day,
    to: fc.constant('2026-12-31'),
    intervals: fc.oneof(fc.constant<[number, number][]>([]), intervals),
    recurrence,
    count: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  })
  .map(({ count, ...rest }) => ({ ...rest, occurrences: rest.recurrence ? count : null }));
const calendar = fc
  .record({ name: text, exceptions: fc.array(exception, { maxLength: 4 }), hours: intervals })
  .map(({ name, exceptions, hours }): CalendarDef => {
    const week = presetCalendar('standard', '2', name).week;
    week[3] = hours;
    return {
      id: '2',
      name,
      baseId: null,
      week,
      exceptions,
      workWeeks: [{ name: 'w', from: '2027-01-04', to: '2027-01-10', week }],
    };
  });

/** The smallest file there is gives every field its plain value. */
function blank(): MspdiProject {
  const reader = createMspdiReader();
  reader.write(mspdiText({ tasks: [{ Name: 'x' }] }));
  const result = reader.end();
  if (!result.ok) throw new Error(result.refusal.code);
  return result.project;
}
const BLANK = blank();

/** Rows below their summary, as a file has them. */
function inOutline(tasks: readonly CpmTask[]): { task: CpmTask; level: number; number: string }[] {
  const out: { task: CpmTask; level: number; number: string }[] = [];
  const walk = (parent: number | null, level: number, prefix: string): void => {
    for (const [i, task] of tasks.filter(({ parentUid }) => parentUid === parent).entries()) {
      out.push({ task, level, number: `${prefix}${i + 1}` });
      walk(task.uid, level + 1, `${prefix}${i + 1}.`);
    }
  };
  walk(null, 1, '');
  return out;
}

interface Words {
  readonly name: string;
  readonly notes: string;
  readonly code: number;
  readonly cost: number;
  readonly baseline: boolean;
}

function baselineOf(task: CpmTask): MspdiBaseline {
  return {
    number: 3,
    start: task.start ?? START,
    finish: task.finish ?? START,
    duration: task.duration,
    durationFormat: formatOf(7),
    work: 600,
    cost: 12_345,
    fixedCost: null,
    interim: false,
    extra: [],
  };
}

function taskOf(
  task: CpmTask,
  words: Words,
  place: { row: number; level: number; number: string },
): MspdiTask {
  const [plain] = BLANK.tasks;
  if (!plain) throw new Error('no task');
  const elapsed = task.elapsed ? 1 : 0;
  return {
    ...plain,
    uid: task.uid,
    id: place.row,
    name: words.name,
    notes: nothing(words.notes),
    outlineLevel: place.level,
    outlineNumber: place.number,
    parentUid: task.parentUid,
    summary: task.summary,
    milestone: task.milestone,
    manual: task.manual,
    active: task.counts,
    start: task.start ?? START,
    finish: Math.max(task.start ?? START, task.finish ?? START),
    duration: task.duration,
    durationFormat: formatOf(words.code + elapsed),
    constraintType: task.constraint,
    constraintDate: task.constraintDate,
    deadline: task.deadline,
    levelingDelay: task.levelingDelay,
    effort: { ...plain.effort, cost: words.cost },
    progress: {
      ...plain.progress,
      percentComplete: task.actualStart === null ? 0 : 40,
      actualStart: task.actualStart,
      actualFinish: task.actualFinish,
      stop: task.stop,
      resume: task.resume,
      remainingDuration: task.remainingDuration,
    },
    links: task.links.map((link) => ({
      predecessorUid: link.predecessorUid,
      type: link.type,
      lag: link.lag,
      lagFormat: formatOf((link.percent ? 19 : 7) + (link.elapsed ? 1 : 0)),
      crossProject: false,
      crossProjectName: null,
    })),
    baselines: words.baseline ? [baselineOf(task)] : [],
  };
}

const plan: fc.Arbitrary<MspdiProject> = fc
  .record({
    tasks: arbitraryTasks,
    words: fc.array(
      fc.record({
        name: text,
        notes: text,
        code: fc.constantFrom(3, 5, 7, 9, 11, 35, 39),
        cost: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        baseline: fc.boolean(),
      }),
      { minLength: 14, maxLength: 14 },
    ),
    calendar,
    title: text,
  })
  .map(({ tasks, words, calendar: definition, title }) => {
    const parents = new Set(tasks.map(({ parentUid }) => parentUid));
    const rows = inOutline(tasks);
    return {
      ...BLANK,
      producer: 'milepost',
      properties: { ...BLANK.properties, title: nothing(title), startDate: START },
      calendars: [
        ...BLANK.calendars.map((each) => ({ ...each, isBase: true })),
        { uid: 2, isBase: true, definition, extra: [] },
      ],
      tasks: rows.map(({ task, level, number }, i) =>
        taskOf({ ...task, summary: parents.has(task.uid) }, words[i] as Words, { row: i + 1, level, number }),
      ),
    };
  });

function readAgain(pieces: Iterable<string>) {
  const reader = createMspdiReader();
  for (const piece of pieces) reader.write(piece);
  const result = reader.end();
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.line}`);
  return result;
}

/** Links of a random plan may run in circles or twice; the first reading leaves those out. */
const readable = (project: MspdiProject) => readAgain(writeMspdi(project)).project;

it('a written plan is read again the same, in every field', () => {
  fc.assert(
    fc.property(plan, (project) => {
      const clean = readable(project);
      expect(clean.tasks.map(({ links, constraintType, constraintDate, ...rest }) => rest)).toEqual(
        project.tasks.map(({ links, constraintType, constraintDate, ...rest }) => rest),
      );
      expect(clean.calendars).toEqual(project.calendars);
      expect(clean.properties).toEqual(project.properties);
      const again = readAgain(writeMspdi(clean));
      expect(again.project).toEqual({ ...clean, droppedLinks: [] });
    }),
    { numRuns: 100 },
  );
});

it('a calculation finds the same dates before and after', () => {
  fc.assert(
    fc.property(plan, (project) => {
      const clean = readable(project);
      const [before, after] = [clean, readable(clean)].map((each) => schedule(toCpmInput(each)));
      if (!before?.ok || !after?.ok) throw new Error('a circle');
      expect([...after.dates]).toEqual([...before.dates]);
    }),
    { numRuns: 60 },
  );
});

it('a .gan file of any plan is well-formed and settles: written again it is the same', () => {
  fc.assert(
    fc.property(plan, (project) => {
      const first = readGan([...writeGan(readable(project))].join(''));
      if (!first.ok) throw new Error(first.refusal.code);
      expect(first.project.tasks.map(({ name }) => name)).toEqual(project.tasks.map(({ name }) => name));
      const second = readGan([...writeGan(first.project)].join(''));
      if (!second.ok) throw new Error(second.refusal.code);
      expect(second.project).toEqual(first.project);
    }),
    { numRuns: 100 },
  );
});
