/** Which records of a register are shown, and in which order. Pure. */

export type SortKey = string | number | null;

export interface RowQuery<Row> {
  /** What the user typed to find rows; every word must occur. */
  readonly text: string;
  /** All that is searched of a row. */
  readonly textOf: (row: Row) => string;
  /** A row must pass all of them. */
  readonly filters: readonly ((row: Row) => boolean)[];
  readonly sort: { readonly key: (row: Row) => SortKey; readonly descending: boolean } | null;
  /** Compares texts in the user's language. */
  readonly compare: (left: string, right: string) => number;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** True if every word of `text` occurs in `haystack`, whatever case and width. */
export function containsWords(haystack: string, text: string): boolean {
  const searched = plain(haystack);
  return plain(text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

function compareKeys(left: SortKey, right: SortKey, compare: RowQuery<never>['compare']): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compare(String(left), String(right));
}

/** The rows to show. What has no value stands last, whichever way the list is sorted. */
export function visibleRows<Row>(rows: readonly Row[], query: RowQuery<Row>): readonly Row[] {
  const { sort } = query;
  const kept = rows.filter(
    (row) =>
      query.filters.every((passes) => passes(row)) &&
      (query.text.trim() === '' || containsWords(query.textOf(row), query.text.trim())),
  );
  if (sort === null) return kept;
  return kept
    .map((row) => ({ row, key: sort.key(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return compareKeys(a.key, b.key, query.compare) * (sort.descending ? -1 : 1);
    })
    .map(({ row }) => row);
}

/** Options chosen per filter; options of one filter widen, filters together narrow. */
export type ChosenFilters = Readonly<Record<string, readonly string[]>>;

export function toggleOption(chosen: ChosenFilters, filter: string, option: string): ChosenFilters {
  const now = chosen[filter] ?? [];
  const next = now.includes(option) ? now.filter((other) => other !== option) : [...now, option];
  const { [filter]: _, ...rest } = chosen;
  return next.length === 0 ? rest : { ...rest, [filter]: next };
}

/** Predicates of the chosen filters. */
export function filterPredicates<Row>(
  chosen: ChosenFilters,
  matches: (filter: string, row: Row, option: string) => boolean,
): ((row: Row) => boolean)[] {
  return Object.entries(chosen).map(
    ([filter, options]) =>
      (row: Row) =>
        options.some((option) => matches(filter, row, option)),
  );
}
