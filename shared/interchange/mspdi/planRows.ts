import { createCalendarSet, ELAPSED_CALENDAR } from '../../schedule/calendar/compile.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { ComparedRow } from '../../schedule/rollup.ts';
import type { MspdiProject, MspdiTask } from './model.ts';

/** A rescheduled remainder: work goes on later than it stopped. */
const isInterrupted = ({ progress }: MspdiTask) =>
  progress.actualStart !== null &&
  progress.stop !== null &&
  progress.resume !== null &&
  progress.resume > progress.stop;

/** The rows of a project in the form roll-up and comparison take. */
export function toPlanRows(project: MspdiProject): ComparedRow[] {
  const people = new Set(project.resources.filter(({ type }) => type === 'work').map(({ uid }) => uid));
  const assigned = new Set(
    project.assignments
      .filter(({ resourceUid }) => resourceUid !== null && resourceUid > 0 && people.has(resourceUid))
      .map(({ taskUid }) => taskUid),
  );
  return project.tasks.map((task) => ({
    uid: task.uid,
    parentUid: task.parentUid,
    start: task.start,
    finish: task.finish,
    duration: task.duration,
    elapsed: task.durationFormat.elapsed,
    actualDuration: task.progress.actualDuration,
    percentComplete: task.progress.percentComplete,
    manual: task.manual,
    counts: task.active && !task.isNull,
    resourceDriven: task.type !== 'fixedDuration' && assigned.has(task.uid),
    interrupted: isInterrupted(task),
  }));
}

/** Calendar of each task: its own or the project's. */
export function createTaskCalendars(project: MspdiProject): (taskUid: number) => WorkCalendar {
  const compile = createCalendarSet(project.calendars.map(({ definition }) => definition));
  const own = new Map(project.tasks.map(({ uid, calendarUid }) => [uid, calendarUid]));
  const fallback = compile(String(project.properties.calendarUid)) ?? ELAPSED_CALENDAR;
  return (taskUid) => {
    const uid = own.get(taskUid) ?? null;
    return (uid === null ? null : compile(String(uid))) ?? fallback;
  };
}
