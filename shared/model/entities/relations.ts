import { defineEntity } from '../entity.ts';
import { date, initially, int, longText, oneOf, ref, required, text } from '../field.ts';
import { STAGES } from './client.ts';

/** B5: what a client likes and how we know it. */
export const clientPreference = defineEntity({
  type: 'client_preference',
  prefix: 'pref',
  title: 'topic',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    topic: required(text(200, { search: true })),
    value: required(text(1_000, { search: true })),
    evidence: text(1_000),
    noted_on: date(),
  },
});

/** S4, C3: how people at the client work and talk, so that nobody offends by accident. */
export const cultureNote = defineEntity({
  type: 'culture_note',
  prefix: 'cul',
  title: 'text',
  fields: {
    client_id: required(ref('client', { owned: true })),
    topic: initially(
      oneOf(['etiquette', 'holidays', 'language', 'taboo', 'decision_style', 'other']),
      'other',
    ),
    text: required(longText(5_000, { search: true })),
  },
});

/** B7: what we do for this client in particular, phase by phase. */
export const clientStrategy = defineEntity({
  type: 'client_strategy',
  prefix: 'strg',
  title: 'core_needs',
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project'),
    core_needs: required(longText(5_000)),
    constraints: longText(5_000),
    planning_actions: longText(5_000),
    execution_actions: longText(5_000),
    closing_actions: longText(5_000),
    /** Offers made for this client alone. */
    promotion: longText(5_000),
    review_on: date(),
  },
  indexes: [['review_on']],
});

/** B12: a worry or doubt raised while negotiating; an expectation nobody has put into words yet. */
export const concern = defineEntity({
  type: 'concern',
  prefix: 'ccn',
  title: 'text',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project', { owned: true }),
    contact_id: ref('contact'),
    clause_id: ref('clause'),
    /** The expectation it was turned into. */
    expectation_id: ref('expectation'),
    text: required(longText(5_000, { search: true })),
    latent_expectation: longText(5_000),
    raised_on: date(),
    status: initially(oneOf(['open', 'answered', 'became_expectation']), 'open'),
    answer: longText(5_000),
  },
});

/** B10: what the market and the competition do, and what follows from it. */
export const marketNote = defineEntity({
  type: 'market_note',
  prefix: 'mkt',
  title: 'topic',
  searchable: true,
  fields: {
    /** Empty: for every client of the industry. */
    client_id: ref('client', { owned: true }),
    industry: text(120, { search: true }),
    kind: initially(oneOf(['market', 'trend', 'competitor', 'similar_project']), 'market'),
    topic: required(text(300, { search: true })),
    source: text(300),
    noted_on: date(),
    implication: longText(5_000, { search: true }),
    expectation_id: ref('expectation'),
    risk_id: ref('risk'),
  },
});

/** B8, B9, Q1: contact that no problem triggered: care, return visits, after-sales touch points. */
export const careTask = defineEntity({
  type: 'care_task',
  prefix: 'care',
  title: 'text',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project'),
    contact_id: ref('contact'),
    kind: initially(oneOf(['care', 'return_visit', 'after_sales', 'greeting', 'other']), 'care'),
    text: required(text(500, { search: true })),
    owner: text(120),
    due_on: date(),
    done_on: date(),
    /** B9: name of the standard touch point it was made from. */
    standard: text(60),
    result: longText(5_000, { search: true }),
  },
  indexes: [['due_on'], ['done_on', 'due_on']],
});

/** A10: who sent whom to us. */
export const referral = defineEntity({
  type: 'referral',
  prefix: 'rfr',
  title: 'to_name',
  fields: {
    client_id: required(ref('client', { owned: true })),
    to_client_id: ref('client'),
    to_name: required(text(200)),
    referred_on: date(),
    outcome: initially(oneOf(['open', 'won', 'lost']), 'open'),
    note: text(1_000),
  },
});

/** C5, C6, B4, B13: what the client says about us, on its way to the person who acts on it. */
export const feedback = defineEntity({
  type: 'feedback',
  files: 'file',
  prefix: 'fbk',
  title: 'text',
  searchable: true,
  days: [
    ['received_on', 'told_on'],
    ['received_on', 'due_on'],
  ],
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project'),
    contact_id: ref('contact'),
    received_on: required(date()),
    channel: initially(
      oneOf(['hotline', 'form', 'email', 'return_visit', 'survey', 'meeting', 'interview', 'im', 'other']),
      'other',
    ),
    text: required(longText(10_000, { search: true })),
    /** Q7: empty until somebody has looked at it. */
    sort: oneOf(['praise', 'complaint', 'suggestion', 'question', 'rectification']),
    status: initially(
      oneOf(['received', 'classified', 'assigned', 'measure', 'effect', 'told', 'closed']),
      'received',
    ),
    custodian: text(120),
    assignee: text(120),
    due_on: date(),
    measure: longText(5_000),
    effect: longText(5_000),
    told_on: date(),
    expectation_id: ref('expectation'),
  },
  indexes: [['due_on']],
});

/** B15, Q3, W3: the three scores of one answer. */
export const surveyResponse = defineEntity({
  type: 'survey_response',
  prefix: 'srv',
  title: 'comments',
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project'),
    contact_id: ref('contact'),
    answered_on: required(date()),
    stage: oneOf(STAGES),
    overall: required(int(1, 5)),
    deliverable: int(1, 5),
    service: int(1, 5),
    comments: longText(5_000),
  },
});

export const relationEntities = {
  client_preference: clientPreference,
  culture_note: cultureNote,
  client_strategy: clientStrategy,
  concern,
  market_note: marketNote,
  care_task: careTask,
  referral,
  feedback,
  survey_response: surveyResponse,
} as const;
