/** A project as a template: what stays when its days, its progress and its promises are taken away. */
import type { Database } from 'better-sqlite3';
import { buildOutline } from '#shared/domain/plan/outline.ts';
import { mapRuleDates } from '#shared/domain/recurring/rule.ts';
import type {
  Moment,
  TemplateDefinition,
  TemplatePart,
  TemplateTask,
} from '#shared/domain/template/definition.ts';
import { firstWorkingDay, toMoment } from '#shared/domain/template/offset.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { type EpochDay, parseDate } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { FALLBACK_CALENDAR, type ProjectCalendars, projectCalendars } from './plan.ts';
import { listRecords } from './records.ts';
import { scopeItems } from './scope.ts';

type Values = Record<string, unknown>;

/** Fields that mean the same in another project. Actuals, progress, promises and what a file held do not. */
const FIELDS = {
  project: [
    'kind',
    'currency',
    'manager',
    'communication_owner',
    'report_frequency',
    'report_weekday',
    'complexity',
    'minutes_per_day',
    'minutes_per_week',
    'days_per_month',
    'critical_slack_days',
    'multiple_critical_paths',
    'deviation_threshold',
    'deviation_weight',
    'premilestone_days',
  ],
  task: [
    'rank',
    'name',
    'wbs',
    'milestone',
    'duration_tenths',
    'duration_unit',
    'mode',
    'constraint_type',
    'active',
    'blank',
    'responsible',
    'party',
    'cost_minor',
    'work_tenths',
    'priority',
    'deliverable',
    'payment_stage',
    'expectation',
    'buffer_kind',
    'buffer_tenths',
    'levelling_tenths',
    'effort_type',
    'ignores_resource_calendar',
    'client_visible',
    'client_text',
    'notes',
  ],
  scope_item: ['rank', 'side', 'text', 'notes', 'client_visible', 'client_text'],
  resource: ['name', 'kind', 'role', 'phone', 'unit', 'notes', 'max_units'],
  material_need: ['name', 'quantity', 'unit', 'supplier', 'cost_minor', 'owner', 'notes'],
  risk: [
    'title',
    'cause',
    'event',
    'effect',
    'category',
    'method',
    'probability',
    'impact',
    'residual_probability',
    'residual_impact',
    'strategy',
    'trigger',
    'owner',
    'client_visible',
    'client_text',
  ],
  risk_action: ['kind', 'text', 'owner'],
} as const;

function pick(record: object, fields: readonly string[]): Values {
  const source = record as Values;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = source[field];
      return value === null || value === undefined ? [] : [[field, value]];
    }),
  );
}

interface Source {
  readonly db: Database;
  readonly project: RecordOf<'project'>;
  readonly calendars: ProjectCalendars;
  readonly clock: WorkCalendar;
  /** First working day of the project. */
  readonly anchor: EpochDay;
  readonly parts: ReadonlySet<TemplatePart>;
}

const indexIn = (ids: readonly string[], id: string | null): number | null => {
  const found = id === null ? -1 : ids.indexOf(id);
  return found < 0 ? null : found;
};

const where = ({ project }: Source) => ({ project_id: project.id });
const momentOf = ({ clock, anchor }: Source, stored: string | null): Moment | null =>
  toMoment(clock, anchor, stored);

function describeTasks(source: Source, calendarIds: readonly string[], scopeIds: readonly string[]) {
  const outline = buildOutline(listRecords(source.db, 'task', where(source)));
  const scopeAt = new Map(scopeIds.map((id, i) => [id, i]));
  const tasks = outline.map(({ row, parent }): TemplateTask => {
    const values = pick(row, FIELDS.task);
    const rule =
      row.recurrence === null
        ? {}
        : {
            recurrence: mapRuleDates(row.recurrence, (on) =>
              momentOf(source, typeof on === 'string' ? on : null),
            ),
          };
    return {
      parent,
      values: { ...values, ...rule },
      start: momentOf(source, row.start_at),
      finish: momentOf(source, row.finish_at),
      constraint: momentOf(source, row.constraint_at),
      deadline: momentOf(source, row.deadline_at),
      calendar: indexIn(calendarIds, row.calendar_id),
      scope: row.scope_item_id === null ? null : (scopeAt.get(row.scope_item_id) ?? null),
    };
  });
  return { tasks, taskAt: new Map(outline.map(({ row }, i) => [row.id, i])) };
}

function describeLinks(source: Source, taskAt: ReadonlyMap<string, number>): TemplateDefinition['links'] {
  return listRecords(source.db, 'link', where(source)).flatMap((link) => {
    const from = taskAt.get(link.from_id);
    const to = taskAt.get(link.to_id);
    if (from === undefined || to === undefined) return [];
    const { type, lag_kind, lag_value, lag_unit } = link;
    return [{ from, to, type, lag_kind, lag_value, lag_unit }];
  });
}

function describeAssignments(
  source: Source,
  taskAt: ReadonlyMap<string, number>,
  resourceAt: ReadonlyMap<string, number>,
): TemplateDefinition['assignments'] {
  return [...resourceAt].flatMap(([id, resource]) =>
    listRecords(source.db, 'assignment', { resource_id: id }).flatMap((row) => {
      const task = taskAt.get(row.task_id);
      return task === undefined ? [] : [{ task, resource, units: row.units, work: row.work_tenths }];
    }),
  );
}

function describeRisks(source: Source, taskAt: ReadonlyMap<string, number>): TemplateDefinition['risks'] {
  return listRecords(source.db, 'risk', where(source)).map((risk) => ({
    values: pick(risk, FIELDS.risk),
    task: risk.task_id === null ? null : (taskAt.get(risk.task_id) ?? null),
    actions: listRecords(source.db, 'risk_action', { risk_id: risk.id }).map((action) => ({
      values: pick(action, FIELDS.risk_action),
      due: momentOf(source, action.due_on),
    })),
  }));
}

function describeResources(
  source: Source,
  calendarIds: readonly string[],
  taskAt: ReadonlyMap<string, number>,
) {
  const resources = listRecords(source.db, 'resource', where(source)).filter(
    ({ name }) => name.trim() !== '',
  );
  const resourceAt = new Map(resources.map(({ id }, i) => [id, i]));
  return {
    resources: resources.map((row) => ({
      values: pick(row, FIELDS.resource),
      calendar: indexIn(calendarIds, row.calendar_id),
    })),
    assignments: describeAssignments(source, taskAt, resourceAt),
    needs: listRecords(source.db, 'material_need', where(source)).map((need) => ({
      values: pick(need, FIELDS.material_need),
      task: need.task_id === null ? null : (taskAt.get(need.task_id) ?? null),
      resource: need.resource_id === null ? null : (resourceAt.get(need.resource_id) ?? null),
      needed: momentOf(source, need.needed_on),
    })),
  };
}

/** The first day of the source: its own, else that of its first task, else `today`. */
function anchorOf(db: Database, project: RecordOf<'project'>, clock: WorkCalendar, today: string): EpochDay {
  const first = db
    .prepare<[string], { first: string | null }>(
      'SELECT min(start_at) AS first FROM task WHERE project_id = ? AND deleted_at IS NULL AND blank = 0',
    )
    .get(project.id)?.first;
  // Planned back from a deadline, the first task is the start.
  const stored = project.schedule_from === 'finish' ? null : project.start_on;
  return firstWorkingDay(clock, parseDate(stored ?? first?.slice(0, 10) ?? project.start_on ?? today) ?? 0);
}

/** What a project is without its days. @param today `YYYY-MM-DD`, where nothing else says when it begins */
export function describeProject(
  db: Database,
  project: RecordOf<'project'>,
  parts: ReadonlySet<TemplatePart>,
  today: string,
): TemplateDefinition {
  const calendars = projectCalendars(db, project.id);
  const clock = calendars.of(null);
  const source = { db, project, calendars, clock, anchor: anchorOf(db, project, clock, today), parts };
  // What stands in for a missing calendar is not copied: the new project gets one of its own.
  const defs = calendars.defs.filter(({ id }) => id !== FALLBACK_CALENDAR);
  const calendarIds = defs.map(({ id }) => id);
  const scope = parts.has('scope') ? scopeItems(db, project.id) : [];
  const none = { tasks: [], taskAt: new Map<string, number>() };
  const plan = parts.has('plan')
    ? describeTasks(
        source,
        calendarIds,
        scope.map(({ id }) => id),
      )
    : none;
  const people = parts.has('resources') ? describeResources(source, calendarIds, plan.taskAt) : null;
  return {
    version: 1,
    project: pick(project, FIELDS.project),
    scheduling: project.scheduling,
    calendars: defs.map(({ id: _id, name, baseId, ...definition }) => ({
      name,
      base: indexIn(calendarIds, baseId),
      definition,
    })),
    calendar: indexIn(calendarIds, calendars.projectCalendarId),
    scope: scope.map((item) => ({
      ...pick(item, FIELDS.scope_item),
      client_visible: item.client_visible === 1,
    })),
    tasks: plan.tasks,
    links: describeLinks(source, plan.taskAt),
    resources: people?.resources ?? [],
    assignments: people?.assignments ?? [],
    needs: people?.needs ?? [],
    risks: parts.has('risks') ? describeRisks(source, plan.taskAt) : [],
  };
}
