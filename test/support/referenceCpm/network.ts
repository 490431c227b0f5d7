import type { CpmLink, CpmTask } from '#shared/schedule/cpm/model.ts';

/** A link between two rows that count; either end may be a summary. */
export interface Relation {
  readonly link: CpmLink;
  readonly predecessor: number;
  readonly successor: number;
}

/** Tasks by position, with relations spread to the leaves they act on. */
export interface Network {
  readonly tasks: readonly CpmTask[];
  /** Position of the parent, −1 at the top. */
  readonly parent: Int32Array;
  /** Leaves at or below each row. */
  readonly leaves: readonly (readonly number[])[];
  readonly relations: readonly Relation[];
  /** Relations that act on a leaf as successor / as predecessor, its own and those of the summaries above it. */
  incoming(leaf: number): readonly Relation[];
  outgoing(leaf: number): readonly Relation[];
}

const NONE: readonly never[] = [];

function collectLeaves(tasks: readonly CpmTask[], parent: Int32Array): number[][] {
  const hasChildren = new Uint8Array(tasks.length);
  for (const p of parent) if (p >= 0) hasChildren[p] = 1;
  const leaves: number[][] = tasks.map(() => []);
  tasks.forEach((task, i) => {
    if (hasChildren[i] || task.summary || !task.counts) return;
    for (let row = i; row >= 0; row = parent[row] ?? -1) leaves[row]?.push(i);
  });
  return leaves;
}

/** Relations of a leaf with those it inherits from the summaries above. */
function inherit(
  own: readonly (readonly Relation[])[],
  parent: Int32Array,
): (leaf: number) => readonly Relation[] {
  return (leaf) => {
    let all: readonly Relation[] = own[leaf] ?? NONE;
    for (let row = parent[leaf] ?? -1; row >= 0; row = parent[row] ?? -1) {
      const more = own[row] ?? NONE;
      if (more.length > 0) all = all.length > 0 ? [...all, ...more] : more;
    }
    return all;
  };
}

/** Resolve parents and links. Links to missing, inactive or own rows act on nothing. */
export function buildNetwork(tasks: readonly CpmTask[]): Network {
  const position = new Map(tasks.map((task, i) => [task.uid, i]));
  const parent = Int32Array.from(tasks, ({ parentUid }) =>
    parentUid === null ? -1 : (position.get(parentUid) ?? -1),
  );
  const into: Relation[][] = tasks.map(() => []);
  const outOf: Relation[][] = tasks.map(() => []);
  const relations: Relation[] = [];
  tasks.forEach((task, successor) => {
    for (const link of task.links) {
      const predecessor = position.get(link.predecessorUid);
      if (predecessor === undefined || predecessor === successor) continue;
      if (!task.counts || !tasks[predecessor]?.counts) continue;
      const relation = { link, predecessor, successor };
      relations.push(relation);
      into[successor]?.push(relation);
      outOf[predecessor]?.push(relation);
    }
  });
  return {
    tasks,
    parent,
    leaves: collectLeaves(tasks, parent),
    relations,
    incoming: inherit(into, parent),
    outgoing: inherit(outOf, parent),
  };
}

/**
 * Leaves in an order in which every predecessor comes first; `open` holds the rows in or behind a loop. Each row
 * has an entry (2i) and an exit (2i + 1), so that a link between summaries is one edge and not one per pair.
 */
export function sortLeaves({ tasks, parent, relations, leaves }: Network): {
  order: number[];
  open: number[];
} {
  const next: number[][] = Array.from({ length: tasks.length * 2 }, () => []);
  const waiting = new Int32Array(tasks.length * 2);
  const connect = (from: number, to: number) => {
    next[from]?.push(to);
    waiting[to] = (waiting[to] ?? 0) + 1;
  };
  tasks.forEach((_, i) => {
    const up = parent[i] ?? -1;
    connect(2 * i, 2 * i + 1);
    if (up >= 0) {
      connect(2 * up, 2 * i);
      connect(2 * i + 1, 2 * up + 1);
    }
  });
  for (const { predecessor, successor } of relations) connect(2 * predecessor + 1, 2 * successor);
  const ready: number[] = [];
  for (let node = 0; node < waiting.length; node++) if (waiting[node] === 0) ready.push(node);
  const order: number[] = [];
  for (let i = 0; i < ready.length; i++) {
    const node = ready[i] ?? 0;
    const row = node >> 1;
    if (node % 2 === 0 && leaves[row]?.[0] === row) order.push(row);
    for (const target of next[node] ?? []) {
      const left = (waiting[target] ?? 0) - 1;
      waiting[target] = left;
      if (left === 0) ready.push(target);
    }
  }
  const open: number[] = [];
  for (let i = 0; i < tasks.length; i++) if ((waiting[2 * i] ?? 0) > 0) open.push(i);
  return { order, open };
}
