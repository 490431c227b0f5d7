import { describe, expect, it } from 'vitest';
import type { EntityType } from '#shared/model/registry.ts';
import { routeOfRecord } from './openRecord.ts';
import type { Route } from './route.ts';

const projectId = 'prj_1';
const itemId = 'x_1';

describe('where a record is shown', () => {
  it.each<[EntityType, Route]>([
    ['project', { name: 'project', projectId: itemId }],
    ['task', { name: 'plan', projectId, itemId }],
    ['clause', { name: 'contract', projectId, section: 'clauses', itemId }],
    ['receipt', { name: 'contract', projectId, section: 'money', itemId }],
    ['charter', { name: 'goals', projectId, section: 'charter', itemId }],
    ['fishbone', { name: 'expectations', projectId, section: 'fishbones', itemId }],
    ['buffer_use', { name: 'tracking', projectId, section: 'buffers', itemId }],
    ['decision', { name: 'risks', projectId, section: 'decisions', itemId }],
    ['comm_log', { name: 'communication', projectId, section: 'log', itemId }],
    ['duty', { name: 'team', projectId, section: 'duties', itemId }],
    ['elicitation', { name: 'requirements', projectId, section: 'sessions', itemId }],
    ['material_need', { name: 'resources', projectId, section: 'needs', itemId }],
    ['risk_action', { name: 'risks', projectId }],
    ['scope_item', { name: 'scope', projectId }],
    ['document', { name: 'documents', projectId, itemId }],
    ['assignment', { name: 'project', projectId }],
  ])('%s: on the screen and the tab that have it', async (entity, route) => {
    expect(await routeOfRecord({ entity, id: itemId, project_id: projectId })).toEqual(route);
  });

  it('is nowhere when it belongs to a project that is not known', async () => {
    expect(await routeOfRecord({ entity: 'clause', id: itemId, project_id: null })).toBeNull();
  });
});
