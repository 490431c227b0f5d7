/** What a plan says here that files of other programs have no place for. */
import type { ProjectRows } from '#db/queries/projectRows.ts';

/** Codes; texts `export:lost.<code>`. */
export const PLAN_LOSSES = [
  'buffers',
  'commitments',
  'parties',
  'responsible',
  'scope',
  'terms',
  'clientTexts',
  'series',
] as const;
type PlanLoss = (typeof PLAN_LOSSES)[number];
type Task = ProjectRows['tasks'][number];

const LOST: Readonly<Record<Exclude<PlanLoss, 'responsible'>, (task: Task) => boolean>> = {
  buffers: (task) => task.buffer_kind !== null,
  commitments: (task) => task.commitment !== null || task.promised_on !== null,
  parties: (task) => task.party !== null,
  scope: (task) => task.scope_item_id !== null,
  terms: ({ deliverable, payment_stage, expectation }) =>
    Boolean(deliverable || payment_stage || expectation),
  clientTexts: (task) => task.client_visible || Boolean(task.client_text),
  series: (task) => task.recurrence !== null,
};

/** Names of the people assigned to each task, sorted. */
export function peopleOf(rows: ProjectRows): ReadonlyMap<string, readonly string[]> {
  const names = new Map(rows.resources.flatMap((r) => (r.kind === 'work' ? [[r.id, r.name] as const] : [])));
  const people = new Map<string, string[]>();
  for (const { task_id, resource_id } of rows.assignments) {
    const name = resource_id === null ? undefined : names.get(resource_id);
    if (name !== undefined) people.set(task_id, [...(people.get(task_id) ?? []), name].sort());
  }
  return people;
}

/** Whether the responsible of a task is simply who is assigned to it. */
export function areResponsible(people: readonly string[], responsible: string): boolean {
  const said = responsible.split(/\s*[,，、;；]\s*/).sort();
  return said.length === people.length && said.every((name, i) => name === people[i]);
}

/**
 * Counts of what is left out beside what the format itself cannot say; codes without one are absent.
 * @param hasContact the format has a field for the name of a person
 */
export function planLosses(rows: ProjectRows, hasContact: boolean): Partial<Record<PlanLoss, number>> {
  const people = peopleOf(rows);
  const tasks = rows.tasks.filter(({ blank }) => !blank);
  const isNameless = ({ id, responsible }: Task): boolean => {
    const assigned = people.get(id) ?? [];
    if (!responsible || (hasContact && assigned.length === 0)) return false;
    return !areResponsible(assigned, responsible);
  };
  const counts: [PlanLoss, number][] = PLAN_LOSSES.map((code) => [
    code,
    tasks.filter(code === 'responsible' ? isNameless : LOST[code]).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
