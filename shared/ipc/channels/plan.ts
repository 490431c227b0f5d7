/** The plan of a project: one read model, and commands that are one undo step each. */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../../domain/plan/predecessors.ts';
import { dateSchema, idSchema, localSchema } from '../../model/field.ts';
import { calendarSchema, exceptionSchema, weekSchema } from '../../schedule/calendar/definition.ts';
import { command, query } from '../channel.ts';

/** Bits of `flags` in the rows of a plan. */
export const PLAN_FLAGS = {
  summary: 1,
  milestone: 2,
  manual: 4,
  inactive: 8,
  blank: 16,
  clientVisible: 32,
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
  }),
  today: z.string(),
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
    constraint_type: z.enum(['asap', 'alap', 'mso', 'mfo', 'snet', 'snlt', 'fnet', 'fnlt']),
    constraint_on: day.nullable(),
    deadline_on: day.nullable(),
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

const count = z.strictObject({ count: z.int() });
const days = z.int().min(-20_000).max(20_000);
const shownCalendar = z.strictObject({
  id: z.string(),
  name: z.string(),
  week: weekSchema,
  exceptions: z.array(exceptionSchema),
  /** Rules the editor does not show: alternate weeks and a base calendar; kept as they are. */
  otherRules: z.int(),
});

export const planChannels = {
  'plan.get': query(z.strictObject({ projectId }), planSchema, ['project', 'calendar', 'task', 'link']),
  'plan.addTask': command(
    z.strictObject({
      projectId,
      place: placeSchema,
      name: text(10_000).optional(),
      milestone: z.boolean().optional(),
    }),
    z.strictObject({ id: z.string() }),
  ),
  'plan.editTask': command(
    z.strictObject({ id: idSchema, patch: taskPatchSchema }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** Puts rows before `beforeId`, or last, inside `parentId`. */
  'plan.moveTask': command(
    z.strictObject({ ids, parentId: idSchema.nullable(), beforeId: idSchema.nullable() }),
    count,
  ),
  'plan.indent': command(z.strictObject({ ids }), count),
  'plan.outdent': command(z.strictObject({ ids }), count),
  'plan.removeTasks': command(z.strictObject({ ids }), count),
  'plan.shiftTasks': command(z.strictObject({ ids, days }), count),
  'plan.resizeTask': command(
    z.strictObject({ id: idSchema, edge: z.enum(['start', 'finish']), days }),
    z.strictObject({ changed: z.boolean() }),
  ),
  'plan.addLink': command(
    z.strictObject({
      fromId: idSchema,
      toId: idSchema,
      type: z.enum(LINK_TYPES).optional(),
      lag: lagSchema.optional(),
    }),
    z.strictObject({ id: z.string() }),
  ),
  /** Finish-to-start from each to the next. Pairs that are linked already stay. */
  'plan.linkChain': command(z.strictObject({ ids }), count),
  'plan.editLink': command(
    z.strictObject({ id: idSchema, type: z.enum(LINK_TYPES).optional(), lag: lagSchema.optional() }),
    z.strictObject({ changed: z.boolean() }),
  ),
  'plan.removeLink': command(z.strictObject({ id: idSchema }), z.strictObject({})),
  /** Removes the links among the tasks; of a single task all its links. */
  'plan.unlink': command(z.strictObject({ ids }), count),
  /** Replaces the predecessors of a task by what was typed, such as `1.2; 3SS+2d`. */
  'plan.setPredecessors': command(
    z.strictObject({ id: idSchema, text: text(4000) }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** Cells of a spreadsheet as new tasks. */
  'plan.pasteRows': command(
    z.strictObject({
      projectId,
      place: placeSchema,
      columns: z.array(z.enum(PASTE_COLUMNS)).min(1).max(PASTE_COLUMNS.length),
      cells: z
        .array(z.array(text(10_000)).max(100))
        .min(1)
        .max(5000),
    }),
    z.strictObject({ ids: z.array(z.string()) }),
  ),
  'plan.calendar.get': query(z.strictObject({ projectId }), shownCalendar, ['project', 'calendar']),
  'plan.calendar.set': command(
    z.strictObject({ projectId, week: weekSchema, exceptions: z.array(exceptionSchema).max(5000) }),
    z.strictObject({ changed: z.boolean() }),
  ),
};
