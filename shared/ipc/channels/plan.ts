/** The plan of a project: one read model, and commands that are one undo step each. */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../../domain/plan/predecessors.ts';
import { dateSchema, idSchema, localSchema } from '../../model/field.ts';
import { calendarSchema, exceptionSchema, weekSchema } from '../../schedule/calendar/definition.ts';
import { PRESET_KINDS } from '../../schedule/calendar/presets.ts';
import { CONSTRAINTS, networkSchema } from '../../schedule/network/columns.ts';
import { command, query } from '../channel.ts';

/** Bits of `flags` in the rows of a plan. */
export const PLAN_FLAGS = {
  summary: 1,
  milestone: 2,
  manual: 4,
  inactive: 8,
  blank: 16,
  clientVisible: 32,
  /** No slack, or not more than the project calls critical. */
  critical: 64,
  /** I3: owed under the contract, or promised. */
  contract: 128,
  promise: 256,
  /** I6, I7. */
  buffer: 512,
  recurring: 1024,
  /** H2: work without a part of the agreed scope, in a project that has such parts. */
  unscoped: 2048,
  /** Of another project. */
  elsewhere: 4096,
} as const;

const instant = z.number().nullable();
const texts = z.array(z.string());

/**
 * Rows in outline order, column by column: a third of the size of objects, which counts at 20 000 rows.
 * Instants are tenths of a minute since 1970 on the wall clock; those of summaries are rolled up.
 */
export const planRowsSchema = z.strictObject({
  id: texts,
  /** 1 for the outermost. */
  depth: z.array(z.int()),
  /** `1.2.3`, from the outline; what predecessors refer to. */
  number: texts,
  name: texts,
  flags: z.array(z.int()),
  start: z.array(instant),
  finish: z.array(instant),
  /** Tenths of working time (wall clock if the unit is elapsed). */
  duration: z.array(z.number().nullable()),
  unit: texts,
  percent: z.array(z.number()),
  deadline: z.array(instant),
  responsible: z.array(z.string().nullable()),
  /** Calendar of the task itself; null = the project's. */
  calendar: z.array(z.string().nullable()),
  /** Calculated; null for rows that do not count. */
  lateStart: z.array(instant),
  lateFinish: z.array(instant),
  /** Tenths of working time on the calendar of the row; negative: late. */
  totalSlack: z.array(z.number().nullable()),
  freeSlack: z.array(z.number().nullable()),
  /** End of the day that was promised. */
  promised: z.array(instant),
  party: z.array(z.string().nullable()),
  /** Hundredths of the currency. */
  cost: z.array(z.number().nullable()),
  constraint: z.array(z.enum(CONSTRAINTS)),
  /** Part of the agreed scope (`scope_item`). */
  scope: z.array(z.string().nullable()),
});

export const planLinksSchema = z.strictObject({
  id: texts,
  /** Indexes of rows. */
  from: z.array(z.int()),
  to: z.array(z.int()),
  type: z.array(z.enum(LINK_TYPES)),
  lagKind: z.array(z.enum(LAG_KINDS)),
  lagValue: z.array(z.number()),
  lagUnit: texts,
});

export const planSchema = z.strictObject({
  project: z.strictObject({
    id: z.string(),
    name: z.string(),
    start_on: z.string().nullable(),
    finish_on: z.string().nullable(),
    status_on: z.string().nullable(),
    minutes_per_day: z.int(),
    minutes_per_week: z.int(),
    days_per_month: z.int(),
    /** `kept`: dates stay as they are stored; nothing is calculated from links. */
    scheduling: z.enum(['automatic', 'kept']),
    schedule_from: z.enum(['start', 'finish']),
  }),
  today: z.string(),
  /** End of work on the status day; null without one. */
  statusAt: instant,
  calendars: z.array(calendarSchema),
  /** One of `calendars`. */
  calendarId: z.string(),
  rows: planRowsSchema,
  links: planLinksSchema,
});
export type PlanAnswer = z.infer<typeof planSchema>;

const ids = z.array(idSchema).min(1).max(50_000);
const projectId = idSchema;
const day = dateSchema;
const moment = z.union([dateSchema, localSchema]);

/** Where a new row goes; `child` is the last place inside, `end` the end of the plan. */
export const placeSchema = z.strictObject({
  where: z.enum(['before', 'after', 'child', 'end']),
  id: idSchema.nullable(),
});
export type Place = z.infer<typeof placeSchema>;

export const lagSchema = z.strictObject({
  lag_kind: z.enum(LAG_KINDS),
  lag_value: z.number(),
  lag_unit: z.string().max(8),
});

const text = (max: number) => z.string().max(max);

/** What a command did to the dates of a plan. */
export const effectSchema = z.strictObject({
  /** Tasks that were there before and now lie elsewhere, the edited ones among them. */
  moved: z.int(),
  /** Finish of the plan; null while nothing has dates. */
  finishBefore: instant,
  finishAfter: instant,
});
export type PlanEffect = z.infer<typeof effectSchema>;

const answer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, effect: effectSchema });

export const PARTIES = ['own', 'subcontractor', 'supplier', 'client'] as const;

/** Fields of a task that a person changes. Dates without a time mean the working start or end of that day. */
export const taskPatchSchema = z
  .strictObject({
    name: text(10_000),
    start: moment,
    finish: moment,
    /** As typed: `3d`, `4h`, `2w`, `5 天`. */
    duration: text(40),
    percent: z.number().min(0).max(100),
    milestone: z.boolean(),
    mode: z.enum(['auto', 'manual']),
    active: z.boolean(),
    responsible: text(200).nullable(),
    notes: text(100_000).nullable(),
    deliverable: text(500).nullable(),
    client_visible: z.boolean(),
    client_text: text(500).nullable(),
    constraint_type: z.enum(CONSTRAINTS),
    constraint_on: day.nullable(),
    deadline_on: day.nullable(),
    party: z.enum(PARTIES).nullable(),
    /** Hundredths of the currency. */
    cost_minor: z.int().min(-9e14).max(9e14).nullable(),
    commitment: z.enum(['contract', 'promise']).nullable(),
    promised_on: day.nullable(),
    payment_stage: text(200).nullable(),
    expectation: text(500).nullable(),
    scope_item_id: idSchema.nullable(),
    calendar_id: idSchema.nullable(),
    effort_type: z.enum(['fixed_units', 'fixed_duration', 'fixed_work']),
    ignores_resource_calendar: z.boolean(),
  })
  .partial();
export type TaskPatch = z.infer<typeof taskPatchSchema>;

export const PASTE_COLUMNS = [
  'wbs',
  'name',
  'duration',
  'start',
  'finish',
  'percent',
  'predecessors',
  'responsible',
] as const;

/**
 * A command that can move dates. One that would break what was promised is refused with COMMITMENT_BROKEN unless the
 * request says that this is accepted.
 */
const change = <In extends z.ZodRawShape, Out extends z.core.$ZodType>(input: In, output: Out) =>
  command(z.strictObject(input), output);

const count = answer({ count: z.int() });
const days = z.int().min(-20_000).max(20_000);
const shownCalendar = z.strictObject({
  id: z.string(),
  name: z.string(),
  week: weekSchema,
  exceptions: z.array(exceptionSchema),
  /** Rules the editor does not show: alternate weeks and a base calendar; kept as they are. */
  otherRules: z.int(),
});

const NETWORK_ENTITIES = ['project', 'calendar', 'task', 'link', 'resource', 'assignment'] as const;

export const planChannels = {
  'plan.get': query(z.strictObject({ projectId }), planSchema, [...NETWORK_ENTITIES, 'scope_item']),
  /** What a calculation needs, for rescheduling while a bar is dragged. */
  'plan.network': query(z.strictObject({ projectId }), networkSchema, NETWORK_ENTITIES),
  'plan.addTask': change(
    {
      projectId,
      place: placeSchema,
      name: text(10_000).optional(),
      milestone: z.boolean().optional(),
    },
    answer({ id: z.string() }),
  ),
  'plan.editTask': change({ id: idSchema, patch: taskPatchSchema }, answer({ changed: z.boolean() })),
  /** Puts rows before `beforeId`, or last, inside `parentId`. */
  'plan.moveTask': change({ ids, parentId: idSchema.nullable(), beforeId: idSchema.nullable() }, count),
  'plan.indent': change({ ids }, count),
  'plan.outdent': change({ ids }, count),
  'plan.removeTasks': change({ ids }, count),
  'plan.shiftTasks': change({ ids, days }, count),
  /** Copies beside the tasks, without links and progress, so many working days later. */
  'plan.copyTasks': change({ ids, days }, answer({ ids: z.array(z.string()) })),
  'plan.resizeTask': change(
    { id: idSchema, edge: z.enum(['start', 'finish']), days },
    answer({ changed: z.boolean() }),
  ),
  'plan.addLink': change(
    {
      fromId: idSchema,
      toId: idSchema,
      type: z.enum(LINK_TYPES).optional(),
      lag: lagSchema.optional(),
    },
    answer({ id: z.string() }),
  ),
  /** Finish-to-start from each to the next. Pairs that are linked already stay. */
  'plan.linkChain': change({ ids }, count),
  'plan.editLink': change(
    { id: idSchema, type: z.enum(LINK_TYPES).optional(), lag: lagSchema.optional() },
    answer({ changed: z.boolean() }),
  ),
  'plan.removeLink': change({ id: idSchema }, answer({})),
  /** Removes the links among the tasks; of a single task all its links. */
  'plan.unlink': change({ ids }, count),
  /** Replaces the predecessors of a task by what was typed, such as `1.2; 3SS+2d`. */
  'plan.setPredecessors': change({ id: idSchema, text: text(4000) }, answer({ changed: z.boolean() })),
  /** Cells of a spreadsheet as new tasks. */
  'plan.pasteRows': change(
    {
      projectId,
      place: placeSchema,
      columns: z.array(z.enum(PASTE_COLUMNS)).min(1).max(PASTE_COLUMNS.length),
      cells: z
        .array(z.array(text(10_000)).max(100))
        .min(1)
        .max(5000),
    },
    answer({ ids: z.array(z.string()) }),
  ),
  /** Without `calendarId` that of the project. */
  'plan.calendar.get': query(z.strictObject({ projectId, calendarId: idSchema.optional() }), shownCalendar, [
    'project',
    'calendar',
  ]),
  'plan.calendar.set': change(
    {
      projectId,
      calendarId: idSchema.optional(),
      week: weekSchema,
      exceptions: z.array(exceptionSchema).max(5000),
    },
    answer({ changed: z.boolean() }),
  ),
  /** Another calendar of the project, for tasks that are worked at other times. */
  'plan.calendar.add': change(
    { projectId, name: text(200).min(1), preset: z.enum(PRESET_KINDS) },
    answer({ id: z.string() }),
  ),
  /** Holidays in a list somebody has: iCalendar, a table or JSON. */
  'plan.calendar.readList': command(
    z.strictObject({ token: z.string().max(200) }),
    z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        format: z.enum(['ics', 'csv', 'json']),
        days: z.array(z.strictObject({ date: z.string(), name: z.string(), working: z.boolean() })),
        skipped: z.int(),
      }),
      z.strictObject({
        ok: z.literal(false),
        code: z.enum(['TOO_LARGE', 'NOT_A_LIST', 'NO_DATES', 'TOO_MANY_DAYS']),
      }),
    ]),
  ),
};
