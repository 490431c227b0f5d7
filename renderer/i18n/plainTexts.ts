import type { i18n } from 'i18next';
import type { Locale } from '#shared/i18n/index.ts';

/** A variable of a text, without format: `{{name}}`. */
const VARIABLE = /\{\{(\w+)\}\}/g;
/** What only the whole machinery can do: other braces, and texts inside texts. */
const RICH = /\{\{(?!\w+\}\})|\$t\(/;
/** Variables that choose another text, or another way to read this one. */
const CHOOSING = new Set(['count', 'context', 'ordinal', 'defaultValue', 'lng', 'ns', 'returnObjects']);

type Args = Readonly<Record<string, unknown>>;

const isArgs = (value: unknown): value is Args => typeof value === 'object' && value !== null;

/** The text with its variables in place; null where that is not as simple as it looks. */
function filled(text: string, args: Args): string | null {
  for (const name of Object.keys(args)) if (CHOOSING.has(name)) return null;
  let plain = true;
  const out = text.replace(VARIABLE, (_, name: string) => {
    const value = args[name];
    plain &&= typeof value === 'string' || typeof value === 'number';
    return String(value);
  });
  return plain ? out : null;
}

/** Reads `namespace:path.of.keys` in what the instance has loaded for a language; null if that is no plain text. */
function reader(instance: i18n, locale: Locale): (key: string) => string | null {
  const known = new Map<string, string | null>();
  const read = (key: string): string | null => {
    const colon = key.indexOf(':');
    if (colon < 0) return null;
    let at: unknown = instance.getResourceBundle(locale, key.slice(0, colon));
    for (const part of key.slice(colon + 1).split('.')) at = isArgs(at) ? at[part] : null;
    return typeof at === 'string' && !RICH.test(at) ? at : null;
  };
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = read(key);
    known.set(key, text);
    return text;
  };
}

/**
 * The same translations with a short way for plain texts, which most are: a screen asks for hundreds before its
 * first picture. Plurals, contexts, nested and missing texts go to `full`.
 */
export function withPlainTexts<T extends (...args: never[]) => unknown>(
  full: T,
  instance: i18n,
  locale: Locale,
): T {
  const read = reader(instance, locale);
  const way: ProxyHandler<T> = {
    apply(target, self, given: unknown[]) {
      const [key, args] = given;
      const text = typeof key === 'string' && given.length <= 2 ? read(key) : null;
      if (text !== null && args === undefined && !text.includes('{{')) return text;
      const whole = text !== null && isArgs(args) ? filled(text, args) : null;
      return whole ?? Reflect.apply(target, self, given as never[]);
    },
  };
  return new Proxy(full, way);
}
