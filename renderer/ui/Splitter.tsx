import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { composing } from './keys.ts';

export interface SplitterProps {
  readonly label: string;
  /** Which side of it has the size. */
  readonly sized: 'before' | 'after';
  /** Px, as `min` and `max`. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onSize: (size: number) => void;
  readonly className: string | undefined;
  readonly style?: CSSProperties;
}

/** A border that the pointer drags and the arrow keys move (Shift for larger steps). */
export function Splitter({ label, sized, size, min, max, onSize, ...look }: SplitterProps) {
  const sign = sized === 'before' ? 1 : -1;
  const start = useRef({ x: 0, size });
  const [dragging, setDragging] = useState(false);
  const set = (next: number) => onSize(Math.round(Math.min(max, Math.max(min, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 64 : 16;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: size - sign * step,
      ArrowRight: size + sign * step,
      Home: min,
      End: max,
    };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, size };
    setDragging(true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, which hr is not
    <div
      {...look}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragging={dragging ? '' : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (dragging) set(start.current.size + sign * (event.clientX - start.current.x));
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    />
  );
}
