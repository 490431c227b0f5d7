/** Plan against reality: baselines, deviations, status date. */
import { z } from 'zod';
import { CHANGE_KINDS } from '../../domain/tracking/compare.ts';
import { listDocumentSchema } from '../../domain/tracking/listDocument.ts';
import { baseline } from '../../model/entities/plan.ts';
import { deviation } from '../../model/entities/planning.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query, task } from '../channel.ts';

const instant = z.number().nullable();
const percent = z.number().nullable();
const texts = z.array(z.string());
const projectId = idSchema;
const ofProject = z.strictObject({ projectId });

const kind = z.enum(['manual', 'contract', 'change', 'imported']);

/** `altered`: the content is not what its hash says; `unknown`: it came with a file and has none. */
export const BASELINE_SEALS = ['intact', 'altered', 'unknown'] as const;

const baselineSummary = z.strictObject({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  taken_on: z.string().nullable(),
  kind,
  reason: z.string().nullable(),
  /** The one the plan is measured against. */
  reference: z.boolean(),
  tasks: z.int(),
  start: instant,
  finish: instant,
  /** Minor units; null if no task had a cost. */
  cost: z.number().nullable(),
  seal: z.enum(BASELINE_SEALS),
});
export type BaselineSummary = z.infer<typeof baselineSummary>;

const state = z.strictObject({
  start: instant,
  finish: instant,
  duration: z.number().nullable(),
  cost: z.number().nullable(),
  percent,
});

const taskChange = z.strictObject({
  id: z.string(),
  name: z.string(),
  summary: z.boolean(),
  kinds: z.array(z.enum(CHANGE_KINDS)),
  before: state.nullable(),
  after: state.nullable(),
  /** Working days, to a tenth; positive is later. */
  startDays: z.number().nullable(),
  finishDays: z.number().nullable(),
  durationDays: z.number().nullable(),
  costChange: z.number().nullable(),
});
export type TaskChangeAnswer = z.infer<typeof taskChange>;

const comparison = z.strictObject({
  changes: z.array(taskChange),
  finishBefore: instant,
  finishAfter: instant,
  finishDays: z.number().nullable(),
  costBefore: z.number().nullable(),
  costAfter: z.number().nullable(),
  unchanged: z.int(),
  currency: z.string(),
});
export type Comparison = z.infer<typeof comparison>;

const measured = {
  planned: percent,
  actual: percent,
  /** W1 in percent; null where the plan is 0 or unknown: "—". */
  deviation: percent,
  abnormal: z.boolean(),
};

const deviationRow = z.strictObject({
  ...measured,
  id: z.string(),
  name: z.string(),
  number: z.string(),
  depth: z.int(),
  summary: z.boolean(),
  /** The record that handles it, if one is not closed. */
  recordId: z.string().nullable(),
});
export type DeviationRow = z.infer<typeof deviationRow>;

const deviationTable = z.strictObject({
  statusOn: z.string(),
  /** False: no status date is set, progress is measured on today. */
  statusSet: z.boolean(),
  threshold: z.number(),
  weighting: deviation.fields.weighting.schema,
  /** What the plan is measured against; null: the plan itself. */
  baseline: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  total: z.strictObject({ ...measured, recordId: z.string().nullable() }),
  rows: z.array(deviationRow),
});
export type DeviationTable = z.infer<typeof deviationTable>;

const PLAN_READS = ['project', 'calendar', 'task'] as const;

export const trackingChannels = {
  /** Baselines of a project, the newest first. */
  'plan.baselines': query(ofProject, z.array(baselineSummary), ['baseline', 'baseline_task', 'project']),
  /** A baseline column by column; without an id the one the plan is measured against. Null: there is none. */
  'plan.baseline': query(
    z.strictObject({ projectId, baselineId: idSchema.optional() }),
    z
      .strictObject({
        id: z.string(),
        number: z.int(),
        name: z.string(),
        taken_on: z.string().nullable(),
        rows: z.strictObject({
          /** Ids of tasks. */
          id: texts,
          start: z.array(instant),
          finish: z.array(instant),
          duration: z.array(z.number().nullable()),
          cost: z.array(z.number().nullable()),
          percent: z.array(percent),
        }),
      })
      .nullable(),
    ['baseline', 'baseline_task', 'project'],
  ),
  'tracking.takeBaseline': command(
    z.strictObject({
      projectId,
      name: baseline.fields.name.schema,
      kind: z.enum(['manual', 'contract', 'change']),
      reason: baseline.fields.reason.schema.nullable().optional(),
    }),
    z.strictObject({ id: z.string(), hash: z.string(), tasks: z.int() }),
  ),
  /** What is different between a baseline and a later one, or the plan as it is now (`toId` null). */
  'tracking.compare': query(
    z.strictObject({ projectId, fromId: idSchema, toId: idSchema.nullable() }),
    comparison,
    ['baseline', 'baseline_task', ...PLAN_READS],
  ),
  /** W1 per task, per phase and for the whole project. */
  'tracking.deviations': query(ofProject, deviationTable, [
    'deviation',
    'baseline',
    'baseline_task',
    ...PLAN_READS,
  ]),
  /** Opens a record for an abnormal row (or the project, without a task); answers the one that is open already. */
  'tracking.openDeviation': command(
    z.strictObject({ projectId, taskId: idSchema.nullable() }),
    z.strictObject({ id: z.string(), opened: z.boolean() }),
  ),
  /** The day up to which progress is recorded; null: always today. */
  'tracking.setStatusDate': command(
    z.strictObject({ projectId, statusOn: dateSchema.nullable() }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** A table as a file that spreadsheet programs open; null if the user changed their mind. */
  'tracking.saveTable': command(
    z.strictObject({
      name: z.string().trim().min(1).max(120),
      cells: z
        .array(z.array(z.string().max(10_000)).max(60))
        .min(1)
        .max(50_001),
    }),
    z.strictObject({ name: z.string() }).nullable(),
  ),
  /** A list as a PDF on A4; null if the user changed their mind. */
  'tracking.savePdf': task(
    z.strictObject({ list: listDocumentSchema, replaceMissing: z.boolean().optional() }),
    z.strictObject({ name: z.string(), pages: z.int() }).nullable(),
  ),
};
