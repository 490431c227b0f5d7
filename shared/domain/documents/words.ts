/** Differences between two texts, word by word (G9). Pure. */

export interface TextPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words, numbers, single Han characters, runs of spaces, every other sign by itself. */
const TOKEN = /\p{Script=Han}|[\p{L}\p{N}]+(?:[.,:’'-][\p{L}\p{N}]+)*|\s+|./gsu;

/** More words than this are compared line by line: the table of the comparison grows with the square. */
const MAX_TOKENS = 3_000;

const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function push(parts: TextPart[], op: TextPart['op'], text: string): void {
  const last = parts[parts.length - 1];
  if (text === '') return;
  if (last?.op === op) parts[parts.length - 1] = { op, text: last.text + text };
  else parts.push({ op, text });
}

/** Lengths of the longest common subsequences of all endings. */
function lengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    const row = table[i] as Uint16Array;
    const next = table[i + 1] as Uint16Array;
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

function middle(before: readonly string[], after: readonly string[], parts: TextPart[]): void {
  const table = lengths(before, after);
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      push(parts, 'same', before[i] ?? '');
      i++;
      j++;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
      push(parts, 'removed', before[i++] ?? '');
    else push(parts, 'added', after[j++] ?? '');
  }
  push(parts, 'removed', before.slice(i).join(''));
  push(parts, 'added', after.slice(j).join(''));
}

/** Removed before added where both stand between the same words: as one reads a correction. */
function tidied(parts: readonly TextPart[]): TextPart[] {
  const out: TextPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    push(out, 'removed', removed);
    push(out, 'added', added);
    removed = '';
    added = '';
  };
  for (const part of parts) {
    if (part.op === 'removed') removed += part.text;
    else if (part.op === 'added') added += part.text;
    else {
      flush();
      push(out, 'same', part.text);
    }
  }
  flush();
  return out;
}

/** What has to be taken out of `before` and put in to get `after`; the parts in the order of reading. */
export function compareTexts(before: string, after: string): TextPart[] {
  let split = tokens;
  let a = tokens(before);
  let b = tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  if (Math.max(a.length, b.length) - head - tail > MAX_TOKENS) {
    split = lines;
    a = split(before);
    b = split(after);
    head = 0;
    tail = 0;
  }
  const parts: TextPart[] = [];
  push(parts, 'same', a.slice(0, head).join(''));
  const inA = a.slice(head, a.length - tail);
  const inB = b.slice(head, b.length - tail);
  if (Math.max(inA.length, inB.length) > MAX_TOKENS) {
    push(parts, 'removed', inA.join(''));
    push(parts, 'added', inB.join(''));
  } else middle(inA, inB, parts);
  push(parts, 'same', tail === 0 ? '' : a.slice(-tail).join(''));
  return tidied(parts);
}
