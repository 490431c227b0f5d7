/** J1–J4: who and what works on which task, how much that is, and what has to be there when. */
import { z } from 'zod';
import { NEED_WARNINGS } from '../../domain/resource/need.ts';
import { assignment, resource } from '../../model/entities/plan.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';
import { effectSchema } from './plan.ts';

const tenths = z.array(z.number());
const units = z.number().min(0).max(1_000_000);
const work = assignment.fields.work_tenths.schema;
const id = idSchema;
/** What a change of work did to the dates of the plan. */
const effect = effectSchema;
const changed = z.strictObject({ changed: z.boolean(), effect });

/** Days a chart can show at once. */
export const LOAD_MAX_DAYS = 1100;

const overload = z.strictObject({
  days: z.int(),
  firstOn: z.string(),
  lastOn: z.string(),
  worstOn: z.string(),
  /** Tenths of work on the worst day. */
  worstLoad: z.number(),
  worstCapacity: z.number(),
});

export const loadRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: resource.fields.kind.schema,
  role: z.string().nullable(),
  maxUnits: z.number(),
  /** Tasks it is assigned to in this project. */
  tasks: z.int(),
  /** Tenths of work in this project. */
  work: z.number(),
  /** Names of other projects it works in; empty unless asked for. */
  projects: z.array(z.string()),
  /** Tenths per span, this project and the others together. */
  load: tenths,
  /** The part of `load` that comes from other projects. */
  elsewhere: tenths,
  capacity: tenths,
  /** Per span: some day in it has more load than capacity. */
  over: z.array(z.boolean()),
  /** Over the whole plan, not only what is shown; null if there is none. */
  overload: overload.nullable(),
});
export type LoadRow = z.infer<typeof loadRow>;

export const loadCause = z.strictObject({
  taskId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  /** Outline number in its project. */
  number: z.string(),
  name: z.string(),
  start: z.string(),
  finish: z.string(),
  units: z.number().nullable(),
  /** Tenths within the days asked for. */
  load: z.number(),
});
export type LoadCause = z.infer<typeof loadCause>;

const assignmentRow = z.strictObject({
  id: z.string(),
  resourceId: z.string(),
  name: z.string(),
  kind: resource.fields.kind.schema,
  unit: z.string().nullable(),
  units: z.number().nullable(),
  work: z.number().nullable(),
});
export type AssignmentRow = z.infer<typeof assignmentRow>;

export const needRow = z.strictObject({
  id: z.string(),
  /** Its own date, else the start of its task; null without both. */
  neededOn: z.string().nullable(),
  taskStart: z.string().nullable(),
  taskNumber: z.string().nullable(),
  taskName: z.string().nullable(),
  warnings: z.array(z.enum(NEED_WARNINGS)),
});
export type NeedRow = z.infer<typeof needRow>;

const span = z.strictObject({ from: dateSchema, to: dateSchema, across: z.boolean() });

export const resourceChannels = {
  /** Load and capacity of people and equipment by day or week, first and last day included. */
  'resource.load': query(
    span.extend({ projectId: id, unit: z.enum(['day', 'week']) }),
    z.strictObject({
      spans: z.array(z.strictObject({ from: z.string(), to: z.string() })),
      resources: z.array(loadRow),
      /** First and last day with work in this project; null without any. */
      firstOn: z.string().nullable(),
      lastOn: z.string().nullable(),
    }),
    ['resource', 'assignment', 'task', 'project', 'calendar', 'link'],
  ),
  /** Tasks that make up the load of a resource on some days, the largest share first. */
  'resource.causes': query(span.extend({ resourceId: id }), z.array(loadCause), [
    'resource',
    'assignment',
    'task',
    'project',
    'calendar',
    'link',
  ]),
  'resource.assignments': query(z.strictObject({ taskId: id }), z.array(assignmentRow), [
    'resource',
    'assignment',
    'task',
  ]),
  /**
   * Assigns a resource, or a new person of that name. Without units one unit, or as many as there are if fewer;
   * work = duration × units.
   */
  'resource.assign': command(
    z.strictObject({
      taskId: id,
      resource: z.union([
        z.strictObject({ id }),
        z.strictObject({ name: z.string().trim().min(1).max(200) }),
      ]),
      units: units.optional(),
    }),
    z.strictObject({ id: z.string(), effect }),
  ),
  /** Changes units or work; the other follows as the type of the task says. */
  'resource.editAssignment': command(
    z.union([z.strictObject({ id, units }), z.strictObject({ id, work })]),
    changed,
  ),
  'resource.unassign': command(z.strictObject({ id }), z.strictObject({ effect })),
  /** J3: needs with the day that counts and what to be warned of. */
  'resource.needs': query(z.strictObject({ projectId: id }), z.array(needRow), [
    'material_need',
    'task',
    'project',
  ]),
};
