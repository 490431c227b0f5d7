/** MS-5: what the guard of promises looks at: plan, load, risks and past. */
import { prepared } from '#db/engine/statements.ts';
import { promiseHistory, promisesOfOwner } from '#db/queries/communication.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { readLoad } from '#db/queries/resource.ts';
import type { AppContext } from '#main/app/context.ts';
import { schedulesOf } from '#main/app/plan/schedules.ts';
import { type NamedPlan, namedPlan } from '#main/app/plan/why.ts';
import type { GuardFacts, GuardStep, GuardTask } from '#shared/domain/communication/guard.ts';
import { addDays } from '#shared/domain/deadline/dates.ts';
import { isSamePerson } from '#shared/domain/resource/person.ts';
import { isHighRisk } from '#shared/domain/risk/score.ts';
import type { GuardInput } from '#shared/ipc/channels/communication.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { formatDate, type Instant, parseDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';

/** More steps than anybody reads. */
const MAX_STEPS = 50;
/** The load of a person is looked at this far ahead. */
const MAX_LOAD_DAYS = 400;
const MAX_RISKS = 5;

/** The chain of tasks that gives a task its earliest dates, the first one first. */
function pathTo(plan: NamedPlan, row: number): GuardStep[] {
  const steps: GuardStep[] = [];
  const seen = new Set<number>();
  for (let at: number | null = row; at !== null && !seen.has(at) && steps.length < MAX_STEPS; ) {
    seen.add(at);
    const dates = plan.schedule.dates(at) ?? plan.schedule.summaries().get(at) ?? null;
    const named = plan.names[at];
    if (!dates || !named) break;
    steps.push({ ...named, finish_on: formatDate(finishDay(dates.earlyStart, dates.earlyFinish)) });
    const reason = plan.schedule.why(at);
    at = reason?.early.kind === 'link' ? reason.early.predecessor : null;
  }
  return steps.reverse();
}

/** Work that is not done cannot be finished before today and what is left of it. */
function notBeforeToday(ctx: AppContext, task: RecordOf<'task'>, finish: Instant, today: string): Instant {
  const day = parseDate(today);
  if (day === null || finish >= day * TENTHS_PER_DAY) return finish;
  const left =
    task.remaining_tenths ?? Math.round(((task.duration_tenths ?? 0) * (100 - task.percent)) / 100);
  const calendar = projectCalendars(ctx.store.read, task.project_id).of(task.calendar_id);
  const start = calendar.nextWorkStart(day * TENTHS_PER_DAY);
  return (start === null ? null : calendar.addWork(start, left)) ?? day * TENTHS_PER_DAY;
}

function taskFacts(ctx: AppContext, taskId: string, today: string): GuardTask | null {
  const { read } = ctx.store;
  const task = getRecord(read, 'task', taskId);
  if (!task) return null;
  const project = getRecord(read, 'project', task.project_id);
  const schedule = schedulesOf(ctx).at(read, task.project_id);
  const row = schedule.indexOf(taskId);
  const dates = schedule.dates(row) ?? schedule.summaries().get(row) ?? null;
  if (!project || !dates) return null;
  const plan = namedPlan(read, task.project_id, schedule);
  const finish = notBeforeToday(ctx, task, dates.earlyFinish, today);
  const slack = dates.totalSlack / (project.minutes_per_day * 10);
  const path = pathTo(plan, row);
  const earliest_on = formatDate(finishDay(dates.earlyStart, finish));
  const last = path.at(-1);
  return {
    name: task.name,
    earliest_on,
    slack: Math.round(slack * 10) / 10,
    critical: dates.critical,
    done: task.percent >= 100,
    path: last ? [...path.slice(0, -1), { ...last, finish_on: earliest_on }] : [],
  };
}

function overloadOf(ctx: AppContext, input: GuardInput, today: string): GuardFacts['overload'] {
  const { owner, projectId, due_on } = input;
  if (owner === null || projectId === null || due_on === null || due_on < today) return null;
  const people = prepared(
    ctx.store.read,
    'SELECT id, name, phone FROM resource WHERE project_id = ? AND deleted_at IS NULL',
  ).all(projectId) as { id: string; name: string; phone: string | null }[];
  const person = people.find((row) => isSamePerson(row, { name: owner, phone: null }));
  const [first, last] = [parseDate(today), parseDate(due_on)];
  if (!person || first === null || last === null) return null;
  const end = Math.min(last + 1, first + MAX_LOAD_DAYS);
  const load = readLoad(ctx.store.read, projectId, { first, end, unit: 'day', across: true });
  const own = load.resources.find(({ id }) => id === person.id);
  const days = load.spans.filter((_, i) => own?.over[i]);
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { days: days.length, first_on: from.from, last_on: to.to } : null;
}

function openRisks(ctx: AppContext, { projectId, task_id }: GuardInput): GuardFacts['risks'] {
  if (projectId === null) return [];
  return listRecords(ctx.store.read, 'risk', { project_id: projectId })
    .filter(({ status }) => status !== 'closed')
    .filter((risk) =>
      task_id === null ? isHighRisk(risk.probability, risk.impact) : risk.task_id === task_id,
    )
    .sort((a, b) => a.no - b.no)
    .slice(0, MAX_RISKS)
    .map(({ id, no, title }) => ({ id, no, title }));
}

/** Working days from today up to and including a day, on the calendar of the project. */
function workingDays(ctx: AppContext, projectId: string | null, dueOn: string | null, today: string) {
  const [from, to] = [parseDate(today), dueOn === null ? null : parseDate(dueOn)];
  if (projectId === null || from === null || to === null) return null;
  return projectCalendars(ctx.store.read, projectId).of(null).workingDaysBetween(from, to);
}

/** Everything the guard asks about a promise. */
export function guardFacts(ctx: AppContext, input: GuardInput): GuardFacts {
  const { read } = ctx.store;
  const today = ctx.today();
  const owner = input.owner?.trim() || null;
  const { due_on, needs_days, promiseId, projectId, task_id } = input;
  const range = due_on === null ? null : { from: addDays(due_on, -6), to: due_on, except: promiseId };
  return {
    today,
    due_on,
    needs_days,
    owner,
    task: task_id === null ? null : taskFacts(ctx, task_id, today),
    available: workingDays(ctx, projectId, due_on, today),
    overload: overloadOf(ctx, { ...input, owner }, today),
    owner_promises: owner === null || range === null ? 0 : promisesOfOwner(read, owner, range),
    risks: openRisks(ctx, input),
    history: promiseHistory(read, input.kind, promiseId, today),
  };
}
