/** I6, I7, N7: how much of a buffer is used, against how much of the time it protects has passed. */

export const BUFFER_LIGHTS = ['untouched', 'calm', 'watch', 'act', 'empty'] as const;
export type BufferLight = (typeof BUFFER_LIGHTS)[number];

/** Percentage points by which use may run ahead of time before somebody has to act. */
export const BUFFER_ACT_POINTS = 20;

export interface BufferFigures {
  /** Working tenths; the total is what is left and what was taken. */
  readonly total: number;
  readonly used: number;
  readonly left: number;
  /** 0–100; null for a buffer of no length that nobody took from. */
  readonly usedPercent: number | null;
  /** Share of the time before the end of the buffer that has passed, 0–100. */
  readonly timePercent: number;
  readonly light: BufferLight;
}

function lightOf(used: number, left: number, usedPercent: number, timePercent: number): BufferLight {
  if (left <= 0) return 'empty';
  if (used <= 0) return 'untouched';
  if (usedPercent <= timePercent) return 'calm';
  return usedPercent <= timePercent + BUFFER_ACT_POINTS ? 'watch' : 'act';
}

/**
 * @param left duration of the buffer as it is in the plan, working tenths
 * @param taken amounts that were taken; negative gave time back
 * @param timeShare 0–1, see {@link BufferFigures.timePercent}
 */
export function bufferFigures(left: number, taken: readonly number[], timeShare: number): BufferFigures {
  const used = Math.max(
    0,
    taken.reduce((sum, tenths) => sum + tenths, 0),
  );
  const total = left + used;
  const usedPercent = total > 0 ? (used / total) * 100 : null;
  const timePercent = Math.min(100, Math.max(0, timeShare * 100));
  return {
    total,
    used,
    left,
    usedPercent,
    timePercent,
    light: lightOf(used, left, usedPercent ?? 0, timePercent),
  };
}
