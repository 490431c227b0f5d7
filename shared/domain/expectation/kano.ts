/**
 * G6: the class of an expectation by the standard evaluation table: two questions to each respondent
 * ("how would you feel if it were there" and "… if it were not"), a class per pair, the majority over all.
 */
import type { KANO_CLASSES } from '../../model/entities/expectation.ts';

export type KanoClass = (typeof KANO_CLASSES)[number];

/** 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike. */
export const KANO_DEGREES = [1, 2, 3, 4, 5] as const;
export type KanoDegree = (typeof KANO_DEGREES)[number];

export interface KanoPair {
  /** Feeling when it is there, 1–5. */
  readonly functional: number;
  /** Feeling when it is missing, 1–5. */
  readonly dysfunctional: number;
}

const LETTERS = {
  M: 'basic',
  O: 'performance',
  A: 'excitement',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
} as const satisfies Readonly<Record<string, KanoClass>>;

/** Rows: functional 1–5; columns: dysfunctional 1–5. */
const TABLE = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'] as const;

/** Class of one pair of answers; null when an answer is outside 1–5. */
export function kanoOfPair({ functional, dysfunctional }: KanoPair): KanoClass | null {
  const letter = TABLE[functional - 1]?.[dysfunctional - 1];
  return letter === undefined ? null : LETTERS[letter as keyof typeof LETTERS];
}

/** What a tie is decided by: the class whose absence hurts most comes first (M > O > A > I > R > Q). */
export const KANO_ORDER: readonly KanoClass[] = [
  'basic',
  'performance',
  'excitement',
  'indifferent',
  'reverse',
  'questionable',
];

export type KanoTally = Readonly<Record<KanoClass, number>>;

/** How many pairs fall into each class; pairs outside 1–5 are not counted. */
export function kanoTally(pairs: readonly KanoPair[]): KanoTally {
  const tally: Record<KanoClass, number> = {
    basic: 0,
    performance: 0,
    excitement: 0,
    indifferent: 0,
    reverse: 0,
    questionable: 0,
  };
  for (const pair of pairs) {
    const kind = kanoOfPair(pair);
    if (kind !== null) tally[kind] += 1;
  }
  return tally;
}

/** The class of the majority, ties by `KANO_ORDER`; null without answers. */
export function kanoMajority(tally: KanoTally): KanoClass | null {
  let best: KanoClass | null = null;
  for (const kind of KANO_ORDER) {
    const least = best === null ? 0 : tally[best];
    if (tally[kind] > least) best = kind;
  }
  return best;
}

export interface KanoCoefficients {
  /** Satisfaction: (A + O) ÷ (A + O + M + I), 0–1; null when nobody answered so. */
  readonly better: number | null;
  /** Dissatisfaction: −(O + M) ÷ (A + O + M + I), −1–0; null when nobody answered so. */
  readonly worse: number | null;
}

/** Better and worse. Reverse and questionable answers are in neither. */
export function kanoCoefficients(tally: KanoTally): KanoCoefficients {
  const { basic, performance, excitement, indifferent } = tally;
  const sum = excitement + performance + basic + indifferent;
  if (sum === 0) return { better: null, worse: null };
  const worse = (performance + basic) / sum;
  return { better: (excitement + performance) / sum, worse: worse === 0 ? 0 : -worse };
}

export interface KanoResult extends KanoCoefficients {
  /** The class that counts: the one chosen by hand, else that of the answers. */
  readonly kind: KanoClass | null;
  /** The class of the answers, whatever was chosen by hand. */
  readonly answered: KanoClass | null;
  readonly tally: KanoTally;
  readonly respondents: number;
}

/** Everything the answers to one expectation say. @param chosen class set by hand, which goes before the answers */
export function kanoResult(chosen: KanoClass | null, pairs: readonly KanoPair[]): KanoResult {
  const tally = kanoTally(pairs);
  const answered = kanoMajority(tally);
  const respondents = KANO_ORDER.reduce((sum, kind) => sum + tally[kind], 0);
  return { kind: chosen ?? answered, answered, tally, respondents, ...kanoCoefficients(tally) };
}

/** Quarter of the scatter (better up, |worse| to the right, cut at 0.5) and the class it stands for. */
export function kanoQuarter({ better, worse }: KanoCoefficients): KanoClass | null {
  if (better === null || worse === null) return null;
  const needed = -worse >= 0.5;
  if (better >= 0.5) return needed ? 'performance' : 'excitement';
  return needed ? 'basic' : 'indifferent';
}

/** `0.67`, `−0.50`; "—" where nobody answered so. */
export function coefficientText(value: number | null): string {
  if (value === null) return '—';
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
