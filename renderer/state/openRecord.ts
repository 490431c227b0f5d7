import { request } from '../client/wire.ts';
import { navigate, type Route, type TrackingSection } from './route.ts';

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

const communication = (projectId: string, itemId: string): Route => ({
  name: 'communication',
  projectId,
  itemId,
});
const TEAM: ReadonlySet<string> = new Set([
  'party_link',
  'team_member',
  'duty',
  'handover',
  'coordination_issue',
  'morale_pulse',
]);

/** The screen that shows a record; null for one that has none of its own. */
export async function routeOfRecord({ entity, id, project_id }: RecordPlace): Promise<Route | null> {
  if (entity === 'client') return { name: 'client', clientId: id };
  if (entity === 'project') return { name: 'project', projectId: id };
  if (entity === 'comm_log' && project_id !== null) return communication(project_id, id);
  if (entity === 'contact' || entity === 'comm_log') {
    const record = await request(`${entity}.get`, { id });
    return record === null ? null : { name: 'client', clientId: record.client_id };
  }
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
  if (entity === 'risk' || entity === 'issue' || entity === 'decision')
    return { name: 'risks', projectId: project_id, itemId: id };
  if (entity === 'report') return { name: 'projectReports', projectId: project_id, itemId: id };
  if (entity === 'risk_action') return { name: 'risks', projectId: project_id };
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
