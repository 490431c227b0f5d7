/** The sample as it stood on an earlier day: what its earlier reports were made from. */
import { daysBetween } from '#shared/domain/deadline/dates.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';

/** Decisions are put before the client about two weeks ahead. */
const DECISION_DAYS = 14;

const isLater = (date: string | null, day: string): boolean => date !== null && date.slice(0, 10) > day;

function workCalendar(source: ReportSource): WorkCalendar | null {
  const record = source.calendars.find(({ id }) => id === source.project.calendar_id);
  const parsed = calendarSchema.safeParse(record?.definition);
  return parsed.success ? createCalendarSet([parsed.data])(parsed.data.id) : null;
}

/** Share of a task whose time has passed at a moment, 0–1. */
function passed(calendar: WorkCalendar, task: RecordOf<'task'>, moment: number): number {
  const start = parseLocal(task.start_at ?? '');
  const finish = parseLocal(task.finish_at ?? '');
  if (start === null || finish === null) return 0;
  const work = calendar.workBetween(start, finish);
  if (work <= 0) return moment >= finish ? 1 : 0;
  return Math.min(1, Math.max(0, calendar.workBetween(start, moment) / work));
}

function taskOn(
  task: RecordOf<'task'>,
  calendar: WorkCalendar,
  day: string,
  today: string,
): RecordOf<'task'> {
  if (!isLater(task.actual_finish_at ?? today, day)) return task;
  if (task.actual_start_at === null || isLater(task.actual_start_at, day))
    return { ...task, percent: 0, actual_start_at: null, actual_finish_at: null };
  const then = passed(calendar, task, parseLocal(`${day}T24:00:00`) ?? 0);
  const now = passed(calendar, task, parseLocal(`${today}T00:00:00`) ?? 0);
  // At the pace the task has had so far, in steps of five as people report them.
  const percent = now <= 0 ? 0 : Math.min(95, Math.round((task.percent * then) / now / 5) * 5);
  return { ...task, percent, actual_finish_at: null };
}

function riskOn(
  risk: RecordOf<'risk'>,
  reviews: readonly RecordOf<'risk_review'>[],
  day: string,
): RecordOf<'risk'> {
  const own = reviews
    .filter((review) => review.risk_id === risk.id)
    .sort((a, b) => (a.reviewed_on < b.reviewed_on ? -1 : 1));
  const known = own.filter((review) => review.reviewed_on <= day).at(-1);
  const later = own.some((review) => review.reviewed_on > day);
  return {
    ...risk,
    ...(known && later ? { probability: known.probability, impact: known.impact } : {}),
    ...(risk.status === 'occurred' && later ? { status: 'open' as const } : {}),
  };
}

/**
 * Takes back what happened after `day` (`YYYY-MM-DD`): progress, scores, done measures, answers.
 * The status date of the project counts as today.
 */
export function sourceAsOf(
  source: ReportSource,
  reviews: readonly RecordOf<'risk_review'>[],
  day: string,
): ReportSource {
  const calendar = workCalendar(source);
  const today = source.project.status_on ?? day;
  return {
    ...source,
    project: { ...source.project, status_on: day },
    tasks: calendar ? source.tasks.map((task) => taskOn(task, calendar, day, today)) : source.tasks,
    risks: source.risks
      .filter((risk) => !isLater(risk.identified_on, day))
      .map((risk) => riskOn(risk, reviews, day)),
    actions: source.actions.map((action) =>
      isLater(action.done_on, day) ? { ...action, status: 'open' as const, done_on: null } : action,
    ),
    issues: source.issues
      .filter((issue) => !isLater(issue.raised_on, day))
      .map((issue) =>
        isLater(issue.due_on, day) && (issue.status === 'solved' || issue.status === 'confirmed')
          ? { ...issue, status: 'explained' as const }
          : issue,
      ),
    promises: (source.promises ?? [])
      .filter(({ made_on }) => !isLater(made_on, day))
      .map((promise) =>
        isLater(promise.settled_on, day)
          ? { ...promise, status: 'made' as const, settled_on: null }
          : promise,
      ),
    decisions: source.decisions
      .filter(({ needed_on }) => needed_on === null || daysBetween(day, needed_on) <= DECISION_DAYS)
      .map((decision) =>
        isLater(decision.decided_on, day)
          ? { ...decision, status: 'open' as const, chosen: null, decided_on: null }
          : decision,
      ),
  };
}
