import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '#shared/ipc/contract.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { toCpmInput } from '#shared/schedule/network/network.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let project: string;
beforeEach(async () => {
  t = await startTestApp();
  const { id: client } = await t.request('client.create', { values: { name: '华成建设' } });
  project = (
    await t.request('project.create', {
      values: { client_id: client, name: '三期厂房', start_on: '2026-11-23' },
    })
  ).id;
});
afterEach(() => t.close());

type Patch = InputOf<'plan.editTask'>['patch'];
const END = { where: 'end', id: null } as const;
async function add(name: string, patch: Patch = {}): Promise<string> {
  const { id } = await t.request('plan.addTask', { projectId: project, place: END, name });
  if (Object.keys(patch).length > 0) await t.request('plan.editTask', { id, patch });
  return id;
}
const plan = () => t.request('plan.get', { projectId: project });
const at = (value: number | null | undefined) => (value == null ? '—' : formatLocal(value).slice(5, 16));

/** Name, start, finish, total slack in days and whether critical, of all rows. */
async function rows(): Promise<string[]> {
  const { rows: r } = await plan();
  return r.id.map((_, i) => {
    const slack = (r.totalSlack[i] ?? Number.NaN) / 4800;
    return `${r.name[i]} ${at(r.start[i])} ${at(r.finish[i])} ${slack}${(r.flags[i] ?? 0) & 64 ? '!' : ''}`;
  });
}
const stored = async () => {
  const tasks = await t.request('task.list', { where: { project_id: project } });
  return Object.fromEntries(tasks.map((task) => [task.id, `${task.start_at} ${task.finish_at}`]));
};
/** Tasks the last commit wrote to. */
const lastChanges = (): string[] => {
  const event = t.events.findLast(({ type }) => type === 'data.changed');
  return event?.type === 'data.changed' ? event.touched.flatMap(({ ids }) => ids) : [];
};

test('dates follow links in the commit of the edit, and only dates that differ are written', async () => {
  const [a, b, c] = [
    await add('甲', { duration: '2d' }),
    await add('乙', { duration: '3d' }),
    await add('丙'),
  ];
  const { effect } = await t.request('plan.addLink', { fromId: a, toId: b });
  expect(effect).toMatchObject({ moved: 1 });
  expect(effect.finishAfter).toBeGreaterThan(effect.finishBefore ?? 0);
  expect(await rows()).toEqual([
    '甲 11-23T08:00 11-24T17:00 0!',
    '乙 11-25T08:00 11-27T17:00 0!',
    '丙 11-23T08:00 11-23T17:00 4',
  ]);
  await t.request('plan.editTask', { id: a, patch: { duration: '1d' } });
  expect(await rows()).toContain('乙 11-24T08:00 11-26T17:00 0!');
  expect(new Set(lastChanges())).toEqual(new Set([a, b]));
  await t.request('plan.editTask', { id: c, patch: { name: '丁' } });
  expect(lastChanges()).toEqual([c]);
});

test('a start that was typed holds; a finished task stays; a manual task moves its successors only', async () => {
  const [a, b] = [await add('甲', { duration: '2d' }), await add('乙')];
  await t.request('plan.addLink', { fromId: a, toId: b });
  await t.request('plan.editTask', { id: b, patch: { start: '2026-12-01' } });
  expect(await rows()).toContain('乙 12-01T08:00 12-01T17:00 0!');
  await t.request('plan.editTask', { id: b, patch: { constraint_type: 'asap' } });
  expect(await rows()).toContain('乙 11-25T08:00 11-25T17:00 0!');
  await t.request('plan.editTask', { id: a, patch: { mode: 'manual', start: '2026-11-26' } });
  expect(await rows()).toContain('乙 11-30T08:00 11-30T17:00 0!');
  await t.request('plan.editTask', { id: b, patch: { percent: 100 } });
  const { effect } = await t.request('plan.shiftTasks', { ids: [a], days: 5 });
  expect(effect.moved).toBe(1);
  expect(await rows()).toContain('乙 11-30T08:00 11-30T17:00 0');
});

test('links in a circle through a summary are refused with the names of the tasks', async () => {
  const phase = await add('阶段');
  const inner = await t.request('plan.addTask', {
    projectId: project,
    place: { where: 'child', id: phase },
    name: '内部',
  });
  const after = await add('后续');
  await t.request('plan.addLink', { fromId: phase, toId: after });
  await expect(t.request('plan.addLink', { fromId: after, toId: inner.id })).rejects.toMatchObject({
    err: { code: 'LINK_CYCLE', args: { path: expect.stringMatching(/后续.*内部|内部.*后续/) } },
  });
  expect((await plan()).links.id).toHaveLength(1);
});

test('a plan that was never calculated is kept as it is by the first edit, and nothing else moves', async () => {
  const late = { start_at: '2026-12-10T08:00:00', finish_at: '2026-12-10T17:00:00' };
  const values = { project_id: project, duration_tenths: 4800, rank: 'a0', name: '旧', ...late };
  // As a version that did not calculate left it.
  const old = t.app
    .context()
    ?.log.commit({ key: 'create', args: {} }, (tx) => tx.create('task', values)).value;
  if (old === undefined) throw new Error('the store is not open');
  const a = await add('甲');
  expect((await plan()).project.scheduling).toBe('kept');
  await t.request('plan.addLink', { fromId: old, toId: a });
  expect((await t.request('task.get', { id: old }))?.start_at).toBe(late.start_at);
});

test('dates follow the calendar of a resource, and the start of the project', async () => {
  const a = await add('甲', { duration: '3d' });
  const { id: calendar } = await t.request('calendar.create', {
    values: {
      project_id: project,
      name: '两天',
      definition: {
        ...presetCalendar('standard', 'x', 'x'),
        week: [[], [], [[4800, 7200]], [[4800, 7200]], [], [], []],
      },
    },
  });
  const { id: resource } = await t.request('resource.create', {
    values: { project_id: project, name: '王工', calendar_id: calendar },
  });
  await t.request('assignment.create', {
    values: { task_id: a, resource_id: resource, units: 1, work_tenths: 3 * 4800 },
  });
  expect(await rows()).toEqual(['甲 11-24T08:00 12-09T12:00 0!']);
  await t.request('project.update', { id: project, patch: { start_on: '2026-12-01' } });
  expect(await rows()).toEqual(['甲 12-01T08:00 12-16T12:00 0!']);
  expect((await plan()).project.scheduling).toBe('automatic');
  await t.request('plan.editTask', { id: a, patch: { duration: '1d' } });
  expect(await rows()).toEqual(['甲 12-01T08:00 12-02T12:00 0!']);
  expect((await t.request('assignment.list', { where: { task_id: a } }))[0]?.work_tenths).toBe(4800);
});

test('a plan calculated back from its finish lies as late as it can; a start that was typed pulls it earlier', async () => {
  const [a, b] = [await add('甲', { duration: '2d' }), await add('乙', { duration: '1d' })];
  await t.request('plan.addLink', { fromId: a, toId: b });
  await t.request('project.update', {
    id: project,
    patch: { finish_on: '2026-12-18', schedule_from: 'finish' },
  });
  expect(await rows()).toEqual(['甲 12-16T08:00 12-17T17:00 0!', '乙 12-18T08:00 12-18T17:00 0!']);
  await t.request('plan.editTask', { id: a, patch: { start: '2026-12-10' } });
  expect((await rows())[0]).toContain('甲 12-10T08:00 12-11T17:00');
});

test('I3 a promise or a contract milestone is not broken by the way, unless that is accepted', async () => {
  const [a, m] = [await add('甲', { duration: '2d' }), await add('验收', { milestone: true })];
  await t.request('plan.addLink', { fromId: a, toId: m });
  await t.request('task.update', { id: m, patch: { commitment: 'promise', promised_on: '2026-11-25' } });
  await t.request('plan.editTask', { id: a, patch: { duration: '3d' } });
  const broken = {
    code: 'COMMITMENT_BROKEN',
    args: { name: '验收', promised: '2026-11-25', finish: '2026-11-26', count: 1 },
  };
  const before = await stored();
  await expect(t.request('plan.editTask', { id: a, patch: { duration: '4d' } })).rejects.toMatchObject({
    err: broken,
  });
  expect(await stored()).toEqual(before);
  await expect(t.request('plan.shiftTasks', { ids: [a], days: 1 })).rejects.toMatchObject({ err: broken });
  const longest = { id: a, patch: { duration: '4d' } };
  const { effect } = await t.request('plan.editTask', longest, ['COMMITMENT_BROKEN']);
  expect(effect.moved).toBe(2);
  // Broken already: nobody is asked twice.
  await t.request('plan.editTask', { id: a, patch: { duration: '5d' } });
  await t.request('plan.editTask', { id: m, patch: { deadline_on: '2026-11-30' } });
  await t.request('task.update', { id: m, patch: { commitment: 'contract', promised_on: null } });
  const longer = t.request('plan.editTask', { id: a, patch: { duration: '7d' } });
  await expect(longer).rejects.toThrow('COMMITMENT_BROKEN');
});

const edit = fc.record({
  kind: fc.constantFrom(
    'duration',
    'start',
    'percent',
    'link',
    'unlink',
    'shift',
    'indent',
    'remove',
    'mode',
    'constraint',
  ),
  task: fc.nat(5),
  other: fc.nat(5),
  days: fc.integer({ min: 1, max: 8 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

async function apply({ kind, task, other, days }: Edit): Promise<void> {
  const { rows: r, links } = await plan();
  const id = r.id[task % r.id.length];
  const to = r.id[other % r.id.length];
  if (id === undefined || to === undefined) return;
  const day = `2026-12-0${days}`;
  const patches: Partial<Record<string, Patch>> = {
    duration: { duration: `${days}d` },
    start: { start: day },
    percent: { percent: days === 8 ? 100 : days * 10 },
    mode: { mode: days % 2 ? 'manual' : 'auto' },
    constraint: { constraint_type: (['snet', 'fnlt', 'alap', 'mso'] as const)[days % 4], constraint_on: day },
  };
  const patch = patches[kind];
  try {
    if (patch) await t.request('plan.editTask', { id, patch });
    else if (kind === 'link') await t.request('plan.addLink', { fromId: id, toId: to });
    else if (kind === 'unlink') await t.request('plan.removeLink', { id: links.id[0] ?? 'lnk_0' });
    else if (kind === 'shift') await t.request('plan.shiftTasks', { ids: [id], days });
    else if (kind === 'indent') await t.request('plan.indent', { ids: [id] });
    else if (r.id.length > 3) await t.request('plan.removeTasks', { ids: [id] });
  } catch {
    // Refused edits change nothing, which the caller checks like any other.
  }
}

test('after every edit the stored dates are those of a full calculation, and undo brings every date back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 10 }), async (edits) => {
      const { id: client } = await t.request('client.create', { values: { name: 'x' } });
      const values = { client_id: client, name: 'x', start_on: '2026-11-23' };
      project = (await t.request('project.create', { values })).id;
      for (const name of ['a', 'b', 'c', 'd', 'e']) await add(name);
      for (const step of edits) {
        const before = await stored();
        const count = (await t.request('history.recent', { limit: 1 }))[0]?.seq;
        await apply(step);
        const network = await t.request('plan.network', { projectId: project });
        const result = schedule(toCpmInput(network));
        if (!result.ok) throw new Error('circle');
        for (const [row, dates] of result.dates) {
          if ((network.rows.flags[row] ?? 0) & 8) continue;
          expect([network.rows.start[row], network.rows.finish[row]]).toEqual([dates.start, dates.finish]);
        }
        if ((await t.request('history.recent', { limit: 1 }))[0]?.seq === count) continue;
        const after = await stored();
        await t.request('undo.undo', {});
        expect(await stored()).toEqual(before);
        await t.request('undo.redo', {});
        expect(await stored()).toEqual(after);
      }
    }),
    { numRuns: 12 },
  );
});

test('a task runs on a calendar of its own, and a list of holidays is read or refused with its reason', async () => {
  const a = await add('甲', { duration: '3d' });
  const { id } = await t.request('plan.calendar.add', {
    projectId: project,
    name: '七天',
    preset: 'sevenDay',
  });
  await t.request('plan.editTask', { id: a, patch: { calendar_id: id, start: '2026-11-28' } });
  expect(await rows()).toEqual(['甲 11-28T08:00 11-30T17:00 0!']);
  const { week } = await t.request('plan.calendar.get', { projectId: project, calendarId: id });
  const off = {
    name: '停工',
    from: '2026-11-29',
    to: '2026-11-29',
    intervals: [],
    recurrence: null,
    occurrences: null,
  };
  await t.request('plan.calendar.set', { projectId: project, calendarId: id, week, exceptions: [off] });
  expect(await rows()).toEqual(['甲 11-28T08:00 12-01T17:00 0!']);
  const upload = async (text: string) => {
    const bytes = Buffer.from(text);
    const { token } = await t.request('file.begin', { name: 'list.csv', size: bytes.length });
    await t.request('file.chunk', { token, base64: bytes.toString('base64') });
    return t.request('plan.calendar.readList', { token });
  };
  expect(await upload('日期,名称\n2027-02-06,春节\n2027-02-14,春节(班)\n')).toMatchObject({
    ok: true,
    days: [{ working: false }, { date: '2027-02-14', working: true }],
  });
  expect(await upload('{"a":1}')).toMatchObject({ ok: false });
});
