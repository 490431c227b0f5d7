import type { TodayRow } from '#shared/ipc/channels/today.ts';
import type { Route } from '../../state/route.ts';

/** Place that shows what is due; a contact or next step without a project is the client's. */
export function routeOf(row: TodayRow): Route {
  const client: Route = { name: 'client', clientId: row.client_id };
  const projectId = row.project_id;
  if (row.kind === 'care' || row.kind === 'feedback' || row.kind === 'strategy')
    return { ...client, section: row.kind, itemId: row.open_id };
  if (row.kind === 'next_step' && projectId !== null)
    return { name: 'communication', projectId, section: 'log', itemId: row.open_id };
  if (row.kind === 'next_step') return { ...client, section: 'timeline' };
  if (projectId === null) return client;
  switch (row.kind) {
    case 'milestone':
      return { name: 'plan', projectId, itemId: row.open_id };
    case 'premilestone':
      return { name: 'tracking', projectId, section: 'checks' };
    case 'deviation':
      return { name: 'tracking', projectId, section: 'deviations', itemId: row.open_id };
    case 'rectification':
      return { name: 'expectations', projectId, section: 'rectifications', itemId: row.open_id };
    case 'risk_review':
    case 'risk_action':
    case 'issue':
    case 'decision':
      return { name: 'risks', projectId, itemId: row.open_id };
    case 'need':
      return { name: 'resources', projectId, itemId: row.open_id };
    case 'payment':
      return { name: 'contract', projectId, section: 'money', itemId: row.open_id };
    case 'contract_check':
      return { name: 'contract', projectId, section: 'check', itemId: row.open_id };
    case 'compliance':
      return { name: 'contract', projectId, section: 'legal', itemId: row.open_id };
    case 'renewal':
      return { name: 'documents', projectId, itemId: row.open_id };
    case 'signature':
      return { name: 'goals', projectId, section: 'signatures' };
    case 'promise':
    case 'comm_plan':
    case 'meeting':
    case 'meeting_action':
      return { name: 'communication', projectId, itemId: row.open_id };
    case 'report':
      return { name: 'projectReports', projectId };
    default:
      return client;
  }
}
