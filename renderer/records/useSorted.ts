import { useMemo, useState } from 'react';
import type { Sort } from '../ui/index.ts';

type Value = string | number | null;

/** Rows in the order the user asked for; empty values last in either direction. */
export function useSorted<Row>(
  rows: readonly Row[],
  cellValue: (row: Row, column: string) => Value,
  compare: (left: string, right: string) => number,
): { readonly rows: readonly Row[]; readonly sort: Sort | undefined; readonly onSort: (sort: Sort) => void } {
  const [sort, setSort] = useState<Sort | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cellValue is the same for every render of a list
  const sorted = useMemo(() => {
    if (!sort) return rows;
    const sign = sort.descending ? -1 : 1;
    return [...rows].sort((left, right) => {
      const a = cellValue(left, sort.column);
      const b = cellValue(right, sort.column);
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
      return sign * order;
    });
  }, [rows, sort, compare]);
  return { rows: sorted, sort, onSort: setSort };
}
