import { generateNKeysBetween } from 'fractional-indexing';

export interface Placed {
  readonly id: string;
  readonly parent_id: string | null;
  readonly rank: string;
}

export interface OutlineEntry<Row extends Placed> {
  readonly row: Row;
  /** 1 for the outermost rows. */
  readonly depth: number;
  /** Place in the outline, `1.2.3` (I1). */
  readonly number: string;
  /** Index of the parent in the outline, -1 for none. */
  readonly parent: number;
  readonly summary: boolean;
}

/** Order of siblings: rank by code units (as SQLite compares), then id for equal ranks. */
export function byRank(a: Placed, b: Placed): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Children of each parent in order; rows whose parent is not among them count as outermost. */
export function childrenOf<Row extends Placed>(rows: readonly Row[]): ReadonlyMap<string | null, Row[]> {
  const known = new Set(rows.map((row) => row.id));
  const children = new Map<string | null, Row[]>();
  for (const row of rows) {
    const parent = row.parent_id !== null && known.has(row.parent_id) ? row.parent_id : null;
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  }
  for (const list of children.values()) list.sort(byRank);
  return children;
}

/** Rows in outline order. Iterative, since an outline can be very deep. Rows on a loop of parents are left out. */
export function buildOutline<Row extends Placed>(rows: readonly Row[]): OutlineEntry<Row>[] {
  const children = childrenOf(rows);
  const out: OutlineEntry<Row>[] = [];
  const stack = [{ list: children.get(null) ?? [], at: 0, prefix: '', depth: 1, parent: -1 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const row = top.list[top.at];
    if (!row) {
      stack.pop();
      continue;
    }
    top.at += 1;
    const number = `${top.prefix}${top.at}`;
    const below = children.get(row.id);
    out.push({ row, depth: top.depth, number, parent: top.parent, summary: below !== undefined });
    if (below)
      stack.push({ list: below, at: 0, prefix: `${number}.`, depth: top.depth + 1, parent: out.length - 1 });
  }
  return out;
}

/**
 * Ranks that put `ids` before the sibling at `index` (its end if there is none). Usually only the placed rows
 * get a new rank; where equal ranks leave no room, the siblings are ranked anew too.
 * @param siblings in order, without the placed rows
 */
export function ranksAt(
  siblings: readonly Placed[],
  index: number,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const before = siblings[index - 1]?.rank ?? null;
  const after = siblings[index]?.rank ?? null;
  if (before === null || after === null || before < after) {
    const keys = generateNKeysBetween(before, after, ids.length);
    return new Map(ids.map((id, i) => [id, keys[i] ?? '']));
  }
  const order = siblings.map((sibling) => sibling.id);
  order.splice(index, 0, ...ids);
  const keys = generateNKeysBetween(null, null, order.length);
  return new Map(order.map((id, i) => [id, keys[i] ?? '']));
}

/** Of the chosen rows those that do not lie inside another chosen one, in outline order. */
export function topmost<Row extends Placed>(
  outline: readonly OutlineEntry<Row>[],
  ids: ReadonlySet<string>,
): Row[] {
  const covered = new Set<number>();
  const out: Row[] = [];
  for (const [index, entry] of outline.entries()) {
    if (covered.has(entry.parent)) covered.add(index);
    else if (ids.has(entry.row.id)) {
      covered.add(index);
      out.push(entry.row);
    }
  }
  return out;
}
