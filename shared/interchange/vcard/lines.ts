/** Content lines of a vCard file: unfolded, with name and parameters apart. vCard 2.1, 3.0 and 4.0. */

export interface ContentLine {
  /** Line of the file, from 1. */
  readonly line: number;
  /** In capitals, without its group: `TEL` of `item1.TEL`. */
  readonly name: string;
  readonly group: string;
  /** Values in capitals: `TYPE` also holds the bare words of 2.1. */
  readonly types: ReadonlySet<string>;
  readonly charset: string | undefined;
  readonly encoding: 'quoted' | 'base64' | 'plain';
  /** `X-SERVICE-TYPE` or `SERVICE-TYPE` as written: which messenger an `IMPP` is. */
  readonly service: string;
  /** 1–100 in 4.0, 1 for a bare `PREF`; 0 without. */
  readonly preference: number;
  /** As it stands in the file. */
  readonly value: string;
}

const QUOTED = /(?:^|[;=,"])QUOTED-PRINTABLE(?:["]?)(?:[;:,]|$)/i;
const BASE64 = /ENCODING="?(?:BASE64|B)"?(?:[;:]|$)|;BASE64[;:]/i;

/** Only blank and tab are blank: a byte such as A0 may be half of a character. */
const HOLDS_TEXT = /[^ \t]/;

/** Where the value begins: behind the first colon outside quotes; -1 for a line that is none. */
function colonOf(line: string): number {
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') quoted = !quoted;
    else if (line[i] === ':' && !quoted) return i;
  }
  // An open quote is a slip of the program that wrote it.
  return line.indexOf(':');
}

function splitOutsideQuotes(text: string, at: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === at && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Joins what belongs to one line. Soft breaks of quoted-printable and bare base64 of 2.1 included. */
export function unfold(text: string): { readonly line: number; readonly text: string }[] {
  const out: { line: number; text: string }[] = [];
  let soft = false;
  let bare = false;
  let version = '';
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = out.at(-1);
    if (soft && last) {
      // The break is the sign; blanks that begin the next line belong to the text.
      last.text = last.text.slice(0, -1) + raw;
      soft = raw.endsWith('=');
      continue;
    }
    if (last && /^[ \t]/.test(raw) && HOLDS_TEXT.test(raw)) {
      // 2.1 breaks at a blank and keeps it, later versions add one.
      last.text +=
        version.startsWith('2') && !BASE64.test(last.text) ? ` ${raw.replace(/^[ \t]+/, '')}` : raw.slice(1);
      continue;
    }
    if (bare && last && /^[A-Za-z0-9+/=]+$/.test(raw)) {
      last.text += raw;
      continue;
    }
    bare = false;
    if (!HOLDS_TEXT.test(raw)) continue;
    out.push({ line: index + 1, text: raw });
    const head = raw.slice(0, Math.max(0, colonOf(raw)) + 1);
    if (/^VERSION/i.test(raw)) version = raw.slice(head.length).trim();
    soft = raw.endsWith('=') && QUOTED.test(head);
    bare = BASE64.test(head);
  }
  return out;
}

function preferenceOf(key: string, value: string): number {
  if (key !== 'PREF') return 0;
  const number = Number(value);
  return Number.isFinite(number) && number >= 1 ? Math.min(100, number) : 1;
}

/** A line taken apart; null for one that is no content line. */
export function parseLine(source: { readonly line: number; readonly text: string }): ContentLine | null {
  const at = colonOf(source.text);
  if (at <= 0) return null;
  const [full = '', ...params] = splitOutsideQuotes(source.text.slice(0, at), ';');
  const dot = full.indexOf('.');
  const types = new Set<string>();
  let charset: string | undefined;
  let encoding: ContentLine['encoding'] = 'plain';
  let preference = 0;
  let service = '';
  for (const param of params) {
    const equals = param.indexOf('=');
    const key = (equals < 0 ? 'TYPE' : param.slice(0, equals)).trim().toUpperCase();
    if (/^(?:X-)?SERVICE-TYPE$/.test(key))
      service = param
        .slice(equals + 1)
        .replaceAll('"', '')
        .trim();
    const values = splitOutsideQuotes(param.slice(equals + 1), ',').flatMap((value) =>
      value.replaceAll('"', '').split(','),
    );
    for (const value of values.map((one) => one.trim().toUpperCase())) {
      if (value === 'QUOTED-PRINTABLE') encoding = 'quoted';
      else if (value === 'BASE64' || (key === 'ENCODING' && value === 'B')) encoding = 'base64';
      else if (key === 'CHARSET') charset = value;
      else if (key === 'TYPE') types.add(value);
      preference = preference || preferenceOf(key === 'TYPE' ? value : key, value);
    }
  }
  return {
    line: source.line,
    name: full
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    group: dot < 0 ? '' : full.slice(0, dot).trim().toUpperCase(),
    types,
    charset,
    encoding,
    service,
    preference,
    value: source.text.slice(at + 1),
  };
}
