/** Copies of tasks beside them, some working days later. */
import type { Handlers } from '#main/ipc/router.ts';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import { shiftDates } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { clockOf, datesOf } from './dates.ts';
import { isSummary, type PlanEdit, planCommit, projectOf } from './planCommit.ts';
import { placeFor, ranksFor } from './structure.ts';

/** What makes the work the same work; progress, promises and the place in the plan are of the original alone. */
const COPIED = [
  'name',
  'milestone',
  'duration_tenths',
  'duration_unit',
  'mode',
  'calendar_id',
  'responsible',
  'party',
  'cost_minor',
  'scope_item_id',
  'notes',
  'deliverable',
  'client_visible',
  'client_text',
] as const satisfies readonly (keyof RecordOf<'task'>)[];

function copyOne(edit: PlanEdit, id: string, days: number): string {
  const task = edit.tx.get('task', id);
  const dates = shiftDates(clockOf(edit, task), datesOf(task), days, task.milestone);
  const own = edit.tx.newId('task');
  const { parentId, index } = placeFor(edit, { where: 'after', id }, new Set([own]));
  const rank = ranksFor(edit, [own], parentId, index).get(own) ?? '';
  const start = dates === null ? null : formatLocal(dates.start);
  const values = {
    ...Object.fromEntries(COPIED.map((field) => [field, task[field]])),
    project_id: edit.project.id,
    parent_id: parentId,
    rank,
    start_at: start,
    finish_at: dates === null ? null : formatLocal(dates.finish),
    // A copy stays where it was put, as a task whose start was typed does.
    ...(start !== null && task.mode !== 'manual' ? { constraint_type: 'snet', constraint_at: start } : {}),
  };
  edit.tx.create('task', values as CreateInput<'task'>, own);
  return own;
}

export function copyHandlers(ctx: AppContext): Handlers {
  return {
    'plan.copyTasks': ({ ids, days }) => {
      const label = { key: 'planCopy', args: { count: ids.length } };
      // Only what has dates of its own: a summary takes them from what is inside it.
      const body = (edit: PlanEdit) => ({
        ids: [...new Set(ids)].filter((id) => !isSummary(edit.tx, id)).map((id) => copyOne(edit, id, days)),
      });
      return planCommit(ctx, projectOf(ctx, ids), label, body);
    },
  };
}
