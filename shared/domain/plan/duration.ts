/** Durations as people type and read them. Stored are working tenths of a minute and the unit they were typed in. */

/** Minutes of a working day and week and days of a month: only to convert units, never to schedule. */
export interface DurationUnits {
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly daysPerMonth: number;
}

export const STANDARD_UNITS: DurationUnits = { minutesPerDay: 480, minutesPerWeek: 2400, daysPerMonth: 20 };

export const DURATION_UNITS = ['m', 'h', 'd', 'w', 'mo'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface Duration {
  /** Tenths of a minute: working time, or wall-clock time if the unit is elapsed. */
  readonly tenths: number;
  /** `d`, `h`, `ed` (elapsed), `d?` (estimated) … */
  readonly unit: string;
}

/** 200 years of tenths; what a task can hold. */
export const MAX_DURATION_TENTHS = 200 * 366 * 24 * 60 * 10;

const WORDS: Readonly<Record<string, DurationUnit>> = {
  m: 'm',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  分: 'm',
  分钟: 'm',
  分鐘: 'm',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  时: 'h',
  時: 'h',
  小时: 'h',
  小時: 'h',
  '': 'd',
  d: 'd',
  day: 'd',
  days: 'd',
  dy: 'd',
  天: 'd',
  日: 'd',
  工作日: 'd',
  个工作日: 'd',
  個工作日: 'd',
  w: 'w',
  wk: 'w',
  wks: 'w',
  week: 'w',
  weeks: 'w',
  周: 'w',
  週: 'w',
  星期: 'w',
  mo: 'mo',
  mon: 'mo',
  mos: 'mo',
  month: 'mo',
  months: 'mo',
  月: 'mo',
  个月: 'mo',
  個月: 'mo',
};

/** Tenths of a minute in one unit. Elapsed days have 24 hours, elapsed months 30 days. */
export function unitTenths(unit: DurationUnit, elapsed: boolean, units: DurationUnits): number {
  if (unit === 'm') return 10;
  if (unit === 'h') return 600;
  if (elapsed) return { d: 14_400, w: 100_800, mo: 432_000 }[unit];
  if (unit === 'w') return units.minutesPerWeek * 10;
  return units.minutesPerDay * 10 * (unit === 'mo' ? units.daysPerMonth : 1);
}

/** Splits a stored unit such as `ed?`. Unknown ones read as days. */
export function readUnit(unit: string): {
  readonly base: DurationUnit;
  readonly elapsed: boolean;
  readonly estimated: boolean;
} {
  const estimated = unit.endsWith('?');
  const plain = estimated ? unit.slice(0, -1) : unit;
  const elapsed = plain.startsWith('e');
  const base = DURATION_UNITS.find((known) => known === (elapsed ? plain.slice(1) : plain)) ?? 'd';
  return { base, elapsed, estimated };
}

/** True if the duration runs round the clock. */
export const isElapsed = (unit: string): boolean => readUnit(unit).elapsed;

function splitWord(word: string): { unit: DurationUnit; elapsed: boolean } | null {
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (known) return { unit: known, elapsed: false };
  const rest = word.startsWith('e') ? word.slice(1) : word.replace(/^(连续|連續|日历|日曆)/, '');
  const elapsed = rest === word || rest === '' ? undefined : WORDS[rest];
  return elapsed ? { unit: elapsed, elapsed: true } : null;
}

/**
 * Reads `3d`, `4h`, `2w`, `1.5 days`, `5 天`, `3ed` (elapsed), `2d?` (estimated); a bare number is days.
 * Null if it cannot be read, is negative or too long.
 */
export function parseDuration(text: string, units: DurationUnits): Duration | null {
  const clean = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const match = /^(\d{1,7}(?:\.\d{1,4})?|\.\d{1,4})([a-z\u4e00-\u9fff]*)(\?)?$/.exec(clean);
  const word = match ? splitWord(match[2] ?? '') : null;
  if (!match || !word) return null;
  const tenths = Math.round(Number(match[1]) * unitTenths(word.unit, word.elapsed, units));
  if (tenths > MAX_DURATION_TENTHS) return null;
  return { tenths, unit: `${word.elapsed ? 'e' : ''}${word.unit}${match[3] ?? ''}` };
}

/** The number before the unit, at most two decimals. */
export function durationValue(tenths: number, unit: string, units: DurationUnits): number {
  const { base, elapsed } = readUnit(unit);
  return Math.round((tenths / unitTenths(base, elapsed, units)) * 100) / 100;
}

/** As it is typed, the same in every language: `3d`, `1.5h`, `2ew?`. */
export function durationInput(tenths: number, unit: string, units: DurationUnits): string {
  return `${durationValue(tenths, unit, units)}${unit}`;
}
