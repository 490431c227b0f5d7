/**
 * What a Microsoft Project XML file says, read with regular expressions alone: a second opinion that shares no
 * code with the importer.
 */
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(dec) : Number.parseInt(hex, 16))
        : (ENTITIES[name] ?? whole),
  );
}

export interface TextRecord {
  /** Text of a direct child, entities decoded; null if absent or empty. */
  get(name: string): string | null;
  /** Child elements of that name, as records. */
  all(name: string): TextRecord[];
  readonly xml: string;
}

function record(xml: string): TextRecord {
  // Only the outermost children: anything with children of its own is cut out first.
  const flat = xml.replace(/<(\w+)(?:\s[^>]*)?>\s*<(?!\/)[\s\S]*?<\/\1>/g, '');
  return {
    xml,
    get(name) {
      const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(flat)?.[1];
      return text === undefined || text === '' ? null : decode(text);
    },
    all: (name) => records(xml, name),
  };
}

function records(xml: string, name: string): TextRecord[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map((match) =>
    record(match[1] ?? ''),
  );
}

/** The records of a list such as `Tasks`/`Task`. */
export function recordsOf(xml: string, list: string, name: string): TextRecord[] {
  return records(new RegExp(`<${list}>([\\s\\S]*)</${list}>`).exec(xml)?.[1] ?? '', name);
}

/** A wall-clock date without zone in the years the store keeps, else null. */
export function plainDate(text: string | null): string | null {
  return text !== null && /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? text : null;
}

/** `PT8H30M0S` in tenths of a minute, or null. */
export function tenthsOf(text: string | null): number | null {
  const match = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(text ?? '');
  if (!match) return null;
  return Number(match[1]) * 600 + Number(match[2]) * 10 + Math.round(Number(match[3]) / 6);
}
