import { describe, expect, it } from 'vitest';
import type { Scene } from './scene.ts';
import { movedStrips, TILE_ROWS } from './tiles.ts';

const ROWS = 10 * TILE_ROWS;

/** Forty rows and more in outline order, one link across four strips; the picture shows the first five of them. */
function sceneOf(start: Int32Array, progressLine = false): Scene {
  const scene: Pick<Scene, 'placeOf' | 'dates' | 'ghost' | 'first' | 'height' | 'rowHeight'> = {
    placeOf: Int32Array.from({ length: ROWS }, (_, i) => i),
    dates: { start, finish: start },
    ghost: null,
    first: 0,
    height: 5 * TILE_ROWS * 28,
    rowHeight: 28,
  };
  const linkColumns = { from: [TILE_ROWS], to: [4 * TILE_ROWS + 1] };
  return { ...scene, model: { linkColumns }, look: { layers: { progressLine } } } as unknown as Scene;
}

const dates = (moved: Readonly<Record<number, number>> = {}) =>
  Int32Array.from({ length: ROWS }, (_, i) => 1000 + (moved[i] ?? 0));
const before = { dates: { start: dates(), finish: dates() }, ghost: null };
const strips = (moved: Readonly<Record<number, number>>) => [
  ...(movedStrips(sceneOf(dates(moved)), before) ?? ['all']),
];

describe('the strips that a moved bar concerns', () => {
  it('are none where nothing moved', () => {
    expect(strips({})).toEqual([]);
  });

  it('are those of the rows that moved', () => {
    expect(strips({ 0: 5, [2 * TILE_ROWS]: 3 }).sort()).toEqual([0, 2]);
  });

  it('are all that a link passes when one of its ends moves', () => {
    expect(strips({ [4 * TILE_ROWS + 1]: 3 }).sort()).toEqual([1, 2, 3, 4]);
  });

  it('are all with the progress line, which runs through all rows', () => {
    expect(movedStrips(sceneOf(dates({ 0: 5 }), true), before)).toBeNull();
  });
});
