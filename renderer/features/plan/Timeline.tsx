import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { cx } from '#renderer/ui/index.ts';
import chart from './chart.module.css';
import type { PlanModel, PlanRow } from './model.ts';
import styles from './plan.module.css';
import type { Scale } from './scale.ts';
import { type BarDates, barDates, type Span } from './timeline/dates.ts';
import { createDragLayer, type DragLayer, type InView } from './timeline/dragLayer.ts';
import { barAt, DOT_GAP, type Hit, hitAt } from './timeline/geometry.ts';
import { publish, type TimelineHandle } from './timeline/inspect.ts';
import type { Look } from './timeline/layers.ts';
import type { PaletteSource } from './timeline/palette.ts';
import { type BaselineBars, placesOf, type Scene } from './timeline/scene.ts';
import { createTiles, type Tiles } from './timeline/tiles.ts';
import type { Changes } from './timeline/useChanges.ts';
import { useDrawing } from './timeline/useDrawing.ts';
import { type Drag, type Drags, useDragged } from './useDrag.ts';
import type { Viewport } from './useViewport.ts';

export const HEAD_HEIGHT = 60;
/** Room below the last row, so that a scroll bar does not cover it. */
export const END_SPACE = 40;

export interface TimelineProps {
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly view: Viewport;
  readonly scale: Scale;
  readonly rowHeight: number;
  /** Left end of the timeline in the canvas. */
  readonly left: number;
  readonly look: Look;
  readonly palette: PaletteSource;
  readonly baseline: BaselineBars | null;
  readonly changes: Changes | null;
  readonly selection: ReadonlySet<string>;
  readonly barLabel: (row: PlanRow) => string;
  readonly drags: Drags;
  readonly inView: () => InView | null;
  /** The pointer is over the bars: a drag may begin. */
  readonly onNear: () => void;
  readonly onBar: (event: PointerEvent<HTMLElement>, hit: Hit | null, place: number) => void;
  readonly onDoublePress: (row: PlanRow) => void;
}

/** Px of the timeline that are drawn. */
export function windowOf(view: Pick<Viewport, 'x0' | 'x1'>, scale: Scale) {
  const x0 = Math.min(view.x0, Math.max(0, Math.floor(scale.width) - 1));
  return { x0, x1: Math.max(x0 + 1, Math.min(view.x1, Math.ceil(scale.width))) };
}

const CURSORS = { move: 'grab', start: 'w-resize', finish: 'e-resize', link: 'crosshair' } as const;

/** Shows what the pointer can take hold of: the cursor of the part, and the dot that links start from. */
function hover(box: HTMLElement, dot: HTMLElement, at: Hit | null, x0: number): void {
  box.style.cursor = at ? CURSORS[at.part] : '';
  dot.hidden = at === null || at.row.summary;
  if (at) dot.style.transform = `translate(${at.ends.right + DOT_GAP - x0 - 5}px, ${at.ends.y - 5}px)`;
}

/** The dates of the plan with those of one row in their place. */
function withDates(model: PlanModel, row: PlanRow, { start, finish }: Span): BarDates {
  const stored = barDates(model.columns);
  const dates = { start: stored.start.slice(), finish: stored.finish.slice() };
  dates.start[row.index] = start;
  dates.finish[row.index] = finish;
  return dates;
}

export type StillProps = Pick<
  TimelineProps,
  | 'model'
  | 'rows'
  | 'view'
  | 'scale'
  | 'rowHeight'
  | 'look'
  | 'selection'
  | 'baseline'
  | 'changes'
  | 'barLabel'
>;

/** What is shown while nothing is dragged. */
export function useStill(props: StillProps): Omit<Scene, 'palette'> {
  const { model, rows, view, scale, rowHeight } = props;
  const placeOf = useMemo(() => placesOf(model.rows, rows), [model, rows]);
  const first = Math.min(view.first, rows.length);
  return {
    ...windowOf(view, scale),
    model,
    rows,
    scale,
    rowHeight,
    first,
    last: Math.min(view.last, rows.length),
    height: Math.max(1, (view.last - first) * rowHeight),
    look: props.look,
    selection: props.selection,
    dates: barDates(model.columns),
    placeOf,
    baseline: props.baseline,
    changes: props.changes,
    label: props.barLabel,
    ghost: null,
    copy: null,
    linking: null,
  };
}

/** What of it a gesture changes; null while there is none. */
function useDragging(
  model: PlanModel,
  drag: Drag | null,
): Pick<Scene, 'dates' | 'ghost' | 'copy' | 'linking'> | null {
  const bar = drag?.kind === 'bar' ? drag : null;
  // Without a plan to calculate in, the dragged bar moves alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pointer that moves within one day changes nothing
  const alone = useMemo(
    () => (bar && !bar.live && !bar.copies && bar.days !== 0 ? withDates(model, bar.row, bar.dates) : null),
    [model, bar?.live, bar?.copies, bar?.days, bar?.row],
  );
  const dates: BarDates = bar?.live?.dates ?? alone ?? barDates(model.columns);
  if (bar) return { dates, ghost: bar.row, copy: bar.copies ? bar.dates : null, linking: null };
  return drag?.kind === 'link' ? { dates, ghost: null, copy: null, linking: drag } : null;
}

interface Layers {
  readonly tiles: Tiles;
  readonly dragged: DragLayer;
}

/** Draws what has changed: strips when the plan or the view does, the layer above them with each step of a drag. */
function useLayers(
  box: RefObject<HTMLDivElement | null>,
  { palette: colours, inView }: TimelineProps,
  still: Omit<Scene, 'palette'>,
  dragging: ReturnType<typeof useDragging>,
): void {
  const layers = useRef<Layers | null>(null);
  const strips = useRef<Scene | null>(null);
  /** With what is dragged, as it is seen. */
  const shown = useRef<Scene | null>(null);
  const drawDragged = useRef<(() => void) | null>(null);
  useDrawing(() => {
    const palette = colours();
    if (!box.current || !palette) return;
    const now: Scene = { ...still, palette };
    layers.current ??= {
      tiles: createTiles(box.current, chart.tile ?? ''),
      dragged: createDragLayer(box.current, chart.tile ?? ''),
    };
    const { tiles, dragged } = layers.current;
    // Nothing of the picture has changed: most renders come from elsewhere.
    if (!strips.current || !same(strips.current, now)) tiles.show(now);
    strips.current = now;
    const next = dragging ? { ...now, ...dragging } : now;
    if (shown.current && same(shown.current, next)) return;
    if (!shown.current) publish(box.current, handleOf(box.current, shown));
    shown.current = next;
    drawDragged.current = () => {
      const seen = inView();
      if (seen) dragged.show(next, seen);
    };
    if (dragging) drawDragged.current();
    else dragged.clear();
  });
  useEffect(() => () => layers.current?.tiles.stop(), []);
  const isDragging = dragging !== null;
  useEffect(() => {
    // The layer is as large as the view: what is scrolled in has to be drawn at once.
    const scroller = isDragging ? box.current?.closest('[role="treegrid"]') : null;
    const onScroll = () => drawDragged.current?.();
    scroller?.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller?.removeEventListener('scroll', onScroll);
  }, [isDragging, box]);
}

/**
 * The bars in view as a picture that the scroll container moves. Strips are drawn when they come near the view:
 * between two of them scrolling costs nothing, and rows and bars cannot drift apart. Screen readers have the rows.
 */
export function Timeline(props: TimelineProps) {
  const { rows, view, left, model } = props;
  const drag = useDragged(props.drags);
  const box = useRef<HTMLDivElement>(null);
  const dot = useRef<HTMLDivElement>(null);
  const still = useStill(props);
  const dragging = useDragging(model, drag);
  const scene = { ...still, ...dragging };
  useLayers(box, props, still, dragging);
  const at = (event: { readonly clientX: number; readonly clientY: number }) => {
    const rect = box.current?.getBoundingClientRect();
    return { x: event.clientX - (rect?.left ?? 0) + scene.x0, y: event.clientY - (rect?.top ?? 0) };
  };
  const hit = (event: { readonly clientX: number; readonly clientY: number }) => {
    const { x, y } = at(event);
    return hitAt(scene, x, y);
  };
  return (
    <div
      ref={box}
      aria-hidden="true"
      data-chart="bars"
      className={cx(styles.timeline, drag !== null && chart.dragging)}
      style={{
        left: left + scene.x0,
        top: HEAD_HEIGHT,
        width: scene.x1 - scene.x0,
        height: Math.max(rows.length * scene.rowHeight, view.height),
      }}
      onPointerDown={(event) => props.onBar(event, hit(event), Math.floor(at(event).y / scene.rowHeight))}
      onPointerMove={(event) => {
        if (box.current && dot.current && !drag) hover(box.current, dot.current, hit(event), scene.x0);
      }}
      onPointerEnter={props.onNear}
      onPointerLeave={() => {
        if (dot.current) dot.current.hidden = true;
      }}
      onDoubleClick={(event) => {
        const row = hit(event)?.row ?? rows[Math.floor(at(event).y / scene.rowHeight)];
        if (row) props.onDoublePress(row);
      }}
    >
      <div ref={dot} hidden className={chart.dot} />
    </div>
  );
}

function handleOf(element: HTMLElement, drawn: RefObject<Scene | null>): TimelineHandle {
  return {
    barBox(id) {
      const now = drawn.current;
      const place = now?.rows.findIndex((row) => row.id === id) ?? -1;
      const row = now?.rows[place];
      const ends = now && row && barAt(row, now.dates, now.scale, now.rowHeight, place);
      if (!ends || place < now.first || place >= now.last) return null;
      const box = element.getBoundingClientRect();
      const y = box.top + ends.y - 9;
      return new DOMRect(box.left + ends.left - now.x0, y, ends.right - ends.left, 18);
    },
  };
}

function same(a: Scene, b: Scene): boolean {
  for (const key of Object.keys(b) as (keyof Scene)[]) if (a[key] !== b[key]) return false;
  return true;
}
