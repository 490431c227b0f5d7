/** Where rows stand: order, indent, outdent. Every change is of the `place` register alone. */

import { prepared } from '#db/engine/statements.ts';
import { planLinks } from '#db/queries/plan.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { type Placed, ranksAt, topmost } from '#shared/domain/plan/outline.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Place } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';
import { type PlanEdit, planCommit, projectOf } from './planCommit.ts';

interface Target {
  readonly parentId: string | null;
  /** Among the siblings without the moved rows. */
  readonly index: number;
}

/** From the index alone: an indent of many rows must not read the whole plan for each. */
function siblingsOf(edit: PlanEdit, parentId: string | null, without: ReadonlySet<string>): Placed[] {
  const rows = prepared(
    edit.tx.db,
    `SELECT id, parent_id, rank FROM task
     WHERE project_id = ? AND parent_id IS ? AND deleted_at IS NULL ORDER BY rank, id`,
  ).all(edit.project.id, parentId) as Placed[];
  return rows.filter((row) => !without.has(row.id));
}

/** Turns a place relative to a row into parent and index. @throws AppError NOT_FOUND */
export function placeFor(edit: PlanEdit, place: Place, moved: ReadonlySet<string>): Target {
  if (place.id === null || place.where === 'end')
    return { parentId: null, index: siblingsOf(edit, null, moved).length };
  const near = edit.tx.get('task', place.id);
  if (near.project_id !== edit.project.id) throw new AppError('OTHER_PROJECT', { entity: 'task' });
  if (place.where === 'child') return { parentId: near.id, index: siblingsOf(edit, near.id, moved).length };
  const siblings = siblingsOf(edit, near.parent_id, moved);
  const at = siblings.findIndex((row) => row.id === near.id);
  return { parentId: near.parent_id, index: place.where === 'before' ? at : at + 1 };
}

/**
 * Ranks for rows that are about to be created inside a parent before the sibling at `index`; siblings that
 * have to make room get theirs at once.
 */
export function ranksFor(
  edit: PlanEdit,
  ids: readonly string[],
  parentId: string | null,
  index: number,
): ReadonlyMap<string, string> {
  const own = new Set(ids);
  const ranks = ranksAt(siblingsOf(edit, parentId, own), index, ids);
  for (const [id, rank] of ranks) if (!own.has(id)) edit.tx.updateSystem('task', id, { rank });
  return new Map(ids.map((id) => [id, ranks.get(id) ?? '']));
}

/** Puts rows, in the given order, inside a parent before the sibling at `index`. Returns how many changed. */
export function placeTasks(
  edit: PlanEdit,
  ids: readonly string[],
  parentId: string | null,
  index: number,
): number {
  const siblings = siblingsOf(edit, parentId, new Set(ids));
  const moved = new Set(ids);
  let count = 0;
  for (const [id, rank] of ranksAt(siblings, index, ids))
    if (edit.tx.updateSystem('task', id, moved.has(id) ? { parent_id: parentId, rank } : { rank }))
      count += 1;
  return count;
}

function moveTask(
  edit: PlanEdit,
  ids: readonly string[],
  parentId: string | null,
  beforeId: string | null,
): number {
  const rows = topmost(edit.outline(), new Set(ids)).map((row) => row.id);
  const siblings = siblingsOf(edit, parentId, new Set(rows));
  const at = beforeId === null ? siblings.length : siblings.findIndex((row) => row.id === beforeId);
  if (at < 0) throw new AppError('NOT_FOUND', { entity: 'task' });
  return placeTasks(edit, rows, parentId, at);
}

/** Each row goes inside the sibling above it, behind the children it has. The first of its siblings stays. */
function indent(edit: PlanEdit, ids: readonly string[]): number {
  const rows = topmost(edit.outline(), new Set(ids));
  const chosen = new Set(rows.map((row) => row.id));
  let count = 0;
  for (const row of rows) {
    const siblings = siblingsOf(edit, row.parent_id, new Set());
    const at = siblings.findIndex((sibling) => sibling.id === row.id);
    // Neighbours that are indented together stay neighbours: all go inside the row above the first of them.
    const above = siblings.slice(0, Math.max(0, at)).findLast((sibling) => !chosen.has(sibling.id));
    if (!above) continue;
    const inside = siblingsOf(edit, above.id, new Set([row.id]));
    count += placeTasks(edit, [row.id], above.id, inside.length);
  }
  return count;
}

/** Each row goes behind its parent; the siblings below it become its children, so that no row changes its place. */
function outdent(edit: PlanEdit, ids: readonly string[]): number {
  const rows = topmost(edit.outline(), new Set(ids));
  const chosen = new Set(rows.map((row) => row.id));
  let count = 0;
  // From the last to the first, so that each finds its parent's place unchanged.
  for (const row of rows.toReversed()) {
    if (row.parent_id === null) continue;
    const parent = edit.tx.get('task', row.parent_id);
    const siblings = siblingsOf(edit, row.parent_id, new Set());
    const after = siblings.slice(siblings.findIndex((sibling) => sibling.id === row.id) + 1);
    const followers = after.filter((sibling) => !chosen.has(sibling.id)).map((sibling) => sibling.id);
    const uncles = siblingsOf(edit, parent.parent_id, new Set([row.id]));
    const at = uncles.findIndex((uncle) => uncle.id === parent.id) + 1;
    count += placeTasks(edit, [row.id], parent.parent_id, at);
    if (followers.length > 0) {
      const own = siblingsOf(edit, row.id, new Set(followers));
      placeTasks(edit, followers, row.id, own.length);
    }
  }
  return count;
}

/** A row may not come to lie inside a summary that it is linked with: the summary would wait for itself. */
function refuseInnerLinks(edit: PlanEdit): void {
  const outline = edit.outline();
  const indexOf = new Map(outline.map(({ row }, index) => [row.id, index]));
  const isInside = (inner: number, outer: number): boolean => {
    for (let at = outline[inner]?.parent ?? -1; at >= 0; at = outline[at]?.parent ?? -1)
      if (at === outer) return true;
    return false;
  };
  for (const { from_id, to_id } of planLinks(edit.tx.db, edit.project.id)) {
    const from = indexOf.get(from_id) ?? -1;
    const to = indexOf.get(to_id) ?? -1;
    const inner = isInside(from, to) ? from : isInside(to, from) ? to : -1;
    if (inner < 0) continue;
    const name = (index: number) => clipped(outline[index]?.row.name ?? '');
    const args = { inner: name(inner), outer: name(inner === from ? to : from) };
    throw new AppError('LINK_OWN_SUMMARY', args, { field: 'task.parent_id' });
  }
}

export function structureHandlers(ctx: AppContext): Handlers {
  const run = (key: string, ids: readonly string[], body: (edit: PlanEdit) => number) => {
    const label = { key, args: { count: ids.length } };
    const moved = (edit: PlanEdit) => {
      const count = body(edit);
      if (count > 0) refuseInnerLinks(edit);
      return { count };
    };
    return planCommit(ctx, projectOf(ctx, ids), label, moved);
  };
  return {
    'plan.moveTask': ({ ids, parentId, beforeId }) =>
      run('planReorder', ids, (edit) => moveTask(edit, ids, parentId, beforeId)),
    'plan.indent': ({ ids }) => run('planIndent', ids, (edit) => indent(edit, ids)),
    'plan.outdent': ({ ids }) => run('planOutdent', ids, (edit) => outdent(edit, ids)),
  };
}
