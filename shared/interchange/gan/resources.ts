import type { WorkCalendar } from '../../schedule/calendar/workCalendar.ts';
import type {
  MspdiAssignment,
  MspdiBaseline,
  MspdiCalendar,
  MspdiFieldDefinition,
  MspdiResource,
  MspdiTask,
} from '../mspdi/model.ts';
import { child, childrenOf, type Node } from '../mspdi/tree.ts';
import type { ReadContext } from '../mspdi/values.ts';
import { attribute } from '../xml/readTree.ts';
import { finishOf, startOf } from './tasks.ts';
import { DAY_TENTHS, DAYS, idIn, keep, midnightOf, NO_EFFORT, numberOf, uidOfId } from './values.ts';

/** Names of roles by their id; those that come with GanttProject are named by a number only. */
function readRoles(root: Node): ReadonlyMap<string, string> {
  const roles = childrenOf(root, 'roles').flatMap((set) => childrenOf(set, 'role'));
  return new Map(roles.map((role) => [attribute(role, 'id') ?? '', attribute(role, 'name') ?? '']));
}

function readResource(
  node: Node,
  row: number,
  roles: ReadonlyMap<string, string>,
  calendarUid: number | null,
): MspdiResource {
  const rates = childrenOf(node, 'rate');
  const standard = rates.find((rate) => attribute(rate, 'name') === 'standard');
  const role = attribute(node, 'function');
  return {
    uid: uidOfId(idIn(node, 'id') ?? row),
    id: row + 1,
    guid: null,
    name: attribute(node, 'name') ?? '',
    type: 'work',
    isNull: false,
    initials: null,
    group: null,
    code: null,
    email: attribute(node, 'contacts') || null,
    materialLabel: null,
    role: roles.get(role ?? '') ?? null,
    phone: attribute(node, 'phone') || null,
    maxUnits: 1,
    calendarUid,
    standardRate: standard ? numberOf(standard, 'value') : null,
    // Per day.
    standardRateFormat: standard ? 3 : null,
    overtimeRate: null,
    overtimeRateFormat: null,
    costPerUse: null,
    accrueAt: null,
    effort: NO_EFFORT,
    notes: null,
    fields: [],
    extra: role === null ? [] : [keep('function', role)],
  };
}

export function readResources(root: Node, calendars: ReadonlyMap<number, MspdiCalendar>): MspdiResource[] {
  const list = child(root, 'resources');
  const roles = readRoles(root);
  return (list ? childrenOf(list, 'resource') : []).map((node, row) =>
    readResource(node, row, roles, calendars.get(idIn(node, 'id') ?? row)?.uid ?? null),
  );
}

/** `allocation`: who works on a task, with which share of a day. */
export function readAllocations(
  root: Node,
  tasks: ReadonlyMap<number, MspdiTask>,
  resources: ReadonlySet<number>,
  { log }: ReadContext,
): MspdiAssignment[] {
  const list = child(root, 'allocations');
  return (list ? childrenOf(list, 'allocation') : []).flatMap((node, row): MspdiAssignment[] => {
    const taskUid = uidOfId(idIn(node, 'task-id') ?? -2);
    const resourceUid = uidOfId(idIn(node, 'resource-id') ?? -2);
    const task = tasks.get(taskUid);
    if (!task || !resources.has(resourceUid)) {
      log.add('ASSIGNMENT_DANGLING', `Assignment ${row + 1}`, node.line, { task: taskUid });
      return [];
    }
    const units = (numberOf(node, 'load') ?? 100) / 100;
    const extra = (['function', 'responsible'] as const).flatMap((name) => {
      const value = attribute(node, name);
      return value === null ? [] : [keep(name, value)];
    });
    return [
      {
        uid: row + 1,
        taskUid,
        resourceUid,
        units,
        start: task.start,
        finish: task.finish,
        actualStart: null,
        actualFinish: null,
        stop: null,
        resume: null,
        percentWorkComplete: null,
        effort: { ...NO_EFFORT, work: Math.round((task.duration ?? 0) * units) },
        delay: 0,
        levelingDelay: 0,
        workContour: 0,
        fields: [],
        extra,
      },
    ];
  });
}

/** Columns people added; the ones that every file has say nothing. */
export function readFieldDefinitions(tasks: Node | undefined): MspdiFieldDefinition[] {
  const list = tasks && child(tasks, 'taskproperties');
  return (list ? childrenOf(list, 'taskproperty') : [])
    .filter((node) => attribute(node, 'type') === 'custom')
    .map((node) => ({
      fieldId: attribute(node, 'id') ?? '',
      fieldName: attribute(node, 'valuetype'),
      alias: attribute(node, 'name'),
      extra: [
        ...(attribute(node, 'defaultvalue') === null
          ? []
          : [keep('default', attribute(node, 'defaultvalue') ?? '')]),
      ],
    }));
}

/** `previous`: each set of tasks as it was. The first eleven; there is no room for more. */
export function readBaselines(root: Node, calendar: WorkCalendar) {
  const list = child(root, 'previous');
  const names: Record<number, string> = {};
  const byTask = new Map<number, MspdiBaseline[]>();
  for (const [number, set] of (list ? childrenOf(list, 'previous-tasks') : []).slice(0, 11).entries()) {
    names[number] = attribute(set, 'name') || `Baseline ${number}`;
    for (const node of childrenOf(set, 'previous-task')) {
      const id = idIn(node, 'id');
      const midnight = midnightOf(node, 'start');
      if (id === null || midnight === null) continue;
      const days = Math.max(0, numberOf(node, 'duration') ?? 0);
      const start = startOf(midnight);
      const baseline: MspdiBaseline = {
        number,
        start,
        finish: finishOf(start, days, calendar),
        duration: days * DAY_TENTHS,
        durationFormat: DAYS,
        work: null,
        cost: null,
        fixedCost: null,
        interim: false,
        extra: [],
      };
      const before = byTask.get(id);
      if (before) before.push(baseline);
      else byTask.set(id, [baseline]);
    }
  }
  return { names, byTask };
}
