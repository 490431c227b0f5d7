/**
 * A project without its calendar days: what a template holds and what a copy is made through. Moments are offsets in
 * working days from the day the project begins. Pure.
 */
import { z } from 'zod';
import { LAG_KINDS, LINK_TYPES } from '../plan/predecessors.ts';

const index = z.int().min(0);
const values = z.record(z.string(), z.unknown());

/** Working days after the first day of the project (before it if negative), and the time in tenths of a minute. */
export const momentSchema = z.strictObject({ day: z.int(), time: z.int().min(0).max(14_399) });
export type Moment = z.infer<typeof momentSchema>;
const moment = momentSchema.nullable();

export const templateTask = z.strictObject({
  /** Index of the summary above it, which comes first; -1 for none. */
  parent: z.int().min(-1),
  /** Fields that have nothing to do with days. */
  values,
  start: moment,
  finish: moment,
  constraint: moment,
  deadline: moment,
  /** Index of a calendar; null: that of the project. */
  calendar: index.nullable(),
  scope: index.nullable(),
});
export type TemplateTask = z.infer<typeof templateTask>;

export const templateSchema = z.strictObject({
  version: z.literal(1),
  /** Kind, currency, units and options of scheduling. */
  project: values,
  /** A file that is kept as imported stays so: its dates follow the offsets, not the links. */
  scheduling: z.enum(['automatic', 'kept']),
  calendars: z.array(z.strictObject({ name: z.string(), base: index.nullable(), definition: values })),
  /** Index of the calendar of the project. */
  calendar: index.nullable(),
  scope: z.array(values),
  tasks: z.array(templateTask),
  links: z.array(
    z.strictObject({
      from: index,
      to: index,
      type: z.enum(LINK_TYPES),
      lag_kind: z.enum(LAG_KINDS),
      lag_value: z.number(),
      lag_unit: z.string(),
    }),
  ),
  resources: z.array(z.strictObject({ values, calendar: index.nullable() })),
  assignments: z.array(
    z.strictObject({
      task: index,
      resource: index,
      units: z.number().nullable(),
      work: z.number().nullable(),
    }),
  ),
  needs: z.array(
    z.strictObject({ values, task: index.nullable(), resource: index.nullable(), needed: moment }),
  ),
  risks: z.array(
    z.strictObject({
      values,
      task: index.nullable(),
      actions: z.array(z.strictObject({ values, due: moment })),
    }),
  ),
});
export type TemplateDefinition = z.infer<typeof templateSchema>;

/** What of a project is copied. Assignments come with plan and resources, needs with the resources. */
export const TEMPLATE_PARTS = ['plan', 'resources', 'scope', 'risks'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** Working days from the first to the last day that anything is planned on; 0 for nothing. */
export function spanDays({ tasks }: Pick<TemplateDefinition, 'tasks'>): number {
  const days = tasks.flatMap(({ start, finish }) => [start, finish].flatMap((at) => (at ? [at.day] : [])));
  return days.length === 0 ? 0 : Math.max(...days) + 1;
}
