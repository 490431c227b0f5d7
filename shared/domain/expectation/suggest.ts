/** F8: what clients of the same kind turned out to expect, so that it is asked before it is missed. */

export interface PastExpectation {
  readonly id: string;
  readonly kind: 'expectation' | 'requirement';
  readonly text: string;
  readonly project: string;
  /** Of this very client, not only of its industry. */
  readonly sameClient: boolean;
  /** Raised late, or found missing: the ones that hurt. */
  readonly missed: boolean;
}

export interface Suggestion extends PastExpectation {
  /** How many projects had it. */
  readonly times: number;
}

/** The text without what does not tell two wishes apart: case, width, spaces and punctuation. */
export function wishKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/**
 * One suggestion per wish, without those the project has already: this client's own first, then what was missed,
 * then what many projects had.
 */
export function rankSuggestions(
  past: readonly PastExpectation[],
  present: readonly string[],
  limit = 30,
): Suggestion[] {
  const known = new Set(present.map(wishKey));
  const groups = new Map<string, PastExpectation[]>();
  for (const row of past) {
    const key = wishKey(row.text);
    if (key === '' || known.has(key)) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const merged = [...groups.values()].flatMap((group): Suggestion[] => {
    const first = group.find(({ sameClient }) => sameClient) ?? group[0];
    if (!first) return [];
    const missed = group.some((row) => row.missed);
    return [{ ...first, missed, times: new Set(group.map(({ project }) => project)).size }];
  });
  const order = (row: Suggestion): number => (row.sameClient ? 2 : 0) + (row.missed ? 1 : 0);
  return merged
    .sort(
      (a, b) => order(b) - order(a) || b.times - a.times || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    )
    .slice(0, limit);
}
