import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import { readProjectBytes } from '#shared/interchange/read.ts';
import { formatLocal } from '#shared/schedule/calendar/instant.ts';
import type { CpmDates } from '#shared/schedule/cpm/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { readBytes } from './folder.ts';
import type { ConformanceRow, Field } from './list.ts';

export interface FileVerdict {
  readonly row: ConformanceRow;
  /** Why the file could not be read; null: it was. */
  readonly unread: string | null;
  readonly checked: number;
  readonly excluded: number;
  readonly differences: readonly string[];
}

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

function storedOf(task: MspdiTask, { absentSlackIsZero }: ConformanceRow): Record<Field, number | null> {
  const { stored } = task;
  return {
    ES: stored.earlyStart ?? task.start,
    EF: stored.earlyFinish ?? task.finish,
    LS: stored.lateStart,
    LF: stored.lateFinish,
    TS: stored.totalSlack ?? (absentSlackIsZero ? 0 : null),
    CR: stored.critical === null ? null : Number(stored.critical),
  };
}

const oursOf = (dates: CpmDates): Record<Field, number> => ({
  ES: dates.earlyStart,
  EF: dates.earlyFinish,
  LS: dates.lateStart,
  LF: dates.lateFinish,
  TS: dates.totalSlack,
  CR: Number(dates.critical),
});

const show = (field: Field, value: number) =>
  field === 'TS' || field === 'CR' ? String(value) : formatLocal(value);

function compareTasks(project: MspdiProject, row: ConformanceRow): FileVerdict {
  const result = schedule(toCpmInput(project));
  if (!result.ok)
    return {
      row,
      unread: null,
      checked: 0,
      excluded: 0,
      differences: [`loop through ${result.cycle.join(' ')}`],
    };
  const differences: string[] = [];
  let checked = 0;
  let excluded = 0;
  for (const task of project.tasks) {
    const dates = result.dates.get(task.uid);
    if (!dates || task.manual || task.external || task.isSubproject) continue;
    if (row.excluded.has(task.uid)) {
      excluded++;
      continue;
    }
    checked++;
    const ours = oursOf(dates);
    const stored = storedOf(task, row);
    const wrong = row.fields.filter((field) => stored[field] !== null && ours[field] !== stored[field]);
    if (wrong.length > 0)
      differences.push(
        `UID ${task.uid} ${wrong.map((field) => `${field} ${show(field, ours[field])} stored ${show(field, stored[field] ?? 0)}`).join(', ')}`,
      );
  }
  if (row.fields.length > 0 && row.tasks !== null && row.tasks !== checked + excluded)
    differences.push(`${checked + excluded} tasks read, the list counts ${row.tasks}`);
  return { row, unread: null, checked, excluded, differences };
}

/** One file of the list against our arithmetic. Never throws: what cannot be read says why. */
export function comparePlan(row: ConformanceRow): FileVerdict {
  const unread = (why: string): FileVerdict => ({
    row,
    unread: why,
    checked: 0,
    excluded: 0,
    differences: [],
  });
  if (row.path === null) return unread('no such file');
  try {
    const read = readProjectBytes(readBytes(row.path), decode);
    return read.ok ? compareTasks(read.project, row) : unread(read.refusal.code);
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}
