import { z } from 'zod';
import { SMART_FIELDS } from '../../domain/agreement/smart.ts';
import { ATTACHMENT_KINDS } from '../attachmentKinds.ts';
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
  money,
  oneOf,
  real,
  ref,
  required,
  text,
} from '../field.ts';
import { LOCALES } from './client.ts';
import { ASPECTS } from './expectation.ts';

/** Y, X1, MS-3: every document that is issued, signed or sent. The kinds beyond these are reports. */
export const DOCUMENT_KINDS = [
  'expectation',
  'goals',
  'charter',
  'scope',
  'schedule',
  'clause_check',
  'comm_plan',
  'minutes',
  'delay_notice',
  'adjustment',
  'payment_plan',
  'requirements',
  'questionnaire',
  'client_sheet',
  'fishbone',
  'decision',
] as const;

/** What a record said when both sides had signed: its words by field. */
const signedAs = () => json(z.record(z.string(), z.unknown()), { system: true });

/** G17, G18: a SMART goal. A signed one never changes: an edit after signing makes the next version. */
export const goal = defineEntity({
  type: 'goal',
  prefix: 'goal',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    aspect: initially(oneOf(ASPECTS), 'goal'),
    expectation_id: ref('expectation'),
    deliverable_id: ref('deliverable'),
    task_id: ref('task'),
    benchmark_id: ref('benchmark'),
    specific: longText(2_000, { search: true }),
    measurable: longText(2_000, { search: true }),
    achievable: longText(2_000),
    relevant: longText(2_000),
    time_bound: longText(2_000),
    due_on: date(),
    target_value: real(-1e12, 1e12),
    unit: text(60),
    owner: text(120),
    status: initially(oneOf(['draft', 'signed', 'reached', 'missed', 'withdrawn']), 'draft'),
    client_visible: initially(bool(), true),
    client_text: longText(2_000),
    signed_as: signedAs(),
  },
});

/** G19: how far progress and goal agree, as judged on a day. */
export const goalStatus = defineEntity({
  type: 'goal_status',
  prefix: 'gst',
  title: 'note',
  fields: {
    goal_id: required(ref('goal', { owned: true })),
    judged_on: required(date()),
    conformity: required(int(0, 200)),
    note: text(1_000),
  },
});

/** H1: scope, time, cost and quality in four blocks, agreed by client and team. One per project. */
export const charter = defineEntity({
  type: 'charter',
  prefix: 'chr',
  title: 'purpose',
  fields: {
    project_id: required(ref('project', { owned: true })),
    purpose: required(longText(5_000)),
    background: longText(5_000),
    scope: longText(10_000),
    time: longText(5_000),
    cost: longText(5_000),
    quality: longText(5_000),
    assumptions: longText(5_000),
    success: longText(5_000),
    signed_as: signedAs(),
  },
});

/** G21–G23, X2: an expectation that has to change, from the proposal to both signatures. */
export const adjustment = defineEntity({
  type: 'adjustment',
  prefix: 'adj',
  title: 'title',
  searchable: true,
  days: [['raised_on', 'closed_on']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    expectation_id: ref('expectation'),
    goal_id: ref('goal'),
    /** G16: the showing of finished work that led to it. */
    demo_id: ref('demo'),
    trigger: initially(oneOf(['major_change', 'client_perception', 'external']), 'major_change'),
    reason: longText(5_000),
    before: longText(5_000),
    after: longText(5_000),
    /** Which words of the goal the new text takes the place of; with an expectation it is what was agreed. */
    adjusts: initially(oneOf(SMART_FIELDS), 'specific'),
    new_due_on: date(),
    new_target_value: real(-1e12, 1e12),
    impact_cost_minor: money(),
    impact_days: int(-10_000, 10_000),
    impact_resource: longText(2_000),
    impact_note: longText(2_000),
    /** G23 */
    strategy: oneOf(['proactive', 'preventive', 'appeasement']),
    strategy_actions: longText(5_000),
    contact_id: ref('contact'),
    raised_on: date(),
    status: initially(oneOf(['proposed', 'negotiating', 'confirmed', 'declined']), 'proposed'),
    closed_on: date(),
    client_visible: initially(bool(), true),
    client_text: longText(5_000),
    signed_as: signedAs(),
  },
});

/** G22, G23: what was said while negotiating, and while calming an unhappy client. */
export const negotiation = defineEntity({
  type: 'negotiation',
  prefix: 'neg',
  title: 'said',
  fields: {
    adjustment_id: ref('adjustment', { owned: true }),
    project_id: required(ref('project', { owned: true })),
    kind: initially(oneOf(['negotiation', 'appeasement']), 'negotiation'),
    contact_id: ref('contact'),
    held_on: required(date()),
    said: required(longText(5_000)),
    result: longText(5_000),
  },
});

/** G15: a delay told with its four parts: cause, measures, recovery date, follow-up dates. */
export const delayNotice = defineEntity({
  type: 'delay_notice',
  files: 'file',
  prefix: 'dly',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    task_id: ref('task'),
    days: int(0, 10_000),
    cause: longText(5_000),
    measures: longText(5_000),
    recovery_on: date(),
    revised_dates: longText(5_000),
    status: initially(oneOf(['draft', 'issued', 'sent']), 'draft'),
    sent_on: date(),
  },
});

/** MS-3, Y: a document as it was issued: canonical content, its hash, its PDF. It never changes; the next one is a new version. */
export const document = defineEntity({
  type: 'document',
  prefix: 'doc',
  title: 'title',
  searchable: true,
  writes: 'sealed',
  fields: {
    client_id: required(ref('client', { owned: true })),
    project_id: ref('project', { owned: true }),
    kind: required(oneOf(DOCUMENT_KINDS)),
    /** Record it is about: a meeting, an adjustment, a goal; the project when it is about all of it. */
    subject_id: required(text(60)),
    /** Counted by kind within the project, or the client; the versions of a document share it. */
    no: int(1, 1_000_000, { system: true }),
    version: required(int(1, 100_000)),
    title: required(text(300, { search: true })),
    language: required(oneOf(LOCALES)),
    audience: initially(oneOf(['client', 'internal']), 'client'),
    state: initially(oneOf(['issued', 'superseded', 'withdrawn']), 'issued'),
    /** Canonical JSON of what it says. */
    content: heavy(required(longText(20_000_000, { system: true }))),
    content_sha256: required(text(64, { system: true })),
    /** Canonical JSON of what stands around the content: letterhead, client, day of issue. */
    frame: heavy(required(longText(2_000_000, { system: true }))),
    /** Short code printed on the paper, by which a photo finds its document. */
    code: required(text(20, { system: true })),
    /** The PDF as it was issued: made once, never replaced. */
    pdf_sha256: contentFile('pdf'),
    pdf_bytes: int(0, 2_000_000_000, { system: true }),
    /** The PDF with the signatures, and which of them it shows. */
    signed_pdf_sha256: contentFile('pdf'),
    signed_pdf_bytes: int(0, 2_000_000_000, { system: true }),
    signed_with: text(200, { system: true }),
    issued_at: required(instant({ system: true })),
    draft_made_at: instant({ system: true }),
    sent_at: instant({ system: true }),
    recipients: json(z.object({ to: z.array(z.string()), cc: z.array(z.string()) }), { system: true }),
  },
  indexes: [['state', 'issued_at']],
  composites: {
    frozen: [
      'content',
      'content_sha256',
      'frame',
      'code',
      'issued_at',
      'language',
      'audience',
      'no',
      'version',
      'title',
      'kind',
      'subject_id',
    ],
    pdf: ['pdf_sha256', 'pdf_bytes'],
    signed: ['signed_pdf_sha256', 'signed_pdf_bytes', 'signed_with'],
    mail: ['draft_made_at', 'sent_at', 'recipients'],
  },
});

/** MS-3, G18: one side's signature under one version of a document, bound to its hash. */
export const signoff = defineEntity({
  type: 'signoff',
  prefix: 'sig',
  title: 'name',
  writes: 'sealed',
  fields: {
    document_id: required(ref('document', { owned: true })),
    content_sha256: required(text(64, { system: true })),
    side: required(oneOf(['client', 'own'])),
    contact_id: ref('contact'),
    name: required(text(120)),
    role: text(120),
    /** A typed name is drawn as a picture too, for those who cannot hold a pen. */
    method: required(oneOf(['drawn', 'typed', 'paper'])),
    signed_at: required(instant({ system: true })),
    /** PNG of the drawn signature, or the photo of the signed page, by hash. */
    image_sha256: contentFile({
      field: 'image_type',
      of: { 'image/png': 'png', 'image/jpeg': 'jpg' },
    }),
    image_type: oneOf(['image/png', 'image/jpeg'], { system: true }),
    /** Hash over document hash, side, name, role, method, time and image. */
    seal_sha256: required(text(64, { system: true })),
  },
  composites: {
    signature: [
      'document_id',
      'content_sha256',
      'side',
      'name',
      'role',
      'method',
      'signed_at',
      'image_sha256',
      'image_type',
      'seal_sha256',
    ],
  },
});

/** G9, H4, N6: who has read which version. */
export const readReceipt = defineEntity({
  type: 'read_receipt',
  prefix: 'rdr',
  title: 'person',
  fields: {
    document_id: required(ref('document', { owned: true })),
    person: required(text(120)),
    contact_id: ref('contact'),
    read_on: required(date()),
    note: text(500),
  },
});

/** B3, E3, F7: a file that belongs to a record, kept beside the store under its hash. */
export const attachment = defineEntity({
  type: 'attachment',
  prefix: 'att',
  title: 'name',
  searchable: true,
  writes: 'usecase',
  fields: {
    client_id: ref('client', { owned: true }),
    project_id: ref('project', { owned: true }),
    subject_id: required(text(60)),
    name: required(text(300, { search: true })),
    kind: initially(oneOf(ATTACHMENT_KINDS), 'file'),
    media_type: text(120, { system: true }),
    sha256: required(contentFile('bin')),
    bytes: required(int(0, 2_000_000_000, { system: true })),
    added_on: date(),
    note: text(500),
    client_visible: initially(bool(), false),
  },
});

export const agreementEntities = {
  goal,
  goal_status: goalStatus,
  charter,
  adjustment,
  negotiation,
  delay_notice: delayNotice,
  document,
  signoff,
  read_receipt: readReceipt,
  attachment,
} as const;
