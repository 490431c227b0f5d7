/**
 * A7: the four principles of expectation management as checks that a project passes or not: the client in the
 * middle, open communication, expectations up front, adjusting as things move.
 */
import { STAGES } from '../../model/entities/client.ts';
import type { GapRef, GapView } from './gap.ts';

export type ProjectStage = (typeof STAGES)[number];
export const PRINCIPLES = ['client_first', 'transparent', 'up_front', 'adjusted'] as const;
export type Principle = (typeof PRINCIPLES)[number];

export interface PrincipleCheck {
  readonly principle: Principle;
  readonly kept: boolean;
  /** The expectations that break it. */
  readonly broken: readonly string[];
}

export interface PrincipleFacts {
  readonly stage: ProjectStage;
  readonly view: Pick<GapView, 'unmetBasics' | 'unagreed' | 'late'>;
  readonly expectations: number;
  /** Late expectations the client was told about: an adjustment or a delay notice exists. */
  readonly told: ReadonlySet<string>;
}

const reached = (stage: ProjectStage, from: ProjectStage): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(from);

const ids = (refs: readonly GapRef[]): string[] => refs.map(({ id }) => id);

/** All four, in their order. */
export function principleChecks({ stage, view, expectations, told }: PrincipleFacts): PrincipleCheck[] {
  const check = (principle: Principle, broken: readonly string[], kept = broken.length === 0) => ({
    principle,
    kept,
    broken,
  });
  // Before the contract is signed it is no fault that something is still to be agreed.
  const unagreed = reached(stage, 'kickoff') ? ids(view.unagreed) : [];
  return [
    check('client_first', ids(view.unmetBasics)),
    check('transparent', unagreed),
    check('up_front', [], !reached(stage, 'kickoff') || expectations > 0),
    check(
      'adjusted',
      view.late.filter(({ id }) => !told.has(id)).map(({ id }) => id),
    ),
  ];
}
