import type { WarningLog } from './issues.ts';
import type { PlacedTask } from './links.ts';
import type { MspdiTask } from './model.ts';
import type { TaskRow } from './tasks.ts';

const label = (row: TaskRow) => `#${row.uid} ${row.name.slice(0, 60)}`.trimEnd();

/** Every row gets a UID of its own: rows without one or with one already taken get a free number. */
function giveUids(rows: readonly TaskRow[], log: WarningLog): TaskRow[] {
  let free = rows.reduce((highest, row) => Math.max(highest, row.uid), 0);
  const taken = new Set<number>();
  return rows.map((row) => {
    if (row.uidGiven && !taken.has(row.uid)) {
      taken.add(row.uid);
      return row;
    }
    free++;
    if (row.uidGiven) log.add('UID_DUPLICATE', label(row), row.line, { uid: row.uid, newUid: free });
    return { ...row, uid: free };
  });
}

/**
 * The first row with UID 0 at outline level 0 stands for the whole project. Hand-made files that merely count
 * from 0 give no level; there it is an ordinary task unless it calls itself a summary.
 */
function isProjectSummary(row: TaskRow | undefined): row is TaskRow {
  if (row?.uid !== 0 || !row.uidGiven || row.isNull || row.outlineLevel !== 0) return false;
  return row.levelGiven || row.outlineNumber === '0' || row.summaryFlag;
}

function place(row: TaskRow, parentUid: number | null, summary: boolean): PlacedTask {
  const { uidGiven, levelGiven, summaryFlag, ...task } = row;
  return { ...task, parentUid, summary };
}

function withoutLine({ line: _, ...task }: PlacedTask): MspdiTask {
  return task;
}

/** Deeper than any real plan; rows below it become siblings, so that no walk up the outline gets long. */
const DEEPEST = 100;

export interface Outline {
  readonly projectSummary: MspdiTask | null;
  readonly tasks: readonly PlacedTask[];
}

/** Parents from outline levels in document order (semantics §1: there is no parent id in the file). */
export function buildOutline(read: readonly TaskRow[], log: WarningLog): Outline {
  const all = giveUids(read, log);
  const first = all[0];
  const summaryRow = isProjectSummary(first) ? first : null;
  const rows = summaryRow ? all.slice(1) : all;
  const parents = new Map<number, number | null>();
  const summaries = new Set<number>();
  const open: { readonly uid: number; readonly level: number }[] = [];
  for (const row of rows) {
    if (row.isNull) continue;
    const level = Math.min(row.outlineLevel, DEEPEST);
    while ((open[open.length - 1]?.level ?? -1) >= level) open.pop();
    const parent = open[open.length - 1];
    const expected = parent ? Math.min(parent.level + 1, DEEPEST) : Math.min(level, 1);
    if (row.outlineLevel > expected)
      log.add('OUTLINE_LEVEL_JUMP', label(row), row.line, { level: row.outlineLevel, expected });
    parents.set(row.uid, parent?.uid ?? null);
    if (parent) summaries.add(parent.uid);
    open.push({ uid: row.uid, level });
  }
  return {
    projectSummary: summaryRow ? withoutLine(place(summaryRow, null, true)) : null,
    tasks: rows.map((row) =>
      place(row, parents.get(row.uid) ?? null, row.summaryFlag || summaries.has(row.uid)),
    ),
  };
}
