import { defineEntity } from '../entity.ts';
import { bool, date, initially, int, local, longText, oneOf, rank, ref, required, text } from '../field.ts';
import { CHANNELS, STAGES } from './client.ts';
import { capabilityCheck } from './expectation.ts';

/** O1, O8, WF1–WF6: who is told what, how and how often. */
export const commPlanItem = defineEntity({
  type: 'comm_plan_item',
  prefix: 'cpi',
  title: 'purpose',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    audience: required(text(200, { search: true })),
    audience_kind: initially(oneOf(['client', 'team', 'departments', 'parties']), 'client'),
    contact_id: ref('contact'),
    purpose: required(text(300, { search: true })),
    content: longText(2_000),
    channel: initially(oneOf(CHANNELS), 'meeting'),
    frequency: initially(
      oneOf([
        'once',
        'daily',
        'twice_weekly',
        'weekly',
        'biweekly',
        'monthly',
        'quarterly',
        'per_stage',
        'event',
      ]),
      'weekly',
    ),
    /** Empty: in every stage. */
    stage: oneOf(STAGES),
    owner: text(120, { search: true }),
    next_due_on: date(),
    last_done_on: date(),
    /** D10: the clause that asks for it. */
    clause_id: ref('clause'),
    /** Name of the standard row it was made from. */
    standard: text(60),
    active: initially(bool(), true),
  },
  composites: { due: ['next_due_on', 'last_done_on'] },
  indexes: [['active', 'next_due_on']],
});

/** O2–O5, O10, O11, O13, C11: a meeting, its minutes and what they mean for the expectations. */
export const meeting = defineEntity({
  type: 'meeting',
  files: 'file',
  prefix: 'mtg',
  title: 'title',
  searchable: true,
  days: [['held_at', 'next_at']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    kind: initially(
      oneOf([
        'status',
        'progress',
        'kickoff',
        'internal',
        'cross_department',
        'feedback',
        'review',
        'negotiation',
        'site_visit',
        'briefing',
        'other',
      ]),
      'progress',
    ),
    mode: initially(oneOf(['in_person', 'phone', 'video']), 'in_person'),
    held_at: required(local()),
    place: text(300),
    attendees: longText(2_000),
    absent: text(1_000),
    comm_plan_item_id: ref('comm_plan_item'),
    /** O5 */
    expectation_effect: longText(5_000),
    client_opinion: longText(5_000),
    internal_notes: longText(10_000),
    status: initially(oneOf(['planned', 'held', 'minutes_sent']), 'planned'),
    next_at: local(),
  },
  indexes: [['status', 'held_at']],
});

/** O2, O3: a line of the agenda, which becomes a line of the minutes. */
export const meetingItem = defineEntity({
  type: 'meeting_item',
  prefix: 'mti',
  title: 'text',
  searchable: true,
  fields: {
    meeting_id: required(ref('meeting', { owned: true })),
    rank: rank(),
    kind: initially(oneOf(['topic', 'info', 'decision', 'action', 'support']), 'topic'),
    text: required(longText(5_000, { search: true })),
    result: longText(5_000),
    client_visible: initially(bool(), true),
    client_text: longText(5_000),
    owner: text(120),
    due_on: date(),
    done_on: date(),
    /** Record it was prefilled from, or became. */
    subject_id: text(60),
    decision_id: ref('decision'),
    task_id: ref('task'),
    promise_id: ref('promise'),
  },
  indexes: [['due_on']],
});

/** P2, X7, MS-5: every promise, even a small one, and what became of it. */
export const promise = defineEntity({
  type: 'promise',
  prefix: 'prm',
  title: 'text',
  searchable: true,
  days: [['made_on', 'settled_on']],
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project', { owned: true }),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    text: required(longText(2_000, { search: true })),
    kind: initially(oneOf(['date', 'document', 'quality', 'cost', 'service', 'answer', 'other']), 'date'),
    contact_id: ref('contact'),
    made_on: required(date()),
    by: text(120),
    owner: text(120),
    due_on: date(),
    /** The date first promised, once it was renegotiated. */
    first_due_on: date(),
    /** Working days the work needs, for the guard. */
    needs_days: int(0, 10_000),
    task_id: ref('task'),
    expectation_id: ref('expectation'),
    comm_log_id: ref('comm_log'),
    /** Record it came from: a log entry, a meeting, a change. */
    subject_id: text(60),
    status: initially(oneOf(['made', 'kept', 'renegotiated', 'broken', 'withdrawn']), 'made'),
    settled_on: date(),
    reason: longText(2_000),
    /** What the guard said when it was made anyway. */
    guard_note: longText(5_000),
    client_visible: initially(bool(), true),
    client_text: longText(2_000),
  },
  composites: { outcome: ['status', 'settled_on', 'due_on', 'first_due_on'] },
  indexes: [['status', 'due_on']],
});

/** O7: a word of the trade, what is said to the client instead, and what it means. */
export const glossaryTerm = defineEntity({
  type: 'glossary_term',
  prefix: 'glo',
  title: 'term',
  searchable: true,
  fields: {
    /** Empty: for all projects. */
    project_id: ref('project'),
    term: required(text(120, { search: true })),
    client_term: text(200, { search: true }),
    meaning: longText(2_000, { search: true }),
    source: text(300),
  },
});

export const communicationEntities = {
  comm_plan_item: commPlanItem,
  meeting,
  promise,
  glossary_term: glossaryTerm,
  meeting_item: meetingItem,
  /** Last, because it belongs to an expectation, a goal or a promise. */
  capability_check: capabilityCheck,
} as const;
