/** G1, G2: one line becomes an expectation: words after `#` say what it is about, those after `@` where it was heard. */

export interface CaptureNames {
  /** Values by the word that stands for them, as the user reads them. */
  readonly hash: ReadonlyMap<string, string>;
  readonly at: ReadonlyMap<string, string>;
}

export interface Captured {
  readonly text: string;
  readonly hash: readonly string[];
  readonly at: readonly string[];
}

const keyOf = (word: string): string => word.normalize('NFKC').toLowerCase();

/** Makes the names findable. Only the part before a blank counts, for a mark ends there. */
export function captureNames(
  hash: readonly (readonly [name: string, value: string])[],
  at: readonly (readonly [name: string, value: string])[],
): CaptureNames {
  const mapOf = (pairs: readonly (readonly [string, string])[]) =>
    new Map(pairs.map(([name, value]) => [keyOf(name.split(/\s/)[0] ?? ''), value]));
  return { hash: mapOf(hash), at: mapOf(at) };
}

/**
 * Takes the known marks out of a line; what is not known stays in the text as it was typed, and a line of nothing
 * but marks stays whole. Full-width `＃` and `＠` are marks too.
 */
export function captureLine(line: string, names: CaptureNames): Captured {
  const found = { hash: [] as string[], at: [] as string[] };
  const text = line
    .replace(/(^|\s)([#＃@＠])(\S+)/g, (whole, before: string, mark: string, word: string) => {
      const kind = mark === '#' || mark === '＃' ? 'hash' : 'at';
      const value = names[kind].get(keyOf(word));
      if (value === undefined) return whole;
      found[kind].push(value);
      return before;
    })
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? { text: line.trim(), hash: [], at: [] } : { text, ...found };
}
