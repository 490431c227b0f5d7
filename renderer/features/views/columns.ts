/** Which columns a list shows, how wide and in which order. Pure. */

export const MIN_WIDTH = 40;
export const MAX_WIDTH = 600;

export interface ShownColumn<Id extends string = string> {
  readonly id: Id;
  /** Px. */
  readonly width: number;
}

export const clampWidth = (width: number): number =>
  Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

/** Stored columns without those that are not offered and those named twice; the fixed one is always there. */
export function knownColumns<Id extends string>(
  stored: readonly ShownColumn[],
  all: readonly ShownColumn<Id>[],
  fixed: Id,
): readonly ShownColumn<Id>[] {
  const offered = new Map<string, ShownColumn<Id>>(all.map((column) => [column.id, column]));
  const kept = new Map<Id, ShownColumn<Id>>();
  for (const { id, width } of stored) {
    const known = offered.get(id);
    if (known && !kept.has(known.id)) kept.set(known.id, { id: known.id, width: clampWidth(width) });
  }
  const first = offered.get(fixed);
  return [...(kept.has(fixed) || !first ? [] : [{ id: first.id, width: first.width }]), ...kept.values()];
}

/** Changes of the columns of one list. */
export function columnsOf<Id extends string>(all: readonly ShownColumn<Id>[], fixed: Id) {
  type Columns = readonly ShownColumn<Id>[];
  return {
    /** One place to the left or right. */
    move(columns: Columns, id: Id, step: -1 | 1): Columns {
      const at = columns.findIndex((column) => column.id === id);
      const column = columns[at];
      const other = columns[at + step];
      if (!column || !other) return columns;
      const out = [...columns];
      out[at] = other;
      out[at + step] = column;
      return out;
    },
    /** Shows, as the last, or hides. */
    toggle(columns: Columns, id: Id): Columns {
      if (id === fixed) return columns;
      if (columns.some((column) => column.id === id)) return columns.filter((column) => column.id !== id);
      const added = all.find((column) => column.id === id);
      return added ? [...columns, { id, width: added.width }] : columns;
    },
    resize: (columns: Columns, id: Id, width: number): Columns =>
      columns.map((column) => (column.id === id ? { id, width: clampWidth(width) } : column)),
  };
}
