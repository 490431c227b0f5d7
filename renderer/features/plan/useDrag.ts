import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { dayOf, type EpochDay } from '#shared/schedule/calendar/instant.ts';
import { finishDay, type KnownDates, resizeDates, shiftDates } from '#shared/schedule/edit.ts';
import { type Drop, dropAt } from './dropPlace.ts';
import type { Draft, LivePlan, LiveResult } from './live/livePlan.ts';
import { type PlanModel, type PlanRow, refusedLink } from './model.ts';
import { type Scale, workingDelta } from './scale.ts';

export type BarEdge = 'move' | 'start' | 'finish';

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
      readonly part: BarEdge;
      readonly row: PlanRow;
      readonly days: number;
      readonly dates: KnownDates;
      /** Shift: the task goes where it is put, whatever it is linked to. */
      readonly free: boolean;
      /** Alt: a copy goes there, the task stays. */
      readonly copies: boolean;
      /** What all rows would make of it. */
      readonly live: LiveResult | null;
    })
  | (At & {
      readonly kind: 'link';
      readonly row: PlanRow;
      readonly target: PlanRow | null;
      readonly refused: boolean;
      /** Names along the circle that the link would close. */
      readonly loop: readonly string[];
    })
  | (At & Drop & { readonly kind: 'order'; readonly row: PlanRow });

export interface DragWorld {
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly scale: Scale;
  readonly rowHeight: number;
  readonly head: number;
  readonly sheet: number;
  /** The plan to calculate in; null where dates do not follow from each other, or not yet. */
  readonly live: () => LivePlan | null;
  /** Has the plan to calculate in made, and says when it is there; returns what ends that. */
  readonly hurry: (ready: () => void) => () => void;
  /** All rows that go along with one that is dragged. */
  readonly along: (row: PlanRow) => readonly PlanRow[];
}

type Keys = Pick<PointerEvent, 'shiftKey' | 'altKey'>;

/** Dates of a bar that is dragged over `days` calendar days; snaps to working days. Null: nothing to drag. */
export function draggedDates(
  model: PlanModel,
  row: PlanRow,
  part: BarEdge,
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

type Begun = { kind: 'bar'; part: BarEdge; row: PlanRow } | { kind: 'link' | 'order'; row: PlanRow };

/** The rows without those inside them that hold the dates: a summary moves with its tasks. */
function leavesOf(model: PlanModel, rows: readonly PlanRow[]): PlanRow[] {
  const out = new Map<number, PlanRow>();
  for (const row of rows) {
    let at = row.index;
    do {
      const inner = model.rows[at];
      if (inner && !inner.summary) out.set(at, inner);
      at += 1;
    } while (row.summary && (model.rows[at]?.depth ?? 0) > row.depth);
  }
  return [...out.values()];
}

function draftOf(model: PlanModel, row: PlanRow, days: number): Draft | null {
  const { start, finish, percent, index } = row;
  if (start === null || finish === null) return null;
  const known: KnownDates = { start, finish, duration: row.duration ?? 0 };
  const dates = shiftDates(model.clockOf(row), known, days, row.milestone);
  return dates ? { index, dates, percent, pins: true, free: false } : null;
}

type BarDrag = Extract<Drag, { kind: 'bar' }>;

/** What the whole plan would make of it. */
function liveOf(world: DragWorld, drag: Omit<BarDrag, 'live'>): LiveResult | null {
  const live = drag.copies ? null : world.live();
  if (!live) return null;
  const { row, part, days, dates, free } = drag;
  if (days === 0) {
    live.reset();
    return null;
  }
  const own: Draft = { index: row.index, dates, percent: row.percent, pins: part !== 'finish', free };
  if (part !== 'move' || free) return live.preview([own]);
  const drafts = leavesOf(world.model, world.along(row)).flatMap(
    (inner) => draftOf(world.model, inner, days) ?? [],
  );
  return live.preview(drafts);
}

function barDrag(
  world: DragWorld,
  begun: Extract<Begun, { kind: 'bar' }>,
  at: At,
  from: DragFrom,
): Drag | null {
  const { row, part } = begun;
  const moved = draggedDates(world.model, row, part, Math.round((at.x - from.x) / world.scale.perDay));
  if (!moved) return null;
  const whole = part === 'move' && !row.summary;
  const keys = { free: whole && from.keys.shiftKey, copies: whole && from.keys.altKey };
  const { before } = from;
  // The pointer moves more often than the bar: the same day needs no new calculation.
  if (
    before?.kind === 'bar' &&
    before.days === moved.days &&
    before.free === keys.free &&
    before.copies === keys.copies
  )
    return { ...before, ...at };
  const next = { ...at, ...begun, ...moved, ...keys };
  return { ...next, live: liveOf(world, next) };
}

interface DragFrom {
  readonly x: number;
  readonly keys: Keys;
  readonly before: Drag | null;
}

const pointerAt = ({ rowHeight }: DragWorld, at: At, from: DragFrom) => ({
  at: at.y / rowHeight,
  dx: at.x - from.x,
});

function update(world: DragWorld, begun: Begun, at: At, from: DragFrom): Drag | null {
  if (begun.kind === 'bar') return barDrag(world, begun, at, from);
  if (begun.kind === 'order')
    return { ...at, kind: 'order', row: begun.row, ...dropAt(world, begun.row, pointerAt(world, at, from)) };
  const over = world.rows[Math.floor(at.y / world.rowHeight)] ?? null;
  const target = over === begun.row || (over?.index ?? -1) < 0 ? null : over;
  const loop = target === null ? null : refusedLink(world.model, begun.row.index, target.index);
  return { ...at, kind: 'link', row: begun.row, target, refused: loop !== null, loop: loop ?? [] };
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

/** The gesture under way. Beside the state of the chart, so that a step draws what it changes and nothing else. */
export interface Drags {
  readonly now: () => Drag | null;
  readonly subscribe: (changed: () => void) => () => void;
}

function createDrags(): Drags & { readonly set: (drag: Drag | null) => void } {
  const listeners = new Set<() => void>();
  let current: Drag | null = null;
  return {
    now: () => current,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    set(drag) {
      if (drag === current) return;
      current = drag;
      for (const changed of listeners) changed();
    },
  };
}

/** The gesture under way; rendered at once, so that each step is in the very next picture. */
export const useDragged = ({ subscribe, now }: Drags): Drag | null => useSyncExternalStore(subscribe, now);

type Pointed = Pick<At, 'clientX' | 'clientY'>;

function placeIn(element: HTMLElement, { sheet, head }: DragWorld, { clientX, clientY }: Pointed): At {
  const rect = element.getBoundingClientRect();
  return {
    x: clientX - rect.left + element.scrollLeft - sheet,
    y: clientY - rect.top + element.scrollTop - head,
    clientX,
    clientY,
  };
}

/**
 * Dragging with a local draft: nothing is sent before the drop, Esc puts everything back.
 * @param onDrop one command for the whole gesture
 */
export function useDrag(box: RefObject<HTMLElement | null>, world: DragWorld, onDrop: (drag: Drag) => void) {
  const [drags] = useState(createDrags);
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
      const place = (at: Pointed): At => placeIn(element, latest.current.world, at);
      const first = place(event);
      let current: Drag | null = null;
      let begunMoving = false;
      let last: PointerEvent | null = null;
      const show = (next: Drag | null) => {
        current = next;
        drags.set(next);
      };
      const move = (at: PointerEvent) => {
        // A click is not a drag: a few pixels of shaking must not move a task.
        begunMoving ||= Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) > 4;
        if (!begunMoving) return;
        last = at;
        scrollNear(element, at, latest.current.world, begun.kind);
        const from = { x: first.x, keys: at, before: current };
        show(update(latest.current.world, begun, place(at), from));
      };
      // Where the bar is now, with all that hangs on it: until then it has moved alone.
      const follow = () => {
        if (last)
          show(update(latest.current.world, begun, place(last), { x: first.x, keys: last, before: null }));
      };
      const giveUp = begun.kind === 'bar' ? latest.current.world.hurry(follow) : null;
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
        giveUp?.();
        if (begun.kind === 'bar' && begunMoving) latest.current.world.live()?.reset();
        show(null);
      };
      stop.current = finish;
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', finish);
      window.addEventListener('keydown', key, true);
    },
    [box, drags],
  );
  return { drags, begin };
}
