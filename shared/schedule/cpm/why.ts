import type { Instant } from '../calendar/instant.ts';
import { startAtOrAfter } from './arithmetic.ts';
import { boundOf, eachOutgoing, openFinish } from './backward.ts';
import { constrain, linkedStart } from './forward.ts';
import type { CpmDriver, CpmLink, CpmReason, CpmTask, TaskId } from './model.ts';
import { codeOf } from './network.ts';
import { inheritedFinish, inheritedStart, type Plan } from './plan.ts';

const taskAt = <Id extends TaskId>(plan: Plan<Id>, row: number) => plan.tasks[row] as CpmTask<Id>;

/** The network keeps lags of time as whole tenths. */
const isSameLag = (given: number, kept: number) => given === kept || Math.round(given) === kept;

/** The link of the task at `to` that comes from `from`; of several between the two the one of this kind and lag. */
function findLink<Id extends TaskId>(
  plan: Plan<Id>,
  from: number,
  to: number,
  code: number,
  lag: number,
): CpmLink<Id> | null {
  const { uid } = taskAt(plan, from);
  const { links } = taskAt(plan, to);
  return (
    links.find((link) => link.predecessorUid === uid && codeOf(link) === code && isSameLag(link.lag, lag)) ??
    null
  );
}

function linkDriver<Id extends TaskId>(
  plan: Plan<Id>,
  side: 'incoming' | 'outgoing',
  edge: number,
  here: number,
  date: Instant,
): CpmDriver<Id> | null {
  const { row, code, lag } = plan.network[side];
  const there = row[edge] as number;
  const [from, to] = side === 'incoming' ? [there, here] : [here, there];
  const link = findLink(plan, from, to, code[edge] as number, lag[edge] as number);
  if (!link) return null;
  return { kind: 'link', predecessor: taskAt(plan, from).uid, successor: taskAt(plan, to).uid, link, date };
}

/** What the start would follow from without the constraint of the task itself. */
function unconstrained<Id extends TaskId>(
  plan: Plan<Id>,
  row: number,
): { driver: CpmDriver<Id>; asked: Instant } {
  const task = taskAt(plan, row);
  const { start, asked, edge, to, drives } = linkedStart(plan, row);
  if (task.levelingDelay !== 0) return { driver: { kind: 'levelling', date: start }, asked: start };
  if (edge >= 0) {
    const driver = linkDriver(plan, 'incoming', edge, to, drives ?? asked);
    if (driver) return { driver, asked };
  }
  const above = inheritedStart(plan, row);
  if (above && above.date >= asked) {
    const { uid } = taskAt(plan, above.on);
    return { driver: { kind: 'constraint', on: uid, type: 'SNET', date: above.date }, asked };
  }
  return { driver: { kind: 'projectStart', date: asked }, asked };
}

function plannedReason<Id extends TaskId>(plan: Plan<Id>, row: number): Omit<CpmReason<Id>, 'late'> {
  const task = taskAt(plan, row);
  const { driver, asked } = unconstrained(plan, row);
  const free = linkedStart(plan, row).start;
  const held = constrain(task, free, plan.options.scheduleFrom === 'finish');
  const start = plan.earlyStart[row] as number;
  const isOwn = task.constraintDate !== null && task.constraint !== 'ASAP' && task.constraint !== 'ALAP';
  const isHard = task.constraint === 'MSO' || task.constraint === 'MFO';
  if (isOwn && task.constraintDate !== null && (held !== free || isHard || task.constraintDate === asked)) {
    const date = task.constraintDate;
    const early: CpmDriver<Id> = { kind: 'constraint', on: task.uid, type: task.constraint, date };
    const isLater = task.constraint === 'SNET' && startAtOrAfter(task, date) === start && date !== start;
    return {
      early,
      calendarWait: isLater ? { from: date, to: start } : null,
      overruled: held < free && driver.kind === 'link' ? driver : null,
    };
  }
  if (start !== held && task.constraint === 'ALAP')
    return { early: { kind: 'asLateAsPossible', date: start }, calendarWait: null, overruled: null };
  return { early: driver, calendarWait: start > asked ? { from: asked, to: start } : null, overruled: null };
}

function earlyReason<Id extends TaskId>(plan: Plan<Id>, row: number): Omit<CpmReason<Id>, 'late'> {
  const task = taskAt(plan, row);
  const plain = (early: CpmDriver<Id>) => ({ early, calendarWait: null, overruled: null });
  if (task.fixedDates) return plain({ kind: 'fixedDates', date: plan.earlyStart[row] as number });
  if (task.actualFinish !== null) return plain({ kind: 'actualFinish', date: task.actualFinish });
  if (task.actualStart !== null) {
    const { resume, stop } = task;
    if (resume !== null && stop !== null && resume > stop) return plain({ kind: 'resumed', date: resume });
    return plain({ kind: 'actualStart', date: task.actualStart });
  }
  return plannedReason(plan, row);
}

/** What bounds the late finish: the tightest of the end, the links, the constraints and the deadline. */
function lateReason<Id extends TaskId>(plan: Plan<Id>, row: number): CpmDriver<Id> {
  const task = taskAt(plan, row);
  if (task.actualFinish !== null) return { kind: 'actualFinish', date: task.actualFinish };
  let date = openFinish(plan, row);
  let driver: CpmDriver<Id> = { kind: 'projectFinish', date };
  eachOutgoing(plan, row, (edge, from) => {
    const bound = boundOf(plan, edge, from, row);
    const found = bound < date ? linkDriver(plan, 'outgoing', edge, from, bound) : null;
    if (!found) return;
    date = bound;
    driver = found;
  });
  const above = inheritedFinish(plan, row);
  if (above && above.date < date) {
    date = above.date;
    driver = { kind: 'constraint', on: taskAt(plan, above.on).uid, type: 'FNLT', date };
  }
  const own = task.constraintDate;
  if (own !== null && !task.manual) {
    const isFixed = task.constraint === 'MSO' || task.constraint === 'MFO';
    const isCap = task.constraint === 'FNLT' || task.constraint === 'SNLT';
    if (isFixed || (isCap && own <= date)) {
      driver = { kind: 'constraint', on: task.uid, type: task.constraint, date: own };
      date = Math.min(date, own);
    }
  }
  if (task.deadline !== null && task.deadline < date)
    return { kind: 'deadline', on: task.uid, date: task.deadline };
  return driver;
}

/** Why a leaf lies where it does; null for rows without dates. */
export function explain<Id extends TaskId>(plan: Plan<Id>, row: number): CpmReason<Id> | null {
  if (row < 0 || plan.network.isLeaf[row] !== 1) return null;
  return { ...earlyReason(plan, row), late: lateReason(plan, row) };
}
