import { expect } from 'vitest';
import type { Tx } from '#db/log/tx.ts';
import type { RecordChannels } from '#shared/ipc/channels/records.ts';
import type { ChannelName } from '#shared/ipc/contract.ts';
import { type EntityType, entityOf, entityTypes } from '#shared/model/registry.ts';
import { agreementRecords } from './records/agreement.ts';
import { communicationRecords } from './records/communication.ts';
import { contractRecords } from './records/contract.ts';
import { expectationRecords } from './records/expectation.ts';
import { governanceRecords } from './records/governance.ts';
import { relationRecords } from './records/relations.ts';
import { requirementRecords } from './records/requirement.ts';
import type { Example, Examples, NewRecords, World } from './types.ts';

type Ids = Readonly<Record<EntityType, string>>;

/** A valid new record of every type, given one of each type it refers to. */
export const newRecord: NewRecords<EntityType> = {
  company: () => ({ name: '里程工程行' }),
  client: () => ({ name: '华成建设', industry: '市政' }),
  contact: (ids) => ({ client_id: ids.client, name: '李工', email: 'li@example.com' }),
  project: (ids) => ({
    client_id: ids.client,
    name: '泵站改造',
    start_on: '2026-03-02',
    finish_on: '2026-09-30',
  }),
  calendar: (ids) => ({ project_id: ids.project, name: '五天制', definition: { week: [1, 2, 3, 4, 5] } }),
  task: (ids) => ({ project_id: ids.project, name: '基础开挖' }),
  link: (ids) => ({ project_id: ids.project, from_id: ids.task, to_id: ids.task }),
  baseline: (ids) => ({ project_id: ids.project, name: 'B0' }),
  baseline_task: (ids) => ({ baseline_id: ids.baseline, task_id: ids.task }),
  resource: (ids) => ({ project_id: ids.project, name: '挖掘机' }),
  assignment: (ids) => ({ task_id: ids.task, resource_id: ids.resource }),
  risk: (ids) => ({ project_id: ids.project, title: '雨季', probability: 3, impact: 4 }),
  risk_action: (ids) => ({ risk_id: ids.risk, text: '准备排水泵' }),
  risk_review: (ids) => ({ risk_id: ids.risk, reviewed_on: '2026-03-09', probability: 2, impact: 4 }),
  issue: (ids) => ({ project_id: ids.project, title: '图纸未到' }),
  decision: (ids) => ({ project_id: ids.project, question: '选用哪种泵？' }),
  report: (ids) => ({
    project_id: ids.project,
    title: '第 1 期',
    period_from_on: '2026-03-02',
    period_to_on: '2026-03-08',
  }),
  scope_item: (ids) => ({ project_id: ids.project, text: '三台水泵及其电缆' }),
  buffer_use: (ids) => ({ task_id: ids.task, used_on: '2026-03-09', tenths: 4800, reason: '暴雨' }),
  deviation: (ids) => ({
    project_id: ids.project,
    title: '进度落后',
    opened_on: '2026-03-09',
    planned_percent: 50,
    actual_percent: 44,
    deviation_percent: -12,
    threshold_percent: 10,
  }),
  premilestone_check: (ids) => ({ project_id: ids.project, task_id: ids.task, due_on: '2026-03-09' }),
  milestone_forecast: (ids) => ({
    project_id: ids.project,
    task_id: ids.task,
    reported_on: '2026-03-09',
    forecast_at: '2026-04-01T08:00:00',
  }),
  material_need: (ids) => ({ project_id: ids.project, name: 'C30 混凝土', quantity: 40, unit: 'm³' }),
  saved_view: () => ({ screen: 'plan', name: '本周', definition: { columns: ['name'] } }),
  project_template: () => ({ name: '泵站改造', definition: { tasks: [] } }),
  comm_log: (ids) => ({ client_id: ids.client, happened_at: '2026-03-02T09:00:00', summary: '电话' }),
  ...governanceRecords,
  ...relationRecords,
  ...contractRecords,
  ...requirementRecords,
  ...expectationRecords,
  ...agreementRecords,
  ...communicationRecords,
};

/** Creates one record of every type, owners first (the order of the registry). */
export function seedRecords(tx: Tx): Ids {
  const ids = {} as Record<EntityType, string>;
  for (const type of entityTypes) {
    if (type === 'link') {
      const to = tx.create('task', newRecord.task(ids));
      ids.link = tx.create('link', { ...newRecord.link(ids), to_id: to });
    } else ids[type] = tx.create(type, newRecord[type](ids) as never);
  }
  return ids;
}

/** A record that nothing refers to, so that it can be created again beside the seeded one. */
async function accepted(type: EntityType, { t, ids }: World): Promise<unknown> {
  if (type === 'charter') {
    // A project has one charter.
    const { id } = await t.request('project.create', { values: newRecord.project(ids) });
    return { ...newRecord.charter(ids), project_id: id };
  }
  if (type !== 'link') return newRecord[type](ids);
  const { id } = await t.request('task.create', { values: { project_id: ids.project, name: '回填' } });
  return { ...newRecord.link(ids), to_id: id };
}

const unknownId = (type: EntityType): string =>
  `${entityOf(type).prefix}_00000000-0000-7000-8000-000000000000`;

type AnyExample = Example<ChannelName>;

function examplesOf(type: EntityType): Record<string, AnyExample> {
  const entity = entityOf(type);
  const [someField = ''] = Object.keys(entity.fields).filter((name) => !entity.fields[name]?.system);
  const out: Record<string, unknown> = {
    [`${type}.list`]: {
      accepted: () => ({}),
      refused: { input: () => ({ where: { [`${entity.title}`]: 'x' } }), code: 'VALIDATION' },
      check: (rows: { id: string }[], { ids }: World) =>
        expect(rows.map((row) => row.id)).toContain(ids[type]),
    },
    [`${type}.get`]: {
      accepted: ({ ids }: World) => ({ id: ids[type] }),
      refused: { input: () => ({ id: "x' OR 1=1 --" }), code: 'VALIDATION' },
      check: (row: { id: string } | null, { ids }: World) => expect(row?.id).toBe(ids[type]),
    },
  };
  if (entity.writes === 'sealed') return out as Record<string, AnyExample>;
  out[`${type}.remove`] = {
    accepted: ({ ids }: World) => ({ id: ids[type] }),
    refused: { input: () => ({ id: unknownId(type) }), code: 'NOT_FOUND' },
    check: async (_: unknown, { t, ids }: World) =>
      expect(await t.request(`${type}.get`, { id: ids[type] } as never)).toBeNull(),
  };
  if (entity.writes === 'usecase') return out as Record<string, AnyExample>;
  out[`${type}.create`] = {
    accepted: async (world: World) => ({ values: await accepted(type, world) }),
    refused: {
      input: ({ ids }: World) => ({ values: { ...newRecord[type](ids), id: ids[type] } }),
      code: 'VALIDATION',
    },
    check: async ({ id }: { id: string }, { t }: World) =>
      expect(await t.request(`${type}.get`, { id } as never)).toMatchObject({ id, deleted_at: null }),
  };
  out[`${type}.update`] = {
    accepted: ({ ids }: World) => ({
      id: ids[type],
      patch: { [someField]: (newRecord[type](ids) as Record<string, unknown>)[someField] },
    }),
    refused: {
      input: ({ ids }: World) => ({ id: ids[type], patch: { created_at: 'x' } }),
      code: 'VALIDATION',
    },
    check: ({ changed }: { changed: boolean }) => expect(changed).toBe(false),
  };
  return out as Record<string, AnyExample>;
}

export const recordExamples = Object.assign({}, ...entityTypes.map(examplesOf)) as Examples<
  keyof RecordChannels & ChannelName
>;
