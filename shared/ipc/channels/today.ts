/** Channels of the Today page. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

export const TODAY_KINDS = [
  'next_step',
  'milestone',
  'premilestone',
  'risk_review',
  'risk_action',
  'issue',
  'rectification',
  'deviation',
  'decision',
  'need',
  'care',
  'feedback',
  'strategy',
  'payment',
  'contract_check',
  'compliance',
  'signature',
  'renewal',
  'report',
  'contact',
  'promise',
  'comm_plan',
  'meeting',
  'meeting_action',
] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];

/** Rows of one kind that are listed at most: nobody works through more in two weeks. */
export const TODAY_KIND_LIMIT = 200;

export const todayRow = z.strictObject({
  kind: z.enum(TODAY_KINDS),
  /** The record that is due; a project for a report, a client for a contact. */
  id: z.string(),
  /** What opening the row leads to: the risk of an action, else the record itself. */
  open_id: z.string(),
  title: z.string(),
  due_on: z.string(),
  client_id: z.string(),
  client: z.string(),
  project_id: z.string().nullable(),
  project: z.string().nullable(),
});
export type TodayRow = z.infer<typeof todayRow>;

export const todayChannels = {
  /** What is overdue or due within two weeks, over all projects that are not closed, by day. */
  'today.get': query(
    z.strictObject({}),
    z.strictObject({
      today: z.string(),
      rows: z.array(todayRow),
      /** Kinds of which only the most urgent are listed. */
      cut: z.array(z.enum(TODAY_KINDS)),
    }),
    [
      'comm_log',
      'task',
      'premilestone_check',
      'calendar',
      'risk',
      'risk_action',
      'issue',
      'rectification',
      'deviation',
      'decision',
      'material_need',
      'care_task',
      'feedback',
      'client_strategy',
      'contract',
      'payment_stage',
      'receipt',
      'extra_fee',
      'deliverable',
      'compliance_item',
      'document',
      'adjustment',
      'goal',
      'expectation',
      'signoff',
      'report',
      'promise',
      'comm_plan_item',
      'meeting',
      'meeting_item',
      'project',
      'client',
    ],
  ),
  /** Ticks a next step, a risk action or a rectification off, as done today, or opens it again. */
  /** Ticks a next step, a risk action or an action of a meeting off, as done today, or opens it again. */
  'today.done': command(z.strictObject({ id: idSchema, done: z.boolean() }), z.strictObject({})),
};
