/** Goals, charter, adjustments and delay notices: what is more than one record. */
import { z } from 'zod';
import { LOCALES } from '../../model/entities/client.ts';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

const byProject = z.strictObject({ projectId: idSchema });
const made = z.strictObject({ id: z.string() });

export const conformityEntry = z.strictObject({
  id: z.string(),
  goal_id: z.string(),
  judged_on: z.string(),
  conformity: z.number(),
  note: z.string().nullable(),
});
export type ConformityEntry = z.infer<typeof conformityEntry>;

const movedDate = z.strictObject({
  id: z.string(),
  name: z.string(),
  plannedOn: z.string(),
  expectedOn: z.string(),
});

export const lateMilestone = z.strictObject({
  ...movedDate.shape,
  /** Calendar days. */
  days: z.int(),
  /** Milestones after it whose dates move too, by new day. */
  following: z.array(movedDate),
  /** The last notice that was written about it. */
  noticeId: z.string().nullable(),
});
export type LateMilestoneRow = z.infer<typeof lateMilestone>;

export const agreementChannels = {
  /** G19: every judgement of the goals of a project, by day. */
  'goal.conformity': query(byProject, z.array(conformityEntry), ['goal', 'goal_status']),
  /** A draft of a goal from an expectation, which is taken on to “goal set”. */
  'goal.fromExpectation': command(z.strictObject({ expectationId: idSchema }), made),
  /** X2: proposes to adjust a goal or an expectation; what holds now is filled in. */
  'adjustment.propose': command(
    z.strictObject({ subjectId: idSchema, title: z.string().trim().min(1).max(300) }),
    made,
  ),
  /** G15: milestones that will be later than promised or planned, the worst first. */
  'delay_notice.late': query(byProject, z.array(lateMilestone), [
    'task',
    'baseline',
    'baseline_task',
    'delay_notice',
  ]),
  /** A draft about a late milestone: days, recovery date and the dates that follow come from the plan. */
  'delay_notice.prepare': command(z.strictObject({ taskId: idSchema, language: z.enum(LOCALES) }), made),
};
