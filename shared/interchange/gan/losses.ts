import { timeOf } from '../../schedule/calendar/instant.ts';
import type { MspdiProject, MspdiTask } from '../mspdi/model.ts';
import { lagDays } from './writeTasks.ts';

/** What a format may have no room for; texts `export:lost.<code>`. */
export const EXPORT_LOSSES = [
  'timesOfDay',
  'partDays',
  'constraints',
  'deadlines',
  'taskCalendars',
  'lags',
  'inactive',
  'blankRows',
  'baselines',
  'fields',
] as const;
type ExportLoss = (typeof EXPORT_LOSSES)[number];

const DAY = 4800;
const isPlain = (task: MspdiTask) => task.constraintType === 'ASAP' || task.constraintType === 'SNET';

/** Counts of what {@link writeGan} leaves out of a project; codes without one are absent. */
export function ganLosses(project: MspdiProject): Partial<Record<ExportLoss, number>> {
  const rows = project.tasks.filter(({ isNull }) => !isNull);
  const leaves = rows.filter(({ summary }) => !summary);
  const byUid = new Map(rows.map((task) => [task.uid, task]));
  const lost = (link: MspdiTask['links'][number]) => {
    const predecessor = byUid.get(link.predecessorUid);
    if (!predecessor) return true;
    return link.lagFormat.unit === 'percent' || lagDays(link, predecessor, DAY) * DAY !== link.lag;
  };
  const counts: Partial<Record<ExportLoss, number>> = {
    timesOfDay: leaves.filter(({ start }) => start !== null && timeOf(start) !== DAY).length,
    partDays: leaves.filter(({ duration }) => (duration ?? 0) % DAY !== 0).length,
    constraints: rows.filter((task) => !isPlain(task)).length,
    deadlines: rows.filter(({ deadline }) => deadline !== null).length,
    taskCalendars: rows.filter(({ calendarUid }) => calendarUid !== null).length,
    lags: rows.reduce((count, { links }) => count + links.filter(lost).length, 0),
    inactive: rows.filter(({ active }) => !active).length,
    blankRows: project.tasks.length - rows.length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
