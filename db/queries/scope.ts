/** The scope of a project and the work that belongs to it (H2). */
import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { buildOutline, byRank, type OutlineEntry, type Placed } from '#shared/domain/plan/outline.ts';
import { needsScope, type ScopedTask, scopeCoverage } from '#shared/domain/scope/scope.ts';
import type { scopeChannels } from '#shared/ipc/channels/scope.ts';
import { prepared } from '../engine/statements.ts';

type ScopeAnswer = z.infer<(typeof scopeChannels)['scope.get']['output']>;

interface TaskRow extends Placed {
  readonly name: string;
  readonly milestone: 0 | 1;
  readonly active: 0 | 1;
  readonly blank: 0 | 1;
  readonly buffer_kind: string | null;
  readonly scope_item_id: string | null;
  readonly duration_tenths: number | null;
  readonly start_at: string | null;
  readonly finish_at: string | null;
  readonly responsible: string | null;
}

interface ItemRow {
  readonly id: string;
  readonly rank: string;
  readonly side: 'in' | 'out';
  readonly text: string;
  readonly notes: string | null;
  readonly client_visible: 0 | 1;
  readonly client_text: string | null;
}

/** Items of a project in order, those inside the scope first. */
export function scopeItems(db: Database, projectId: string): readonly ItemRow[] {
  const rows = prepared(
    db,
    `SELECT id, rank, side, text, notes, client_visible, client_text FROM scope_item
     WHERE project_id = ? AND deleted_at IS NULL`,
  ).all(projectId) as ItemRow[];
  const place = (row: ItemRow) => ({ id: row.id, rank: row.rank, parent_id: null });
  return rows.sort((a, b) => (a.side === b.side ? byRank(place(a), place(b)) : a.side === 'in' ? -1 : 1));
}

function taskRows(db: Database, projectId: string): OutlineEntry<TaskRow>[] {
  const rows = prepared(
    db,
    `SELECT id, parent_id, rank, name, milestone, active, blank, buffer_kind, scope_item_id, duration_tenths,
       start_at, finish_at, responsible
     FROM task WHERE project_id = ? AND deleted_at IS NULL`,
  ).all(projectId) as TaskRow[];
  return buildOutline(rows);
}

function scopedTask({ row, summary }: OutlineEntry<TaskRow>): ScopedTask {
  return {
    id: row.id,
    summary,
    milestone: row.milestone === 1,
    blank: row.blank === 1,
    active: row.active === 1,
    buffer: row.buffer_kind !== null,
    scopeItemId: row.scope_item_id,
    duration: row.duration_tenths ?? 0,
  };
}

function pathOf(outline: readonly OutlineEntry<TaskRow>[], entry: OutlineEntry<TaskRow>): string[] {
  const names: string[] = [];
  for (let at = entry.parent; at >= 0; at = outline[at]?.parent ?? -1)
    names.unshift(outline[at]?.row.name ?? '');
  return names;
}

/** Lists, links and coverage for the screen. */
export function readScope(db: Database, projectId: string): ScopeAnswer {
  const items = scopeItems(db, projectId);
  const known = new Set(items.map(({ id }) => id));
  const outline = taskRows(db, projectId);
  const coverage = scopeCoverage(outline.map(scopedTask), items);
  return {
    items: items.map(({ rank: _rank, client_visible, ...item }) => ({
      ...item,
      client_visible: client_visible === 1,
      tasks: coverage.tasksOf.get(item.id) ?? 0,
    })),
    tasks: outline.flatMap((entry) => {
      const { row } = entry;
      if (!needsScope(scopedTask(entry))) return [];
      return [
        {
          id: row.id,
          number: entry.number,
          name: row.name,
          path: pathOf(outline, entry),
          start: row.start_at?.slice(0, 10) ?? null,
          finish: row.finish_at?.slice(0, 10) ?? null,
          responsible: row.responsible,
          scopeItemId: row.scope_item_id !== null && known.has(row.scope_item_id) ? row.scope_item_id : null,
        },
      ];
    }),
    work: coverage.work,
    covered: coverage.covered,
    outside: coverage.outside.length,
    without: coverage.without.length,
    percent: coverage.percent,
  };
}

/** Ids of the rows of work that a choice of rows stands for: itself, and for a summary all below it. */
export function workBelow(db: Database, projectId: string, ids: ReadonlySet<string>): readonly string[] {
  const outline = taskRows(db, projectId);
  const inside = new Set<number>();
  const out: string[] = [];
  for (const [index, entry] of outline.entries()) {
    if (!ids.has(entry.row.id) && !inside.has(entry.parent)) continue;
    inside.add(index);
    // A milestone that was chosen by itself is linked; those below a summary are not dragged along.
    if (needsScope(scopedTask(entry)) || (ids.has(entry.row.id) && !entry.summary)) out.push(entry.row.id);
  }
  return out;
}
