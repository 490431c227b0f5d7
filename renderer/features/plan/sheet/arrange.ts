/** From the outline to the rows on the screen: filter, order, groups, folding. Pure. */
import type { PlanRow } from '../model.ts';

export type SortKey = string | number | null;

export const GROUPINGS = ['none', 'responsible', 'phase', 'party'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Arrangement {
  readonly folded: ReadonlySet<string>;
  /** Null: no filter. */
  readonly matches: ((row: PlanRow) => boolean) | null;
  readonly sort: {
    readonly key: (row: PlanRow) => SortKey;
    readonly descending: boolean;
    /** One list of tasks without their summaries, else sorted inside each summary. */
    readonly flat: boolean;
  } | null;
  readonly group: {
    readonly keyOf: (row: PlanRow) => string;
    /** Name of a group with so many rows in it, and the order of groups; null: as they are met. */
    readonly name: (key: string, count: number) => string;
    readonly compare: ((left: string, right: string) => number) | null;
  } | null;
  readonly compare: (left: string, right: string) => number;
}

export interface Arranged {
  readonly rows: readonly PlanRow[];
  /** Rows that pass the filter themselves, and rows there are to pass it. */
  readonly matched: number;
  readonly total: number;
  /** Depth on the screen where it is not that of the outline. */
  readonly level: (row: PlanRow) => number;
  /** Whether a row has rows inside it on the screen. */
  readonly parent: (row: PlanRow) => boolean;
  /** Tasks in a group, by the id of its row. */
  readonly groups: ReadonlyMap<string, number>;
  /** The order is that of the outline, so that rows can be moved in it. */
  readonly outline: boolean;
}

type Compare = (left: PlanRow, right: PlanRow) => number;

function comparator({ sort, compare }: Arrangement): Compare | null {
  if (sort === null) return null;
  const keys = new Map<PlanRow, SortKey>();
  const keyOf = (row: PlanRow): SortKey => {
    const known = keys.get(row);
    if (known !== undefined) return known;
    const key = sort.key(row);
    keys.set(row, key === '' ? null : key);
    return key === '' ? null : key;
  };
  const way = sort.descending ? -1 : 1;
  return (left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    // What has no value stands last whichever way the list is sorted; equals keep the order of the outline.
    if (a === null || b === null) return Number(a === null) - Number(b === null) || left.index - right.index;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return order * way || left.index - right.index;
  };
}

/** Rows of the outline with the children of each summary in order. */
function sortedOutline(rows: readonly PlanRow[], compare: Compare): readonly PlanRow[] {
  const children = new Map<number, PlanRow[]>();
  for (const row of rows) {
    const list = children.get(row.parent);
    if (list) list.push(row);
    else children.set(row.parent, [row]);
  }
  for (const list of children.values()) list.sort(compare);
  const out: PlanRow[] = [];
  const stack = [...(children.get(-1) ?? [])].reverse();
  for (let row = stack.pop(); row; row = stack.pop()) {
    out.push(row);
    const inner = children.get(row.index);
    if (inner) for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i] as PlanRow);
  }
  return out;
}

/** What passes, with the summaries around it. */
function withAncestors(
  rows: readonly PlanRow[],
  all: readonly PlanRow[],
  matches: (row: PlanRow) => boolean,
): { kept: readonly PlanRow[]; matched: number } {
  const kept = new Set<number>();
  let matched = 0;
  for (const row of all) {
    if (!matches(row)) continue;
    matched++;
    for (let at = row.index; at >= 0 && !kept.has(at); at = all[at]?.parent ?? -1) kept.add(at);
  }
  return { kept: rows.filter((row) => kept.has(row.index)), matched };
}

/** Leaves out what lies inside folded summaries. Works in any order that has parents before children. */
function unfolded(
  rows: readonly PlanRow[],
  all: readonly PlanRow[],
  folded: ReadonlySet<string>,
): readonly PlanRow[] {
  if (folded.size === 0) return rows;
  const hidden = new Set<number>();
  return rows.filter((row) => {
    const parent = all[row.parent];
    const out = parent !== undefined && (hidden.has(parent.index) || folded.has(parent.id));
    if (out) hidden.add(row.index);
    return !out;
  });
}

function arrangedOutline(all: readonly PlanRow[], how: Arrangement): Arranged {
  const compare = comparator(how);
  const ordered = compare === null ? all : sortedOutline(all, compare);
  const common = {
    total: all.length,
    level: (row: PlanRow) => row.depth,
    parent: (row: PlanRow) => row.summary,
    groups: NO_GROUPS,
    outline: compare === null,
  };
  if (how.matches === null) {
    const rows = unfolded(ordered, all, how.folded);
    return { ...common, rows, matched: all.length };
  }
  // A filter opens what is folded: who looks for something wants to see it.
  const { kept, matched } = withAncestors(ordered, all, how.matches);
  return { ...common, rows: kept, matched };
}

const NO_GROUPS: ReadonlyMap<string, number> = new Map();

/** Tasks and milestones, without the summaries and the blank rows between them. */
const leaves = (rows: readonly PlanRow[]): readonly PlanRow[] =>
  rows.filter((row) => !row.summary && !row.blank);

/** The row of a group, with the dates and the progress of what is in it. Its index is none of the outline. */
function groupRow(key: string, name: string, rows: readonly PlanRow[], place: number): PlanRow {
  let [start, finish] = [null as number | null, null as number | null];
  let [work, done] = [0, 0];
  for (const row of rows) {
    if (row.start !== null && (start === null || row.start < start)) start = row.start;
    if (row.finish !== null && (finish === null || row.finish > finish)) finish = row.finish;
    work += row.duration ?? 0;
    done += (row.duration ?? 0) * row.percent;
  }
  return {
    index: -2 - place,
    id: `group:${key}`,
    depth: 1,
    number: '',
    name,
    summary: true,
    milestone: false,
    manual: false,
    inactive: false,
    blank: false,
    clientVisible: false,
    critical: false,
    commitment: null,
    promised: null,
    buffer: false,
    recurring: false,
    unscoped: false,
    lateStart: null,
    lateFinish: null,
    totalSlack: null,
    freeSlack: null,
    party: null,
    cost: null,
    constraint: 'asap',
    scopeId: null,
    start,
    finish,
    duration: null,
    unit: 'd',
    percent: work === 0 ? 0 : Math.round(done / work),
    deadline: null,
    responsible: null,
    calendarId: null,
    parent: -1,
  };
}

function arrangedGroups(all: readonly PlanRow[], how: Arrangement, group: NonNullable<Arrangement['group']>) {
  const every = leaves(all);
  const found = how.matches === null ? every : every.filter(how.matches);
  const byKey = new Map<string, PlanRow[]>();
  for (const row of found) {
    const key = group.keyOf(row);
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  const keys = [...byKey.keys()];
  if (group.compare !== null) keys.sort(group.compare);
  const compare = comparator(how);
  const rows: PlanRow[] = [];
  const groups = new Map<string, number>();
  for (const [place, key] of keys.entries()) {
    const members = byKey.get(key) ?? [];
    if (compare !== null) members.sort(compare);
    const head = groupRow(key, group.name(key, members.length), members, place);
    groups.set(head.id, members.length);
    rows.push(head);
    if (!how.folded.has(head.id)) rows.push(...members);
  }
  return {
    rows,
    matched: found.length,
    total: every.length,
    level: (row: PlanRow) => (row.index < 0 ? 1 : 2),
    parent: (row: PlanRow) => row.index < 0,
    groups,
    outline: false,
  };
}

/** The rows to show, in order, and what is needed to show them as a tree. */
export function arrange(all: readonly PlanRow[], how: Arrangement): Arranged {
  if (how.group !== null) return arrangedGroups(all, how, how.group);
  if (how.sort === null || !how.sort.flat) return arrangedOutline(all, how);
  const every = leaves(all);
  const found = how.matches === null ? [...every] : every.filter(how.matches);
  const compare = comparator(how);
  if (compare !== null) found.sort(compare);
  return {
    rows: found,
    matched: found.length,
    total: every.length,
    level: () => 1,
    parent: () => false,
    groups: NO_GROUPS,
    outline: false,
  };
}

/** The outermost summary around a row, or the row itself. */
export function phaseOf(all: readonly PlanRow[], row: PlanRow): PlanRow {
  let top = row;
  for (let next = all[row.parent]; next; next = all[next.parent]) top = next;
  return top;
}
