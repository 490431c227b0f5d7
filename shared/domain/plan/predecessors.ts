import {
  type DurationUnits,
  durationInput,
  isElapsed,
  MAX_DURATION_TENTHS,
  parseDuration,
} from './duration.ts';

export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof LINK_TYPES)[number];
export const LAG_KINDS = ['working', 'elapsed', 'percent', 'elapsed_percent'] as const;
export type LagKind = (typeof LAG_KINDS)[number];

/** Lag of a link: tenths of a minute, or per cent of the predecessor's duration. Negative: lead. */
export interface Lag {
  readonly lag_kind: LagKind;
  readonly lag_value: number;
  readonly lag_unit: string;
}

export const NO_LAG: Lag = { lag_kind: 'working', lag_value: 0, lag_unit: 'd' };

/** Reads `2d`, `-1d`, `+3ed`, `50%`; blank is no lag. Null if it cannot be read. */
export function parseLag(text: string, units: DurationUnits): Lag | null {
  const clean = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace('−', '-');
  if (clean === '') return NO_LAG;
  const match = /^([+-]?)(.+)$/.exec(clean);
  const sign = match?.[1] === '-' ? -1 : 1;
  const body = match?.[2] ?? '';
  const percent = /^(\d{1,5}(?:\.\d{1,2})?)(e?)%$/.exec(body);
  if (percent)
    return {
      lag_kind: percent[2] ? 'elapsed_percent' : 'percent',
      lag_value: sign * Number(percent[1]) || 0,
      lag_unit: percent[2] ? 'e%' : '%',
    };
  const duration = parseDuration(body, units);
  if (!duration || duration.tenths > MAX_DURATION_TENTHS) return null;
  return {
    lag_kind: isElapsed(duration.unit) ? 'elapsed' : 'working',
    // `|| 0`: a negative zero would be another value to the log.
    lag_value: sign * duration.tenths || 0,
    lag_unit: duration.unit,
  };
}

/** As it is typed: `+2d`, `-50%`, nothing for no lag. */
export function lagInput(lag: Lag, units: DurationUnits): string {
  if (lag.lag_value === 0) return '';
  const sign = lag.lag_value < 0 ? '-' : '+';
  const size = Math.abs(lag.lag_value);
  if (lag.lag_kind === 'percent') return `${sign}${size}%`;
  if (lag.lag_kind === 'elapsed_percent') return `${sign}${size}e%`;
  return `${sign}${durationInput(size, lag.lag_unit, units)}`;
}

export interface TypedPredecessor extends Lag {
  readonly number: string;
  readonly type: LinkType;
}

/** `1.2`, `4SS`, `3FS+2d`: what one predecessor reads as. FS without lag is the number alone. */
export function predecessorInput(number: string, type: LinkType, lag: Lag, units: DurationUnits): string {
  const rest = lagInput(lag, units);
  return `${number}${type === 'FS' && rest === '' ? '' : type}${rest}`;
}

/**
 * Reads a list such as `1.2; 4SS+2d, 5FF-1d`.
 * @returns the predecessors, or the piece that cannot be read
 */
export function parsePredecessors(
  text: string,
  units: DurationUnits,
):
  | { readonly ok: true; readonly value: TypedPredecessor[] }
  | { readonly ok: false; readonly piece: string } {
  const value: TypedPredecessor[] = [];
  for (const piece of text.normalize('NFKC').split(/[,;、，；\n]/)) {
    const clean = piece.replace(/\s+/g, '');
    if (clean === '') continue;
    const match = /^(\d+(?:\.\d+)*)(FS|SS|FF|SF)?([+\-−].+)?$/i.exec(clean);
    const lag = match ? parseLag(match[3] ?? '', units) : null;
    if (!match || !lag) return { ok: false, piece: piece.trim() };
    const type = LINK_TYPES.find((known) => known === match[2]?.toUpperCase()) ?? 'FS';
    value.push({ number: match[1] ?? '', type, ...lag });
  }
  return { ok: true, value };
}
