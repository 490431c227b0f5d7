/** The picture of the timeline in strips of a few rows: scrolling draws the strips that come, not all of it. */
import { draw } from './draw.ts';
import type { Scene } from './scene.ts';

/** Rows of one strip. */
export const TILE_ROWS = 8;

interface Tile {
  readonly canvas: HTMLCanvasElement;
  /** Place of its rows, in strips from the first row of the plan. */
  at: number;
  drawn: Scene | null;
}

function same(a: Scene, b: Scene): boolean {
  for (const key of Object.keys(b) as (keyof Scene)[]) if (a[key] !== b[key]) return false;
  return true;
}

/** The part of a picture that one strip shows. */
const partOf = (scene: Scene, at: number): Scene => ({
  ...scene,
  first: at * TILE_ROWS,
  last: Math.min((at + 1) * TILE_ROWS, scene.rows.length),
  height: TILE_ROWS * scene.rowHeight,
});

export interface Tiles {
  /**
   * Shows a scene, which is larger than the view by a block of rows at both ends, where there are any. Strips that
   * can be in view are drawn at once, those in the margin after the next picture.
   */
  show(scene: Scene): void;
  stop(): void;
}

function newCanvas(className: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = className;
  return canvas;
}

/** Puts a picture where its rows are, behind what else the element holds. */
function put(box: HTMLElement, canvas: HTMLCanvasElement, { first, x0, x1, rowHeight, height }: Scene): void {
  const { style } = canvas;
  const [top, width] = [`${first * rowHeight}px`, `${x1 - x0}px`];
  if (style.top !== top) style.top = top;
  if (style.width !== width) style.width = width;
  if (style.height !== `${height}px`) style.height = `${height}px`;
  if (!canvas.isConnected) box.prepend(canvas);
}

/** Strips inside an element that spans all rows; `className` is for each canvas. */
export function createTiles(box: HTMLElement, className: string): Tiles {
  const tiles: Tile[] = [];
  let shown: Scene | null = null;
  let frame = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const paint = (tile: Tile, scene: Scene) => {
    const part = partOf(scene, tile.at);
    if (tile.drawn && same(tile.drawn, part)) return;
    draw(tile.canvas, part);
    put(box, tile.canvas, part);
    tile.drawn = part;
  };
  const tileFor = (at: number): Tile => {
    const tile = { canvas: newCanvas(className), at, drawn: null };
    tiles.push(tile);
    return tile;
  };
  /** Gives every strip of [from, to) a canvas, those first that have come out of view. */
  const place = (from: number, to: number) => {
    const free = tiles.filter(({ at }) => at < from || at >= to);
    const taken = new Map(tiles.filter(({ at }) => at >= from && at < to).map((tile) => [tile.at, tile]));
    for (let at = from; at < to; at++) {
      if (taken.has(at)) continue;
      const tile = free.pop() ?? tileFor(at);
      tile.at = at;
      taken.set(at, tile);
    }
    return taken;
  };
  const paintAll = () => {
    if (shown) for (const tile of tiles) paint(tile, shown);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };
  return {
    show(scene) {
      shown = scene;
      const from = Math.floor(scene.first / TILE_ROWS);
      const to = Math.max(from + 1, Math.ceil((scene.first + scene.height / scene.rowHeight) / TILE_ROWS));
      const placed = place(from, to);
      for (const tile of [...tiles]) {
        if (placed.get(tile.at) === tile) continue;
        tile.canvas.remove();
        tiles.splice(tiles.indexOf(tile), 1);
      }
      const first = from > 0 ? from + 1 : from;
      for (const [at, tile] of placed) if (at >= first && at < to - 1) paint(tile, scene);
      stop();
      frame = requestAnimationFrame(() => {
        waiting = setTimeout(paintAll);
      });
    },
    stop,
  };
}
