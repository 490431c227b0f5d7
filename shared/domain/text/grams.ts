/**
 * Search text. SQLite's tokenizers find nothing for two-character Chinese words, so Han, kana and hangul
 * runs are indexed as single characters and overlapping pairs; other words are kept whole.
 */
const CJK =
  /[\u2e80-\u2fdf\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{323af}]/u;

interface Run {
  readonly cjk: boolean;
  readonly chars: string[];
}

function runs(text: string): Run[] {
  const out: Run[] = [];
  let current: Run | null = null;
  for (const char of text.normalize('NFKC').toLowerCase()) {
    const isCjk = CJK.test(char);
    const isWord = isCjk || /[\p{L}\p{N}]/u.test(char);
    if (!isWord) {
      current = null;
      continue;
    }
    if (!current || current.cjk !== isCjk) {
      current = { cjk: isCjk, chars: [] };
      out.push(current);
    }
    current.chars.push(char);
  }
  return out;
}

const pairs = (chars: readonly string[]): string[] => chars.slice(1).map((char, i) => `${chars[i]}${char}`);

/** Tokens to index, separated by spaces. */
export function indexGrams(text: string): string {
  const tokens: string[] = [];
  for (const run of runs(text)) {
    if (run.cjk) tokens.push(...run.chars, ...pairs(run.chars));
    else tokens.push(run.chars.join(''));
  }
  return tokens.join(' ');
}

/**
 * An FTS5 query that finds every record containing all words of `input`; the last Latin word may be
 * the beginning of a word. Empty if there is nothing to look for. Quotes cannot break out of it:
 * tokens hold letters and digits only.
 */
export function gramQuery(input: string): string {
  const terms: string[] = [];
  for (const run of runs(input)) {
    if (!run.cjk) terms.push(`"${run.chars.join('')}"*`);
    else if (run.chars.length === 1) terms.push(`"${run.chars[0]}"`);
    else terms.push(...pairs(run.chars).map((pair) => `"${pair}"`));
  }
  return terms.slice(0, 40).join(' AND ');
}
