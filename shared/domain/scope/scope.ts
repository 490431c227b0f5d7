/** H2: which work the agreed scope covers. Pure. */

/** What the rules need of a row of the plan. */
export interface ScopedTask {
  readonly id: string;
  /** Has rows below it: its work is theirs. */
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly blank: boolean;
  readonly active: boolean;
  /** A buffer is time held back, not work. */
  readonly buffer: boolean;
  readonly scopeItemId: string | null;
  /** Tenths of working time. */
  readonly duration: number;
}

export interface ScopeSides {
  readonly id: string;
  readonly side: 'in' | 'out';
}

/**
 * H2: work has to belong to a scope item. A summary is the sum of its rows and a milestone is a date, so both
 * are left out, as are blank rows, inactive rows and buffers.
 */
export function needsScope(task: Omit<ScopedTask, 'scopeItemId' | 'duration' | 'id'>): boolean {
  return !(task.summary || task.milestone || task.blank || task.buffer) && task.active;
}

export interface ScopeCoverage {
  /** Rows that are work (`needsScope`). */
  readonly work: number;
  /** Of these: linked to an item inside the scope. */
  readonly covered: number;
  /** Linked to an item that was agreed to be left out: work nobody ordered. */
  readonly outside: readonly string[];
  /** Linked to no item. */
  readonly without: readonly string[];
  /** Share of the work inside the scope, 0–100, weighted by duration; by count if no row has one; null without work. */
  readonly percent: number | null;
  /** Items inside the scope that no work is planned for. */
  readonly unplanned: readonly string[];
  /** Rows of work by item. */
  readonly tasksOf: ReadonlyMap<string, number>;
}

/** H2: how far the plan and the agreed scope agree. Links to items that are not in `items` count as none. */
export function scopeCoverage(tasks: readonly ScopedTask[], items: readonly ScopeSides[]): ScopeCoverage {
  const sideOf = new Map(items.map(({ id, side }) => [id, side]));
  const tasksOf = new Map<string, number>();
  const outside: string[] = [];
  const without: string[] = [];
  let [work, covered, total, inside] = [0, 0, 0, 0];
  for (const task of tasks) {
    if (!needsScope(task)) continue;
    const side = task.scopeItemId === null ? undefined : sideOf.get(task.scopeItemId);
    work += 1;
    total += task.duration;
    if (side !== undefined && task.scopeItemId !== null)
      tasksOf.set(task.scopeItemId, (tasksOf.get(task.scopeItemId) ?? 0) + 1);
    if (side === 'in') {
      covered += 1;
      inside += task.duration;
    } else (side === 'out' ? outside : without).push(task.id);
  }
  const share = total > 0 ? inside / total : covered / work;
  return {
    work,
    covered,
    outside,
    without,
    percent: work === 0 ? null : Math.round(share * 1000) / 10,
    unplanned: items.filter(({ id, side }) => side === 'in' && !tasksOf.has(id)).map(({ id }) => id),
    tasksOf,
  };
}
