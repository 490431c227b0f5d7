import { useRef } from 'react';
import type { TreeShape } from '#renderer/ui/index.ts';
import type { PlanRow } from '../model.ts';
import styles from '../plan.module.css';
import { type HeadProps, paintHead } from '../TimeHead.tsx';
import { HEAD_HEIGHT, type StillProps, useStill } from '../Timeline.tsx';
import type { InView } from '../timeline/dragLayer.ts';
import { contextFor, paint } from '../timeline/draw.ts';
import type { PaletteSource } from '../timeline/palette.ts';
import type { G } from '../timeline/scene.ts';
import { useDrawing } from '../timeline/useDrawing.ts';
import { drawSheet, type SheetColumn } from './drawSheet.ts';

export interface OpeningProps extends StillProps, Omit<HeadProps, 'model' | 'scale' | 'viewLeft'> {
  readonly columns: readonly SheetColumn[];
  readonly tree: TreeShape<PlanRow>;
  readonly sheetWidth: number;
  readonly palette: PaletteSource;
  readonly inView: () => InView | null;
}

/** Draws a part of the timeline or its axis: `move` says what of it lies at the top left corner of the clip. */
function within(g: G, clip: DOMRectReadOnly, move: { x: number; y: number }, draw: () => void): void {
  g.save();
  g.beginPath();
  g.rect(clip.x, clip.y, clip.width, clip.height);
  g.clip();
  g.translate(clip.x - move.x, clip.y - move.y);
  draw();
  g.restore();
}

/**
 * The first picture of a plan, all in one piece: sheet, axis and bars as they will stand there. Elements for the cells
 * cost twice as much as everything else together, so they come a moment later, in one step, over this picture.
 */
export function Opening(props: OpeningProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const still = useStill(props);
  useDrawing(() => {
    const palette = props.palette();
    const seen = props.inView();
    if (!canvas.current || !palette || !seen) return;
    const { sheetWidth: sheet, rowHeight } = props;
    const [width, height] = [seen.x1 - seen.x0, seen.y1 - seen.y0];
    const size = { width: sheet + width, height: HEAD_HEIGHT + height };
    const { style } = canvas.current;
    style.width = `${size.width}px`;
    style.height = `${size.height}px`;
    const g = contextFor(canvas.current, { x: 0, y: 0, ...size });
    if (!g) return;
    const [x0, x1] = [Math.floor(seen.x0), Math.ceil(seen.x1)];
    const first = Math.floor(seen.y0 / rowHeight);
    const last = Math.min(still.rows.length, Math.ceil(seen.y1 / rowHeight));
    const rows = { first, last, height: Math.max(height, (last - first) * rowHeight) + rowHeight };
    within(g, new DOMRectReadOnly(sheet, HEAD_HEIGHT, width, height), { x: seen.x0, y: seen.y0 }, () =>
      paint(g, { ...still, ...rows, x0, x1, palette }),
    );
    within(g, new DOMRectReadOnly(sheet, 0, width, HEAD_HEIGHT), { x: seen.x0, y: 0 }, () =>
      paintHead(g, { ...props, viewLeft: seen.x0 }, palette, x0, x1),
    );
    drawSheet(g, { ...props, width: sheet, head: HEAD_HEIGHT, height: size.height, top: seen.y0 }, palette);
    g.fillStyle = palette.colour.line;
    g.fillRect(0, HEAD_HEIGHT, size.width, 1);
  });
  return (
    <div aria-hidden="true" data-chart="opening" className={styles.opening}>
      <canvas ref={canvas} className={styles.picture} />
    </div>
  );
}
