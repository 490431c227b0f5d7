import type { PlanModel, PlanRow } from '../model.ts';
import type { Scale } from '../scale.ts';
import type { Drag } from '../useDrag.ts';
import type { BarDates, Span } from './dates.ts';
import type { Look } from './layers.ts';
import type { Palette } from './palette.ts';
import type { Changes } from './useChanges.ts';

/** Dates of the chosen baseline by row index. */
export interface BaselineBars {
  readonly start: readonly (number | null)[];
  readonly finish: readonly (number | null)[];
}

/** Everything one picture of the timeline shows. */
export interface Scene {
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly scale: Scale;
  readonly rowHeight: number;
  /** Rows [first, last) and px [x0, x1) that are drawn. */
  readonly first: number;
  readonly last: number;
  readonly x0: number;
  readonly x1: number;
  /** Px the rows of the window take, also where there are fewer rows. */
  readonly height: number;
  readonly look: Look;
  readonly palette: Palette;
  readonly selection: ReadonlySet<string>;
  readonly dates: BarDates;
  /** Index in the plan -> place on the screen, -1 for rows that are not shown. */
  readonly placeOf: Int32Array;
  readonly baseline: BaselineBars | null;
  /** What lay elsewhere when it was last reported. */
  readonly changes: Changes | null;
  readonly label: (row: PlanRow) => string;
  /** A bar under the pointer, drawn where it was; with `copy`, where a copy would go. */
  readonly ghost: PlanRow | null;
  readonly copy: Span | null;
  readonly linking: Extract<Drag, { kind: 'link' }> | null;
}

export type G = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Middle of a row on the screen. */
export const middleOf = ({ rowHeight }: Pick<Scene, 'rowHeight'>, place: number): number =>
  (place + 0.5) * rowHeight;

/** Places of the rows on the screen by their index in the plan. */
export function placesOf(all: readonly PlanRow[], rows: readonly PlanRow[]): Int32Array {
  const places = new Int32Array(all.length);
  if (rows === all) {
    for (let place = 0; place < places.length; place++) places[place] = place;
    return places;
  }
  places.fill(-1);
  for (let place = 0; place < rows.length; place++) {
    const index = rows[place]?.index ?? -1;
    if (index >= 0) places[index] = place;
  }
  return places;
}
