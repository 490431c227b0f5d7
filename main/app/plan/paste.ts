import type { Handlers } from '#main/ipc/router.ts';
import { ranksAt } from '#shared/domain/plan/outline.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { PASTE_COLUMNS, Place, TaskPatch } from '#shared/ipc/channels/plan.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type CreateInput, entityOf, type RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { editedDates } from './dates.ts';
import { indexLinks, setPredecessors } from './links.ts';
import { type PlanEdit, planCommit } from './planCommit.ts';
import { placeFor, ranksFor } from './structure.ts';
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

/** What a new task holds before anything is said about it, so that its dates can be computed before it is stored. */
const INITIAL = Object.fromEntries(
  Object.entries(entityOf('task').fields).map(([name, field]) => [name, field.initial ?? null]),
) as unknown as RecordOf<'task'>;

/** For each line the line it lies inside, -1 for the outermost. */
function parentsOf(lines: readonly Line[]): number[] {
  const open: number[] = [];
  return depths(lines).map((depth, i) => {
    open.length = depth;
    open.push(i);
    return open[depth - 1] ?? -1;
  });
}

type Spot = Pick<CreateInput<'task'>, 'parent_id' | 'rank'>;

/** Parent and rank of the new rows. Siblings that have to make room are ranked anew at once. */
function spotsFor(
  edit: PlanEdit,
  place: Place,
  ids: readonly string[],
  parents: readonly number[],
): ReadonlyMap<string, Spot> {
  const families = Map.groupBy(ids.keys(), (i) => parents[i] ?? -1);
  const spots = new Map<string, Spot>();
  for (const [parent, members] of families) {
    const own = members.map((i) => ids[i] ?? '');
    const inside = ids[parent];
    if (inside === undefined) {
      const target = placeFor(edit, place, new Set(ids));
      for (const [id, rank] of ranksFor(edit, own, target.parentId, target.index))
        spots.set(id, { parent_id: target.parentId, rank });
    } else for (const [id, rank] of ranksAt([], 0, own)) spots.set(id, { parent_id: inside, rank });
  }
  return spots;
}

/** The values of one row, complete before it is created: a row that is updated afterwards costs twice. */
function valuesOf(
  edit: PlanEdit,
  line: number,
  cells: Line,
  base: CreateInput<'task'>,
  summary: boolean,
): CreateInput<'task'> {
  const responsible = oneLine(cells.responsible ?? '').slice(0, 200);
  const values = { ...base, ...(responsible === '' ? {} : { responsible }) };
  const patch = patchOf(edit, line, cells);
  if (summary || Object.keys(patch).length === 0) return values;
  try {
    return { ...values, ...editedDates(edit, { ...INITIAL, ...values } as RecordOf<'task'>, patch) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLAN_TEXT_UNREADABLE')
      throw unreadable(line, 'duration', cells.duration ?? '');
    throw error;
  }
}

function pasteRows(edit: PlanEdit, place: Place, lines: readonly Line[], fallback: string): string[] {
  const ids = lines.map(() => edit.tx.newId('task'));
  const parents = parentsOf(lines);
  const summaries = new Set(parents);
  const dates = newDates(edit, place, false);
  const spots = spotsFor(edit, place, ids, parents);
  for (const [i, id] of ids.entries()) {
    const cells = lines[i] ?? {};
    const name = oneLine(cells.name ?? '') || fallback;
    const base = { project_id: edit.project.id, name, ...dates, ...spots.get(id) };
    edit.tx.create('task', valuesOf(edit, i, cells, base, summaries.has(i)), id);
  }
  // Last, when every pasted row has its number.
  if (lines.some((cells) => cells.predecessors)) {
    const index = indexLinks(edit);
    for (const [i, id] of ids.entries()) {
      const text = lines[i]?.predecessors;
      if (text) setPredecessors(edit, id, text, index);
    }
  }
  return ids;
}

export function pasteHandlers(ctx: AppContext): Handlers {
  return {
    'plan.pasteRows': ({ projectId, place, columns, cells }) => {
      const lines = cells
        .map((row): Line => Object.fromEntries(columns.map((column, i) => [column, row[i]?.trimEnd() ?? ''])))
        .filter((line) => Object.values(line).some((text) => text.trim() !== ''));
      const fallback = catalogues[ctx.prefs.language].plan.newTask;
      const label = { key: 'planPaste', args: { count: lines.length } };
      const body = (edit: PlanEdit) => ({ ids: pasteRows(edit, place, lines, fallback) });
      return planCommit(ctx, projectId, label, body);
    },
  };
}
