import { civilToDay, dayOf, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import type { WarningCode, WarningLog } from './issues.ts';
import type { PlacedTask } from './links.ts';
import type { Producer } from './model.ts';

const label = (task: PlacedTask) => `#${task.uid} ${task.name.slice(0, 60)}`.trimEnd();
const EPOCH_END = civilToDay(1970, 1, 2) * TENTHS_PER_DAY;

/** Constraints that cannot be meant: 1970 is ProjectLibre's “no date”; a dated constraint without a date. */
function repairConstraint(task: PlacedTask, log: WarningLog): PlacedTask {
  const isEpoch = task.constraintDate !== null && Math.abs(task.constraintDate) < EPOCH_END;
  const constraintDate = isEpoch ? null : task.constraintDate;
  const needsDate = task.constraintType !== 'ASAP' && task.constraintType !== 'ALAP';
  if (isEpoch && needsDate) log.add('CONSTRAINT_DATE_EPOCH', label(task), task.line);
  else if (needsDate && constraintDate === null)
    log.add('CONSTRAINT_DATE_MISSING', label(task), task.line, { constraint: task.constraintType });
  if (!isEpoch && !(needsDate && constraintDate === null)) return task;
  return {
    ...task,
    constraintDate,
    constraintType: needsDate && constraintDate === null ? 'ASAP' : task.constraintType,
  };
}

/** ProjectLibre counts slack in 1/1000 minute, everybody else in tenths (semantics §8). */
function convertSlack(task: PlacedTask): PlacedTask {
  const convert = (value: number | null) => (value === null ? null : Math.round(value / 100));
  const { totalSlack, freeSlack, startSlack, finishSlack } = task.stored;
  return {
    ...task,
    stored: {
      ...task.stored,
      totalSlack: convert(totalSlack),
      freeSlack: convert(freeSlack),
      startSlack: convert(startSlack),
      finishSlack: convert(finishSlack),
    },
  };
}

const endsBeforeStart = (task: PlacedTask) =>
  task.start !== null && task.finish !== null && task.finish < task.start && (task.duration ?? 0) > 0;

/**
 * An old MPXJ wrote hours without am/pm: tasks of part of a day end before they start, on the same day. A few
 * such rows may be mistakes; several of them are a clock. Only told: the missing half day cannot be known.
 */
function checkClock(tasks: readonly PlacedTask[], log: WarningLog): void {
  const wrong = tasks.filter(endsBeforeStart);
  const sameDay = wrong.filter((task) => dayOf(task.start ?? 0) === dayOf(task.finish ?? 0));
  const afternoon = tasks.some((task) => ((task.finish ?? 0) % TENTHS_PER_DAY) / 600 > 13);
  if (sameDay.length >= 3 && !afternoon) {
    log.add('CLOCK_12_HOUR', label(sameDay[0] ?? wrong[0]!), sameDay[0]?.line ?? null, {
      count: sameDay.length,
    });
    return;
  }
  for (const task of wrong) log.add('FINISH_BEFORE_START', label(task), task.line);
}

function countOf(code: WarningCode, rows: readonly PlacedTask[], log: WarningLog): void {
  const first = rows[0];
  if (first) log.add(code, label(first), first.line, { count: rows.length });
}

/** ActualStart on an unstarted task (MPXJ before 5): progress without a percentage. */
const hasIdleActuals = (task: PlacedTask) =>
  task.progress.actualStart !== null &&
  task.progress.percentComplete === 0 &&
  (task.progress.actualDuration ?? 0) === 0 &&
  task.progress.actualFinish === null &&
  (task.duration ?? 0) > 0;

/** Whole-file observations, one warning each with the number of rows and the first of them. */
function observe(tasks: readonly PlacedTask[], log: WarningLog): void {
  const rows = tasks.filter((task) => !task.isNull);
  countOf(
    'MANUAL_TASKS',
    rows.filter((task) => task.manual),
    log,
  );
  countOf(
    'INACTIVE_TASKS',
    rows.filter((task) => !task.active),
    log,
  );
  countOf(
    'BLANK_ROWS',
    tasks.filter((task) => task.isNull),
    log,
  );
  countOf(
    'LEVELED_TASKS',
    rows.filter((task) => task.levelingDelay > 0),
    log,
  );
  countOf(
    'SUBPROJECT',
    rows.filter((task) => task.isSubproject || task.subproject !== null),
    log,
  );
  countOf(
    'EXTERNAL_TASK',
    rows.filter((task) => task.external),
    log,
  );
}

/** Repair what has only one reading, tell the rest (semantics §8). */
export function checkTasks(
  tasks: readonly PlacedTask[],
  producer: Producer,
  log: WarningLog,
): readonly PlacedTask[] {
  let checked = tasks.map((task) => repairConstraint(task, log));
  if (producer === 'projectlibre' && checked.some((task) => (task.stored.totalSlack ?? 0) !== 0)) {
    checked = checked.map(convertSlack);
    log.add('SLACK_UNIT_CONVERTED', 'Tasks', null);
  }
  checkClock(checked, log);
  observe(checked, log);
  // In Project a task can have started with 0 %; elsewhere it is a habit of the writer, told when it was first read.
  if (!producer.startsWith('msproject') && producer !== 'milepost')
    countOf('ACTUALS_WITHOUT_PROGRESS', checked.filter(hasIdleActuals), log);
  if (checked.every((task) => task.isNull)) log.add('NO_TASKS', 'Tasks', null);
  return checked;
}
