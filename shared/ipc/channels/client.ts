/** Channels of clients that are more than one record: the page, its timeline, feedback and care. */
import { z } from 'zod';
import { CHANNEL_REASONS } from '../../domain/client/channel.ts';
import { TRENDS } from '../../domain/client/satisfaction.ts';
import { CHANNELS, LOCALES, project } from '../../model/entities/client.ts';
import { feedback } from '../../model/entities/relations.ts';
import { dateSchema, idSchema } from '../../model/field.ts';
import { command, query } from '../channel.ts';

const count = z.int().min(0);
const day = z.string().nullable();
const mean = z.number().nullable();
const clientId = idSchema;

/** What the timeline of a client is made of. */
export const TIMELINE_KINDS = [
  'contact',
  'meeting',
  'promise',
  'feedback',
  'document',
  'report',
  'care',
  'survey',
  'concern',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const timelineRow = z.strictObject({
  kind: z.enum(TIMELINE_KINDS),
  id: z.string(),
  /** A day or a wall-clock time. */
  at: z.string(),
  text: z.string(),
  /** Next step, answer, result: what came of it. */
  detail: z.string().nullable(),
  status: z.string().nullable(),
  channel: z.string().nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  dueOn: day,
  done: z.boolean(),
  projectId: z.string().nullable(),
  project: z.string().nullable(),
  contactId: z.string().nullable(),
  contact: z.string().nullable(),
  /** The contact was deleted; the name stays. */
  contactGone: z.boolean(),
});
export type TimelineRow = z.infer<typeof timelineRow>;

export const timelineFilter = z.strictObject({
  kinds: z.array(z.enum(TIMELINE_KINDS)).min(1).optional(),
  projectId: idSchema.optional(),
  contactId: idSchema.optional(),
  channel: z.enum(CHANNELS).optional(),
  text: z.string().trim().max(200).optional(),
});
export type TimelineFilter = z.infer<typeof timelineFilter>;

export const TIMELINE_LIMIT = 500;

const suggestion = z.strictObject({
  channel: z.enum(CHANNELS),
  reason: z.enum(CHANNEL_REASONS),
  /** The open matter that asks for it. */
  matter: z.strictObject({ id: z.string(), title: z.string(), projectId: z.string() }).nullable(),
});

const overview = z.strictObject({
  today: z.string(),
  projects: z.strictObject({ open: count, warranty: count, closed: count, firstOn: day }),
  suggestion,
  feedback: z.strictObject({ open: count, untriaged: count, complaints: count }),
  concerns: count,
  care: z.strictObject({
    open: count,
    overdue: count,
    next: z.strictObject({ id: z.string(), text: z.string(), on: z.string() }).nullable(),
  }),
  /** B7: the earliest day on which a strategy is looked at again. */
  strategyReviewOn: day,
  /** Projects in warranty or closed whose touch points are not planned yet. */
  unplanned: z.array(z.strictObject({ id: z.string(), name: z.string(), points: count })),
  satisfaction: z.strictObject({
    answers: z.array(
      z.strictObject({
        id: z.string(),
        on: z.string(),
        overall: z.int(),
        deliverable: z.int().nullable(),
        service: z.int().nullable(),
        project: z.string().nullable(),
      }),
    ),
    count,
    last: mean,
    mean,
    meanDeliverable: mean,
    meanService: mean,
    gap: mean,
    trend: z.enum(TRENDS).nullable(),
  }),
  /** A10 */
  repeat: z.strictObject({
    /** Projects beyond the first. */
    count,
    referralsMade: count,
    referralsWon: count,
    referredBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  }),
});
export type ClientOverview = z.infer<typeof overview>;

const habits = z.strictObject({
  /** B6: what was bought, by kind of project and currency. */
  bought: z.array(
    z.strictObject({
      kind: project.fields.kind.schema,
      currency: z.string(),
      projects: count,
      contractMinor: z.int(),
    }),
  ),
  changes: z.array(z.strictObject({ currency: z.string(), count, amountMinor: z.int() })),
  adjustments: count,
  said: z.array(z.strictObject({ sort: feedback.fields.sort.schema.nullable(), count })),
  paid: z.strictObject({
    receipts: count,
    /** Days from claim or due day to the money; below zero is early. Null without any. */
    meanDays: mean,
    lateShare: mean,
  }),
  /** How they come to us: contacts that they began, by channel, and by hour of the day. */
  channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), count })),
  hours: z.array(z.strictObject({ part: z.enum(['morning', 'afternoon', 'evening', 'night']), count })),
});
export type ClientHabits = z.infer<typeof habits>;

const inboxNames = z.record(z.string(), z.string());

export const clientChannels = {
  /** One page about a client in one answer; everything is read by an index. */
  'client.overview': query(z.strictObject({ clientId }), overview, [
    'client',
    'contact',
    'project',
    'issue',
    'feedback',
    'concern',
    'care_task',
    'client_strategy',
    'survey_response',
    'referral',
    'contract',
  ]),
  /** B6: habits and needs, from what happened. */
  'client.habits': query(z.strictObject({ clientId }), habits, [
    'project',
    'contract',
    'extra_fee',
    'adjustment',
    'feedback',
    'payment_stage',
    'receipt',
    'comm_log',
  ]),
  /** B3, demand 19: every contact over all projects, newest first. */
  'client.timeline': query(
    z.strictObject({ clientId, filter: timelineFilter, limit: z.int().min(1).max(TIMELINE_LIMIT) }),
    z.strictObject({ rows: z.array(timelineRow), more: z.boolean() }),
    [
      'comm_log',
      'meeting',
      'promise',
      'feedback',
      'document',
      'report',
      'care_task',
      'survey_response',
      'concern',
      'project',
      'contact',
    ],
  ),
  /** What a client or contact has put a name to; asked before it is deleted. */
  'client.signed': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      documents: z.array(z.strictObject({ id: z.string(), title: z.string(), on: z.string() })),
    }),
    ['document', 'signoff', 'contact'],
  ),
  /** Saves the timeline, or the card with all that is known, as a table; null if the user changed their mind. */
  'client.export': command(
    z.strictObject({ clientId, language: z.enum(LOCALES), what: z.enum(['card', 'timeline']) }),
    z.strictObject({ name: z.string() }).nullable(),
  ),
  /** B12, B4: makes a concern, a remark or a market note an expectation of a project. One that is made already is returned. */
  'client.toExpectation': command(
    z.strictObject({ id: idSchema, projectId: idSchema.optional() }),
    z.strictObject({ id: z.string(), projectId: z.string() }),
  ),
  /** B9: plans the standard touch points that a project still lacks. */
  'care.plan': command(
    z.strictObject({ projectId: idSchema, language: z.enum(LOCALES) }),
    z.strictObject({ ids: z.array(z.string()) }),
  ),
  /** C5: one line of what a client said. The custodian follows from the project's team. */
  'feedback.capture': command(
    z.strictObject({
      clientId,
      projectId: idSchema.nullable().optional(),
      contactId: idSchema.nullable().optional(),
      channel: feedback.fields.channel.schema.optional(),
      sort: feedback.fields.sort.schema.nullable().optional(),
      text: feedback.fields.text.schema,
    }),
    z.strictObject({ id: z.string() }),
  ),
  /** C6: says what it is and who answers until when; one step of the history. */
  'feedback.route': command(
    z.strictObject({
      id: idSchema,
      sort: feedback.fields.sort.schema,
      assignee: z.string().trim().max(120).nullable().optional(),
      due_on: dateSchema.nullable().optional(),
    }),
    z.strictObject({ changed: z.boolean() }),
  ),
  /** B13: how many remarks wait to be looked at, and the names that the inbox shows. */
  'feedback.inbox': query(
    z.strictObject({}),
    z.strictObject({
      untriaged: count,
      overdue: count,
      clients: inboxNames,
      projects: inboxNames,
      /** People who can be made responsible, over all teams. */
      people: z.array(z.string()),
    }),
    ['feedback', 'client', 'project', 'team_member'],
  ),
};
