import { REPORT_FONT_RANGES } from './fontRanges.ts';

/** Printed instead of a character that no report font has, if the author accepts it. U+3013, as printers do. */
export const REPLACEMENT = '〓';

let ranges: readonly (readonly [number, number])[] | null = null;

function covered(): readonly (readonly [number, number])[] {
  if (ranges) return ranges;
  const out: [number, number][] = [];
  let at = 0;
  for (const run of REPORT_FONT_RANGES.split(' ')) {
    const [skip = '0', length = '1'] = run.split('.');
    const start = at + Number.parseInt(skip, 36);
    at = start + Number.parseInt(length, 36);
    out.push([start, at - 1]);
  }
  ranges = out;
  return out;
}

/** White space and invisible format characters: drawn as nothing, whatever the font. */
const INVISIBLE = /\s|\u00ad|\p{Cf}|\p{Variation_Selector}/u;

/** Whether the report fonts can draw the character. */
export function hasGlyph(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (INVISIBLE.test(character)) return true;
  const list = covered();
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = list[middle] ?? [0, 0];
    if (code < start) high = middle - 1;
    else if (code > end) low = middle + 1;
    else return true;
  }
  return false;
}

export interface MissingGlyph {
  readonly character: string;
  /** A piece of the text around it, so that people find it. */
  readonly where: string;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.startsWith('data:image/');

function eachText(value: unknown, visit: (text: string) => void): void {
  if (isText(value)) visit(value);
  else if (Array.isArray(value)) for (const item of value) eachText(item, visit);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) eachText(item, visit);
}

/** Characters anywhere in the data that would come out as boxes, each once with its first place. */
export function missingGlyphs(data: unknown): MissingGlyph[] {
  const found = new Map<string, string>();
  eachText(data, (text) => {
    const characters = [...text];
    characters.forEach((character, at) => {
      if (found.has(character) || hasGlyph(character)) return;
      found.set(
        character,
        characters
          .slice(Math.max(0, at - 8), at + 9)
          .join('')
          .replace(/\s+/g, ' '),
      );
    });
  });
  return [...found].map(([character, where]) => ({ character, where }));
}

function replaceIn(text: string): string {
  return [...text].map((character) => (hasGlyph(character) ? character : REPLACEMENT)).join('');
}

/** The data with every character that cannot be drawn replaced by `REPLACEMENT`. */
export function replaceMissing<T>(data: T): T {
  if (isText(data)) return replaceIn(data) as T;
  if (Array.isArray(data)) return data.map((item: unknown) => replaceMissing(item)) as T;
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, replaceMissing(item)])) as T;
  return data;
}
