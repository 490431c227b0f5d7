/** A catalogue as plain data. */
export interface Tree {
  readonly [key: string]: string | Tree;
}

export interface CatalogueSet {
  readonly [locale: string]: Tree;
}

/** `namespace:path.to.key` → text. */
export function flatten(tree: Tree): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const walk = (node: Tree, path: readonly string[]) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') out.set([...path, key].join('.').replace('.', ':'), value);
      else walk(value, [...path, key]);
    }
  };
  walk(tree, []);
  return out;
}

/** A key without its plural ending. */
function stem(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort();
}

/** The same keys in every language (English alone may add `_one` to an `_other`), and no empty text. */
export function checkKeys(set: CatalogueSet): string[] {
  const problems: string[] = [];
  const flat = Object.entries(set).map(([locale, tree]) => [locale, flatten(tree)] as const);
  const all = new Set(flat.flatMap(([, texts]) => [...texts.keys()]).filter((key) => !key.endsWith('_one')));
  for (const [locale, texts] of flat) {
    for (const key of all) if (!texts.has(key)) problems.push(`${locale}: ${key} is missing`);
    for (const [key, text] of texts) {
      if (text.trim() === '') problems.push(`${locale}: ${key} is empty`);
      if (!key.endsWith('_one')) continue;
      if (locale.startsWith('zh')) problems.push(`${locale}: ${key}: Chinese has no singular form`);
      else if (!texts.has(`${stem(key)}_other`)) problems.push(`${locale}: ${key} has no ${stem(key)}_other`);
    }
  }
  return problems;
}

/**
 * The same variables in every language; one that is missing would drop a name or a number from a sentence. A singular
 * may do without: "once" needs no count.
 */
export function checkVariables(set: CatalogueSet, source: string): string[] {
  const wanted = flatten(set[source] ?? {});
  return Object.entries(set).flatMap(([locale, tree]) =>
    [...flatten(tree)].flatMap(([key, text]) => {
      const model = wanted.get(key) ?? wanted.get(`${stem(key)}_other`);
      if (model === undefined) return [];
      const [has, needs] = [variables(text), variables(model)];
      const isMeant = key.endsWith('_one')
        ? has.every((name) => needs.includes(name))
        : `${has}` === `${needs}`;
      return isMeant ? [] : [`${locale}: ${key} has {{${has}}} where ${source} has {{${needs}}}`];
    }),
  );
}

/** Characters of the other script. `foreign` holds those that the language never writes. */
export function checkScript(locale: string, tree: Tree, foreign: ReadonlySet<string>): string[] {
  return [...flatten(tree)].flatMap(([key, text]) => {
    const found = [...text].filter((char) => foreign.has(char));
    return found.length === 0
      ? []
      : [`${locale}: ${key} has ${[...new Set(found)].join('')} of the other script`];
  });
}

export interface Usage {
  /** Keys that appear whole. */
  readonly keys: ReadonlySet<string>;
  /** Beginnings of keys that are put together at run time: `errors:` of `` `errors:${code}` ``. */
  readonly prefixes: ReadonlySet<string>;
}

/** Keys that a source text names, in any string or template whose start is one of the namespaces. */
export function usageOf(source: string, namespaces: readonly string[]): Usage {
  const names = namespaces.join('|');
  const whole = new RegExp(`['"\`]((?:${names}):[\\w.]+)['"\`]`, 'g');
  const begun = new RegExp(`\`((?:${names}):[\\w.]*)\\$\\{`, 'g');
  const pick = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''));
  return { keys: pick(whole), prefixes: pick(begun) };
}

/** Keys that are used but not there, and there but not used. */
export function checkUsage(tree: Tree, usage: Usage, families: readonly string[]): string[] {
  const keys = [...flatten(tree).keys()];
  const known = new Set([...keys, ...keys.map(stem)]);
  const covered = (key: string) =>
    usage.keys.has(key) ||
    usage.keys.has(stem(key)) ||
    [...usage.prefixes, ...families].some((prefix) => key.startsWith(prefix));
  return [
    ...[...usage.keys]
      .filter((key) => !known.has(key))
      .map((key) => `${key} is used but not in the catalogue`),
    ...keys.filter((key) => !covered(key)).map((key) => `${key} is not used anywhere`),
  ];
}
