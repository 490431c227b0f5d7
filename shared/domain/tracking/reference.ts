/** Which baseline the plan is measured against when nobody chooses one. */

export interface BaselineHead {
  readonly id: string;
  readonly number: number;
  readonly kind: 'manual' | 'contract' | 'change' | 'imported';
}

/** By number, then by id: ids made later are greater. */
const byNumber = (a: BaselineHead, b: BaselineHead): number =>
  a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The agreement that holds: the newest baseline of the contract or of an approved change. A plan without an
 * agreement is measured against the newest baseline somebody took, else against the first one of the imported
 * file (Microsoft Project compares with its baseline 0, and calls the others snapshots). Null without any.
 */
export function referenceBaseline<B extends BaselineHead>(baselines: readonly B[]): B | null {
  const ofKind = (...kinds: BaselineHead['kind'][]): B[] =>
    baselines.filter(({ kind }) => kinds.includes(kind)).sort(byNumber);
  const agreed = ofKind('contract', 'change');
  const taken = agreed.length > 0 ? agreed : ofKind('manual');
  return taken.at(-1) ?? ofKind('imported')[0] ?? null;
}
