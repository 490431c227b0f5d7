import { request } from '../client/wire.ts';
import { type GoalsSection, navigate, type Route, type TrackingSection } from './route.ts';

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
  if (entity === 'contact' || entity === 'comm_log') {
    const record = await request(`${entity}.get`, { id });
    return record === null ? null : { name: 'client', clientId: record.client_id };
  }
  if (entity === 'document')
    return project_id === null
      ? { name: 'allDocuments', itemId: id }
      : { name: 'documents', projectId: project_id, itemId: id };
  if (project_id === null) return null;
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
  const agreed = AGREED[entity];
  if (agreed !== undefined)
    return {
      name: 'goals',
      projectId: project_id,
      section: agreed,
      ...(entity === 'charter' ? {} : { itemId: id }),
    };
  if (entity === 'scope_item') return { name: 'scope', projectId: project_id };
  if (entity === 'resource' || entity === 'material_need')
    return { name: 'resources', projectId: project_id, itemId: id };
  return { name: 'project', projectId: project_id };
}

/** Goes to where a record is shown. */
export async function openRecord(place: RecordPlace): Promise<void> {
  const route = await routeOfRecord(place);
  if (route) navigate(route);
}
