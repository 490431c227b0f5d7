import { createCalendarSet, ELAPSED_CALENDAR } from '../../schedule/calendar/compile.ts';
import { intersectCalendars, type WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { CpmInput, CpmTask, CpmWorkPart } from '../../schedule/cpm/model.ts';
import { wholeTenths } from '../../schedule/tenths.ts';
import type { MspdiAssignment, MspdiProject, MspdiResource, MspdiTask } from './model.ts';

/** Calendars of tasks and people, each combination compiled once. */
function createCalendars(project: MspdiProject) {
  const compile = createCalendarSet(project.calendars.map(({ definition }) => definition));
  const own = (uid: number | null) => (uid === null ? null : compile(String(uid)));
  const standard = own(project.properties.calendarUid) ?? ELAPSED_CALENDAR;
  const common = new Map<string, WorkCalendar>();
  return {
    ofTask: (task: MspdiTask) => own(task.calendarUid) ?? standard,
    /** Calendar of an assignment (semantics §2, last bullet). */
    ofAssignment(task: MspdiTask, resource: MspdiResource): WorkCalendar {
      const taskCalendar = own(task.calendarUid);
      const personal = own(resource.calendarUid);
      if (!personal) return taskCalendar ?? standard;
      if (!taskCalendar) return personal;
      if (task.ignoreResourceCalendar) return taskCalendar;
      const key = `${task.calendarUid} ${resource.calendarUid}`;
      const both = common.get(key) ?? intersectCalendars(taskCalendar, personal);
      common.set(key, both);
      return both.hasWorkingTime ? both : taskCalendar;
    },
  };
}

function toPart(assignment: MspdiAssignment, task: MspdiTask, calendar: WorkCalendar): CpmWorkPart {
  const { effort, units, workContour, delay } = assignment;
  const flat = (effort.work ?? 0) !== 0 && workContour === 0 && units;
  return { calendar, delay, length: flat ? wholeTenths((effort.work ?? 0) / units) : (task.duration ?? 0) };
}

function toTask(task: MspdiTask, calendar: WorkCalendar, parts: readonly CpmWorkPart[]): CpmTask {
  const { progress } = task;
  return {
    uid: task.uid,
    parentUid: task.parentUid,
    summary: task.summary,
    counts: task.active && !task.isNull,
    fixedDates: task.manual || task.external || task.isSubproject,
    manual: task.manual,
    milestone: task.milestone,
    duration: task.duration ?? 0,
    elapsed: task.durationFormat.elapsed,
    calendar,
    parts: task.type === 'fixedDuration' || task.summary ? [] : parts,
    start: task.start,
    finish: task.finish,
    constraint: task.constraintType,
    constraintDate: task.constraintDate,
    deadline: task.deadline,
    actualStart: progress.actualStart,
    actualFinish: progress.actualFinish,
    stop: progress.stop,
    resume: progress.resume,
    remainingDuration: progress.remainingDuration,
    levelingDelay: task.levelingDelay,
    links: task.links.map(({ predecessorUid, type, lag, lagFormat }) => ({
      predecessorUid,
      type,
      lag,
      percent: lagFormat.unit === 'percent',
      elapsed: lagFormat.elapsed,
    })),
  };
}

/** A file without a project start: the first date any task has. */
const earliestStart = ({ tasks }: MspdiProject): number =>
  tasks.reduce<number | null>(
    (least, { start }) => (start !== null && (least === null || start < least) ? start : least),
    null,
  ) ?? 0;

/** The project in the form the calculation takes. */
export function toCpmInput(project: MspdiProject): CpmInput {
  const calendars = createCalendars(project);
  const people = new Map(
    project.resources
      .filter(({ type, uid }) => type === 'work' && uid > 0)
      .map((resource) => [resource.uid, resource]),
  );
  const byTask = new Map<number, MspdiAssignment[]>();
  for (const assignment of project.assignments) {
    const list = byTask.get(assignment.taskUid);
    if (list) list.push(assignment);
    else byTask.set(assignment.taskUid, [assignment]);
  }
  const {
    startDate,
    finishDate,
    scheduleFromStart,
    multipleCriticalPaths,
    criticalSlackLimit,
    minutesPerDay,
  } = project.properties;
  return {
    start: startDate ?? earliestStart(project),
    scheduleFrom: scheduleFromStart || finishDate === null ? 'start' : 'finish',
    finish: finishDate,
    multipleCriticalPaths,
    criticalSlackLimit: criticalSlackLimit * minutesPerDay * 10,
    tasks: project.tasks.map((task) => {
      const parts = (byTask.get(task.uid) ?? []).flatMap((assignment) => {
        const person = people.get(assignment.resourceUid ?? -1);
        if (!person || (assignment.units ?? 0) <= 0) return [];
        return [toPart(assignment, task, calendars.ofAssignment(task, person))];
      });
      return toTask(task, calendars.ofTask(task), parts);
    }),
  };
}
