/** Makes a project from a definition without days: a copy, a template, a plan back from a deadline. */
import type { Tx } from '#db/log/tx.ts';
import { projectCalendars } from '#db/queries/plan.ts';
import { mapRuleDates } from '#shared/domain/recurring/rule.ts';
import {
  type Moment,
  momentSchema,
  spanDays,
  type TemplateDefinition,
} from '#shared/domain/template/definition.ts';
import { anchorForFinish, dateAt, firstWorkingDay, localAt } from '#shared/domain/template/offset.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CreateInput } from '#shared/model/registry.ts';
import { type EpochDay, formatDate, parseDate } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { nextNumber } from '../numbers.ts';
import { ensureCalendar } from '../plan/ensureCalendar.ts';
import { settleNow } from './settleNow.ts';

/** Where the plan is anchored: at its first day, or at the day it must be finished by. */
export interface Anchor {
  readonly from: 'start' | 'finish';
  /** `YYYY-MM-DD` */
  readonly on: string;
}

export interface NewProject {
  readonly clientId: string;
  readonly name: string;
  readonly code?: string | null;
  readonly anchor: Anchor;
  readonly language: Locale;
}

interface Making {
  readonly tx: Tx;
  readonly projectId: string;
  readonly clock: WorkCalendar;
  readonly day: EpochDay;
}

const dateOf = (making: Making, moment: Moment | null) => dateAt(making.clock, making.day, moment);
const localOf = (making: Making, moment: Moment | null) => localAt(making.clock, making.day, moment);
const at = <T>(list: readonly T[], index: number | null): T | null =>
  index === null ? null : (list[index] ?? null);

/** Values of a definition are checked by the record's own schema when it is created. */
const input = <
  T extends 'project' | 'task' | 'scope_item' | 'resource' | 'material_need' | 'risk' | 'risk_action',
>(
  values: object,
): CreateInput<T> => values as CreateInput<T>;

function makeCalendars(tx: Tx, projectId: string, definition: TemplateDefinition): string[] {
  const ids = definition.calendars.map(() => tx.newId('calendar'));
  for (const [i, { name, base, definition: def }] of definition.calendars.entries()) {
    const id = ids[i] ?? '';
    const baseId = at(ids, base);
    tx.create(
      'calendar',
      {
        project_id: projectId,
        name: name.trim() || '-',
        base_id: baseId,
        definition: { ...def, id, name, baseId },
      },
      id,
    );
  }
  return ids;
}

function anchorDay(clock: WorkCalendar, anchor: Anchor, definition: TemplateDefinition): EpochDay {
  const day = parseDate(anchor.on);
  const found =
    anchor.from === 'finish'
      ? anchorForFinish(clock, anchor.on, spanDays(definition))
      : day === null
        ? null
        : firstWorkingDay(clock, day);
  if (found === null) throw new AppError('DATE_OUT_OF_CALENDAR', {}, { field: 'project.start_on' });
  return found;
}

function makeTasks(
  making: Making,
  definition: TemplateDefinition,
  calendars: readonly string[],
  scope: readonly string[],
): string[] {
  const { tx, projectId } = making;
  const ids = definition.tasks.map(() => tx.newId('task'));
  for (const [i, task] of definition.tasks.entries()) {
    const { recurrence, ...values } = task.values;
    const rule =
      typeof recurrence === 'object' && recurrence !== null
        ? {
            recurrence: mapRuleDates(recurrence as Record<string, unknown>, (stored) => {
              const moment = momentSchema.safeParse(stored);
              return moment.success ? dateOf(making, moment.data) : null;
            }),
          }
        : {};
    tx.create(
      'task',
      input<'task'>({
        ...values,
        ...rule,
        project_id: projectId,
        parent_id: task.parent < 0 ? null : at(ids, task.parent),
        remaining_tenths: values.duration_tenths ?? null,
        start_at: localOf(making, task.start),
        finish_at: localOf(making, task.finish),
        constraint_at: localOf(making, task.constraint),
        deadline_at: localOf(making, task.deadline),
        calendar_id: at(calendars, task.calendar),
        scope_item_id: at(scope, task.scope),
      }),
      ids[i],
    );
  }
  for (const { from, to, ...link } of definition.links)
    tx.create('link', { ...link, project_id: projectId, from_id: ids[from] ?? '', to_id: ids[to] ?? '' });
  return ids;
}

function makeResources(
  making: Making,
  definition: TemplateDefinition,
  calendars: readonly string[],
  tasks: readonly string[],
): void {
  const { tx, projectId } = making;
  const ids = definition.resources.map(({ values, calendar }) =>
    tx.create(
      'resource',
      input<'resource'>({ ...values, project_id: projectId, calendar_id: at(calendars, calendar) }),
    ),
  );
  for (const { task, resource, units, work } of definition.assignments)
    tx.create('assignment', {
      task_id: tasks[task] ?? '',
      resource_id: at(ids, resource),
      units,
      work_tenths: work,
    });
  for (const need of definition.needs)
    tx.create(
      'material_need',
      input<'material_need'>({
        ...need.values,
        project_id: projectId,
        task_id: at(tasks, need.task),
        resource_id: at(ids, need.resource),
        needed_on: dateOf(making, need.needed),
      }),
    );
}

function makeRisks(making: Making, definition: TemplateDefinition, tasks: readonly string[]): void {
  const { tx, projectId } = making;
  for (const { values, task, actions } of definition.risks) {
    const no = nextNumber(tx, 'risk', projectId);
    const id = tx.create(
      'risk',
      input<'risk'>({ ...values, project_id: projectId, no, task_id: at(tasks, task) }),
    );
    for (const action of actions)
      tx.create(
        'risk_action',
        input<'risk_action'>({ ...action.values, risk_id: id, due_on: dateOf(making, action.due) }),
      );
  }
}

/** First start and last finish of the tasks as they are now. */
export function planSpan(db: Tx['db'], projectId: string): { start: string | null; finish: string | null } {
  return (
    db
      .prepare<[string], { start: string | null; finish: string | null }>(
        `SELECT min(substr(start_at, 1, 10)) AS start, max(substr(finish_at, 1, 10)) AS finish FROM task t
       WHERE project_id = ? AND deleted_at IS NULL AND active = 1 AND blank = 0
         AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.deleted_at IS NULL)`,
      )
      .get(projectId) ?? { start: null, finish: null }
  );
}

/** Start and finish of the project: what was asked for, and what follows from it. */
function settleEnds(tx: Tx, projectId: string, anchor: Anchor, day: EpochDay): void {
  settleNow(tx, projectId);
  if (anchor.from === 'start') return;
  const { start } = planSpan(tx.db, projectId);
  const first = start ?? formatDate(day);
  tx.update('project', projectId, { start_on: first < anchor.on ? first : anchor.on });
}

/**
 * Creates the project with everything the definition holds, within the caller's commit. From a start the first
 * working day on or after it; from a finish as late as the links allow.
 * @returns id of the project
 * @throws AppError DATE_OUT_OF_CALENDAR, VALIDATION
 */
export function createFromDefinition(tx: Tx, definition: TemplateDefinition, wanted: NewProject): string {
  const { anchor } = wanted;
  tx.get('client', wanted.clientId);
  const projectId = tx.create(
    'project',
    input<'project'>({
      ...definition.project,
      client_id: wanted.clientId,
      name: wanted.name,
      ...(wanted.code ? { code: wanted.code } : {}),
      scheduling: definition.scheduling,
    }),
  );
  const calendars = makeCalendars(tx, projectId, definition);
  const own = at(calendars, definition.calendar);
  if (own !== null) tx.update('project', projectId, { calendar_id: own });
  ensureCalendar(tx, projectId, wanted.language);
  const clock = projectCalendars(tx.db, projectId).of(null);
  const day = anchorDay(clock, anchor, definition);
  const first = anchor.from === 'start' ? anchor.on : formatDate(day);
  tx.update('project', projectId, {
    start_on: first,
    ...(anchor.from === 'finish' ? { finish_on: anchor.on, schedule_from: 'finish' as const } : {}),
  });
  const making: Making = { tx, projectId, clock, day };
  const scope = definition.scope.map((values) =>
    tx.create('scope_item', input<'scope_item'>({ ...values, project_id: projectId })),
  );
  const tasks = makeTasks(making, definition, calendars, scope);
  makeResources(making, definition, calendars, tasks);
  makeRisks(making, definition, tasks);
  settleEnds(tx, projectId, anchor, day);
  return projectId;
}
