import { z } from 'zod';
import { defineEntity } from '../entity.ts';
import {
  bool,
  CURRENCIES,
  date,
  heavy,
  initially,
  instant,
  int,
  json,
  local,
  longText,
  money,
  oneOf,
  real,
  ref,
  required,
  text,
} from '../field.ts';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export const CHANNELS = [
  'phone',
  'email',
  'im',
  'meeting',
  'video',
  'site_visit',
  'briefing',
  'letter',
  'other',
] as const;

/** A8: the life of a project with its client. */
export const STAGES = [
  'presales',
  'contracting',
  'kickoff',
  'execution',
  'acceptance',
  'warranty',
  'closed',
] as const;

/** The user's own firm, printed as letterhead. One record. */
export const company = defineEntity({
  type: 'company',
  prefix: 'own',
  title: 'name',
  fields: {
    name: required(text(200)),
    address: text(500),
    phone: text(60),
    email: text(254),
    tax_no: text(60),
    person: text(120),
    /** `data:` URL of a PNG or JPEG: the bytes have to begin like one, whatever the URL calls them. */
    logo: json(
      z
        .string()
        .max(700_000)
        .regex(/^data:image\/(?:png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[A-Za-z0-9+/]*={0,2}$/),
    ),
  },
});

/** B1: the client card. */
export const client = defineEntity({
  type: 'client',
  prefix: 'cli',
  title: 'name',
  searchable: true,
  fields: {
    name: required(text(200, { search: true })),
    name_en: text(200, { search: true }),
    industry: text(120, { search: true }),
    address: text(500, { search: true }),
    tax_no: text(60, { search: true }),
    phone: text(60, { search: true }),
    tier: initially(oneOf(['key', 'regular', 'occasional', 'prospect']), 'regular'),
    language: initially(oneOf(LOCALES), 'zh-CN'),
    source: oneOf(['referral', 'repeat', 'tender', 'advert', 'walk_in', 'other']),
    owner: text(120),
    /** B11: from which implicit needs are inferred. */
    background: longText(10_000, { search: true }),
    development_goals: longText(5_000, { search: true }),
    trends: longText(5_000),
    notes: longText(20_000, { search: true }),
    /** Part of the sample, removed with one click. */
    sample: initially(bool(), false),
  },
  indexes: [['name']],
});

/** B2: a person at the client, with the power to decide. */
export const contact = defineEntity({
  type: 'contact',
  prefix: 'con',
  title: 'name',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    name: required(text(120, { search: true })),
    title: text(120, { search: true }),
    phone: text(60, { search: true }),
    email: text(254, { search: true }),
    im_id: text(120, { search: true }),
    decision_role: initially(
      oneOf(['decision_maker', 'payer', 'user', 'site_representative', 'influencer', 'gatekeeper', 'other']),
      'other',
    ),
    language: oneOf(LOCALES),
    preferred_channel: oneOf(CHANNELS),
    /** Where the contact stands in report e-mails. */
    report_copy: initially(oneOf(['to', 'cc', 'none']), 'none'),
    notes: longText(20_000),
  },
  check: (r) =>
    r.email !== null && !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(r.email)
      ? [{ field: 'email', code: 'NOT_AN_EMAIL' }]
      : [],
});

/** B3: every call, mail and meeting, with what happens next. */
export const commLog = defineEntity({
  type: 'comm_log',
  files: 'photo',
  prefix: 'com',
  title: 'summary',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project'),
    contact_id: ref('contact'),
    report_id: ref('report'),
    channel: initially(oneOf(CHANNELS), 'phone'),
    happened_at: required(local()),
    direction: initially(oneOf(['in', 'out']), 'out'),
    by: text(120),
    summary: required(longText(20_000, { search: true })),
    next_step: text(500, { search: true }),
    due_on: date(),
    done_at: instant(),
    /** O12: chat or mail it was pasted from, as it stood there. */
    excerpt: longText(20_000, { search: true }),
    imported_from: oneOf(['mail', 'chat', 'file']),
  },
  composites: { next: ['next_step', 'due_on', 'done_at'] },
  check: (r) =>
    r.due_on !== null && !r.next_step ? [{ field: 'next_step', code: 'NEXT_STEP_MISSING' }] : [],
  indexes: [['due_on'], ['done_at', 'due_on'], ['client_id', 'happened_at']],
});

/** A1, A3, A8: the spine of everything. */
export const project = defineEntity({
  type: 'project',
  prefix: 'prj',
  title: 'name',
  searchable: true,
  fields: {
    client_id: required(ref('client', { owned: true })),
    name: required(text(300, { search: true })),
    code: text(60, { search: true }),
    kind: initially(oneOf(['direct', 'subcontract', 'engineering', 'risky', 'internal']), 'direct'),
    stage: initially(oneOf(STAGES), 'presales'),
    currency: initially(oneOf(CURRENCIES), 'CNY'),
    contract_minor: money(),
    start_on: date(),
    finish_on: date(),
    status_on: date(),
    calendar_id: ref('calendar'),
    manager: text(120, { search: true }),
    communication_owner: text(120),
    report_frequency: initially(oneOf(['weekly', 'biweekly', 'monthly', 'none']), 'weekly'),
    report_weekday: initially(int(1, 7), 5),
    /** A5: with planned duration, drives how often is reported. */
    complexity: int(1, 5),
    investment_minor: money(),
    /** A4, A9: modules the user switched on or off; what is not named follows the kind of project. */
    modules: json(z.record(z.string().max(40), z.boolean())),
    description: longText(20_000, { search: true }),
    /** Minutes of a working day and week, only to convert units typed or shown by people. */
    minutes_per_day: initially(int(1, 1440), 480),
    minutes_per_week: initially(int(1, 10_080), 2400),
    days_per_month: initially(int(1, 31), 20),
    /** `kept`: dates stay as imported until the differences were looked at. */
    scheduling: initially(oneOf(['automatic', 'kept']), 'automatic'),
    schedule_from: initially(oneOf(['start', 'finish']), 'start'),
    /** Days of slack up to which a task is critical. */
    critical_slack_days: initially(real(-1000, 1000), 0),
    multiple_critical_paths: initially(bool(), false),
    /** W1: percent beyond which progress is abnormal, and what weighs a task. */
    deviation_threshold: initially(real(0, 1000), 10),
    deviation_weight: initially(oneOf(['duration', 'cost', 'count']), 'duration'),
    /** WF5: working days before a milestone by which its expectation is confirmed. */
    premilestone_days: initially(int(0, 250), 5),
    /** File the project was imported from, what was read, and what was left out. */
    source: heavy(json(z.record(z.string(), z.unknown()), { system: true })),
    sample: initially(bool(), false),
  },
  composites: {
    dates: ['start_on', 'finish_on'],
    units: ['minutes_per_day', 'minutes_per_week', 'days_per_month'],
  },
  check: (r) =>
    r.start_on !== null && r.finish_on !== null && r.finish_on < r.start_on
      ? [{ field: 'finish_on', code: 'DATES_REVERSED' }]
      : [],
});
