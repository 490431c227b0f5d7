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
import { STAGES } from './client.ts';

/** D: types of clause; the order is that of the completeness check (D15). */
export const CLAUSE_TYPES = [
  'rights',
  'scope',
  'deliverables',
  'schedule',
  'fees',
  'payment',
  'quality',
  'liability',
  'dispute',
  'change',
  'reporting',
  'acceptance',
  'warranty',
  'risk_share',
  'other',
] as const;

/** D1, E1, D12: an agreement with the client, or with one of our own subcontractors. */
export const contract = defineEntity({
  type: 'contract',
  files: 'contract',
  prefix: 'ctr',
  title: 'title',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    title: required(text(300, { search: true })),
    code: text(60, { search: true }),
    /** Upstream: with the client. Downstream: with a subcontractor or supplier. */
    direction: initially(oneOf(['upstream', 'downstream']), 'upstream'),
    party_id: ref('party'),
    status: initially(oneOf(['draft', 'negotiating', 'signed', 'finished', 'ended']), 'draft'),
    total_minor: money(),
    signed_on: date(),
    /** D15: why it was signed with what the check still found open, and what that was. */
    sign_reason: longText(5_000),
    sign_gaps: text(1_000, { system: true }),
    effective_on: date(),
    finish_on: date(),
    retention_percent: real(0, 100),
    retention_release_on: date(),
    warranty_start_on: date(),
    warranty_end_on: date(),
    warranty_terms: longText(5_000),
    notes: longText(5_000),
  },
  composites: {
    warranty: ['warranty_start_on', 'warranty_end_on'],
    term: ['effective_on', 'finish_on'],
  },
  indexes: [['status', 'effective_on']],
  check: (r) => [
    ...(r.total_minor !== null && r.total_minor < 0 ? [{ field: 'total_minor', code: 'NEGATIVE_SUM' }] : []),
    ...((r.status === 'signed' || r.status === 'finished') && r.signed_on === null
      ? [{ field: 'signed_on', code: 'SIGNED_NEEDS_DAY' }]
      : []),
    ...(r.effective_on !== null && r.finish_on !== null && r.finish_on < r.effective_on
      ? [{ field: 'finish_on', code: 'DATES_REVERSED' }]
      : []),
    ...(r.warranty_start_on !== null && r.warranty_end_on !== null && r.warranty_end_on < r.warranty_start_on
      ? [{ field: 'warranty_end_on', code: 'DATES_REVERSED' }]
      : []),
  ],
});

/** D1: a party to the contract with its rights and duties. */
export const contractParty = defineEntity({
  type: 'contract_party',
  prefix: 'cpt',
  title: 'name',
  fields: {
    contract_id: required(ref('contract', { owned: true })),
    side: initially(oneOf(['client', 'own', 'third']), 'client'),
    party_id: ref('party'),
    name: required(text(200)),
    rights: longText(5_000),
    obligations: longText(5_000),
    signatory: text(120),
  },
});

/** D1–D13, MS-12: a clause and what it obliges to. Fields beyond title and text belong to some types only. */
export const clause = defineEntity({
  type: 'clause',
  prefix: 'cla',
  title: 'title',
  searchable: true,
  fields: {
    contract_id: required(ref('contract', { owned: true })),
    rank: rank(),
    kind: initially(oneOf(CLAUSE_TYPES), 'other'),
    /** Number as printed in the contract, such as 8.2. */
    number: text(30),
    title: required(text(300, { search: true })),
    text: longText(20_000, { search: true }),
    obliged: initially(oneOf(['client', 'own', 'both', 'third']), 'both'),
    due_on: date(),
    /** The milestone that fulfils it. */
    task_id: ref('task'),
    risk_id: ref('risk'),
    /** D7: penalty per day of delay, in percent of the basis, after the days of grace, up to the cap. */
    rate_percent: real(0, 100),
    cap_percent: real(0, 100),
    grace_days: int(0, 10_000),
    /** Empty: the contract sum. */
    basis_minor: money(),
    /** D8 */
    dispute_method: oneOf(['negotiation', 'mediation', 'arbitration', 'litigation']),
    venue: text(200),
    /** D9 */
    days_to_answer: int(0, 1000),
    who_signs: text(200),
    /** D10 */
    report_frequency: oneOf(['weekly', 'biweekly', 'monthly', 'quarterly']),
    /** D6, D11 */
    standard: text(500),
    acceptance_method: text(500),
  },
  composites: { penalty: ['rate_percent', 'cap_percent', 'grace_days', 'basis_minor'] },
});

/** D2, D11, M1: what is handed over in a stage, by which standard, and when it counts as accepted. */
export const deliverable = defineEntity({
  type: 'deliverable',
  files: 'file',
  prefix: 'dlv',
  title: 'name',
  searchable: true,
  days: [['delivered_on', 'accepted_on']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    no: initially(int(0, 1_000_000, { system: true }), 0),
    rank: rank(),
    contract_id: ref('contract'),
    clause_id: ref('clause'),
    task_id: ref('task'),
    name: required(text(300, { search: true })),
    stage: oneOf(STAGES),
    standard: text(1_000),
    acceptance_criteria: longText(5_000),
    acceptance_method: text(500),
    due_on: date(),
    status: initially(oneOf(['planned', 'in_work', 'delivered', 'accepted', 'rejected']), 'planned'),
    delivered_on: date(),
    accepted_on: date(),
    client_visible: initially(bool(), true),
    client_text: longText(5_000),
  },
});

/** D14: who explained which clause to whom, and whether it was understood. */
export const clauseBriefing = defineEntity({
  type: 'clause_briefing',
  prefix: 'cbr',
  title: 'note',
  fields: {
    clause_id: required(ref('clause', { owned: true })),
    contact_id: ref('contact'),
    explained_on: required(date()),
    by: text(120),
    understood: initially(oneOf(['yes', 'partly', 'no']), 'yes'),
    note: longText(5_000),
  },
});

/** D16: advice asked for, and what came of it. */
export const legalConsultation = defineEntity({
  type: 'legal_consultation',
  files: 'file',
  prefix: 'lgl',
  title: 'topic',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    contract_id: ref('contract'),
    topic: required(text(300, { search: true })),
    adviser: text(200),
    asked_on: date(),
    advice: longText(10_000, { search: true }),
    outcome: longText(5_000),
  },
});

/** D16: a rule that has to be kept, and whether it is. */
export const complianceItem = defineEntity({
  type: 'compliance_item',
  prefix: 'cmp',
  title: 'text',
  fields: {
    project_id: required(ref('project', { owned: true })),
    text: required(text(1_000)),
    basis: text(500),
    status: initially(oneOf(['open', 'met', 'not_met', 'not_applicable']), 'open'),
    owner: text(120),
    due_on: date(),
    note: longText(5_000),
  },
  indexes: [['due_on']],
});

/** D17: what hangs on the contract: signed goals, drawings, price lists. */
export const contractAnnex = defineEntity({
  type: 'contract_annex',
  files: 'contract',
  prefix: 'anx',
  title: 'title',
  fields: {
    contract_id: required(ref('contract', { owned: true })),
    document_id: ref('document'),
    title: required(text(300)),
    number: text(30),
    note: text(1_000),
  },
});

/** D18, G11: what is usual in the trade and what we have reached ourselves. */
export const benchmark = defineEntity({
  type: 'benchmark',
  files: 'file',
  prefix: 'bmk',
  title: 'topic',
  searchable: true,
  fields: {
    /** Empty: for all projects. */
    project_id: ref('project'),
    topic: required(text(300, { search: true })),
    unit: text(60),
    industry_value: text(200),
    own_value: text(200),
    /** What a similar project of ours really reached. */
    similar_value: text(200),
    source_project_id: ref('project'),
    source: text(500),
    industry: text(120, { search: true }),
    noted_on: date(),
  },
});

/** E1, E2, X10: one instalment. Due, overdue and received follow from the plan and the receipts. */
export const paymentStage = defineEntity({
  type: 'payment_stage',
  files: 'voucher',
  prefix: 'pay',
  title: 'name',
  searchable: true,
  fields: {
    contract_id: required(ref('contract', { owned: true })),
    rank: rank(),
    name: required(text(300, { search: true })),
    kind: initially(oneOf(['instalment', 'retention']), 'instalment'),
    /** Of the contract sum; the amount follows unless it is given. */
    percent: real(0, 100),
    amount_minor: money(),
    due_rule: initially(oneOf(['date', 'signing', 'milestone', 'acceptance']), 'date'),
    task_id: ref('task'),
    deliverable_id: ref('deliverable'),
    /** Days after the event until it has to be paid. */
    due_days: initially(int(0, 3650), 0),
    due_on: date(),
    /** MS-12: the clause it comes from. */
    clause_id: ref('clause'),
    method: oneOf(['bank', 'cash', 'cheque', 'acceptance_bill', 'mobile', 'other']),
    condition: longText(2_000),
    claimed_on: date(),
    notes: longText(2_000),
  },
  composites: { amount: ['percent', 'amount_minor'] },
});

/** E3: money that came in. */
export const receipt = defineEntity({
  type: 'receipt',
  files: 'voucher',
  prefix: 'rct',
  title: 'voucher',
  fields: {
    payment_stage_id: required(ref('payment_stage', { owned: true })),
    received_on: required(date()),
    amount_minor: required(money()),
    method: oneOf(['bank', 'cash', 'cheque', 'acceptance_bill', 'mobile', 'other']),
    voucher: text(200),
    note: text(1_000),
  },
  // Less than nothing is money given back; nothing at all is no receipt.
  check: (r) => (r.amount_minor === 0 ? [{ field: 'amount_minor', code: 'AMOUNT_ZERO' }] : []),
});

/** D4, E1: money beyond the contract sum: extras, and fees of approved changes. */
export const extraFee = defineEntity({
  type: 'extra_fee',
  files: 'voucher',
  prefix: 'xfe',
  title: 'text',
  days: [['raised_on', 'approved_on']],
  fields: {
    contract_id: required(ref('contract', { owned: true })),
    kind: initially(oneOf(['extra', 'change']), 'extra'),
    text: required(text(500)),
    amount_minor: required(money()),
    raised_on: date(),
    /** Counts for the total only when the client has agreed. */
    approved_on: date(),
    /** Instalment it is billed with. */
    payment_stage_id: ref('payment_stage'),
    adjustment_id: ref('adjustment'),
    /** MS-12: days by which an approved change extends the contract date. */
    extension_days: int(-10_000, 10_000),
    task_id: ref('task'),
  },
});

export const COST_CATEGORIES = [
  'labour',
  'material',
  'equipment',
  'subcontract',
  'travel',
  'overhead',
  'other',
] as const;

/** E4: what we plan to spend. */
export const budgetLine = defineEntity({
  type: 'budget_line',
  prefix: 'bdg',
  title: 'text',
  fields: {
    project_id: required(ref('project', { owned: true })),
    category: initially(oneOf(COST_CATEGORIES), 'other'),
    text: required(text(300)),
    planned_minor: required(money()),
    task_id: ref('task'),
  },
});

/** E4, E5: what we did spend. */
export const costEntry = defineEntity({
  type: 'cost_entry',
  files: 'voucher',
  prefix: 'cst',
  title: 'text',
  fields: {
    project_id: required(ref('project', { owned: true })),
    category: initially(oneOf(COST_CATEGORIES), 'other'),
    budget_line_id: ref('budget_line'),
    party_id: ref('party'),
    text: required(text(300, { search: true })),
    spent_on: required(date()),
    amount_minor: required(money()),
    voucher: text(200),
  },
});

export const contractEntities = {
  contract,
  contract_party: contractParty,
  clause,
  deliverable,
  clause_briefing: clauseBriefing,
  legal_consultation: legalConsultation,
  compliance_item: complianceItem,
  contract_annex: contractAnnex,
  benchmark,
  payment_stage: paymentStage,
  receipt,
  extra_fee: extraFee,
  budget_line: budgetLine,
  cost_entry: costEntry,
} as const;
