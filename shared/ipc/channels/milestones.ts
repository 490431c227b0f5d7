/** What must happen by a day, confirmations before milestones, forecasts of milestones, buffers. */
import { z } from 'zod';
import { BUFFER_LIGHTS } from '../../domain/tracking/buffer.ts';
import { MUST_KINDS } from '../../domain/tracking/mustHappen.ts';
import { CHECK_STATES } from '../../domain/tracking/premilestone.ts';
import { task } from '../../model/entities/plan.ts';
import { bufferUse, premilestoneCheck } from '../../model/entities/planning.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';
import { effectSchema } from './plan.ts';

const text = z.string().nullable();
const day = z.string().nullable();
const ofProject = z.strictObject({ projectId: idSchema });
const commitment = task.fields.commitment.schema.nullable();

const mustRow = z.strictObject({
  kind: z.enum(MUST_KINDS),
  /** The task, the need, or the milestone of a check. */
  id: z.string(),
  name: z.string(),
  dueOn: z.string(),
  responsible: text,
  party: task.fields.party.schema.nullable(),
  project_id: z.string(),
  project: z.string(),
  percent: z.number().nullable(),
  /** Deliverable, amount, or the day of the milestone. */
  detail: text,
  /** Of a promise: what the plan says now, if it is another day. */
  expectedOn: day,
});
export type MustRow = z.infer<typeof mustRow>;

const checkRow = z.strictObject({
  taskId: z.string(),
  name: z.string(),
  commitment,
  milestoneOn: z.string(),
  promisedOn: day,
  expectation: text,
  deliverable: text,
  dueOn: z.string(),
  state: z.enum(CHECK_STATES),
  check: z
    .strictObject({
      id: z.string(),
      on: z.string(),
      by: text,
      contactId: text,
      note: text,
      /** Day the milestone had then. */
      milestoneOn: day,
    })
    .nullable(),
});
export type CheckAnswer = z.infer<typeof checkRow>;

const trendSeries = z.strictObject({
  id: z.string(),
  name: z.string(),
  clientVisible: z.boolean(),
  commitment,
  /** What the baseline says; null without one. */
  plannedOn: day,
  points: z.array(z.strictObject({ on: z.string(), forecast: z.string(), done: z.boolean() })),
});
export type TrendAnswer = z.infer<typeof trendSeries>;

const bufferKind = task.fields.buffer_kind.schema;
const bufferRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: bufferKind,
  reason: text,
  startOn: day,
  finishOn: day,
  /** Working tenths. */
  total: z.number(),
  used: z.number(),
  left: z.number(),
  usedPercent: z.number().nullable(),
  timePercent: z.number(),
  light: z.enum(BUFFER_LIGHTS),
  uses: z.array(
    z.strictObject({
      id: z.string(),
      on: z.string(),
      tenths: z.number(),
      reason: z.string(),
      riskId: text,
      risk: text,
    }),
  ),
});
export type BufferRow = z.infer<typeof bufferRow>;

/** What the buffer's new length did to the rest of the plan. */
const effect = { effect: effectSchema };
const amount = z.string().trim().min(1).max(40);
const reason = bufferUse.fields.reason.schema;

export const milestoneChannels = {
  'tracking.mustHappen': query(
    z.strictObject({ until: dateSchema, projectId: idSchema.nullable() }),
    z.strictObject({ rows: z.array(mustRow), cut: z.boolean() }),
    ['task', 'material_need', 'premilestone_check', 'project', 'calendar'],
  ),
  /** G20: milestones whose expectation is confirmed before, by date. */
  'tracking.checks': query(ofProject, z.array(checkRow), [
    'task',
    'premilestone_check',
    'project',
    'calendar',
    'contact',
  ]),
  /** Records who confirmed, when, and what was said; a second confirmation takes the place of the first. */
  'tracking.confirmMilestone': command(
    z.strictObject({
      taskId: idSchema,
      on: dateSchema,
      by: premilestoneCheck.fields.confirmed_by.schema.nullable(),
      contactId: idSchema.nullable(),
      note: premilestoneCheck.fields.note.schema.nullable(),
    }),
    z.strictObject({ id: z.string() }),
  ),
  'tracking.trend': query(
    ofProject,
    z.strictObject({
      /** Day that would be recorded now, and whether it was. */
      reportOn: z.string(),
      recorded: z.boolean(),
      series: z.array(trendSeries),
    }),
    ['milestone_forecast', 'task', 'project', 'baseline', 'baseline_task'],
  ),
  /** Notes what each milestone is expected to be on the status date; again on the same day replaces it. */
  'tracking.recordForecast': command(ofProject, z.strictObject({ count: z.int(), on: z.string() })),
  'tracking.buffers': query(ofProject, z.strictObject({ minutesPerDay: z.int(), rows: z.array(bufferRow) }), [
    'task',
    'buffer_use',
    'project',
    'calendar',
    'risk',
  ]),
  'tracking.addBuffer': command(
    z.strictObject({
      projectId: idSchema,
      /** The buffer comes after this row; null: at the end of the plan. */
      afterId: idSchema.nullable(),
      name: z.string().trim().min(1).max(300),
      kind: bufferKind,
      /** As typed: `5d`. */
      duration: amount,
      reason: z.string().max(5_000).nullable(),
    }),
    z.strictObject({ id: z.string(), ...effect }),
  ),
  /** Makes a task a buffer, changes its kind and why it is kept, or makes it a task again (null). */
  'tracking.setBuffer': command(
    z.strictObject({
      id: idSchema,
      kind: bufferKind.nullable(),
      /** Stands in the notes of the task, which it replaces. */
      reason: z.string().trim().min(1).max(5_000).optional(),
    }),
    z.strictObject({ changed: z.boolean(), ...effect }),
  ),
  /** Takes time from a buffer, or gives it back, with the reason; the buffer gets shorter (longer). */
  'tracking.useBuffer': command(
    z.strictObject({
      id: idSchema,
      amount,
      giveBack: z.boolean(),
      on: dateSchema,
      reason,
      riskId: idSchema.nullable(),
    }),
    z.strictObject({ id: z.string(), left: z.number(), ...effect }),
  ),
  /** Takes a use back: the buffer is as long again as it was. */
  'tracking.removeBufferUse': command(
    z.strictObject({ id: idSchema }),
    z.strictObject({ left: z.number(), ...effect }),
  ),
};
