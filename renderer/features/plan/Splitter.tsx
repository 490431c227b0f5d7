import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { composing } from '#renderer/ui/index.ts';
import styles from './plan.module.css';

const MIN = 160;

export interface SplitterProps {
  /** Width of the sheet, px. */
  readonly size: number;
  readonly max: number;
  readonly onSize: (size: number) => void;
}

/** The border between sheet and timeline: dragged, or moved with the arrow keys (Shift for larger steps). */
export function Splitter({ size, max, onSize }: SplitterProps) {
  const { t } = useI18n();
  const start = useRef({ x: 0, size });
  const [dragging, setDragging] = useState(false);
  const set = (next: number) => onSize(Math.round(Math.min(max, Math.max(MIN, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 64 : 16;
    const next = { ArrowLeft: size - step, ArrowRight: size + step, Home: MIN, End: max }[event.key];
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
      aria-label={t('plan:tool.resizeSheet')}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={MIN}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.splitter}
      style={{ left: size - 3 }}
      data-dragging={dragging ? '' : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (dragging) set(start.current.size + event.clientX - start.current.x);
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    />
  );
}
