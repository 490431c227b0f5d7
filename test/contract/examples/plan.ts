import { expect } from 'vitest';
import type { planChannels } from '#shared/ipc/channels/plan.ts';
import type { planSinceChannels } from '#shared/ipc/channels/planSince.ts';
import type { planWhyChannels } from '#shared/ipc/channels/planWhy.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import type { Examples, World } from './types.ts';

type WhyChannel = keyof typeof planWhyChannels | keyof typeof planSinceChannels;

const UNKNOWN_TASK = 'tsk_00000000-0000-7000-8000-000000000000';
const UNKNOWN_LINK = 'lnk_00000000-0000-7000-8000-000000000000';
const UNKNOWN_PROJECT = 'prj_00000000-0000-7000-8000-000000000000';

const END = { where: 'end', id: null } as const;

/** A task that starts on Monday 2026-11-23 and takes two days. */
async function addTask({ t, ids }: World): Promise<string> {
  const { id } = await t.request('plan.addTask', { projectId: ids.project, place: END, name: '安装' });
  await t.request('plan.editTask', { id, patch: { start: '2026-11-23', duration: '2d' } });
  return id;
}

const rows = async ({ t, ids }: World) => (await t.request('plan.get', { projectId: ids.project })).rows;
const numberOf = async (world: World, id: string) => {
  const { number, id: all } = await rows(world);
  return number[all.indexOf(id)];
};

type LinkChannel =
  | 'plan.addLink'
  | 'plan.linkChain'
  | 'plan.editLink'
  | 'plan.removeLink'
  | 'plan.unlink'
  | 'plan.setPredecessors';

const linkExamples: Examples<LinkChannel> = {
  'plan.addLink': {
    accepted: async (world) => ({ fromId: await addTask(world), toId: world.ids.task, type: 'SS' }),
    refused: { input: ({ ids }) => ({ fromId: ids.task, toId: ids.task }), code: 'RULE_BROKEN' },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('link.get', { id })).toMatchObject({ to_id: ids.task, type: 'SS' }),
  },
  'plan.linkChain': {
    accepted: async (world) => ({ ids: [await addTask(world), await addTask(world)] }),
    refused: { input: ({ ids }) => ({ ids: [ids.task, UNKNOWN_TASK] }), code: 'NOT_FOUND' },
    check: ({ count }) => expect(count).toBe(1),
  },
  'plan.editLink': {
    accepted: ({ ids }) => ({
      id: ids.link,
      type: 'FF',
      lag: { lag_kind: 'percent', lag_value: -50, lag_unit: '%' },
    }),
    refused: { input: () => ({ id: UNKNOWN_LINK, type: 'FF' }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('link.get', { id: ids.link })).toMatchObject({ type: 'FF', lag_value: -50 }),
  },
  'plan.removeLink': {
    accepted: ({ ids }) => ({ id: ids.link }),
    refused: { input: () => ({ id: UNKNOWN_LINK }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) => expect(await t.request('link.get', { id: ids.link })).toBeNull(),
  },
  'plan.unlink': {
    accepted: ({ ids }) => ({ ids: [ids.task] }),
    refused: { input: () => ({ ids: [] }), code: 'VALIDATION' },
    check: async (_answer, { t, ids }) => expect(await t.request('link.get', { id: ids.link })).toBeNull(),
  },
  'plan.setPredecessors': {
    accepted: async (world) => {
      const id = await addTask(world);
      return { id, text: `${await numberOf(world, world.ids.task)}SS+2d` };
    },
    refused: { input: ({ ids }) => ({ id: ids.task, text: 'after lunch' }), code: 'PLAN_TEXT_UNREADABLE' },
    check: async ({ changed }, { t, ids }) => {
      expect(changed).toBe(true);
      const links = await t.request('link.list', { where: { from_id: ids.task } });
      expect(links).toContainEqual(expect.objectContaining({ type: 'SS', lag_value: 9600 }));
    },
  },
};

type StructureChannel = 'plan.moveTask' | 'plan.indent' | 'plan.outdent' | 'plan.removeTasks';

const structureExamples: Examples<StructureChannel> = {
  'plan.moveTask': {
    accepted: async (world) => ({ ids: [await addTask(world)], parentId: world.ids.task, beforeId: null }),
    refused: {
      input: ({ ids }) => ({ ids: [ids.task], parentId: ids.task, beforeId: null }),
      code: 'RULE_BROKEN',
    },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('task.list', { where: { parent_id: ids.task } })).toHaveLength(1),
  },
  'plan.indent': {
    accepted: async (world) => ({ ids: [await addTask(world)] }),
    refused: { input: () => ({ ids: [UNKNOWN_TASK] }), code: 'NOT_FOUND' },
    check: ({ count }) => expect(count).toBe(1),
  },
  'plan.outdent': {
    accepted: async (world) => {
      const id = await addTask(world);
      await world.t.request('plan.indent', { ids: [id] });
      return { ids: [id] };
    },
    refused: { input: () => ({ ids: 'all' }), code: 'VALIDATION' },
    check: ({ count }) => expect(count).toBe(1),
  },
  'plan.removeTasks': {
    accepted: ({ ids }) => ({ ids: [ids.task] }),
    refused: { input: () => ({ ids: [UNKNOWN_TASK] }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) => expect(await t.request('task.get', { id: ids.task })).toBeNull(),
  },
};

const whyExamples: Examples<WhyChannel> = {
  'plan.differences': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: ({ count, rows: listed }) => expect(listed).toHaveLength(count),
  },
  'plan.since': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (since) => expect(since?.from).toBeDefined(),
  },
  'plan.setScheduling': {
    accepted: ({ ids }) => ({ projectId: ids.project, scheduling: 'kept' }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, scheduling: 'kept' }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) =>
      expect(await t.request('project.get', { id: ids.project })).toMatchObject({ scheduling: 'kept' }),
  },
  'plan.why': {
    accepted: ({ ids }) => ({ id: ids.task }),
    refused: { input: () => ({ id: UNKNOWN_TASK }), code: 'NOT_FOUND' },
    check: ({ early, late }) => {
      expect(early).not.toBeNull();
      expect(late).not.toBeNull();
    },
  },
};

type TaskChannel = Exclude<keyof typeof planChannels, LinkChannel | StructureChannel>;

const taskExamples: Examples<TaskChannel> = {
  'plan.get': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (answer, { ids }) => {
      expect(answer.rows.id).toContain(ids.task);
      expect(answer.links.id).toEqual([ids.link]);
      expect(answer.calendars.map((calendar) => calendar.id)).toContain(answer.calendarId);
    },
  },
  'plan.network': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (answer, { ids }) => {
      expect(answer.rows.id).toContain(ids.task);
      expect(answer.links.to).toHaveLength(1);
      expect(answer.scheduling).toBe('automatic');
    },
  },
  'plan.addTask': {
    accepted: ({ ids }) => ({
      projectId: ids.project,
      place: { where: 'child', id: ids.task },
      milestone: true,
    }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT, place: END }), code: 'NOT_FOUND' },
    check: async ({ id }, { t, ids }) =>
      expect(await t.request('task.get', { id })).toMatchObject({ parent_id: ids.task, duration_tenths: 0 }),
  },
  'plan.editTask': {
    accepted: async (world) => ({ id: await addTask(world), patch: { duration: '1w', percent: 20 } }),
    refused: {
      input: ({ ids }) => ({ id: ids.task, patch: { duration: 'soon' } }),
      code: 'PLAN_TEXT_UNREADABLE',
    },
    check: async ({ changed }, world) => {
      expect(changed).toBe(true);
      expect((await rows(world)).duration).toContain(24_000);
    },
  },
  'plan.copyTasks': {
    accepted: async (world) => ({ ids: [await addTask(world)], days: 5 }),
    refused: { input: () => ({ ids: [UNKNOWN_TASK], days: 1 }), code: 'NOT_FOUND' },
    check: async ({ ids: made }, { t, ids }) => {
      const tasks = await t.request('task.list', { where: { project_id: ids.project } });
      const copy = tasks.find((task) => task.id === made[0]);
      expect(copy).toMatchObject({
        name: '安装',
        start_at: '2026-11-30T08:00:00',
        constraint_type: 'snet',
        percent: 0,
      });
    },
  },
  'plan.shiftTasks': {
    accepted: async (world) => ({ ids: [await addTask(world)], days: 5 }),
    refused: { input: ({ ids }) => ({ ids: [ids.task], days: 0.5 }), code: 'VALIDATION' },
    check: async ({ count }, { t, ids }) => {
      expect(count).toBe(1);
      const tasks = await t.request('task.list', { where: { project_id: ids.project } });
      expect(tasks.map((task) => task.start_at)).toContain('2026-11-30T08:00:00');
    },
  },
  'plan.resizeTask': {
    accepted: async (world) => ({ id: await addTask(world), edge: 'finish', days: 1 }),
    refused: { input: () => ({ id: UNKNOWN_TASK, edge: 'finish', days: 1 }), code: 'NOT_FOUND' },
    check: async (_answer, { t, ids }) => {
      const tasks = await t.request('task.list', { where: { project_id: ids.project } });
      expect(tasks.map((task) => task.finish_at)).toContain('2026-11-25T17:00:00');
    },
  },
  'plan.pasteRows': {
    accepted: ({ ids }) => ({
      projectId: ids.project,
      place: END,
      columns: ['name', 'duration'],
      cells: [['开挖', '3 天']],
    }),
    refused: {
      input: ({ ids }) => ({
        projectId: ids.project,
        place: END,
        columns: ['name', 'start'],
        cells: [['a', 'b']],
      }),
      code: 'PLAN_TEXT_UNREADABLE',
    },
    check: async (answer, { t }) =>
      expect(await t.request('task.get', { id: answer.ids[0] ?? '' })).toMatchObject({
        duration_tenths: 14_400,
      }),
  },
  'plan.calendar.get': {
    accepted: ({ ids }) => ({ projectId: ids.project }),
    refused: { input: () => ({ projectId: UNKNOWN_PROJECT }), code: 'NOT_FOUND' },
    check: (answer) => expect(answer.week).toHaveLength(7),
  },
  'plan.calendar.add': {
    accepted: ({ ids }) => ({ projectId: ids.project, name: '夜班', preset: 'nightShift' }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, name: '', preset: 'allDay' }),
      code: 'VALIDATION',
    },
    check: async ({ id }, { t }) =>
      expect(await t.request('calendar.get', { id })).toMatchObject({ name: '夜班' }),
  },
  'plan.calendar.readList': {
    accepted: async ({ t }) => {
      const text = '日期,名称\n2027-01-01,元旦\n';
      const bytes = Buffer.from(text);
      const { token } = await t.request('file.begin', { name: 'list.csv', size: bytes.length });
      await t.request('file.chunk', { token, base64: bytes.toString('base64') });
      return { token };
    },
    refused: { input: () => ({ token: 'unknown' }), code: 'FILE_TOKEN_UNKNOWN' },
    check: (answer) =>
      expect(answer).toMatchObject({
        ok: true,
        days: [{ date: '2027-01-01', name: '元旦', working: false }],
      }),
  },
  'plan.calendar.set': {
    accepted: ({ ids }) => ({
      projectId: ids.project,
      week: presetCalendar('sixDay', 'x', 'x').week,
      exceptions: [],
    }),
    refused: {
      input: ({ ids }) => ({ projectId: ids.project, week: [[], [], [], [], [], [], []], exceptions: [] }),
      code: 'CALENDAR_WITHOUT_WORK',
    },
    check: async (_answer, { t, ids }) => {
      const { week } = await t.request('plan.calendar.get', { projectId: ids.project });
      expect(week[6]).not.toEqual([]);
    },
  },
};

export const planExamples: Examples<keyof typeof planChannels | WhyChannel> = {
  ...whyExamples,
  ...taskExamples,
  ...structureExamples,
  ...linkExamples,
};
