import { z } from 'zod';
import { defineEntity } from '../entity.ts';
import {
  bool,
  contentFile,
  date,
  heavy,
  initially,
  instant,
  int,
  json,
  longText,
  oneOf,
  ref,
  required,
  text,
} from '../field.ts';
import { LOCALES } from './client.ts';

/** K3 (technology, resource, time, cost) and K4 (engineering and external uncertainties). */
export const RISK_CATEGORIES = [
  'technical',
  'resource',
  'time',
  'cost',
  'design_change',
  'supply',
  'weather',
  'legal',
  'standards',
  'market',
  'force_majeure',
  'other',
] as const;

/** K: one entry of the risk register. */
export const risk = defineEntity({
  type: 'risk',
  prefix: 'rsk',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    /** Short number inside the project, shown as R-12. */
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    cause: longText(5_000, { search: true }),
    event: longText(5_000, { search: true }),
    effect: longText(5_000, { search: true }),
    category: initially(oneOf(RISK_CATEGORIES), 'other'),
    method: oneOf(['brainstorming', 'interview', 'history', 'checklist', 'swot', 'import']),
    status: initially(
      oneOf(['identified', 'assessed', 'planned', 'open', 'occurred', 'closed']),
      'identified',
    ),
    probability: int(1, 5),
    impact: int(1, 5),
    residual_probability: int(1, 5),
    residual_impact: int(1, 5),
    strategy: oneOf(['avoid', 'mitigate', 'transfer', 'accept']),
    trigger: longText(5_000),
    owner: text(120, { search: true }),
    review_on: date(),
    identified_on: date(),
    /** K12: day it happened. */
    occurred_on: date(),
    task_id: ref('task'),
    client_visible: initially(bool(), false),
    client_text: longText(5_000),
    /** O14: day the client was told. */
    client_informed_on: date(),
    client_informed_at: instant({ system: true }),
  },
  composites: {
    score: ['probability', 'impact'],
    residual: ['residual_probability', 'residual_impact'],
  },
  check: (r) => [
    ...((r.probability === null) !== (r.impact === null)
      ? [{ field: r.probability === null ? 'probability' : 'impact', code: 'SCORE_INCOMPLETE' }]
      : []),
    ...((r.residual_probability === null) !== (r.residual_impact === null)
      ? [
          {
            field: r.residual_probability === null ? 'residual_probability' : 'residual_impact',
            code: 'SCORE_INCOMPLETE',
          },
        ]
      : []),
  ],
  indexes: [['review_on']],
});

/** K6: preventive measures and the contingency plan are two lists. */
export const riskAction = defineEntity({
  type: 'risk_action',
  prefix: 'rac',
  title: 'text',
  fields: {
    risk_id: required(ref('risk', { owned: true })),
    kind: initially(oneOf(['preventive', 'contingency']), 'preventive'),
    text: required(text(1_000)),
    client_text: text(1_000),
    owner: text(120),
    due_on: date(),
    status: initially(oneOf(['open', 'done', 'cancelled']), 'open'),
    done_on: date(),
    /** K12: day the contingency plan was put into action. */
    activated_on: date(),
  },
  composites: { state: ['status', 'done_on'] },
  indexes: [['due_on'], ['status', 'due_on']],
});

/** K9: a review with the scores of that day; the history line is made of these. */
export const riskReview = defineEntity({
  type: 'risk_review',
  prefix: 'rrv',
  title: 'note',
  fields: {
    risk_id: required(ref('risk', { owned: true })),
    reviewed_on: required(date()),
    probability: required(int(1, 5)),
    impact: required(int(1, 5)),
    note: longText(5_000),
  },
  composites: { score: ['probability', 'impact'] },
});

/** L1–L3: a problem, with its measure and what the client is told. */
export const issue = defineEntity({
  type: 'issue',
  prefix: 'iss',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    severity: initially(oneOf(['low', 'medium', 'high']), 'medium'),
    status: initially(oneOf(['raised', 'responded', 'explained', 'solved', 'confirmed']), 'raised'),
    contact_id: ref('contact'),
    risk_id: ref('risk'),
    raised_on: date(),
    measure: longText(5_000, { search: true }),
    reason: longText(5_000),
    owner: text(120),
    due_on: date(),
    client_visible: initially(bool(), false),
    client_text: longText(5_000),
    client_measure: longText(5_000),
    /** O14: day the client was told. */
    client_informed_on: date(),
    client_informed_at: instant({ system: true }),
  },
  composites: { client_wording: ['client_visible', 'client_text', 'client_measure'] },
  // L2: an answer is measure and reason together.
  check: (r) =>
    r.status !== 'raised' && r.status !== 'responded' && !(r.measure && r.reason)
      ? [{ field: r.measure ? 'reason' : 'measure', code: 'ANSWER_INCOMPLETE' }]
      : [],
  indexes: [['due_on']],
});

/** C12: what the client has to decide. */
export const decision = defineEntity({
  type: 'decision',
  prefix: 'dec',
  title: 'question',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    question: required(text(500, { search: true })),
    options: longText(5_000),
    needed_on: date(),
    consequence: text(500),
    status: initially(oneOf(['open', 'decided', 'withdrawn']), 'open'),
    chosen: text(500),
    decided_on: date(),
    contact_id: ref('contact'),
    client_visible: initially(bool(), true),
    /** O14: day the client was told. */
    client_informed_on: date(),
    client_informed_at: instant({ system: true }),
  },
  composites: { outcome: ['status', 'chosen', 'decided_on'] },
  indexes: [['needed_on']],
});

/** R1–R6: a client report. Once frozen it never changes; the PDF lives beside the store under its hash. */
export const report = defineEntity({
  type: 'report',
  prefix: 'rep',
  title: 'title',
  searchable: true,
  writes: 'usecase',
  fields: {
    project_id: required(ref('project', { owned: true })),
    /** Number inside the project, shown as No. 3; given when the report is frozen. */
    no: int(1, 1_000_000, { system: true }),
    title: required(text(300, { search: true })),
    language: initially(oneOf(LOCALES), 'zh-CN'),
    period_from_on: required(date()),
    period_to_on: required(date()),
    state: initially(oneOf(['draft', 'frozen', 'draft_made', 'sent']), 'draft'),
    /** Wording edited by hand, by section; what is not here is composed from the data. */
    wording: heavy(json(z.record(z.string(), z.unknown()), { system: true })),
    /** Canonical JSON of everything the report shows. */
    snapshot: heavy(longText(20_000_000, { system: true })),
    snapshot_sha256: text(64, { system: true }),
    pdf_sha256: contentFile('pdf'),
    pdf_bytes: int(0, 2_000_000_000, { system: true }),
    frozen_at: instant({ system: true }),
    draft_made_at: instant({ system: true }),
    sent_at: instant({ system: true }),
    recipients: json(z.object({ to: z.array(z.string()), cc: z.array(z.string()) }), { system: true }),
  },
  composites: {
    period: ['period_from_on', 'period_to_on'],
    frozen: ['state', 'no', 'snapshot', 'snapshot_sha256', 'pdf_sha256', 'pdf_bytes', 'frozen_at'],
    mail: ['draft_made_at', 'sent_at', 'recipients'],
  },
  check: (r) => [
    ...(r.period_to_on < r.period_from_on ? [{ field: 'period_to_on', code: 'DATES_REVERSED' }] : []),
    ...(r.state !== 'draft' && (r.snapshot === null || r.snapshot_sha256 === null || r.no === null)
      ? [{ field: 'state', code: 'NOT_FROZEN' }]
      : []),
  ],
});
