import { defineEntity } from '../entity.ts';
import {
  bool,
  date,
  initially,
  int,
  longText,
  money,
  oneOf,
  rank,
  real,
  ref,
  required,
  text,
} from '../field.ts';
import { CHANNELS, STAGES } from './client.ts';

/** G2: what an expectation or a goal is about; the axes of the gap radar (MS-4). */
export const ASPECTS = [
  'goal',
  'scope',
  'deliverable',
  'time',
  'quality',
  'acceptance',
  'service',
  'cost',
] as const;
/** G5, from the first need to the last. */
export const MASLOW_LEVELS = ['physiological', 'safety', 'social', 'esteem', 'self_realisation'] as const;
/** G6, as the standard evaluation table names them. */
export const KANO_CLASSES = [
  'basic',
  'performance',
  'excitement',
  'indifferent',
  'reverse',
  'questionable',
] as const;

/** G1–G12: what the client expects, what was agreed, what is planned and what has become of it. */
export const expectation = defineEntity({
  type: 'expectation',
  prefix: 'exp',
  title: 'text',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    text: required(longText(5_000, { search: true })),
    client_visible: initially(bool(), true),
    client_text: longText(5_000),
    channel: oneOf([...CHANNELS, 'document', 'market_research', 'survey'] as const),
    stage: oneOf(STAGES),
    aspect: initially(oneOf(ASPECTS), 'goal'),
    contact_id: ref('contact'),
    raised_on: date(),
    requirement_id: ref('requirement'),
    comm_log_id: ref('comm_log'),
    clause_id: ref('clause'),
    task_id: ref('task'),
    deliverable_id: ref('deliverable'),
    /** X8 */
    status: initially(
      oneOf([
        'identified',
        'analysed',
        'guided',
        'goal_set',
        'signed',
        'tracked',
        'adjusted',
        'realised',
        'not_realised',
      ]),
      'identified',
    ),
    maslow: oneOf(MASLOW_LEVELS),
    kano: oneOf(KANO_CLASSES),
    /** G8: factors behind it, as analysed. */
    factors: longText(5_000),
    reasonableness: oneOf(['low', 'ok', 'high']),
    reasonableness_note: longText(2_000),
    benchmark_id: ref('benchmark'),
    weight: initially(int(1, 10), 5),
    /** MS-4: percent of what the client expects: 100 is exactly that. Empty: not measured. */
    agreed_percent: real(0, 200),
    planned_percent: real(0, 200),
    actual_percent: real(0, 200),
    key_date_on: date(),
    expected_text: text(500),
    agreed_text: text(500),
    actual_text: text(500),
    quality_standard: text(500),
    acceptance_standard: text(500),
    owner: text(120),
  },
});

/** G6: how one person answered the pair of questions: 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike. */
export const kanoAnswer = defineEntity({
  type: 'kano_answer',
  prefix: 'kna',
  title: 'respondent',
  fields: {
    expectation_id: required(ref('expectation', { owned: true })),
    contact_id: ref('contact'),
    respondent: required(text(120)),
    functional: required(int(1, 5)),
    dysfunctional: required(int(1, 5)),
    answered_on: date(),
  },
  composites: { pair: ['functional', 'dysfunctional'] },
});

/** G7, L4, L5: causes of a problem, drawn as a fish. The subject is an expectation, issue or deviation. */
export const fishbone = defineEntity({
  type: 'fishbone',
  prefix: 'fbn',
  title: 'problem',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    subject_id: text(60),
    problem: required(text(500, { search: true })),
    /** 人機料法環 or 人員/技術/資源/流程/外部環境. */
    branches: initially(oneOf(['production', 'project']), 'project'),
    notes: longText(5_000),
  },
});

/** G7: one cause; causes of causes hang on it. */
export const cause = defineEntity({
  type: 'cause',
  prefix: 'cau',
  title: 'text',
  fields: {
    fishbone_id: required(ref('fishbone', { owned: true })),
    parent_id: ref('cause', { owned: true }),
    rank: rank(),
    branch: initially(
      oneOf([
        'people',
        'machine',
        'material',
        'method',
        'environment',
        'staff',
        'technology',
        'resource',
        'process',
        'external',
      ]),
      'people',
    ),
    text: required(text(300)),
    is_root: initially(bool(), false),
  },
});

/** G13–G15: how an expectation was led to what can be done, before and after. */
export const guidance = defineEntity({
  type: 'guidance',
  prefix: 'gui',
  title: 'before',
  fields: {
    project_id: required(ref('project', { owned: true })),
    expectation_id: ref('expectation', { owned: true }),
    stage: oneOf(STAGES),
    method: initially(
      oneOf(['case', 'strengths', 'advice', 'phased_plan', 'clause_reading', 'benchmark', 'report_review']),
      'advice',
    ),
    case_study_id: ref('case_study'),
    contact_id: ref('contact'),
    guided_on: date(),
    before: required(longText(5_000)),
    after: longText(5_000),
    phased_plan: longText(5_000),
    agreed: initially(oneOf(['open', 'yes', 'no']), 'open'),
  },
});

/** C8: the technical answer to an expectation. */
export const feasibilityReply = defineEntity({
  type: 'feasibility_reply',
  prefix: 'fea',
  title: 'note',
  fields: {
    expectation_id: required(ref('expectation', { owned: true })),
    by: text(120),
    replied_on: date(),
    feasible: required(oneOf(['yes', 'with_conditions', 'no'])),
    difficulty: int(1, 5),
    note: longText(5_000),
  },
});

/** G10: can we do it: skills, resources, experience. */
export const capabilityCheck = defineEntity({
  type: 'capability_check',
  prefix: 'cap',
  title: 'note',
  fields: {
    project_id: required(ref('project', { owned: true })),
    expectation_id: ref('expectation', { owned: true }),
    goal_id: ref('goal', { owned: true }),
    promise_id: ref('promise', { owned: true }),
    checked_on: date(),
    by: text(120),
    skills: required(oneOf(['yes', 'partly', 'no'])),
    resources: required(oneOf(['yes', 'partly', 'no'])),
    experience: required(oneOf(['yes', 'partly', 'no'])),
    result: initially(oneOf(['can', 'with_conditions', 'cannot']), 'can'),
    note: longText(5_000),
  },
});

/** G12: what the client gains. */
export const valueStatement = defineEntity({
  type: 'value_statement',
  prefix: 'val',
  title: 'text',
  fields: {
    project_id: required(ref('project', { owned: true })),
    expectation_id: ref('expectation'),
    kind: initially(oneOf(['economic', 'social', 'efficiency', 'process']), 'economic'),
    text: required(longText(2_000)),
    evidence: longText(2_000),
    client_visible: initially(bool(), true),
    client_text: longText(2_000),
  },
});

/** G13, U8: a case to show to the next client. */
export const caseStudy = defineEntity({
  type: 'case_study',
  prefix: 'case',
  title: 'title',
  searchable: true,
  fields: {
    title: required(text(300, { search: true })),
    industry: text(120, { search: true }),
    /** As it may be told; the client may want to stay unnamed. */
    client_name: text(200),
    source_project_id: ref('project'),
    situation: longText(5_000, { search: true }),
    solution: longText(5_000),
    result: longText(5_000),
  },
});

/** E6: what one way costs in time, money and quality. */
export const tradeoff = defineEntity({
  type: 'tradeoff',
  prefix: 'tro',
  title: 'option',
  fields: {
    project_id: required(ref('project', { owned: true })),
    expectation_id: ref('expectation', { owned: true }),
    decision_id: ref('decision'),
    rank: rank(),
    option: required(text(300)),
    days: int(-10_000, 10_000),
    cost_minor: money(),
    quality: text(500),
    difficulty: int(1, 5),
    recommended: initially(bool(), false),
    client_visible: initially(bool(), true),
  },
});

/** G16: a showing of finished work, and what it did to the expectations. */
export const demo = defineEntity({
  type: 'demo',
  files: 'photo',
  prefix: 'dmo',
  title: 'topic',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    deliverable_id: ref('deliverable'),
    topic: required(text(300, { search: true })),
    shown_on: required(date()),
    attendees: text(1_000),
    reaction: longText(5_000, { search: true }),
    effect: longText(5_000),
  },
});

/** G4: something to put right before acceptance, and the expectation behind it. */
export const rectification = defineEntity({
  type: 'rectification',
  files: 'photo',
  prefix: 'rec',
  title: 'text',
  searchable: true,
  days: [
    ['raised_on', 'done_on'],
    ['raised_on', 'due_on'],
  ],
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    expectation_id: ref('expectation'),
    deliverable_id: ref('deliverable'),
    contact_id: ref('contact'),
    text: required(longText(2_000, { search: true })),
    raised_on: date(),
    owner: text(120),
    due_on: date(),
    done_on: date(),
    client_visible: initially(bool(), true),
    client_text: longText(2_000),
  },
  indexes: [['due_on']],
});

export const expectationEntities = {
  expectation,
  kano_answer: kanoAnswer,
  fishbone,
  cause,
  case_study: caseStudy,
  guidance,
  feasibility_reply: feasibilityReply,
  value_statement: valueStatement,
  tradeoff,
  demo,
  rectification,
} as const;
