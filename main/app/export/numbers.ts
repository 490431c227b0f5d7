/** UIDs of a written file: those of the imported one, free numbers for what is new. */
interface Numbered {
  readonly id: string;
  readonly source_uid: number | null;
}

/**
 * A number for each row; `taken` are numbers nobody may get. A number that occurs twice stays with its first row.
 * @param wanted numbers that no column could hold, by row
 */
export function giveNumbers<T extends Numbered>(
  rows: readonly T[],
  taken: readonly number[] = [],
  wanted: (row: T) => number | null = () => null,
): ReadonlyMap<string, number> {
  const used = new Set(taken);
  const numbers = new Map<string, number>();
  for (const row of rows) {
    const uid = row.source_uid ?? wanted(row);
    if (uid === null || used.has(uid)) continue;
    used.add(uid);
    numbers.set(row.id, uid);
  }
  let free = 0;
  for (const uid of used) if (uid > free && uid < 2_000_000_000) free = uid;
  for (const { id } of rows) {
    if (numbers.has(id)) continue;
    free += 1;
    numbers.set(id, free);
  }
  return numbers;
}
