import type { Handlers } from '#main/ipc/router.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { PASTE_COLUMNS, Place, TaskPatch } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';
import { editedDates } from './dates.ts';
import { setPredecessors } from './links.ts';
import { isSummary, type PlanEdit, planCommit } from './planCommit.ts';
import { placeFor, placeTasks } from './structure.ts';
import { newDates } from './tasks.ts';

type Column = (typeof PASTE_COLUMNS)[number];
type Line = Partial<Record<Column, string>>;

function unreadable(line: number, column: Column, text: string): AppError {
  return new AppError(
    'PLAN_TEXT_UNREADABLE',
    { text: text.slice(0, 80), line: line + 1 },
    { field: `task.${column}`, reason: column.toUpperCase() },
  );
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function dateIn(edit: PlanEdit, line: number, column: 'start' | 'finish', text: string): string {
  const read = parseDateInput(text, edit.today);
  if (!read.ok || read.value === null) throw unreadable(line, column, text);
  return read.value;
}

function patchOf(edit: PlanEdit, line: number, cells: Line): TaskPatch {
  const { start, finish, duration, percent } = cells;
  const done = percent ? Number(percent.normalize('NFKC').replace(/\s*%$/, '')) : undefined;
  if (done !== undefined && !(done >= 0 && done <= 100)) throw unreadable(line, 'percent', percent ?? '');
  return {
    ...(start ? { start: dateIn(edit, line, 'start', start) } : {}),
    // Start and duration say the finish already; a third value that contradicts would win silently.
    ...(finish && !(start && duration) ? { finish: dateIn(edit, line, 'finish', finish) } : {}),
    ...(duration ? { duration } : {}),
    ...(done === undefined ? {} : { percent: done }),
  };
}

/** Depth below the first line: from outline numbers such as `1.2`, else from leading blanks of the name. */
function depths(lines: readonly Line[]): number[] {
  const raw = lines.map(({ wbs, name }) => {
    if (wbs && /^\d+(\.\d+)*$/.test(wbs.trim())) return wbs.split('.').length;
    return Math.floor((/^[ \u3000]*/.exec(name ?? '')?.[0].length ?? 0) / 2);
  });
  const first = raw[0] ?? 0;
  const out: number[] = [];
  for (const depth of raw) out.push(Math.max(0, Math.min(depth - first, (out.at(-1) ?? -1) + 1)));
  return out;
}

function createRows(edit: PlanEdit, place: Place, lines: readonly Line[], fallback: string): string[] {
  const level = depths(lines);
  const ids = lines.map(({ name, responsible }) =>
    edit.tx.create('task', {
      project_id: edit.project.id,
      name: oneLine(name ?? '') || fallback,
      ...(responsible && oneLine(responsible) ? { responsible: oneLine(responsible).slice(0, 200) } : {}),
      ...newDates(edit, place, false),
    }),
  );
  const target = placeFor(edit, place, new Set(ids));
  const parents = lines.map(
    (_, i) => ids[level.findLastIndex((depth, j) => j < i && depth < (level[i] ?? 0))],
  );
  // Inner rows first: while they stand at the top they would be counted among the siblings of the roots.
  for (const parent of new Set(parents))
    if (parent !== undefined) {
      const inside = ids.filter((_, i) => parents[i] === parent);
      placeTasks(edit, inside, parent, 0);
    }
  const roots = ids.filter((_, i) => parents[i] === undefined);
  placeTasks(edit, roots, target.parentId, target.index);
  return ids;
}

function pasteRows(edit: PlanEdit, place: Place, lines: readonly Line[], fallback: string): string[] {
  const ids = createRows(edit, place, lines, fallback);
  for (const [i, id] of ids.entries()) {
    const cells = lines[i] ?? {};
    const patch = patchOf(edit, i, cells);
    if (Object.keys(patch).length === 0 || isSummary(edit.tx, id)) continue;
    try {
      edit.tx.update('task', id, editedDates(edit, edit.tx.get('task', id), patch));
    } catch (error) {
      if (error instanceof AppError && error.code === 'PLAN_TEXT_UNREADABLE')
        throw unreadable(i, 'duration', cells.duration ?? '');
      throw error;
    }
  }
  // Last, when every pasted row has its number.
  for (const [i, id] of ids.entries()) {
    const text = lines[i]?.predecessors;
    if (text) setPredecessors(edit, id, text);
  }
  return ids;
}

export function pasteHandlers(ctx: AppContext): Handlers {
  return {
    'plan.pasteRows': ({ projectId, place, columns, cells }) => {
      const lines = cells
        .map((row): Line => Object.fromEntries(columns.map((column, i) => [column, row[i]?.trimEnd() ?? ''])))
        .filter((line) => Object.values(line).some((text) => text.trim() !== ''));
      const fallback = catalogues[ctx.prefs.value.language ?? 'zh-CN'].plan.newTask;
      const label = { key: 'planPaste', args: { count: lines.length } };
      return { ids: planCommit(ctx, projectId, label, (edit) => pasteRows(edit, place, lines, fallback)) };
    },
  };
}
