/** MS-3, G18: which documents are signed by whom, and where one stands. */

export type Side = 'client' | 'own';

/** Kinds of which both sides sign. Changes and acceptances are among them (X1, U1). */
export const SIGNED_BY_BOTH = [
  'goals',
  'charter',
  'scope',
  'schedule',
  'adjustment',
  'decision',
  'change',
  'acceptance',
] as const;

const BOTH: readonly Side[] = ['client', 'own'];
const bothKinds: ReadonlySet<string> = new Set(SIGNED_BY_BOTH);

/** MS-3 (d): the sides whose signatures make a document of that kind valid; none for what is only told. */
export const requiredSides = (kind: string): readonly Side[] => (bothKinds.has(kind) ? BOTH : []);

/** Kinds that can be signed. A delay notice needs no signature, but its receipt may be confirmed by one. */
export const canBeSigned = (kind: string): boolean => bothKinds.has(kind) || kind === 'delay_notice';

export type SignState = 'unsigned' | 'partly' | 'signed' | 'outdated';

export interface SigningFacts {
  readonly kind: string;
  /** Sides that signed the latest version. */
  readonly sides: readonly Side[];
  /** Whether the document would still say the same if it were composed now. */
  readonly current: boolean;
}

/**
 * State of the latest version. It is `outdated` when somebody signed it and it would say something else today:
 * the signatures stay with the old content and the next version starts unsigned.
 */
export function signState({ kind, sides, current }: SigningFacts): SignState {
  if (sides.length === 0) return 'unsigned';
  if (!current) return 'outdated';
  const needed = requiredSides(kind);
  return needed.every((side) => sides.includes(side)) ? 'signed' : 'partly';
}

/** Sides that still have to sign. */
export function missingSides(kind: string, sides: readonly Side[]): readonly Side[] {
  return requiredSides(kind).filter((side) => !sides.includes(side));
}

/** X1: what keeps a change from being approved: it is assessed first, and a major one is signed by both sides. */
export function approvalGaps(change: {
  readonly assessed: boolean;
  readonly major: boolean;
  readonly sides: readonly Side[];
}): readonly ('ASSESSMENT_MISSING' | 'SIGNATURES_MISSING')[] {
  return [
    ...(change.assessed ? [] : (['ASSESSMENT_MISSING'] as const)),
    ...(change.major && missingSides('change', change.sides).length > 0
      ? (['SIGNATURES_MISSING'] as const)
      : []),
  ];
}
