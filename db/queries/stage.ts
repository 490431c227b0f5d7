/** X9: the facts that stage gates look at, and what each module of a project holds. */
import type { Database } from 'better-sqlite3';
import type { GateFacts } from '#shared/domain/project/gate.ts';
import type { HealthFacts } from '#shared/domain/project/intake.ts';
import type { Module } from '#shared/domain/project/modules.ts';
import type { EntityType } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';

interface Place {
  readonly project: string;
  readonly client: string;
  readonly today: string;
}

const of = (table: string, where = '1'): string =>
  `(SELECT count(*) FROM ${table} x WHERE x.project_id = @project AND x.deleted_at IS NULL AND (${where}))`;
const ofContract = (table: string, where = '1'): string =>
  `(SELECT count(*) FROM ${table} x JOIN contract k ON k.id = x.contract_id
    WHERE k.project_id = @project AND k.direction = 'upstream' AND k.deleted_at IS NULL
      AND x.deleted_at IS NULL AND (${where}))`;
const ofClient = (table: string, where = '1'): string =>
  `(SELECT count(*) FROM ${table} x WHERE x.client_id = @client AND x.deleted_at IS NULL AND (${where}))`;
const BLANK = (field: string): string => `trim(coalesce(x.${field}, '')) = ''`;
const UPSTREAM = "x.direction = 'upstream'";
const PAID =
  '(SELECT coalesce(sum(r.amount_minor), 0) FROM receipt r WHERE r.payment_stage_id = x.id AND r.deleted_at IS NULL)';

const FACTS: Readonly<Record<keyof GateFacts, string>> = {
  deciders: ofClient('contact', "x.decision_role = 'decision_maker'"),
  contacts: ofClient('comm_log', 'x.project_id IS NULL OR x.project_id = @project'),
  needs: `${of('requirement')} + ${of('elicitation')}`,
  implicitNeeds: of('requirement', "x.kind = 'implicit'"),
  expectations: of('expectation'),
  expectationsNew: of('expectation', "x.status = 'identified'"),
  screenings: of('risk_screening'),
  contracts: of('contract', UPSTREAM),
  contractsSigned: of('contract', `${UPSTREAM} AND x.status IN ('signed', 'finished')`),
  clauseKinds: `(SELECT count(DISTINCT x.kind) FROM clause x JOIN contract k ON k.id = x.contract_id
    WHERE k.project_id = @project AND k.direction = 'upstream' AND k.deleted_at IS NULL AND x.deleted_at IS NULL)`,
  briefings: `(SELECT count(*) FROM clause_briefing b JOIN clause x ON x.id = b.clause_id
    JOIN contract k ON k.id = x.contract_id
    WHERE k.project_id = @project AND b.deleted_at IS NULL AND x.deleted_at IS NULL AND k.deleted_at IS NULL)`,
  instalments: ofContract('payment_stage'),
  instalmentsUnclaimed: ofContract(
    'payment_stage',
    `x.claimed_on IS NULL AND x.kind = 'instalment' AND ${PAID} = 0`,
  ),
  instalmentsUnpaid: ofContract(
    'payment_stage',
    `${PAID} < coalesce(x.amount_minor, round(k.total_minor * x.percent / 100), 1)`,
  ),
  goals: of('goal', "x.status <> 'withdrawn'"),
  goalsIncomplete: of(
    'goal',
    `x.status <> 'withdrawn' AND (${['specific', 'measurable', 'achievable', 'relevant', 'time_bound'].map(BLANK).join(' OR ')})`,
  ),
  goalsUnsigned: of('goal', "x.status = 'draft'"),
  charters: of('charter'),
  scopeItems: of('scope_item'),
  rolesMissing: `(SELECT (${BLANK('manager')} AND NOT EXISTS (SELECT 1 FROM team_member m WHERE m.project_id = x.id
      AND m.role = 'project_manager' AND m.deleted_at IS NULL))
    + (${BLANK('communication_owner')} AND NOT EXISTS (SELECT 1 FROM team_member m WHERE m.project_id = x.id
      AND m.role = 'communication_owner' AND m.deleted_at IS NULL)) FROM project x WHERE x.id = @project)`,
  tasks: of('task', 'x.blank = 0'),
  baselines: of('baseline'),
  commRows: of('comm_plan_item', 'x.active = 1'),
  risks: of('risk'),
  parties: of('party_link'),
  needsUnverified: of(
    'requirement',
    `x.status NOT IN ('fulfilled', 'declined') AND (x.verified_on IS NULL
      OR (x.verify_days IS NOT NULL AND date(x.verified_on, '+' || x.verify_days || ' days') < @today))`,
  ),
  deliverables: of('deliverable'),
  deliverablesUnmeasured: of('deliverable', `${BLANK('standard')} OR ${BLANK('acceptance_criteria')}`),
  deliverablesOpen: of('deliverable', "x.status IN ('planned', 'in_work', 'rejected')"),
  deliverablesUnaccepted: of('deliverable', "x.status <> 'accepted'"),
  promisesOverdue: of('promise', "x.status IN ('made', 'renegotiated') AND x.due_on < @today"),
  issuesHigh: of('issue', "x.severity = 'high' AND x.status NOT IN ('solved', 'confirmed')"),
  confirmationsLate: of('premilestone_check', 'x.confirmed_on IS NULL AND x.due_on < @today'),
  rectificationsOpen: of('rectification', 'x.done_on IS NULL'),
  answers: of('survey_response'),
  warrantyRunning: of('contract', `${UPSTREAM} AND x.warranty_end_on >= @today`),
  careOpen: ofClient('care_task', 'x.project_id = @project AND x.done_on IS NULL'),
  feedbackUntriaged: ofClient('feedback', "x.project_id = @project AND x.status = 'received'"),
};

export function gateFacts(db: Database, place: Place): GateFacts {
  const sql = `SELECT ${Object.entries(FACTS)
    .map(([name, expression]) => `${expression} AS ${name}`)
    .join(',\n')}`;
  return prepared(db, sql).get(place) as GateFacts;
}

/** A2: what the data say about the seven core elements. */
export function healthFacts(db: Database, place: Place): HealthFacts {
  const sql = `SELECT
    (SELECT avg(s.conformity) FROM goal g JOIN goal_status s ON s.goal_id = g.id
      WHERE g.project_id = @project AND g.deleted_at IS NULL AND s.deleted_at IS NULL AND s.judged_on =
        (SELECT max(z.judged_on) FROM goal_status z WHERE z.goal_id = g.id AND z.deleted_at IS NULL)) AS conformity,
    ${of('comm_plan_item', 'x.active = 1')} AS commRows,
    ${of('comm_plan_item', 'x.active = 1 AND x.next_due_on < @today')} AS commOverdue,
    ${of('material_need', "x.status IN ('planned', 'ordered')")} AS needsOpen,
    ${of('material_need', "x.status IN ('planned', 'ordered') AND x.needed_on < @today")} AS needsLate,
    ${of('task', "x.blank = 0 AND x.active = 1 AND x.finish_at < @today || 'T00'")} AS tasks,
    ${of('task', "x.blank = 0 AND x.active = 1 AND x.finish_at < @today || 'T00' AND x.percent < 100")} AS tasksLate,
    ${of('risk', "x.status <> 'closed'")} AS risks,
    ${of('risk', "x.status NOT IN ('closed') AND x.probability * x.impact >= 15")} AS highRisks,
    ${of('rectification', 'x.done_on IS NULL')} AS rectificationsOpen,
    ${of('deliverable', "x.status = 'rejected'")} AS deliverablesRejected,
    ${of('deliverable', "x.status IN ('delivered', 'accepted', 'rejected')")} AS deliverables,
    (SELECT avg(x.overall) FROM survey_response x WHERE x.project_id = @project AND x.deleted_at IS NULL) AS satisfaction`;
  return prepared(db, sql).get(place) as HealthFacts;
}

const HOLDS: Readonly<Record<Module, readonly EntityType[]>> = {
  requirements: ['requirement', 'elicitation', 'questionnaire'],
  expectations: ['expectation', 'fishbone', 'rectification', 'demo', 'value_statement'],
  goals: ['goal', 'charter', 'adjustment', 'delay_notice'],
  contract: ['contract', 'deliverable', 'budget_line', 'cost_entry', 'legal_consultation', 'compliance_item'],
  plan: ['task'],
  tracking: ['baseline', 'deviation', 'premilestone_check', 'milestone_forecast'],
  scope: ['scope_item'],
  resources: ['resource', 'material_need'],
  communication: ['comm_plan_item', 'meeting', 'promise'],
  risks: ['risk', 'issue', 'decision'],
  team: ['party_link', 'team_member', 'duty', 'handover', 'coordination_issue', 'morale_pulse'],
  documents: ['document'],
  projectReports: ['report'],
};

/** Modules of a project that have records. */
export function usedModules(db: Database, projectId: string): ReadonlySet<Module> {
  const exists = (type: EntityType): string =>
    `EXISTS (SELECT 1 FROM ${type} x WHERE x.project_id = @project AND x.deleted_at IS NULL)`;
  const columns = Object.entries(HOLDS).map(
    ([module, types]) => `(${types.map(exists).join(' OR ')}) AS ${module}`,
  );
  const row = prepared(db, `SELECT ${columns.join(', ')}`).get({ project: projectId }) as Record<
    string,
    number
  >;
  return new Set((Object.keys(HOLDS) as Module[]).filter((module) => row[module] === 1));
}
