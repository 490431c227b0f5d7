/** Assignments follow their task: a new duration means more or less work, or more or fewer people. */
import { prepared } from '#db/engine/statements.ts';
import type { Tx } from '#db/log/tx.ts';
import { withDuration } from '#shared/domain/resource/effort.ts';

interface TimedRow {
  readonly id: string;
  readonly units: number | null;
  readonly work_tenths: number | null;
}

const durationIn = (value: unknown): number | null => {
  const found =
    typeof value === 'object' && value !== null && 'duration_tenths' in value ? value.duration_tenths : null;
  return typeof found === 'number' ? found : null;
};

/** Assignments of people and machines to a task; quantities of material do not depend on time. */
export function timedAssignments(tx: Tx, taskId: string): readonly TimedRow[] {
  return prepared(
    tx.db,
    `SELECT a.id, a.units, a.work_tenths FROM assignment a JOIN resource r ON r.id = a.resource_id
     WHERE a.task_id = ? AND a.deleted_at IS NULL AND r.deleted_at IS NULL AND r.kind IN ('work', 'equipment')`,
  ).all(taskId) as TimedRow[];
}

/**
 * Call it after the edits of a commit and before its dates are settled: whoever changed the duration of a task with
 * people on it changed the work, or with fixed work the units. What the schedule computes afterwards does not count.
 */
export function followDurations(tx: Tx): void {
  for (const id of tx.touched().get('task') ?? []) {
    const change = tx.changed(id, 'schedule');
    const before = durationIn(change?.prev);
    const after = durationIn(change?.value);
    if (before === null || after === null || before === after) continue;
    const task = tx.find('task', id);
    if (!task) continue;
    for (const row of timedAssignments(tx, id)) {
      const units = row.units ?? 1;
      const effort = { units, work: row.work_tenths ?? Math.round(before * units) };
      const next = withDuration(task.effort_type, after, effort);
      tx.update('assignment', row.id, { units: next.units, work_tenths: next.work });
    }
  }
}
