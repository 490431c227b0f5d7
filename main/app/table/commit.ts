/** Writes the tasks of a list into a plan: everything in one step, or nothing. */
import { generateNKeysBetween } from 'fractional-indexing';
import { planOutline, projectCalendars } from '#db/queries/plan.ts';
import type { AppContext } from '#main/app/context.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { DraftTask } from '#shared/interchange/table/read.ts';
import type { DatedTask } from '#shared/interchange/table/schedule.ts';
import type { Place } from '#shared/ipc/channels/plan.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { formatLocal, type Instant } from '#shared/schedule/calendar/instant.ts';
import type { PresetKind } from '#shared/schedule/calendar/presets.ts';
import { progressFor } from '#shared/schedule/edit.ts';
import { type PlanEdit, planCommit, unitsOf } from '../plan/planCommit.ts';
import { placeFor, ranksFor } from '../plan/structure.ts';
import { createCalendar } from '../project/calendar.ts';
import { datedTasks, planStart } from './preview.ts';

type TaskValues = CreateInput<'task'>;

export interface Imported {
  readonly projectId: string;
  readonly tasks: number;
  readonly firstId: string;
}

const local = (at: Instant | null): string | null => (at === null ? null : formatLocal(at));

function datesOf(task: DraftTask, dated: DatedTask): Partial<TaskValues> {
  const { start, finish, duration, unit, notBefore } = dated;
  if (dated.summary) return { start_at: local(start), finish_at: local(finish) };
  const progress = progressFor(task.percent ?? 0, { start, finish, duration }, null);
  return {
    milestone: task.milestone,
    start_at: local(start),
    finish_at: local(finish),
    duration_tenths: duration,
    duration_unit: unit,
    percent: progress.percent,
    actual_start_at: local(progress.actualStart),
    actual_finish_at: local(progress.actualFinish),
    remaining_tenths: progress.remaining,
    ...(notBefore === null
      ? {}
      : { constraint_type: 'snet' as const, constraint_at: formatLocal(notBefore) }),
  };
}

/** Rank of every task among its siblings; the outermost ones get theirs from the place in the plan. */
function ranksOf(
  tasks: readonly DraftTask[],
  ids: readonly string[],
  outermost: (ids: readonly string[]) => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const families = new Map<number, string[]>();
  for (const [index, { parent }] of tasks.entries()) {
    const family = families.get(parent) ?? [];
    family.push(ids[index] ?? '');
    families.set(parent, family);
  }
  const ranks = new Map<string, string>(outermost(families.get(-1) ?? []));
  for (const [parent, family] of families) {
    if (parent < 0) continue;
    const keys = generateNKeysBetween(null, null, family.length);
    for (const [i, id] of family.entries()) ranks.set(id, keys[i] ?? 'a0');
  }
  return ranks;
}

/** Parents come before their tasks, whatever the order of the rows. */
function parentsFirst(tasks: readonly DraftTask[]): number[] {
  const done = new Set<number>();
  const order: number[] = [];
  for (const index of tasks.keys()) {
    const path: number[] = [];
    for (let at = index; at >= 0 && !done.has(at); at = tasks[at]?.parent ?? -1) {
      done.add(at);
      path.push(at);
    }
    order.push(...path.reverse());
  }
  return order;
}

function writeTasks(edit: PlanEdit, tasks: readonly DraftTask[], place: Place, startOn: string): string[] {
  const { tx, project } = edit;
  const ids = tasks.map(() => tx.newId('task'));
  const target = placeFor(edit, place, new Set(ids));
  const ranks = ranksOf(tasks, ids, (own) => ranksFor(edit, own, target.parentId, target.index));
  const dated = datedTasks(tasks, { calendar: edit.calendars.of(null), units: edit.units, startOn });
  for (const index of parentsFirst(tasks)) {
    const task = tasks[index];
    const when = dated[index];
    if (!task || !when) continue;
    const id = ids[index] ?? '';
    tx.create(
      'task',
      {
        project_id: project.id,
        parent_id: task.parent < 0 ? target.parentId : (ids[task.parent] ?? null),
        rank: ranks.get(id) ?? 'a0',
        name: task.name,
        ...datesOf(task, when),
        responsible: task.responsible,
        deliverable: task.deliverable,
        cost_minor: task.cost,
        notes: task.notes,
      },
      id,
    );
  }
  for (const [index, { links }] of tasks.entries())
    for (const { from, type, lag_kind, lag_value, lag_unit } of links)
      tx.create('link', {
        project_id: project.id,
        from_id: ids[from] ?? '',
        to_id: ids[index] ?? '',
        type,
        lag_kind,
        lag_value,
        lag_unit,
      });
  return ids;
}

/** Adds a list to a plan that is there. @throws AppError NOT_FOUND */
export function importInto(
  ctx: AppContext,
  tasks: readonly DraftTask[],
  into: { readonly projectId: string; readonly place: Place },
  name: string,
): Imported {
  const label = { key: 'importTable', args: { count: tasks.length, name: clipped(name) } };
  const { ids } = planCommit(ctx, into.projectId, label, (edit) => ({
    ids: writeTasks(edit, tasks, into.place, edit.project.start_on ?? edit.today),
  }));
  return { projectId: into.projectId, tasks: tasks.length, firstId: ids[0] ?? '' };
}

export interface NewProject {
  readonly client: { readonly id: string } | { readonly name: string };
  readonly name: string;
  readonly calendar: PresetKind;
}

/** Makes a project of a list. */
export function importNew(ctx: AppContext, tasks: readonly DraftTask[], into: NewProject): Imported {
  const label = { key: 'importTable', args: { count: tasks.length, name: clipped(into.name) } };
  const startOn = planStart(tasks, ctx.today());
  const language = ctx.prefs.language;
  const { value } = ctx.log.commit(
    label,
    (tx) => {
      const { client } = into;
      const clientId =
        'id' in client ? tx.get('client', client.id).id : tx.create('client', { name: client.name });
      const projectId = tx.create('project', { client_id: clientId, name: into.name, start_on: startOn });
      createCalendar(tx, projectId, into.calendar, catalogues[language].plan.calendar.defaultName);
      const project = tx.get('project', projectId);
      const edit: PlanEdit = {
        tx,
        project,
        calendars: projectCalendars(tx.db, projectId),
        units: unitsOf(project),
        today: ctx.today(),
        outline: () => planOutline(tx.db, projectId),
      };
      const ids = writeTasks(edit, tasks, { where: 'end', id: null }, startOn);
      return { projectId, tasks: tasks.length, firstId: ids[0] ?? '' };
    },
    'import',
  );
  return value;
}
