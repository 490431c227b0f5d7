import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';
import { median } from '../compare.ts';
import { type GeneratedGantt, planAnswer } from './plan.ts';

export interface StoreTimes {
  /** Milliseconds from the request to the answer as objects: read, calculated, over the wire. */
  readonly open: number;
  /** Milliseconds of one drag: calculated, written, logged, answered. */
  readonly commit: number;
  readonly moved: number;
}

const RANK = (index: number): string => `a${index.toString(36).padStart(5, '0')}`;

/** Puts the generated plan into a store; returns the project and the ids of the tasks in outline order. */
async function fill(
  t: TestApp,
  data: GeneratedGantt,
): Promise<{ projectId: string; ids: readonly string[] }> {
  const ctx = t.app.context();
  if (!ctx) throw new Error('the store did not open');
  const { rows, links } = planAnswer(data);
  const { value } = ctx.log.commit({ key: 'create', args: {} }, (tx) => {
    const client = tx.create('client', { name: 'Bench' });
    const project = tx.create('project', { client_id: client, name: 'Bench' });
    const ids: string[] = [];
    for (const [i, task] of data.tasks.entries()) {
      const start = formatLocal(rows.start[i] ?? 0);
      ids.push(
        tx.create('task', {
          project_id: project,
          parent_id: task.parent === 0 ? null : (ids[task.parent - 1] ?? null),
          rank: RANK(i),
          name: task.name,
          start_at: start,
          finish_at: formatLocal(rows.finish[i] ?? 0),
          duration_tenths: rows.duration[i] ?? 0,
          ...(task.kind === 0 ? { constraint_type: 'snet', constraint_at: start } : {}),
        }),
      );
    }
    for (const [i, link] of links.id.entries())
      if (link)
        tx.create('link', {
          project_id: project,
          from_id: ids[links.from[i] ?? 0] ?? '',
          to_id: ids[links.to[i] ?? 0] ?? '',
          type: links.type[i] ?? 'FS',
          lag_kind: 'working',
          lag_value: links.lagValue[i] ?? 0,
          lag_unit: 'd',
        });
    return { projectId: project, ids };
  });
  const { week } = presetCalendar('sevenDay', 'x', 'x');
  await t.request('plan.calendar.set', { projectId: value.projectId, week, exceptions: [] });
  await t.request('project.update', { id: value.projectId, patch: { scheduling: 'automatic' } });
  return value;
}

async function timed<V>(work: () => Promise<V>): Promise<{ ms: number; value: V }> {
  const begin = performance.now();
  const value = await work();
  return { ms: performance.now() - begin, value };
}

/** Opens the plan, and commits drags of one task by a day, there and back. */
export async function storeTimes(data: GeneratedGantt, runs = 5): Promise<StoreTimes> {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-gantt-'));
  const t = await startTestApp({ dir });
  try {
    const { projectId, ids } = await fill(t, data);
    const open: number[] = [];
    const commit: number[] = [];
    let moved = 0;
    // The first task of the plan, as in the charts: what hangs on it moves along.
    const dragged = data.tasks
      .slice(0, 12)
      .filter(({ kind }) => kind === 0)
      .sort((a, b) => a.s - b.s)[0];
    const id = ids[(dragged?.id ?? 1) - 1] ?? '';
    for (let i = 0; i < runs; i++) {
      open.push((await timed(() => t.request('plan.get', { projectId }))).ms);
      const drag = await timed(() => t.request('plan.shiftTasks', { ids: [id], days: i % 2 === 0 ? 1 : -1 }));
      commit.push(drag.ms);
      moved = Math.max(moved, drag.value.effect.moved);
    }
    return { open: median(open), commit: median(commit), moved };
  } finally {
    await t.app.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
