import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { composing } from '#renderer/ui/index.ts';
import styles from './plan.module.css';

export interface SplitterProps {
  readonly label: string;
  /** Which side of it has the width. */
  readonly sized: 'before' | 'after';
  readonly min: number;
  /** Px. */
  readonly size: number;
  readonly max: number;
  readonly onSize: (size: number) => void;
}

/** A border that is dragged, or moved with the arrow keys (Shift for larger steps). */
export function Splitter({ label, sized, size, min, max, onSize }: SplitterProps) {
  const sign = sized === 'before' ? 1 : -1;
  const start = useRef({ x: 0, size });
  const [dragging, setDragging] = useState(false);
  const set = (next: number) => onSize(Math.round(Math.min(max, Math.max(min, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 64 : 16;
    const next = { ArrowLeft: size - sign * step, ArrowRight: size + sign * step, Home: min, End: max }[
      event.key
    ];
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
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.splitter}
      style={sized === 'before' ? { left: size - 3 } : { right: size - 3 }}
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
