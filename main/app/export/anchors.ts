/** Dates that stand on their own, said in a way that other programs keep. */
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject, MspdiTask } from '#shared/interchange/mspdi/model.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';

const isOpen = (task: MspdiTask): boolean =>
  !task.summary &&
  !task.manual &&
  !task.isNull &&
  task.active &&
  task.start !== null &&
  task.progress.actualStart === null;

/**
 * A program that opens the file calculates anew. A task that would begin earlier than it does here gets “start no
 * earlier than” its start; one that its links would push later is set to manual scheduling. So the dates are the
 * same there. For plans that were not made in such a program; those of one bring their own reasons along.
 */
export function withAnchors(project: MspdiProject): MspdiProject {
  const result = schedule(toCpmInput(project));
  if (!result.ok) return project;
  return {
    ...project,
    tasks: project.tasks.map((task): MspdiTask => {
      const calculated = result.dates.get(task.uid)?.start ?? null;
      if (!isOpen(task) || calculated === null || calculated === task.start) return task;
      if (calculated > (task.start ?? 0) || task.constraintType !== 'ASAP') return { ...task, manual: true };
      return { ...task, constraintType: 'SNET', constraintDate: task.start };
    }),
  };
}

/** Early and late dates, slack and criticality, for programs that show them without calculating. */
export function withSchedule(project: MspdiProject): MspdiProject {
  const result = schedule(toCpmInput(project));
  if (!result.ok) return project;
  return {
    ...project,
    tasks: project.tasks.map((task): MspdiTask => {
      const dates = result.dates.get(task.uid) ?? result.summaries.get(task.uid);
      if (!dates || task.isNull) return task;
      const { earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack } = dates;
      return {
        ...task,
        stored: {
          earlyStart,
          earlyFinish,
          lateStart,
          lateFinish,
          totalSlack,
          freeSlack,
          startSlack: null,
          finishSlack: null,
          critical: dates.critical,
        },
      };
    }),
  };
}
