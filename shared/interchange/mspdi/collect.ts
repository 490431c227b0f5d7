import type { Collected } from './assemble.ts';
import { readCalendar } from './calendars.ts';
import type { MspdiAssignment, MspdiCalendar, MspdiFieldDefinition, MspdiResource } from './model.ts';
import { readAssignment, readFieldDefinition, readResource } from './resources.ts';
import { gapsOf, type WorkGap } from './splits.ts';
import { readTask, type TaskRow } from './tasks.ts';
import { createNode, type Node } from './tree.ts';
import type { ReadContext } from './values.ts';

/** Element names of the repeated records; each stands in a list element of its own. */
export type RecordKind = 'Task' | 'Resource' | 'Assignment' | 'Calendar' | 'ExtendedAttribute';

const LISTS: ReadonlyMap<string, RecordKind> = new Map([
  ['Tasks', 'Task'],
  ['Resources', 'Resource'],
  ['Assignments', 'Assignment'],
  ['Calendars', 'Calendar'],
  ['ExtendedAttributes', 'ExtendedAttribute'],
]);

/** Elements of which at least one stands in every project file; other XML also calls its root Project. */
const TELLING = new Set([
  ...LISTS.keys(),
  'SaveVersion',
  'StartDate',
  'FinishDate',
  'ScheduleFromStart',
  'MinutesPerDay',
  'CalendarUID',
]);

export interface Collector {
  /** Does the element at the end of this path begin a record (or a project property)? */
  startsHere(path: readonly string[]): boolean;
  /** Is the path inside a repeated record? */
  isRecord(path: readonly string[]): boolean;
  /** Count a record that begins; the limit if it is one too many, else null. */
  count(path: readonly string[]): number | null;
  /** A record is complete: map it and let go of its elements. */
  take(path: readonly string[], node: Node): void;
  /** An element too large to be kept was left out. */
  drop(): void;
  /** Did the document have anything a project file has? */
  isMspdi(): boolean;
  readonly collected: Omit<Collected, 'head'>;
}

function createSinks(context: ReadContext) {
  const calendars: MspdiCalendar[] = [];
  const rows: TaskRow[] = [];
  const resources: MspdiResource[] = [];
  const assignments: MspdiAssignment[] = [];
  const fieldDefinitions: MspdiFieldDefinition[] = [];
  const gaps: WorkGap[] = [];
  const readers: Readonly<Record<RecordKind, (node: Node) => void>> = {
    // Negative numbers mark rows without a UID until all are known.
    Task: (node) => rows.push(readTask(node, -1 - rows.length, context)),
    Calendar: (node) => calendars.push(readCalendar(node, -1 - calendars.length, context)),
    Resource: (node) => resources.push(readResource(node, -1 - resources.length, context)),
    Assignment: (node) => {
      // First, because reading an assignment takes its elements away.
      const found = gapsOf(node);
      const assignment = readAssignment(node, context);
      if (!assignment) return;
      assignments.push(assignment);
      const { taskUid, resourceUid } = assignment;
      for (const gap of found) gaps.push({ ...gap, taskUid, resourceUid });
    },
    ExtendedAttribute: (node) => fieldDefinitions.push(readFieldDefinition(node, context)),
  };
  return { readers, lists: { calendars, rows, resources, assignments, fieldDefinitions, gaps } };
}

/** Takes the records of the stream one by one and keeps their typed form only. */
export function createCollector(
  context: ReadContext,
  limits: Readonly<Record<RecordKind, number>>,
): Collector {
  const { readers, lists } = createSinks(context);
  const properties = createNode('Project', 1);
  const counts = new Map<RecordKind, number>();
  let telling = false;
  const kindOf = (path: readonly string[]): RecordKind | null => {
    const kind = LISTS.get(path[1] ?? '');
    return kind !== undefined && path[2] === kind ? kind : null;
  };
  return {
    collected: { properties, ...lists },
    isMspdi: () => telling,
    isRecord: (path) => kindOf(path) !== null,
    drop: () => context.raw.drop(),
    startsHere(path) {
      if (path.length === 2) {
        telling ||= TELLING.has(path[1] ?? '');
        return !LISTS.has(path[1] ?? '');
      }
      return path.length === 3 && LISTS.has(path[1] ?? '');
    },
    count(path) {
      const kind = kindOf(path);
      if (kind === null) return null;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count > limits[kind] ? limits[kind] : null;
    },
    take(path, node) {
      const kind = kindOf(path);
      if (kind) readers[kind](node);
      else if (path.length === 2) properties.children.push(node);
      else context.raw.drop();
    },
  };
}
