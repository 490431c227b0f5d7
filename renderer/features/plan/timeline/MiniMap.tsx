import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { composing } from '#renderer/ui/index.ts';
import { formatDate } from '#shared/schedule/calendar/instant.ts';
import chart from '../chart.module.css';
import type { PlanModel, PlanRow } from '../model.ts';
import type { Scale } from '../scale.ts';
import { REST } from '../useViewport.ts';
import { barDates, spanOf } from './dates.ts';
import { contextFor } from './draw.ts';
import type { Palette, PaletteSource } from './palette.ts';

/** Height of the strip, px. */
export const MINI_MAP = 40;
/** More lines than this cannot be told apart in the strip. */
const MOST_ROWS = 1500;

export interface MiniMapProps {
  /** The scroll container it shows and moves. */
  readonly box: RefObject<HTMLElement | null>;
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly scale: Scale;
  readonly rowHeight: number;
  readonly head: number;
  readonly sheet: number;
  readonly palette: PaletteSource;
}

function drawAll(canvas: HTMLCanvasElement, width: number, props: MiniMapProps, palette: Palette): void {
  const { model, rows, scale } = props;
  const g = contextFor(canvas, { x: 0, y: 0, width, height: MINI_MAP });
  if (!g) return;
  const { colour } = palette;
  g.fillStyle = colour.head;
  g.fillRect(0, 0, width, MINI_MAP);
  const dates = barDates(model.columns);
  const perPx = width / scale.width;
  const step = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const size = Math.max(1, MINI_MAP / Math.max(1, rows.length));
  for (let place = 0; place < rows.length; place += step) {
    const row = rows[place];
    const span = row && spanOf(dates, row);
    if (!span) continue;
    const y = (place / rows.length) * MINI_MAP;
    const x = scale.x(span.start) * perPx;
    if (row.milestone) {
      g.fillStyle = colour.milestone;
      g.fillRect(x - 2, y - 1, 4, Math.max(3, size));
      continue;
    }
    g.fillStyle = row.critical ? colour.critical : row.summary ? colour.summary : colour['bar-line'];
    // What is critical stands out by its height as well.
    g.fillRect(
      x,
      y,
      Math.max(1, (scale.x(span.finish) - scale.x(span.start)) * perPx),
      row.critical ? size + 1 : size,
    );
  }
}

/** What of the plan is in view, as shares of the whole. */
function viewOf(element: HTMLElement, { scale, rows, rowHeight, head, sheet }: MiniMapProps) {
  const width = Math.max(1, element.clientWidth - sheet);
  const height = Math.max(1, element.clientHeight - head);
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / Math.max(1, whole)));
  const all = rows.length * rowHeight;
  return {
    left: share(element.scrollLeft, scale.width),
    right: share(element.scrollLeft + width, scale.width),
    top: share(element.scrollTop, all),
    bottom: share(element.scrollTop + height, all),
    width,
    height,
  };
}

interface Parts {
  readonly strip: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly frame: RefObject<HTMLDivElement | null>;
}

/** The picture of all rows; it waits until the window has time. */
function usePicture({ strip, canvas }: Parts, props: MiniMapProps): void {
  const { model, rows, scale, palette } = props;
  const latest = useRef(props);
  latest.current = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the picture shows
  useEffect(() => {
    const [element, picture] = [strip.current, canvas.current];
    if (!element || !picture) return;
    const paint = () => {
      const colours = palette();
      if (colours) drawAll(picture, Math.max(1, element.clientWidth), latest.current, colours);
    };
    const idle = requestIdleCallback(paint, { timeout: 500 });
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    return () => {
      cancelIdleCallback(idle);
      observer.disconnect();
    };
  }, [strip, canvas, model, rows, scale, palette]);
}

/** Keeps the frame over what is in view, and says it in words. */
function useFrame({ strip, frame }: Parts, props: MiniMapProps): void {
  const { t } = useI18n();
  const { box, rows, scale, sheet, rowHeight } = props;
  const latest = useRef(props);
  latest.current = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shares depend on these
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let shown = '';
    let rest: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const view = viewOf(element, latest.current);
      const { scale: now, rows: all } = latest.current;
      const words = {
        from: formatDate(Math.floor(now.dayAt(element.scrollLeft))),
        to: formatDate(Math.floor(now.dayAt(element.scrollLeft + view.width))),
        first: Math.min(all.length, Math.floor(view.top * all.length) + 1),
        last: Math.max(1, Math.floor(view.bottom * all.length)),
        total: all.length,
      };
      strip.current?.setAttribute('aria-valuetext', t('timeline:overview.value', words));
      strip.current?.setAttribute('aria-valuenow', String(Math.round(view.left * 100)));
    };
    const follow = () => {
      const view = viewOf(element, latest.current);
      // In steps that can be seen: a frame that stays costs the picture nothing.
      const percent = (share: number, steps: number) => Math.round(share * steps) * (100 / steps);
      const place = {
        left: `${percent(view.left, 1000)}%`,
        width: `${Math.max(0.6, percent(view.right - view.left, 1000))}%`,
        top: `${percent(view.top, 2 * MINI_MAP)}%`,
        height: `${Math.max(20, percent(view.bottom - view.top, 2 * MINI_MAP))}%`,
      };
      const next = Object.values(place).join();
      if (frame.current && next !== shown) Object.assign(frame.current.style, place);
      shown = next;
    };
    const onScroll = () => {
      follow();
      // Words are for who listens: once, where the view comes to rest.
      clearTimeout(rest);
      rest = setTimeout(say, REST);
    };
    follow();
    say();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
    };
  }, [box, strip, frame, rows, scale, sheet, rowHeight, t]);
}

/** Scrolls by keys: quarters of the view, pages, and to both ends. */
function scrollByKey(event: KeyboardEvent, props: MiniMapProps): void {
  const element = props.box.current;
  if (!element || composing(event)) return;
  const { width, height } = viewOf(element, props);
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-width / 4, 0],
    ArrowRight: [width / 4, 0],
    ArrowUp: [0, -height / 4],
    ArrowDown: [0, height / 4],
    PageUp: [0, -height],
    PageDown: [0, height],
    Home: [-1e9, 0],
    End: [1e9, 0],
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  element.scrollBy({ left: move[0], top: move[1] });
}

/** The whole plan in one strip: where the view stands, what is critical, where the milestones are. */
export function MiniMap(props: MiniMapProps) {
  const { t } = useI18n();
  const { box, rows, scale, rowHeight, sheet } = props;
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  usePicture({ strip, canvas, frame }, props);
  useFrame({ strip, canvas, frame }, props);
  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const element = box.current;
    const at = strip.current?.getBoundingClientRect();
    if (!element || !at || event.buttons !== 1) return;
    const view = viewOf(element, props);
    element.scrollLeft = ((event.clientX - at.left) / at.width) * scale.width - view.width / 2;
    element.scrollTop = ((event.clientY - at.top) / at.height) * rows.length * rowHeight - view.height / 2;
  };
  return (
    <div
      ref={strip}
      role="slider"
      tabIndex={0}
      aria-label={t('timeline:overview.label')}
      aria-description={t('timeline:overview.hint')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className={chart.miniMap}
      style={{ left: sheet, height: MINI_MAP }}
      onKeyDown={(event) => scrollByKey(event, props)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <canvas ref={canvas} className={chart.canvas} />
      <div ref={frame} className={chart.miniView} />
    </div>
  );
}
