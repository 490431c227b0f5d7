import { findComponents, findPath } from './graph.ts';
import type { WarningLog } from './issues.ts';
import type { DroppedLink, MspdiLink, MspdiTask } from './model.ts';

/** A row whose place in the outline is known. */
export type PlacedTask = MspdiTask & { readonly line: number };

interface Edge {
  readonly task: PlacedTask;
  readonly predecessor: PlacedTask;
  readonly link: MspdiLink;
}

const label = (task: MspdiTask) => `#${task.uid} ${task.name.slice(0, 60)}`.trimEnd();

function isWithinFamily(a: PlacedTask, b: PlacedTask, byUid: ReadonlyMap<number, PlacedTask>): boolean {
  const isAbove = (upper: PlacedTask, lower: PlacedTask) => {
    for (let uid = lower.parentUid; uid !== null; uid = byUid.get(uid)?.parentUid ?? null)
      if (uid === upper.uid) return true;
    return false;
  };
  return isAbove(a, b) || isAbove(b, a);
}

/** Reasons that can be told from the two ends alone. */
function faultOf(
  task: PlacedTask,
  link: MspdiLink,
  byUid: ReadonlyMap<number, PlacedTask>,
): DroppedLink['reason'] | null {
  if (link.predecessorUid === task.uid) return 'self';
  const predecessor = byUid.get(link.predecessorUid);
  if (!predecessor) return 'dangling';
  if (predecessor.isNull || task.isNull) return 'blankRow';
  return isWithinFamily(predecessor, task, byUid) ? 'family' : null;
}

const FAULT_CODES = {
  self: 'LINK_TO_SELF',
  dangling: 'LINK_DANGLING',
  blankRow: 'LINK_TO_BLANK_ROW',
  family: 'LINK_WITHIN_FAMILY',
  duplicate: 'LINK_DUPLICATE',
} as const;

function sortOut(tasks: readonly PlacedTask[], byUid: ReadonlyMap<number, PlacedTask>, log: WarningLog) {
  const edges: Edge[] = [];
  const dropped: DroppedLink[] = [];
  for (const task of tasks) {
    const seen = new Set<string>();
    for (const link of task.links) {
      if (link.crossProject)
        log.add('LINK_CROSS_PROJECT', label(task), task.line, { predecessor: link.predecessorUid });
      const key = `${link.predecessorUid} ${link.type}`;
      const fault = faultOf(task, link, byUid) ?? (seen.has(key) ? 'duplicate' : null);
      seen.add(key);
      const predecessor = byUid.get(link.predecessorUid);
      if (fault === null && predecessor) {
        edges.push({ task, predecessor, link });
        continue;
      }
      const reason = fault ?? 'dangling';
      dropped.push({ taskUid: task.uid, link, reason });
      if (reason === 'dangling' && link.crossProject) continue;
      const other = predecessor ? label(predecessor) : `#${link.predecessorUid}`;
      log.add(FAULT_CODES[reason as keyof typeof FAULT_CODES], label(task), task.line, {
        predecessor: other,
      });
    }
  }
  return { edges, dropped };
}

/**
 * Graph for loops: every task has an entry (2i) and an exit (2i + 1). A link runs from exit to entry; the entry
 * of a summary leads to its children and their exits to its own, so that links of summaries count for all below.
 */
function buildGraph(tasks: readonly PlacedTask[], edges: readonly Edge[]) {
  const index = new Map(tasks.map((task, i) => [task.uid, i]));
  const next: number[][] = Array.from({ length: tasks.length * 2 }, () => []);
  const hasChildren = new Set(tasks.map((task) => task.parentUid));
  tasks.forEach((task, i) => {
    const parent = task.parentUid === null ? undefined : index.get(task.parentUid);
    if (parent !== undefined) {
      next[parent * 2]?.push(i * 2);
      next[i * 2 + 1]?.push(parent * 2 + 1);
    }
    if (!hasChildren.has(task.uid)) next[i * 2]?.push(i * 2 + 1);
  });
  const ends = edges.map((edge) => ({
    edge,
    from: (index.get(edge.predecessor.uid) ?? 0) * 2 + 1,
    to: (index.get(edge.task.uid) ?? 0) * 2,
  }));
  for (const { from, to } of ends) next[from]?.push(to);
  return { next, ends };
}

function reportCycle(
  tasks: readonly PlacedTask[],
  nodes: readonly number[],
  links: number,
  log: WarningLog,
): void {
  const rows: PlacedTask[] = [];
  for (const node of nodes) {
    const task = tasks[node >> 1];
    if (task && rows[rows.length - 1] !== task) rows.push(task);
  }
  const first = rows[0];
  if (!first) return;
  if (rows[rows.length - 1] !== first) rows.push(first);
  const names = rows.length > 12 ? [...rows.slice(0, 11).map(label), '…', label(first)] : rows.map(label);
  log.add('LINK_CYCLE', label(first), first.line, { cycle: names.join(' → '), count: links });
}

/**
 * Keep the links a schedule can follow. Dangling, doubled, looping links and links between a summary and what is
 * below it are reported and kept apart; every link inside a loop is left out, because nobody can say which one
 * is wrong.
 */
export function checkLinks(
  tasks: readonly PlacedTask[],
  log: WarningLog,
): { readonly links: ReadonlyMap<number, readonly MspdiLink[]>; readonly dropped: readonly DroppedLink[] } {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  const { edges, dropped } = sortOut(tasks, byUid, log);
  const { next, ends } = buildGraph(tasks, edges);
  const component = findComponents(next);
  const links = new Map<number, MspdiLink[]>();
  const loops = new Map<number, { from: number; to: number; count: number }>();
  for (const { edge, from, to } of ends) {
    if (component[from] === component[to]) {
      dropped.push({ taskUid: edge.task.uid, link: edge.link, reason: 'cycle' });
      const known = loops.get(component[from] ?? -1);
      if (known) known.count++;
      else loops.set(component[from] ?? -1, { from, to, count: 1 });
      continue;
    }
    const list = links.get(edge.task.uid);
    if (list) list.push(edge.link);
    else links.set(edge.task.uid, [edge.link]);
  }
  for (const { from, to, count } of loops.values()) reportCycle(tasks, findPath(next, to, from), count, log);
  return { links, dropped };
}
