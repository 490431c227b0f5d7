/** Finds the ids of the domain reference in the code and in the titles of tests. */

/** One place that names an id. */
export interface Place {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Title of the test; absent for code. */
  readonly title?: string;
}

const ID = /(?<![\w.#-])(WF|[A-HI-X])(\d{1,2})(?!\d|\w)/g;
const RANGE = /(?<![\w.#-])(WF|[A-X])(\d{1,2})[–-](?:\1)?(\d{1,2})(?!\d|\w)/g;

/** Ids in a text; `D1–D5` and `D1-5` name all between. Only those in `known`. */
export function idsIn(text: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, letters = '', from = '', to = ''] of text.matchAll(RANGE))
    for (let n = Number(from); n <= Number(to); n++) found.add(`${letters}${n}`);
  for (const [, letters = '', n = ''] of text.matchAll(ID)) found.add(`${letters}${n}`);
  return new Set([...found].filter((id) => known.has(id)));
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const TITLE = /\b(?:test|it|describe)(?:\.\w+)*(?:\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/** Titles of tests and of their groups, as written. */
export const titlesIn = (source: string): readonly string[] =>
  [...source.matchAll(TITLE)].map(([, , title = '']) => title.replaceAll('\\', ''));

/** What comments say. */
export const commentsIn = (source: string): string => (source.match(COMMENT) ?? []).join('\n');

export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** Places by id. */
export function scan(
  files: readonly { readonly file: string; readonly source: string }[],
  known: ReadonlySet<string>,
): {
  readonly code: ReadonlyMap<string, readonly Place[]>;
  readonly tests: ReadonlyMap<string, readonly Place[]>;
} {
  const code = new Map<string, Place[]>();
  const tests = new Map<string, Place[]>();
  const add = (map: Map<string, Place[]>, id: string, place: Place) => {
    map.set(id, [...(map.get(id) ?? []), place]);
  };
  for (const { file, source } of files) {
    if (isTest(file)) {
      for (const title of titlesIn(source))
        for (const id of idsIn(title, known)) add(tests, id, { file, title });
    } else for (const id of idsIn(commentsIn(source), known)) add(code, id, { file });
  }
  return { code, tests };
}
