import { type EntityType, isEntityType } from '#shared/model/registry.ts';
import { request } from '../client/wire.ts';
import { navigate, type Route, useRouteStore } from './route.ts';
import { type SectionOf, sectionFor, TAB_SCREENS } from './sections.ts';

export interface RecordPlace {
  readonly entity: string;
  readonly id: string;
  readonly project_id: string | null;
}

async function clientRoute(
  entity: EntityType,
  id: string,
  section?: SectionOf<'client'>,
): Promise<Route | null> {
  const record = (await request(`${entity}.get`, { id })) as { readonly client_id: string | null } | null;
  if (!record?.client_id) return null;
  const client = { name: 'client', clientId: record.client_id } as const;
  return section === undefined ? client : { ...client, section, itemId: id };
}

/** The tab of a screen of a project that shows records of a type. */
function tabRoute(entity: string, projectId: string, itemId: string): Route | null {
  for (const name of TAB_SCREENS) {
    const section = name === 'client' ? undefined : sectionFor(name, entity);
    // The section is one of this very screen, which the union of all screens cannot say.
    if (section !== undefined) return { name, projectId, section, itemId } as Route;
  }
  return null;
}

/** The screen that shows a record; null for one that has none of its own. */
export async function routeOfRecord({ entity, id, project_id }: RecordPlace): Promise<Route | null> {
  if (entity === 'client') return { name: 'client', clientId: id };
  if (entity === 'project') return { name: 'project', projectId: id };
  if (entity === 'contact' || (entity === 'comm_log' && project_id === null)) return clientRoute(entity, id);
  const ofClient = sectionFor('client', entity);
  if (ofClient !== undefined && isEntityType(entity)) return clientRoute(entity, id, ofClient);
  if (entity === 'case_study') {
    // Cases belong to no project; they are shown in the one at hand, or in the one they tell of.
    const here = useRouteStore.getState().projectId;
    const projectId = here ?? (await request('case_study.get', { id }))?.source_project_id ?? null;
    return projectId === null ? null : tabRoute(entity, projectId, id);
  }
  if (entity === 'document')
    return project_id === null
      ? { name: 'allDocuments', itemId: id }
      : { name: 'documents', projectId: project_id, itemId: id };
  if (project_id === null) return null;
  const projectId = project_id;
  if (entity === 'task') return { name: 'plan', projectId, itemId: id };
  if (entity === 'report') return { name: 'projectReports', projectId, itemId: id };
  if (entity === 'risk_action') return { name: 'risks', projectId };
  if (entity === 'scope_item') return { name: 'scope', projectId };
  return tabRoute(entity, projectId, id) ?? { name: 'project', projectId };
}

/** Goes to where a record is shown. */
export async function openRecord(place: RecordPlace): Promise<void> {
  const route = await routeOfRecord(place);
  if (route) navigate(route);
}
