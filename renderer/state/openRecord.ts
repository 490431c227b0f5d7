import type { EntityType } from '#shared/model/registry.ts';
import { request } from '../client/wire.ts';
import {
  type ClientSection,
  type ContractSection,
  type ExpectationSection,
  type GoalsSection,
  navigate,
  type Route,
  type TrackingSection,
  useRouteStore,
} from './route.ts';

export interface RecordPlace {
  readonly entity: string;
  readonly id: string;
  readonly project_id: string | null;
}

const TRACKED: Readonly<Record<string, TrackingSection>> = {
  deviation: 'deviations',
  baseline: 'baselines',
  premilestone_check: 'checks',
  milestone_forecast: 'trend',
  buffer_use: 'buffers',
};

const TEAM: ReadonlySet<string> = new Set([
  'party_link',
  'team_member',
  'duty',
  'handover',
  'coordination_issue',
  'morale_pulse',
]);

const CONTRACTED: Readonly<Record<string, ContractSection>> = {
  contract: 'facts',
  contract_party: 'facts',
  contract_annex: 'facts',
  clause: 'clauses',
  deliverable: 'deliverables',
  payment_stage: 'money',
  extra_fee: 'money',
  receipt: 'money',
  budget_line: 'costs',
  cost_entry: 'costs',
  legal_consultation: 'legal',
  compliance_item: 'legal',
  benchmark: 'legal',
};
/** Tab of the client page that shows a record. */
const CLIENT_RECORDS = {
  feedback: 'feedback',
  concern: 'concerns',
  client_preference: 'knowledge',
  culture_note: 'knowledge',
  client_strategy: 'strategy',
  market_note: 'strategy',
  care_task: 'care',
  referral: 'care',
  survey_response: 'care',
} as const satisfies Partial<Record<EntityType, ClientSection>>;

type ClientRecord = keyof typeof CLIENT_RECORDS;
const isClientRecord = (entity: string): entity is ClientRecord => Object.hasOwn(CLIENT_RECORDS, entity);

async function clientRoute(entity: ClientRecord, id: string): Promise<Route | null> {
  const record = (await request(`${entity}.get`, { id })) as { readonly client_id: string | null } | null;
  return record?.client_id
    ? { name: 'client', clientId: record.client_id, section: CLIENT_RECORDS[entity], itemId: id }
    : null;
}
const EXPECTED: Readonly<Record<string, ExpectationSection>> = {
  expectation: 'register',
  fishbone: 'fishbones',
  demo: 'demos',
  rectification: 'rectifications',
  value_statement: 'values',
};
const communication = (projectId: string, itemId: string): Route => ({
  name: 'communication',
  projectId,
  itemId,
});
const AGREED: Readonly<Record<string, GoalsSection>> = {
  goal: 'goals',
  charter: 'charter',
  adjustment: 'adjustments',
  delay_notice: 'delays',
};

/** The screen that shows a record; null for one that has none of its own. */
export async function routeOfRecord({ entity, id, project_id }: RecordPlace): Promise<Route | null> {
  if (entity === 'client') return { name: 'client', clientId: id };
  if (entity === 'project') return { name: 'project', projectId: id };
  if (entity === 'comm_log' && project_id !== null) return communication(project_id, id);
  if (entity === 'contact' || entity === 'comm_log') {
    const record = await request(`${entity}.get`, { id });
    return record === null ? null : { name: 'client', clientId: record.client_id };
  }
  if (isClientRecord(entity)) return clientRoute(entity, id);
  if (entity === 'case_study') {
    // Cases belong to no project; they are shown in the one at hand, or in the one they tell of.
    const here = useRouteStore.getState().projectId;
    const projectId = here ?? (await request('case_study.get', { id }))?.source_project_id ?? null;
    return projectId === null ? null : { name: 'expectations', projectId, section: 'cases', itemId: id };
  }
  if (entity === 'document')
    return project_id === null
      ? { name: 'allDocuments', itemId: id }
      : { name: 'documents', projectId: project_id, itemId: id };
  if (project_id === null) return null;
  if (entity === 'comm_plan_item' || entity === 'meeting' || entity === 'promise')
    return communication(project_id, id);
  if (entity === 'task') return { name: 'plan', projectId: project_id, itemId: id };
  const section = TRACKED[entity];
  if (section !== undefined)
    return {
      name: 'tracking',
      projectId: project_id,
      section,
      ...(section === 'deviations' ? { itemId: id } : {}),
    };
  const expected = EXPECTED[entity];
  if (expected !== undefined)
    return { name: 'expectations', projectId: project_id, section: expected, itemId: id };
  if (entity === 'risk' || entity === 'issue' || entity === 'decision')
    return { name: 'risks', projectId: project_id, itemId: id };
  if (entity === 'report') return { name: 'projectReports', projectId: project_id, itemId: id };
  const contracted = CONTRACTED[entity];
  if (contracted !== undefined)
    return { name: 'contract', projectId: project_id, section: contracted, itemId: id };
  if (entity === 'risk_action') return { name: 'risks', projectId: project_id };
  const agreed = AGREED[entity];
  if (agreed !== undefined)
    return {
      name: 'goals',
      projectId: project_id,
      section: agreed,
      ...(entity === 'charter' ? {} : { itemId: id }),
    };
  if (entity === 'scope_item') return { name: 'scope', projectId: project_id };
  if (entity === 'requirement' || entity === 'elicitation' || entity === 'questionnaire')
    return { name: 'requirements', projectId: project_id, itemId: id };
  if (TEAM.has(entity)) return { name: 'team', projectId: project_id, itemId: id };
  if (entity === 'resource' || entity === 'material_need')
    return { name: 'resources', projectId: project_id, itemId: id };
  return { name: 'project', projectId: project_id };
}

/** Goes to where a record is shown. */
export async function openRecord(place: RecordPlace): Promise<void> {
  const route = await routeOfRecord(place);
  if (route) navigate(route);
}
