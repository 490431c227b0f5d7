import type { Instant } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { LinkType, MspdiLink, MspdiTask } from '../mspdi/model.ts';
import { keep } from './values.ts';

interface Ends {
  readonly start: Instant;
  readonly finish: Instant;
}

/** First day at which a link lets its successor begin, as a start of work. */
function drivenStart(
  link: Pick<MspdiLink, 'type' | 'lag'>,
  predecessor: Ends,
  duration: number,
  calendar: WorkCalendar,
): Instant {
  const from: Readonly<Record<LinkType, Instant>> = {
    FS: predecessor.finish,
    SS: predecessor.start,
    FF: predecessor.finish,
    SF: predecessor.start,
  };
  const moved = calendar.addWork(from[link.type], link.lag) ?? from[link.type];
  const start =
    link.type === 'FF' || link.type === 'SF' ? (calendar.subtractWork(moved, duration) ?? moved) : moved;
  return calendar.nextWorkStart(start) ?? start;
}

const endsOf = ({ start, finish }: MspdiTask): Ends | null =>
  start === null || finish === null ? null : { start, finish };

/** The start that the links of a task ask for; null if none does. */
export function linkedStart(
  task: MspdiTask,
  byUid: ReadonlyMap<number, MspdiTask>,
  calendar: WorkCalendar,
): Instant | null {
  let latest: Instant | null = null;
  for (const link of task.links) {
    const other = byUid.get(link.predecessorUid);
    const ends = other ? endsOf(other) : null;
    if (!ends) continue;
    const start = drivenStart(link, ends, task.duration ?? 0, calendar);
    if (latest === null || start > latest) latest = start;
  }
  return latest;
}

/**
 * In GanttProject a task stands where it was put. Where neither a link nor the start of the project explains that,
 * the same is said with “start no earlier than”, so that a calculation finds the same day.
 */
export function withPlaces(
  tasks: readonly MspdiTask[],
  projectStart: Instant,
  calendar: WorkCalendar,
): MspdiTask[] {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  return tasks.map((task) => {
    if (task.summary || task.start === null || task.constraintType !== 'ASAP') return task;
    const explained =
      linkedStart(task, byUid, calendar) ?? calendar.nextWorkStart(projectStart) ?? projectStart;
    if (task.start <= explained) return task;
    return {
      ...task,
      constraintType: 'SNET',
      constraintDate: task.start,
      extra: [...task.extra, keep('placed', '1')],
    };
  });
}
