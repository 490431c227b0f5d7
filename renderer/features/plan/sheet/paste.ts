import { PASTE_COLUMNS } from '#shared/ipc/channels/plan.ts';
import type { ShownColumn } from './view.ts';

export type PasteColumn = (typeof PASTE_COLUMNS)[number];

const isPasteColumn = (id: string): id is PasteColumn => (PASTE_COLUMNS as readonly string[]).includes(id);

export interface Paste {
  readonly columns: readonly PasteColumn[];
  readonly cells: readonly (readonly string[])[];
}

/**
 * Which columns the cells of a spreadsheet fall into, from the column of the cursor to the right as they are shown.
 * A single column is taken for names, wherever the cursor stands: values without names would become nameless tasks.
 * Cells that fall on computed columns are left out. Null: nothing is left.
 */
export function pasteColumns(
  columns: readonly ShownColumn[],
  at: string,
  cells: readonly (readonly string[])[],
): Paste | null {
  const width = Math.max(0, ...cells.map((line) => line.length));
  if (width === 0) return null;
  if (width === 1 && at !== 'wbs') return { columns: ['name'], cells };
  const from = Math.max(
    0,
    columns.findIndex(({ id }) => id === at),
  );
  const taken = columns
    .slice(from, from + width)
    .flatMap(({ id }, place) => (isPasteColumn(id) ? [{ id, place }] : []));
  if (taken.length === 0) return null;
  return {
    columns: taken.map(({ id }) => id),
    cells: cells.map((line) => taken.map(({ place }) => line[place] ?? '')),
  };
}
