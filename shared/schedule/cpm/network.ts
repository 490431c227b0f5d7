import type { CpmLink, CpmTask, TaskId } from './model.ts';

/** Link as a number: bit 0 from the start (SS, SF), bit 1 to the finish (FF, SF); then how the lag counts. */
export const FROM_START = 1;
export const TO_FINISH = 2;
export const LAG = 4;
export const LAG_ELAPSED = 8;
export const LAG_PERCENT = 16;

const TYPE_CODE = { FS: 0, SS: FROM_START, FF: TO_FINISH, SF: FROM_START | TO_FINISH } as const;

export function codeOf({ type, lag, percent, elapsed }: CpmLink<TaskId>): number {
  const code = TYPE_CODE[type];
  if (lag === 0) return code;
  return code | LAG | (elapsed ? LAG_ELAPSED : 0) | (percent ? LAG_PERCENT : 0);
}

/** Beyond this many tenths of a minute a lag leads out of time anyway. */
const MAX_LAG = 2_000_000_000;
const wholeLag = (lag: number): number => Math.round(Math.min(Math.max(lag, -MAX_LAG), MAX_LAG));

/** One side of the links of all rows: those of row r are first[r] … first[r + 1]. */
export interface LinkSide {
  readonly first: Int32Array;
  /** The row at the other end. */
  readonly row: Int32Array;
  readonly code: Uint8Array;
  readonly lag: Float64Array;
}

/** Rows and links as numbers. */
export interface Network<Id extends TaskId> {
  readonly size: number;
  rowOf(id: Id): number;
  /** −1 at the top. */
  readonly parent: Int32Array;
  /** 1: a task that is scheduled; 0: a summary, or a row that does not count. */
  readonly isLeaf: Uint8Array;
  readonly incoming: LinkSide;
  readonly outgoing: LinkSide;
  /** Links begin or end at summaries. */
  readonly hasSummaryLinks: boolean;
}

/** Rows by id; small whole numbers are their own index. */
function indexRows<Id extends TaskId>(tasks: readonly CpmTask<Id>[]): (id: Id) => number {
  const limit = tasks.length * 4 + 1024;
  const table = new Int32Array(limit).fill(-1);
  const others = new Map<Id, number>();
  for (let i = 0; i < tasks.length; i++) {
    const id = (tasks[i] as CpmTask<Id>).uid;
    if (typeof id === 'number' && id >= 0 && id < limit && Number.isInteger(id)) table[id] = i;
    else others.set(id, i);
  }
  return (id) => {
    if (typeof id === 'number' && id >= 0 && id < limit && Number.isInteger(id)) return table[id] as number;
    return others.get(id) ?? -1;
  };
}

/** Rows whose parents run in a circle become top rows, so that every walk upwards ends. */
function breakParentLoops(parent: Int32Array): void {
  const seen = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    let row = i;
    while (row >= 0 && seen[row] === 0) {
      seen[row] = i + 1;
      const up = parent[row] as number;
      if (up >= 0 && seen[up] === i + 1) parent[row] = -1;
      row = parent[row] as number;
    }
  }
}

function resolveParents<Id extends TaskId>(
  tasks: readonly CpmTask<Id>[],
  rowOf: (id: Id) => number,
): { parent: Int32Array; isLeaf: Uint8Array } {
  const parent = new Int32Array(tasks.length).fill(-1);
  const isLeaf = new Uint8Array(tasks.length);
  let inOrder = true;
  for (let i = 0; i < tasks.length; i++) {
    const { parentUid, summary, counts } = tasks[i] as CpmTask<Id>;
    if (!summary && counts) isLeaf[i] = 1;
    if (parentUid === null) continue;
    const up = rowOf(parentUid);
    parent[i] = up;
    if (up >= i) inOrder = false;
  }
  if (!inOrder) breakParentLoops(parent);
  for (const up of parent) if (up >= 0) isLeaf[up] = 0;
  return { parent, isLeaf };
}

function createSide(size: number, links: number): LinkSide {
  return {
    first: new Int32Array(size + 1),
    row: new Int32Array(links),
    code: new Uint8Array(links),
    lag: new Float64Array(links),
  };
}

/** The same links seen from their predecessors. */
export function turnLinks(incoming: LinkSide, size: number): LinkSide {
  const outgoing = createSide(size, incoming.row.length);
  const { first, row, code, lag } = outgoing;
  for (const from of incoming.row) first[from + 1] = (first[from + 1] as number) + 1;
  for (let i = 0; i < size; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number);
  const next = first.slice(0, size);
  for (let to = 0; to < size; to++) {
    const end = incoming.first[to + 1] as number;
    for (let e = incoming.first[to] as number; e < end; e++) {
      const from = incoming.row[e] as number;
      const at = next[from] as number;
      next[from] = at + 1;
      row[at] = to;
      code[at] = incoming.code[e] as number;
      lag[at] = incoming.lag[e] as number;
    }
  }
  return outgoing;
}

/** Resolve parents and links. Links to missing, inactive or own rows act on nothing. */
export function buildNetwork<Id extends TaskId>(tasks: readonly CpmTask<Id>[]): Network<Id> {
  const size = tasks.length;
  const rowOf = indexRows(tasks);
  const { parent, isLeaf } = resolveParents(tasks, rowOf);
  let count = 0;
  for (let i = 0; i < size; i++) count += (tasks[i] as CpmTask<Id>).links.length;
  const incoming = createSide(size, count);
  let hasSummaryLinks = false;
  let used = 0;
  for (let i = 0; i < size; i++) {
    const { links, counts } = tasks[i] as CpmTask<Id>;
    if (counts)
      for (let l = 0; l < links.length; l++) {
        const link = links[l] as CpmLink<Id>;
        const from = rowOf(link.predecessorUid);
        if (from < 0 || from === i || !(tasks[from] as CpmTask<Id>).counts) continue;
        incoming.row[used] = from;
        incoming.code[used] = codeOf(link);
        incoming.lag[used] = link.percent ? link.lag : wholeLag(link.lag);
        if (isLeaf[from] === 0 || isLeaf[i] === 0) hasSummaryLinks = true;
        used++;
      }
    incoming.first[i + 1] = used;
  }
  const fit = {
    first: incoming.first,
    row: incoming.row.subarray(0, used),
    code: incoming.code.subarray(0, used),
    lag: incoming.lag.subarray(0, used),
  };
  return { size, rowOf, parent, isLeaf, incoming: fit, outgoing: turnLinks(fit, size), hasSummaryLinks };
}
