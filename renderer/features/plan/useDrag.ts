import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { dayOf, type EpochDay } from '#shared/schedule/calendar/instant.ts';
import { finishDay, type KnownDates, resizeDates, shiftDates } from '#shared/schedule/edit.ts';
import { type PlanModel, type PlanRow, refusesLink } from './model.ts';
import { type Scale, workingDelta } from './scale.ts';
import type { LiveResult } from './live/livePlan.ts';

export type BarPart = 'move' | 'start' | 'finish';
export type DropPlace = 'before' | 'after' | 'into';

interface At {
  /** Px in the timeline and the rows, and in the window. */
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
}

export type Drag =
  | (At & {
      readonly kind: 'bar';
      readonly part: BarPart;
      readonly row: PlanRow;
      readonly days: number;
      readonly dates: KnownDates;
      /** What all rows would make of it. */
      readonly live: LiveResult | null;
    })
  | (At & {
      readonly kind: 'link';
      readonly row: PlanRow;
      readonly target: PlanRow | null;
      readonly refused: boolean;
    })
  | (At & {
      readonly kind: 'order';
      readonly row: PlanRow;
      readonly target: PlanRow | null;
      readonly place: DropPlace;
      readonly refused: boolean;
    });

export interface DragWorld {
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly scale: Scale;
  readonly rowHeight: number;
  readonly head: number;
  readonly sheet: number;
}

/** Dates of a bar that is dragged over `days` calendar days; snaps to working days. Null: nothing to drag. */
export function draggedDates(
  model: PlanModel,
  row: PlanRow,
  part: BarPart,
  dayDelta: number,
): { days: number; dates: KnownDates } | null {
  const { start, finish } = row;
  if (start === null || finish === null) return null;
  const clock = row.summary ? model.calendar : model.clockOf(row);
  const known: KnownDates = { start, finish, duration: row.duration ?? 0 };
  const from: EpochDay = part === 'finish' ? finishDay(start, finish) : dayOf(start);
  const days = workingDelta(clock, from, from + dayDelta);
  const dates =
    part === 'move' ? shiftDates(clock, known, days, row.milestone) : resizeDates(clock, known, part, days);
  return dates ? { days, dates } : null;
}

function isInside(model: PlanModel, inner: PlanRow, outer: PlanRow): boolean {
  for (let at = inner.index; at >= 0; at = model.rows[at]?.parent ?? -1) if (at === outer.index) return true;
  return false;
}

function orderAt({ model, rows, rowHeight }: DragWorld, row: PlanRow, y: number) {
  const index = Math.max(0, Math.min(rows.length - 1, Math.floor(y / rowHeight)));
  const target = rows[index] ?? null;
  const share = y / rowHeight - index;
  const place: DropPlace = share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'into';
  return { target, place, refused: target === null || isInside(model, target, row) };
}

type Begun = { kind: 'bar'; part: BarPart; row: PlanRow } | { kind: 'link' | 'order'; row: PlanRow };

function update(world: DragWorld, begun: Begun, at: At, fromX: number): Drag | null {
  if (begun.kind === 'bar') {
    const moved = draggedDates(
      world.model,
      begun.row,
      begun.part,
      Math.round((at.x - fromX) / world.scale.perDay),
    );
    return moved ? { ...at, ...begun, ...moved, live: null } : null;
  }
  if (begun.kind === 'order')
    return { ...at, kind: 'order', row: begun.row, ...orderAt(world, begun.row, at.y) };
  const over = world.rows[Math.floor(at.y / world.rowHeight)] ?? null;
  const target = over === begun.row ? null : over;
  const refused = target !== null && refusesLink(world.model, begun.row.index, target.index);
  return { ...at, kind: 'link', row: begun.row, target, refused };
}

const EDGE = 28;

/** Scrolls on when the pointer comes near the border of the view. */
function scrollNear(
  box: HTMLElement,
  event: PointerEvent,
  { sheet, head }: DragWorld,
  along: Begun['kind'],
): void {
  const rect = box.getBoundingClientRect();
  const left = rect.left + sheet;
  if (along !== 'order') {
    if (event.clientX > rect.right - EDGE) box.scrollLeft += 16;
    else if (event.clientX < left + EDGE && event.clientX > left - EDGE) box.scrollLeft -= 16;
  }
  if (along !== 'bar') {
    if (event.clientY > rect.bottom - EDGE) box.scrollTop += 12;
    else if (event.clientY < rect.top + head + EDGE) box.scrollTop -= 12;
  }
}

/**
 * Dragging with a local draft: nothing is sent before the drop, Esc puts everything back.
 * @param onDrop one command for the whole gesture
 */
export function useDrag(box: RefObject<HTMLElement | null>, world: DragWorld, onDrop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ world, onDrop });
  latest.current = { world, onDrop };
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const begin = useCallback(
    (event: ReactPointerEvent, begun: Begun) => {
      const element = box.current;
      if (event.button !== 0 || !element) return;
      event.preventDefault();
      stop.current?.();
      const place = ({ clientX, clientY }: { clientX: number; clientY: number }): At => {
        const rect = element.getBoundingClientRect();
        const { sheet, head } = latest.current.world;
        return {
          x: clientX - rect.left + element.scrollLeft - sheet,
          y: clientY - rect.top + element.scrollTop - head,
          clientX,
          clientY,
        };
      };
      const first = place(event);
      let current: Drag | null = null;
      let begunMoving = false;
      const show = (next: Drag | null) => {
        current = next;
        setDrag(next);
      };
      const move = (at: PointerEvent) => {
        // A click is not a drag: a few pixels of shaking must not move a task.
        begunMoving ||= Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) > 4;
        if (!begunMoving) return;
        scrollNear(element, at, latest.current.world, begun.kind);
        show(update(latest.current.world, begun, place(at), first.x));
      };
      const end = () => {
        const dropped = current;
        finish();
        if (dropped) latest.current.onDrop(dropped);
      };
      const key = (pressed: KeyboardEvent) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        finish();
      };
      const finish = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', finish);
        window.removeEventListener('keydown', key, true);
        stop.current = null;
        show(null);
      };
      stop.current = finish;
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', finish);
      window.addEventListener('keydown', key, true);
    },
    [box],
  );
  return { drag, begin };
}
