import { defineEntity } from '../entity.ts';
import { bool, date, initially, int, longText, oneOf, ref, required, text } from '../field.ts';
import { STAGES } from './client.ts';

/** C9: a firm or authority that takes part in projects without being the client. */
export const party = defineEntity({
  type: 'party',
  prefix: 'pty',
  title: 'name',
  searchable: true,
  fields: {
    name: required(text(200, { search: true })),
    kind: initially(
      oneOf([
        'owner',
        'main_contractor',
        'subcontractor',
        'supplier',
        'supervisor',
        'designer',
        'authority',
        'adviser',
        'other',
      ]),
      'subcontractor',
    ),
    person: text(120, { search: true }),
    phone: text(60, { search: true }),
    email: text(254, { search: true }),
    notes: longText(5_000),
  },
});

/** A3, C3: a link of the party chain (owner, main contractor, us, our subcontractors) and a stakeholder with what he expects. */
export const partyLink = defineEntity({
  type: 'party_link',
  prefix: 'plk',
  title: 'name',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    /** Which side it stands for; `party` names one of the directory. */
    who: initially(oneOf(['own', 'client', 'party', 'person']), 'party'),
    party_id: ref('party'),
    contact_id: ref('contact'),
    name: required(text(200, { search: true })),
    role: initially(
      oneOf([
        'owner',
        'main_contractor',
        'contractor',
        'subcontractor',
        'supplier',
        'supervisor',
        'designer',
        'authority',
        'user',
        'other',
      ]),
      'other',
    ),
    /** The party this one works for. */
    upstream_id: ref('party_link'),
    interest: int(1, 5),
    influence: int(1, 5),
    expectation: longText(5_000),
    notes: longText(5_000),
  },
});

/** C1, C2, C10: who does what: responsible, accountable, consulted, informed. */
export const duty = defineEntity({
  type: 'duty',
  prefix: 'dty',
  title: 'object',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    task_id: ref('task'),
    /** What the duty is about: a task, a deliverable, "weekly report to the client". */
    object: required(text(300, { search: true })),
    kind: initially(oneOf(['work', 'communication', 'expectation', 'quality', 'after_sales']), 'work'),
    person: required(text(120, { search: true })),
    department: initially(
      oneOf(['management', 'sales', 'technical', 'implementation', 'quality', 'after_sales', 'crm', 'other']),
      'implementation',
    ),
    raci: initially(oneOf(['responsible', 'accountable', 'consulted', 'informed']), 'responsible'),
    frequency: text(120),
  },
});

/** Z, C4, C10: a person of the project's team and the roles he holds; one person may hold them all. */
export const teamMember = defineEntity({
  type: 'team_member',
  prefix: 'tmb',
  title: 'name',
  searchable: true,
  fields: {
    project_id: required(ref('project', { owned: true })),
    name: required(text(120, { search: true })),
    role: initially(
      oneOf([
        'project_manager',
        'communication_owner',
        'feedback_custodian',
        'crm_owner',
        'sales',
        'technical',
        'implementation',
        'quality',
        'after_sales',
        'legal',
        'expert',
        'management',
        'other',
      ]),
      'implementation',
    ),
    resource_id: ref('resource'),
    /** C13: what the person can do, for the capability check. */
    skills: text(1_000, { search: true }),
    phone: text(60),
    email: text(254),
    notes: longText(5_000),
  },
});

/** C7: what one department hands to the next, so that nothing promised gets lost between them. */
export const handover = defineEntity({
  type: 'handover',
  prefix: 'hnd',
  title: 'text',
  days: [['handed_on', 'received_on']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    from_department: initially(
      oneOf(['sales', 'technical', 'implementation', 'quality', 'after_sales']),
      'sales',
    ),
    to_department: initially(
      oneOf(['sales', 'technical', 'implementation', 'quality', 'after_sales']),
      'implementation',
    ),
    handed_on: date(),
    text: required(longText(10_000, { search: true })),
    open_points: longText(5_000),
    received_by: text(120),
    received_on: date(),
  },
});

/** C9, I14: a conflict or delay between parties, and how it was settled. */
export const coordinationIssue = defineEntity({
  type: 'coordination_issue',
  prefix: 'coi',
  title: 'title',
  searchable: true,
  days: [['raised_on', 'settled_on']],
  fields: {
    project_id: required(ref('project', { owned: true })),
    party_id: ref('party'),
    task_id: ref('task'),
    title: required(text(300, { search: true })),
    kind: initially(oneOf(['conflict', 'delay', 'interface', 'other']), 'conflict'),
    days: int(0, 10_000),
    raised_on: date(),
    status: initially(oneOf(['open', 'settled']), 'open'),
    measure: longText(5_000),
    settled_on: date(),
  },
});

/** C10: how the team is doing, in one number and one line. */
export const moralePulse = defineEntity({
  type: 'morale_pulse',
  prefix: 'mrl',
  title: 'note',
  fields: {
    project_id: required(ref('project', { owned: true })),
    taken_on: required(date()),
    score: required(int(1, 5)),
    note: text(1_000),
  },
});

/** A8, X9: a step from one stage to the next, with what was still open then. */
export const stageChange = defineEntity({
  type: 'stage_change',
  prefix: 'stg',
  title: 'to_stage',
  writes: 'usecase',
  fields: {
    project_id: required(ref('project', { owned: true })),
    from_stage: required(oneOf(STAGES)),
    to_stage: required(oneOf(STAGES)),
    changed_on: required(date()),
    by: text(120),
    /** Checks that were not met, and why the project went on nevertheless. */
    open_checks: longText(5_000),
    note: longText(5_000),
  },
});

/** A4, X9, WF7, WF8: one check of a stage or of a kind of project. */
export const checklistItem = defineEntity({
  type: 'checklist_item',
  prefix: 'chk',
  title: 'text',
  fields: {
    project_id: required(ref('project', { owned: true })),
    stage: required(oneOf(STAGES)),
    /** Name of the standard check; empty for one of the user's own. */
    standard: text(60),
    text: required(text(500)),
    owner: text(120),
    due_on: date(),
    done_on: date(),
    not_needed: initially(bool(), false),
    note: text(1_000),
  },
  indexes: [['due_on']],
});

/** A6: intake screening by four factors. */
export const riskScreening = defineEntity({
  type: 'risk_screening',
  prefix: 'rsc',
  title: 'note',
  fields: {
    project_id: required(ref('project', { owned: true })),
    screened_on: required(date()),
    complexity: required(int(1, 5)),
    time_pressure: required(int(1, 5)),
    resource_gap: required(int(1, 5)),
    expectation_pressure: required(int(1, 5)),
    result: initially(oneOf(['normal', 'risky']), 'normal'),
    note: text(1_000),
  },
});

/** A2: health on the seven core elements, as judged on a day. */
export const healthSnapshot = defineEntity({
  type: 'health_snapshot',
  prefix: 'hlt',
  title: 'note',
  fields: {
    project_id: required(ref('project', { owned: true })),
    taken_on: required(date()),
    goal: int(1, 5),
    communication: int(1, 5),
    resource: int(1, 5),
    time: int(1, 5),
    risk: int(1, 5),
    quality: int(1, 5),
    satisfaction: int(1, 5),
    note: longText(5_000),
  },
});

export const governanceEntities = {
  party,
  party_link: partyLink,
  team_member: teamMember,
  duty,
  handover,
  coordination_issue: coordinationIssue,
  morale_pulse: moralePulse,
  stage_change: stageChange,
  checklist_item: checklistItem,
  risk_screening: riskScreening,
  health_snapshot: healthSnapshot,
} as const;
