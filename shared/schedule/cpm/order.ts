import type { TaskId } from './model.ts';
import type { Network } from './network.ts';

/** Leaves with every predecessor first, or the rows of a circle in the direction of its links. */
export type Order =
  | { readonly ok: true; readonly rows: Int32Array }
  | { readonly ok: false; readonly cycle: readonly number[] };

/** Edges between numbered nodes. */
interface Graph {
  readonly nodes: number;
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Plans are mostly written in the order of work; then there is nothing to sort. */
function isInOrder({ incoming: { first, row }, size }: Network<TaskId>): boolean {
  for (let to = 0; to < size; to++) {
    const end = first[to + 1] as number;
    for (let e = first[to] as number; e < end; e++) if ((row[e] as number) >= to) return false;
  }
  return true;
}

/**
 * Each row has an entry (2i) and an exit (2i + 1), so that a link between summaries is one edge and not one for
 * every pair of leaves.
 */
function spread({ size, parent, incoming }: Network<TaskId>): Graph {
  const edges: number[] = [];
  for (let i = 0; i < size; i++) {
    const up = parent[i] as number;
    edges.push(2 * i, 2 * i + 1);
    if (up >= 0) edges.push(2 * up, 2 * i, 2 * i + 1, 2 * up + 1);
    const end = incoming.first[i + 1] as number;
    for (let e = incoming.first[i] as number; e < end; e++)
      edges.push(2 * (incoming.row[e] as number) + 1, 2 * i);
  }
  const first = new Int32Array(2 * size + 1);
  for (let k = 0; k < edges.length; k += 2)
    first[(edges[k] as number) + 1] = (first[(edges[k] as number) + 1] as number) + 1;
  for (let i = 0; i < 2 * size; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number);
  const at = first.slice(0, 2 * size);
  const next = new Int32Array(edges.length / 2);
  for (let k = 0; k < edges.length; k += 2) {
    const from = edges[k] as number;
    next[at[from] as number] = edges[k + 1] as number;
    at[from] = (at[from] as number) + 1;
  }
  return { nodes: 2 * size, first, next };
}

/** Nodes in order; those in or behind a circle are missing and keep `waiting` above 0. */
function sort({ nodes, first, next }: Graph): { sorted: Int32Array; count: number; waiting: Int32Array } {
  const waiting = new Int32Array(nodes);
  for (const to of next) waiting[to] = (waiting[to] as number) + 1;
  const sorted = new Int32Array(nodes);
  let count = 0;
  for (let node = 0; node < nodes; node++) if (waiting[node] === 0) sorted[count++] = node;
  for (let k = 0; k < count; k++) {
    const node = sorted[k] as number;
    const end = first[node + 1] as number;
    for (let e = first[node] as number; e < end; e++) {
      const to = next[e] as number;
      const left = (waiting[to] as number) - 1;
      waiting[to] = left;
      if (left === 0) sorted[count++] = to;
    }
  }
  return { sorted, count, waiting };
}

/** One circle among the nodes that still wait: every one of them has a predecessor that waits too. */
function findCycle({ nodes, first, next }: Graph, waiting: Int32Array): number[] {
  const before = new Int32Array(nodes).fill(-1);
  for (let node = 0; node < nodes; node++) {
    if (waiting[node] === 0) continue;
    const end = first[node + 1] as number;
    for (let e = first[node] as number; e < end; e++)
      if ((waiting[next[e] as number] as number) > 0) before[next[e] as number] = node;
  }
  let node = waiting.findIndex((left) => left > 0);
  const seen = new Set<number>();
  while (!seen.has(node)) {
    seen.add(node);
    node = before[node] as number;
  }
  const cycle = [node];
  for (let back = before[node] as number; back !== node; back = before[back] as number) cycle.push(back);
  return cycle.reverse();
}

/** The tasks the links of a circle join: summaries that are only passed through on the way are left out. */
function nameCycle({ incoming }: Network<TaskId>, nodes: readonly number[], isSpread: boolean): number[] {
  const isLinked = (from: number, to: number) => {
    const end = incoming.first[to + 1] as number;
    for (let e = incoming.first[to] as number; e < end; e++) if (incoming.row[e] === from) return true;
    return false;
  };
  const rows: number[] = [];
  nodes.forEach((node, i) => {
    const after = nodes[(i + 1) % nodes.length] as number;
    if (!isSpread) rows.push(node);
    else if (node % 2 === 1 && after % 2 === 0 && isLinked(node >> 1, after >> 1))
      rows.push(node >> 1, after >> 1);
  });
  const once = [...new Set(rows)];
  const least = once.indexOf(once.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));
  return [...once.slice(least), ...once.slice(0, least)];
}

/** Leaves in an order in which every predecessor comes first. Never hangs: a circle is found and named. */
export function orderLeaves(network: Network<TaskId>): Order {
  const { size, isLeaf, hasSummaryLinks, outgoing } = network;
  const rows = new Int32Array(size);
  let used = 0;
  if (!hasSummaryLinks && isInOrder(network)) {
    for (let i = 0; i < size; i++) if (isLeaf[i] === 1) rows[used++] = i;
    return { ok: true, rows: rows.subarray(0, used) };
  }
  const graph = hasSummaryLinks
    ? spread(network)
    : { nodes: size, first: outgoing.first, next: outgoing.row };
  const { sorted, count, waiting } = sort(graph);
  if (count < graph.nodes)
    return { ok: false, cycle: nameCycle(network, findCycle(graph, waiting), hasSummaryLinks) };
  for (const node of sorted) {
    if (hasSummaryLinks && node % 2 === 1) continue;
    const row = hasSummaryLinks ? node >> 1 : node;
    if (isLeaf[row] === 1) rows[used++] = row;
  }
  return { ok: true, rows: rows.subarray(0, used) };
}
