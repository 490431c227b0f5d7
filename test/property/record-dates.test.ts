/** Any walk through the channels every entity has leaves dates that follow from the plan, and undo leads all the way back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDef } from '#shared/schedule/calendar/definition.ts';
import { liveState } from '#test/support/storeState.ts';
import { startTestApp, type TestApp, type WireFailure } from '#test/support/testApp.ts';

const WALKS = Number(process.env['MILEPOST_WALKS'] ?? 6);
const FIRST = Number(process.env['MILEPOST_SEED'] ?? 1);
const STEPS = 40;

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const diceOf = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0;
  const below = (n: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return { below, of: <T>(items: readonly T[]): T => items[below(items.length)] as T };
};
type Dice = ReturnType<typeof diceOf>;

/** What the walk has made; some of it may be in the trash. */
interface Ground {
  readonly projectId: string;
  readonly tasks: string[];
  readonly links: string[];
  readonly assignments: string[];
  readonly resources: string[];
  readonly removed: string[];
}

const moment = (d: Dice): string =>
  `2026-03-${String(1 + d.below(28)).padStart(2, '0')}T${d.of(['08:00', '17:00', '12:30', '00:00'])}:00`;
/** One after the other, or the same. */
const span = (d: Dice): { start_at: string; finish_at: string } => {
  const [start_at = '', finish_at = ''] = [moment(d), moment(d)].sort();
  return { start_at, finish_at };
};

const newTask = (d: Dice): Record<string, unknown> => ({
  ...d.of([
    () => ({}),
    () => ({ milestone: true }),
    () => ({ milestone: true, finish_at: moment(d) }),
    () => ({ duration_tenths: d.below(30_000) }),
    () => ({ start_at: moment(d), duration_tenths: 4800 }),
    () => span(d),
    () => ({ ...span(d), mode: 'manual' }),
    () => ({ duration_tenths: 9600, constraint_type: 'mso', constraint_at: moment(d) }),
  ])(),
});

const newPatch = (d: Dice, ground: Ground): Record<string, unknown> =>
  d.of<() => Record<string, unknown>>([
    () => ({ start_at: moment(d) }),
    () => span(d),
    () => ({ duration_tenths: d.below(20_000) }),
    () => ({ milestone: d.below(2) === 0 }),
    () => ({ mode: d.of(['auto', 'manual']) }),
    () => ({ constraint_type: d.of(['asap', 'alap']), constraint_at: null }),
    () => ({ constraint_type: d.of(['snet', 'fnlt', 'mfo', 'snlt', 'fnet']), constraint_at: moment(d) }),
    () => ({ deadline_at: moment(d) }),
    () => ({ active: d.below(2) === 0 }),
    () => ({ parent_id: d.below(3) === 0 ? null : d.of(ground.tasks) }),
    () => ({ actual_start_at: moment(d), percent: 30, remaining_tenths: 2400 }),
    () => ({ levelling_tenths: d.below(9000) }),
    () => ({ effort_type: d.of(['fixed_units', 'fixed_duration', 'fixed_work']) }),
    () => ({ duration_unit: d.of(['d', 'ed', 'h']), duration_tenths: 9600 }),
    () => ({ name: 'renamed' }),
  ])();

/** One step; what the core refuses has no effect. */
async function step(d: Dice, g: Ground): Promise<void> {
  const project = { project_id: g.projectId };
  const some = (list: readonly string[]): string => d.of(list) ?? g.projectId;
  const keep = async (list: string[], made: Promise<{ id: string }>) => void list.push((await made).id);
  await d.of([
    () =>
      keep(g.tasks, t.request('task.create', { values: { ...project, name: 'T', ...newTask(d) } as never })),
    () => t.request('task.update', { id: some(g.tasks), patch: newPatch(d, g) as never }),
    () => t.request('task.update', { id: some(g.tasks), patch: newPatch(d, g) as never }),
    () => t.request('task.update', { id: some(g.tasks), patch: newPatch(d, g) as never }),
    () =>
      keep(
        g.links,
        t.request('link.create', {
          values: {
            ...project,
            from_id: some(g.tasks),
            to_id: some(g.tasks),
            type: d.of(['FS', 'SS', 'FF', 'SF'] as const),
          },
        }),
      ),
    () =>
      t.request('link.update', {
        id: some(g.links),
        patch: {
          lag_kind: d.of(['working', 'elapsed', 'percent'] as const),
          lag_value: d.below(90) * 50 - 500,
        },
      }),
    () =>
      keep(
        g.assignments,
        t.request('assignment.create', {
          values: { task_id: some(g.tasks), resource_id: some(g.resources), units: d.of([0.5, 1, 2]) },
        }),
      ),
    () =>
      t.request('assignment.update', { id: some(g.assignments), patch: { work_tenths: d.below(30_000) } }),
    () => t.request('project.update', { id: g.projectId, patch: { start_on: moment(d).slice(0, 10) } }),
    async () => {
      const { calendar_id: id } = (await t.request('project.get', { id: g.projectId })) ?? {};
      if (!id) return;
      const stored = (await t.request('calendar.get', { id }))?.definition as unknown as CalendarDef;
      const off = 1 + d.below(5);
      const week = stored.week.map((day, i) => (i === off ? [[4800, 7200]] : day));
      await t.request('calendar.update', { id, patch: { definition: { ...stored, week } as never } });
    },
    async () => {
      const [kind, list] = d.of([
        ['task', g.tasks],
        ['link', g.links],
        ['assignment', g.assignments],
      ] as const);
      const id = some(list);
      await t.request(`${kind}.remove`, { id });
      g.removed.push(id);
    },
    () => t.request('trash.restore', { id: some(g.removed) }),
  ])();
}

async function walk(seed: number): Promise<void> {
  const d = diceOf(seed);
  const { id: client } = await t.request('client.create', { values: { name: `甲 ${seed}` } });
  const values = { client_id: client, name: `Walk ${seed}`, start_on: '2026-03-02' };
  const { id: projectId } = await t.request('project.create', { values });
  const { id: resource } = await t.request('resource.create', {
    values: { project_id: projectId, name: 'R' },
  });
  const g: Ground = { projectId, tasks: [], links: [], assignments: [], resources: [resource], removed: [] };
  for (const _ of [1, 2, 3])
    g.tasks.push((await t.request('task.create', { values: { project_id: projectId, name: 'T' } })).id);
  const context = t.app.context();
  if (!context) throw new Error('not open');
  const state = () => liveState(context.store);
  const before = [state()];
  for (let i = 0; i < STEPS; i++) {
    try {
      await step(d, g);
    } catch (error) {
      const code = (error as WireFailure).err?.code;
      if (code === undefined || code === 'INTERNAL') throw error;
      expect(state(), `seed ${seed}, step ${i}: ${code} has no effect`).toBe(before.at(-1));
      continue;
    }
    const now = state();
    if (now !== before.at(-1)) before.push(now);
    const { rows } = await t.request('plan.differences', { projectId });
    expect(rows, `seed ${seed}, step ${i}`).toEqual([]);
    const project = await t.request('project.get', { id: projectId });
    expect(project?.scheduling, `seed ${seed}, step ${i}`).toBe('automatic');
  }
  for (let i = before.length - 2; i >= 0; i--) {
    await t.request('undo.undo', {});
    expect(state(), `seed ${seed}, undo to ${i}`).toBe(before[i]);
  }
}

describe('dates follow whatever is written through the record channels', () => {
  it.each(Array.from({ length: WALKS }, (_, i) => FIRST + i))('walk %i', walk, 60_000);
});
