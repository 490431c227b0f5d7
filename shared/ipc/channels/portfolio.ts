/** What spans projects: their milestones in one list, and their plans on one time axis. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { query } from '../channel.ts';

/** Milestones that are listed at most, the earliest first. */
export const MILESTONE_LIMIT = 2000;

const day = z.string().nullable();
const instant = z.number().nullable();

export const milestoneRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  project_id: z.string(),
  project: z.string(),
  client_id: z.string(),
  client: z.string(),
  /** Expected day; null while it has none. */
  due_on: day,
  promised_on: day,
  /** Day in the baseline that the plan is measured against. */
  planned_on: day,
  commitment: z.enum(['contract', 'promise']).nullable(),
  payment_stage: z.string().nullable(),
  responsible: z.string().nullable(),
  client_visible: z.boolean(),
});
export type MilestoneRow = z.infer<typeof milestoneRow>;

export const PORTFOLIO_KINDS = ['project', 'phase', 'task', 'milestone'] as const;

export const portfolioRow = z.strictObject({
  id: z.string(),
  project_id: z.string(),
  kind: z.enum(PORTFOLIO_KINDS),
  /** 1 for a project, then what is inside it. */
  depth: z.int(),
  name: z.string(),
  start: instant,
  finish: instant,
  percent: z.number(),
  deadline: instant,
  promised: instant,
  commitment: z.enum(['contract', 'promise']).nullable(),
  responsible: z.string().nullable(),
  client_visible: z.boolean(),
});
export type PortfolioRow = z.infer<typeof portfolioRow>;

export const portfolioChannels = {
  /** Open milestones of all projects that are not closed, by day; those without a day last. */
  'milestones.list': query(
    z.strictObject({}),
    z.strictObject({
      today: z.string(),
      rows: z.array(milestoneRow),
      /** There are more than are listed. */
      cut: z.boolean(),
    }),
    ['task', 'project', 'client', 'baseline', 'baseline_task'],
  ),
  /** Projects with their phases and milestones in the order of their plans. Without ids all that are not closed. */
  'portfolio.get': query(
    z.strictObject({ projectIds: z.array(idSchema).max(500).optional() }),
    z.strictObject({
      today: z.string(),
      /** All that could be shown, by client and name. */
      projects: z.array(z.strictObject({ id: z.string(), name: z.string(), client: z.string() })),
      rows: z.array(portfolioRow),
    }),
    ['task', 'project', 'client', 'calendar'],
  ),
};
