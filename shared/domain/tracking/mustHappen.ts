/** Everything that has to happen by a day, by who is responsible for it. */

export const MUST_KINDS = ['start', 'finish', 'deliver', 'milestone', 'promise', 'need', 'check'] as const;
export type MustKind = (typeof MUST_KINDS)[number];

export interface MustItem {
  readonly kind: MustKind;
  /** Task, need, or the milestone of a check. */
  readonly id: string;
  readonly name: string;
  readonly dueOn: string;
  readonly responsible: string | null;
}

/** What a task that is not done says about a day. */
export interface MustTask {
  readonly milestone: boolean;
  readonly started: boolean;
  readonly startOn: string | null;
  readonly finishOn: string | null;
  readonly promisedOn: string | null;
  readonly deliverable: string | null;
}

/**
 * What must happen with an unfinished task by a day; null: nothing yet. One line per task: a promise counts before
 * the plan's own date, finishing includes starting.
 */
export function mustOfTask(task: MustTask, until: string): { kind: MustKind; dueOn: string } | null {
  const due = (date: string | null): date is string => date !== null && date <= until;
  if (due(task.promisedOn)) return { kind: 'promise', dueOn: task.promisedOn };
  if (due(task.finishOn)) {
    const kind = task.milestone ? 'milestone' : task.deliverable === null ? 'finish' : 'deliver';
    return { kind, dueOn: task.finishOn };
  }
  return !task.milestone && !task.started && due(task.startOn)
    ? { kind: 'start', dueOn: task.startOn }
    : null;
}

export interface MustGroup<I extends MustItem> {
  /** Null: nobody is named. */
  readonly responsible: string | null;
  readonly items: readonly I[];
}

const nameOf = (item: MustItem): string => item.responsible?.trim() ?? '';

/** By responsible person, those with most to do first and nobody last; inside a group by day, then by name. */
export function byResponsible<I extends MustItem>(
  items: readonly I[],
  compareNames: (a: string, b: string) => number,
): MustGroup<I>[] {
  const groups = new Map<string, I[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  const order = (a: I, b: I): number =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : compareNames(a.name, b.name);
  return [...groups]
    .sort(([a, left], [b, right]) => {
      if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
      return right.length - left.length || compareNames(a, b);
    })
    .map(([name, list]) => ({ responsible: name === '' ? null : name, items: list.toSorted(order) }));
}
