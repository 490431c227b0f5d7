/** Recurring tasks, as in MS Project: a summary that knows its rule, and subtasks made from it. */
import { prepared } from '#db/engine/statements.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { parseDuration } from '#shared/domain/plan/duration.ts';
import { type Occurrence, occurrencesOf } from '#shared/domain/recurring/occurrences.ts';
import { occurrenceOf, type RecurrenceRule, ruleOf } from '#shared/domain/recurring/rule.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Place } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import { formatDate, formatLocal, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import { startOn } from '#shared/schedule/edit.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit, taskOf } from '../plan/planCommit.ts';
import { placeFor, placeTasks } from '../plan/structure.ts';

/** @throws AppError RULE_BROKEN without an end, or with an end before the beginning */
function checkRule(rule: RecurrenceRule): void {
  const refuse = (reason: string) =>
    new AppError('RULE_BROKEN', { entity: 'task' }, { field: 'task.recurrence', reason });
  if ((rule.until === null) === (rule.count === null)) throw refuse('RECURRENCE_ENDLESS');
  if (rule.until !== null && rule.until < rule.from) throw refuse('DATES_REVERSED');
}

function daysFor(edit: Pick<PlanEdit, 'calendars'>, rule: RecurrenceRule): readonly Occurrence[] {
  checkRule(rule);
  const { list } = occurrencesOf(rule, edit.calendars.of(null));
  if (list.length === 0)
    throw new AppError(
      'RULE_BROKEN',
      { entity: 'task' },
      { field: 'task.recurrence', reason: 'RECURRENCE_EMPTY' },
    );
  return list;
}

type Dated = Partial<CreateInput<'task'>>;

/** Dates of one occurrence; it may not begin before its day, and links may move it later. */
function datesOf(edit: PlanEdit, rule: RecurrenceRule, { on, day }: Occurrence): Dated {
  const length = parseDuration(rule.duration, edit.units);
  if (!length)
    throw new AppError(
      'PLAN_TEXT_UNREADABLE',
      { text: rule.duration },
      { field: 'task.duration_tenths', reason: 'DURATION' },
    );
  const clock = edit.calendars.of(null);
  const milestone = length.tenths === 0;
  const wanted = rule.time === null ? startOn(clock, day, milestone) : day * TENTHS_PER_DAY + rule.time;
  const start = wanted === null || milestone ? wanted : clock.nextWorkStart(wanted);
  const finish = start === null ? null : clock.addWork(start, length.tenths);
  if (start === null || finish === null)
    throw new AppError('DATE_OUT_OF_CALENDAR', {}, { field: 'task.start_at' });
  return {
    milestone,
    start_at: formatLocal(start),
    finish_at: formatLocal(finish),
    duration_tenths: length.tenths,
    duration_unit: length.unit,
    remaining_tenths: length.tenths,
    constraint_type: 'snet',
    constraint_at: formatLocal(start),
    recurrence: { on },
  };
}

function createOccurrence(edit: PlanEdit, summaryId: string, name: string, dates: Dated): string {
  return edit.tx.create('task', { project_id: edit.project.id, parent_id: summaryId, name, ...dates });
}

const numbered = (name: string, index: number): string => `${name} ${index + 1}`;

function add(ctx: AppContext, projectId: string, place: Place, name: string, rule: RecurrenceRule) {
  if (!getRecord(ctx.store.read, 'project', projectId))
    throw new AppError('NOT_FOUND', { entity: 'project' });
  const calendars = projectCalendars(ctx.store.read, projectId);
  const count = daysFor({ calendars }, rule).length;
  const label = { key: 'recurringAdd', args: { name: clipped(name), count } };
  return planCommit(ctx, projectId, label, (edit) => {
    const days = daysFor(edit, rule);
    const id = edit.tx.create('task', { project_id: projectId, name, recurrence: { ...rule } });
    const target = placeFor(edit, place, new Set([id]));
    placeTasks(edit, [id], target.parentId, target.index);
    const made = days.map((day, i) =>
      createOccurrence(edit, id, numbered(name, i), datesOf(edit, rule, day)),
    );
    placeTasks(edit, made, id, 0);
    return { id, count: days.length };
  });
}

interface Made {
  readonly id: string;
  readonly on: string;
  readonly name: string;
  readonly begun: boolean;
}

/** Subtasks that the rule made; those a person added are none of them. */
function madeBy(edit: PlanEdit, summaryId: string): Made[] {
  const rows = prepared(
    edit.tx.db,
    `SELECT id, name, recurrence, percent, actual_start_at FROM task
     WHERE parent_id = ? AND deleted_at IS NULL AND recurrence IS NOT NULL`,
  ).all(summaryId) as {
    id: string;
    name: string;
    recurrence: string;
    percent: number;
    actual_start_at: string | null;
  }[];
  return rows.flatMap(({ id, name, recurrence, percent, actual_start_at }) => {
    const on = occurrenceOf(JSON.parse(recurrence));
    return on === null ? [] : [{ id, name, on, begun: percent > 0 || actual_start_at !== null }];
  });
}

interface Renaming {
  readonly before: string;
  readonly after: string;
}

/** A name that was numbered by us gets its new number; one that a person gave stays. */
function nameFor(made: Made, { before, after }: Renaming, index: number): string {
  const own = made.name.startsWith(`${before} `) && /^\d+$/.test(made.name.slice(before.length + 1));
  return own ? numbered(after, index) : made.name;
}

function regenerate(edit: PlanEdit, summary: RecordOf<'task'>, renaming: Renaming, rule: RecurrenceRule) {
  const days = daysFor(edit, rule);
  const made = madeBy(edit, summary.id);
  const byDay = new Map(made.map((one) => [one.on, one]));
  const begun = made.filter((one) => one.begun);
  const wanted = new Set(days.map(({ on }) => on));
  let [created, removed] = [0, 0];
  // What has begun keeps its place in the count, also where the new rule no longer has its day.
  const all = [
    ...days.map((day) => ({ on: day.on, day })),
    ...begun.filter(({ on }) => !wanted.has(on)).map(({ on }) => ({ on, day: null })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const order = all.map(({ on, day }, i) => {
    const known = byDay.get(on);
    if (!known && day) {
      created += 1;
      return createOccurrence(edit, summary.id, numbered(renaming.after, i), datesOf(edit, rule, day));
    }
    const id = known?.id ?? '';
    const name = known ? nameFor(known, renaming, i) : '';
    edit.tx.update('task', id, { name, ...(known?.begun || !day ? {} : datesOf(edit, rule, day)) });
    return id;
  });
  for (const { id, on, begun: stays } of made)
    if (!stays && !wanted.has(on)) {
      edit.tx.remove('task', id);
      removed += 1;
    }
  placeTasks(edit, order, summary.id, 0);
  return { created, kept: order.length - created, removed };
}

function change(ctx: AppContext, id: string, name: string | undefined, rule: RecurrenceRule) {
  const summary = taskOf(ctx, id);
  if (ruleOf(summary.recurrence) === null)
    throw new AppError(
      'RULE_BROKEN',
      { entity: 'task' },
      { field: 'task.recurrence', reason: 'NOT_RECURRING' },
    );
  const renaming = { before: summary.name, after: name ?? summary.name };
  const label = { key: 'recurringChange', args: { name: clipped(renaming.after) } };
  return planCommit(ctx, summary.project_id, label, (edit) => {
    edit.tx.update('task', id, { name: renaming.after, recurrence: { ...rule } });
    return regenerate(edit, summary, renaming, rule);
  });
}

export function recurringHandlers(ctx: AppContext): Handlers {
  return {
    'recurring.preview': ({ projectId, rule }) => {
      if (!getRecord(ctx.store.read, 'project', projectId))
        throw new AppError('NOT_FOUND', { entity: 'project' });
      checkRule(rule);
      const { list, skipped, cut } = occurrencesOf(
        rule,
        projectCalendars(ctx.store.read, projectId).of(null),
      );
      return { days: list.map(({ on, day, moved }) => ({ on, day: formatDate(day), moved })), skipped, cut };
    },
    'recurring.add': ({ projectId, place, name, rule }) => add(ctx, projectId, place, name, rule),
    'recurring.change': ({ id, name, rule }) => change(ctx, id, name, rule),
  };
}
