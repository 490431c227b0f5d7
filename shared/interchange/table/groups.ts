/** Phases of a list as summaries of its tasks. */
import type { DraftTask } from './read.ts';

const GROUP: Omit<DraftTask, 'row' | 'name'> = {
  parent: -1,
  start: null,
  finish: null,
  duration: null,
  percent: null,
  milestone: false,
  responsible: null,
  deliverable: null,
  cost: null,
  notes: null,
  links: [],
};

/** Puts a summary before the first task of each phase; indexes of links and parents move along. */
export function grouped(tasks: readonly DraftTask[], groups: readonly string[]): DraftTask[] {
  const members = new Map<string, number[]>();
  for (const index of tasks.keys()) {
    const group = groups[index] ?? '';
    const list = members.get(group);
    if (list) list.push(index);
    else members.set(group, [index]);
  }
  const order: { readonly group: string | null; readonly index: number }[] = [];
  for (const [group, indexes] of members) {
    if (group !== '') order.push({ group, index: indexes[0] ?? 0 });
    for (const index of indexes) order.push({ group: null, index });
  }
  const place = new Map<number, number>();
  for (const [at, { group, index }] of order.entries()) if (group === null) place.set(index, at);
  let summary = -1;
  return order.map(({ group, index }, at) => {
    const task = tasks[index];
    if (group !== null || !task) {
      summary = at;
      return { ...GROUP, row: task?.row ?? 0, name: group ?? '' };
    }
    const parent = groups[index] === '' ? -1 : summary;
    return {
      ...task,
      parent,
      links: task.links.map((link) => ({ ...link, from: place.get(link.from) ?? -1 })),
    };
  });
}
