/** G5: the ladder of needs. What stands below is wanted first; what stands above only counts once that is met. */
import { MASLOW_LEVELS } from '../../model/entities/expectation.ts';

export type MaslowLevel = (typeof MASLOW_LEVELS)[number];

export interface MaslowItem {
  readonly id: string;
  readonly maslow: MaslowLevel | null;
  /** Percent of what is expected that is or will be there; null: not known. */
  readonly value: number | null;
}

export interface MaslowRung {
  readonly level: MaslowLevel;
  readonly ids: readonly string[];
  /** How many of them are known to reach at least 100 percent. */
  readonly met: number;
  /** How many are known not to. */
  readonly unmet: number;
}

export interface MaslowLadder {
  /** From self-realisation down to the physiological needs, as a pyramid is read. */
  readonly rungs: readonly MaslowRung[];
  /** Expectations without a level. */
  readonly unplaced: readonly string[];
  /** The lowest level with something unmet: work there first. null: nothing known to be unmet. */
  readonly first: MaslowLevel | null;
}

/** Places every expectation once. */
export function maslowLadder(items: readonly MaslowItem[]): MaslowLadder {
  const rungs = [...MASLOW_LEVELS].reverse().map((level): MaslowRung => {
    const own = items.filter((item) => item.maslow === level);
    return {
      level,
      ids: own.map(({ id }) => id),
      met: own.filter(({ value }) => value !== null && value >= 100).length,
      unmet: own.filter(({ value }) => value !== null && value < 100).length,
    };
  });
  const first = [...rungs].reverse().find(({ unmet }) => unmet > 0)?.level ?? null;
  return { rungs, unplaced: items.filter(({ maslow }) => maslow === null).map(({ id }) => id), first };
}
