import { civilToDay, type Instant, parseLocal, TENTHS_PER_DAY } from '../../schedule/calendar/instant.ts';
import type { WarningLog } from './issues.ts';
import type { DurationFormat, RawElement, Tenths } from './model.ts';
import type { Node, RawStore } from './tree.ts';

const EARLIEST = civilToDay(1900, 1, 1) * TENTHS_PER_DAY;
const LATEST = civilToDay(2201, 1, 1) * TENTHS_PER_DAY;
/** About 300 years of round-the-clock work: longer ones are a damaged number. */
const LONGEST = 110_000 * TENTHS_PER_DAY;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/;
const HAS_TIME = /T\d\d:\d\d/;

/** Typed access to the children of one record; what cannot be read is warned of and becomes null. */
export interface Fields {
  text(name: string): string | null;
  integer(name: string): number | null;
  /** Also fractions; decimal comma accepted, as localised writers produce it. */
  decimal(name: string): number | null;
  flag(name: string): boolean | null;
  date(name: string): Instant | null;
  duration(name: string): Tenths | null;
  /** One of the names at the position given by the number; the fallback if absent or unknown. */
  choice<T>(name: string, values: readonly T[], fallback: T): T;
  format(name: string, fallback: number): DurationFormat;
  /** All children of this name. */
  list(name: string): readonly Node[];
  /** Children nobody has asked for so far, as XML. To be called last. */
  rest(): RawElement[];
}

/** Where the mappers report and keep things while a file is read. */
export interface ReadContext {
  readonly log: WarningLog;
  readonly raw: RawStore;
}

type Warn = (code: Parameters<WarningLog['add']>[0], name: string, value: string) => void;

function parseFlag(text: string): boolean | null {
  const lower = text.toLowerCase();
  if (lower === '1' || lower === 'true' || lower === '-1') return true;
  return lower === '0' || lower === 'false' ? false : null;
}

/** A number as XML Schema writes it, or with a decimal comma; booleans count as 1 and 0. null otherwise. */
export function parseNumber(text: string): number | null {
  if (/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) {
    const value = Number(text.replace(',', '.'));
    return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
  }
  return text === 'true' ? 1 : text === 'false' ? 0 : null;
}

export type ParsedDate =
  | { readonly ok: true; readonly value: Instant; readonly zone: boolean }
  | { readonly ok: false; readonly code: 'DATE_UNREADABLE' | 'DATE_OUT_OF_RANGE' };

/** A date of the file. A zone suffix is cut off: the wall-clock time as written counts (semantics §1). */
export function parseMspdiDate(text: string): ParsedDate {
  const zone = HAS_TIME.test(text) && ZONE.test(text);
  const value = parseLocal((zone ? text.replace(ZONE, '') : text).replace(' ', 'T'));
  if (value === null) return { ok: false, code: 'DATE_UNREADABLE' };
  return value < EARLIEST || value >= LATEST
    ? { ok: false, code: 'DATE_OUT_OF_RANGE' }
    : { ok: true, value, zone };
}

const DURATION =
  /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/**
 * `PT80H0M0S` to tenths of a minute. Days count as 24 hours as XML Schema says (`inDays` tells the caller);
 * years and months have no length in hours and give null.
 */
export function parseMspdiDuration(
  text: string,
): { readonly value: Tenths; readonly inDays: boolean } | null {
  const parts = DURATION.exec(text);
  if (!parts || Number(parts[2] ?? 0) > 0 || Number(parts[3] ?? 0) > 0) return null;
  if (parts.slice(2).every((part) => part === undefined)) return null;
  const [days, hours, minutes, seconds] = [4, 5, 6, 7].map((i) => Number(parts[i] ?? 0));
  const sum = (days ?? 0) * TENTHS_PER_DAY + (hours ?? 0) * 600 + (minutes ?? 0) * 10 + (seconds ?? 0) / 6;
  if (!Number.isFinite(sum) || sum > LONGEST) return null;
  const rounded = Math.round(sum);
  return { value: parts[1] === '-' && rounded !== 0 ? -rounded : rounded, inDays: (days ?? 0) > 0 };
}

const UNITS: Readonly<Record<number, DurationFormat['unit']>> = {
  3: 'minute',
  5: 'hour',
  7: 'day',
  9: 'week',
  11: 'month',
  19: 'percent',
  21: 'default',
};

/** DurationFormat / LagFormat code to its meaning; null if there is no such code. */
export function durationFormat(code: number): DurationFormat | null {
  const estimated = code >= 35 && code <= 53;
  const plain = estimated ? code - 32 : code;
  const elapsed = plain % 2 === 0;
  const unit = UNITS[elapsed ? plain - 1 : plain];
  return unit && !(unit === 'default' && elapsed) ? { code, unit, elapsed, estimated } : null;
}

const DAYS: DurationFormat = { code: 7, unit: 'day', elapsed: false, estimated: false };

function readDate(text: string, name: string, warn: Warn): Instant | null {
  const parsed = parseMspdiDate(text);
  if (!parsed.ok) {
    // Project writes NA for “no date”.
    if (text !== 'NA') warn(parsed.code, name, text);
    return null;
  }
  if (parsed.zone) warn('DATE_ZONE_IGNORED', name, text);
  return parsed.value;
}

function readDuration(text: string, name: string, warn: Warn): Tenths | null {
  const parsed = parseMspdiDuration(text);
  // Nothing takes less than no time.
  if (!parsed || parsed.value < 0) {
    warn('DURATION_UNREADABLE', name, text);
    return null;
  }
  if (parsed.inDays) warn('DURATION_IN_DAYS', name, text);
  return parsed.value;
}

/** First child of each name: records have many children and are asked for many names. */
function indexChildren(node: Node): ReadonlyMap<string, Node> {
  const index = new Map<string, Node>();
  for (const element of node.children) if (!index.has(element.name)) index.set(element.name, element);
  return index;
}

/**
 * Read the children of a record. `place` names the record in warnings, for example `#12 Foundations`. Whatever
 * is asked for counts as known; {@link Fields.rest} gives the others, so no second list of names is needed.
 */
export function createFields(node: Node, place: string, { log, raw }: ReadContext): Fields {
  const index = indexChildren(node);
  const asked = new Set<string>();
  const text = (name: string) => {
    asked.add(name);
    return index.get(name)?.text || null;
  };
  const trimmed = (name: string) => text(name)?.trim() || null;
  const warn: Warn = (code, name, value) =>
    log.add(code, `${place}: ${name}`, index.get(name)?.line ?? node.line, { value });
  const read = <T>(name: string, parse: (value: string) => T | null): T | null => {
    const value = trimmed(name);
    if (value === null) return null;
    const parsed = parse(value);
    if (parsed === null) warn('NUMBER_UNREADABLE', name, value);
    return parsed;
  };
  const integer = (name: string) => {
    const value = read(name, parseNumber);
    return value === null ? null : Math.round(value);
  };
  return {
    text,
    integer,
    list(name) {
      asked.add(name);
      return index.has(name) ? node.children.filter((element) => element.name === name) : [];
    },
    rest: () => raw.keep(node, asked),
    decimal: (name) => read(name, parseNumber),
    flag: (name) => read(name, parseFlag),
    date(name) {
      const value = trimmed(name);
      return value === null ? null : readDate(value, name, warn);
    },
    duration(name) {
      const value = trimmed(name);
      return value === null ? null : readDuration(value, name, warn);
    },
    choice(name, values, fallback) {
      const index = integer(name);
      if (index === null) return fallback;
      const value = values[index];
      if (value === undefined) warn('VALUE_UNKNOWN', name, String(index));
      return value ?? fallback;
    },
    format(name, fallback) {
      const code = integer(name) ?? fallback;
      const format = durationFormat(code);
      if (!format) warn('VALUE_UNKNOWN', name, String(code));
      return format ?? durationFormat(fallback) ?? DAYS;
    },
  };
}
