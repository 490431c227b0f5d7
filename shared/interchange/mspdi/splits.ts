/** Split tasks: MSPDI says them only as gaps between the time-phased work of an assignment (semantics §4.12). */
import { createCalendarSet, ELAPSED_CALENDAR } from '../../schedule/calendar/compile.ts';
import { type Instant, parseLocal } from '../../schedule/calendar/instant.ts';
import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type { MspdiCalendar, MspdiResource, MspdiTask } from './model.ts';
import { childrenOf, type Node } from './tree.ts';

/** Time in which an assignment has no work although it has some before and after. */
export interface WorkGap {
  readonly taskUid: number;
  readonly resourceUid: number | null;
  readonly from: Instant;
  readonly to: Instant;
}

const textOf = (node: Node, name: string): string => childrenOf(node, name)[0]?.text.trim() ?? '';
/** Remaining (1) and actual (2) work; a block without a value, or of nothing, is no work. */
const isWork = (block: Node): boolean =>
  /^[12]$/.test(textOf(block, 'Type')) && /[1-9]/.test(textOf(block, 'Value'));

/** The gaps of one assignment, nights and weekends included: whether there was work to do only a calendar knows. */
export function gapsOf(assignment: Node): Pick<WorkGap, 'from' | 'to'>[] {
  const blocks = childrenOf(assignment, 'TimephasedData')
    .filter(isWork)
    .flatMap((block) => {
      const [from, to] = [parseLocal(textOf(block, 'Start')), parseLocal(textOf(block, 'Finish'))];
      return from === null || to === null ? [] : [{ from, to }];
    })
    .sort((a, b) => a.from - b.from);
  const gaps: Pick<WorkGap, 'from' | 'to'>[] = [];
  let end: Instant | null = null;
  for (const { from, to } of blocks) {
    if (end !== null && from > end) gaps.push({ from: end, to: from });
    end = Math.max(end ?? to, to);
  }
  return gaps;
}

interface Around {
  readonly tasks: readonly MspdiTask[];
  readonly resources: readonly MspdiResource[];
  readonly calendars: readonly MspdiCalendar[];
  readonly calendarUid: number | null;
}

/** The tasks in whose gaps there was working time, on the calendar of whoever works. */
export function splitTasks(gaps: readonly WorkGap[], around: Around): MspdiTask[] {
  if (gaps.length === 0) return [];
  const compile = createCalendarSet(around.calendars.map(({ definition }) => definition));
  const own = (uid: number | null | undefined): WorkCalendar | null =>
    uid === null || uid === undefined ? null : compile(String(uid));
  const tasks = new Map(around.tasks.map((task) => [task.uid, task]));
  const people = new Map(around.resources.map(({ uid, calendarUid }) => [uid, calendarUid]));
  const clockOf = (task: MspdiTask, resourceUid: number | null): WorkCalendar => {
    if (task.durationFormat.elapsed) return ELAPSED_CALENDAR;
    const personal = resourceUid === null ? null : own(people.get(resourceUid));
    const itsOwn = own(task.calendarUid);
    const alone = task.ignoreResourceCalendar ? itsOwn : null;
    return alone ?? personal ?? itsOwn ?? own(around.calendarUid) ?? ELAPSED_CALENDAR;
  };
  const found = new Set<MspdiTask>();
  for (const { taskUid, resourceUid, from, to } of gaps) {
    const task = tasks.get(taskUid);
    if (task && !task.summary && clockOf(task, resourceUid).workBetween(from, to) > 0) found.add(task);
  }
  return around.tasks.filter((task) => found.has(task));
}
