import { Eraser, Undo2 } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button } from '#renderer/ui/index.ts';
import styles from './signing.module.css';
import { drawStrokes, lineWidth, PAD_HEIGHT, PAD_WIDTH, type Point, type Stroke } from './strokes.ts';

export interface SignaturePadProps {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

/** Paper is white in both themes: what is drawn is what will be printed. */
const INK = '#101418';

/** Draws what there is, sharp on any screen. */
function usePaint(strokes: readonly Stroke[]) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    canvas.width = PAD_WIDTH * ratio;
    canvas.height = PAD_HEIGHT * ratio;
    context.scale(ratio, ratio);
    drawStrokes(context, strokes, INK);
  }, [strokes]);
  return ref;
}

/** A box to sign in with mouse, finger or pen. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const { t } = useI18n();
  // Points may come faster than the screen is drawn: the stroke is kept beside what is shown of it.
  const stroke = useRef<Point[] | null>(null);
  const [drawing, setDrawing] = useState<Stroke | null>(null);
  const canvas = usePaint(drawing === null ? strokes : [...strokes, drawing]);
  const pointOf = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * PAD_WIDTH,
      y: ((event.clientY - box.top) / box.height) * PAD_HEIGHT,
      width: lineWidth(event.pressure),
    };
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = [pointOf(event)];
    setDrawing([...stroke.current]);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (stroke.current === null) return;
    stroke.current.push(pointOf(event));
    setDrawing([...stroke.current]);
  };
  const end = () => {
    if (stroke.current === null) return;
    onChange([...strokes, stroke.current]);
    stroke.current = null;
    setDrawing(null);
  };
  const empty = strokes.length === 0 && drawing === null;
  return (
    <div className={styles.padFrame}>
      <div className={styles.pad}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          aria-label={t(empty ? 'signing:pad.empty' : 'signing:pad.drawn')}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {empty ? <span className={styles.padHint}>{t('signing:pad.hint')}</span> : null}
      </div>
      <div className={styles.padTools}>
        <Button
          small
          icon={<Undo2 aria-hidden="true" />}
          isDisabled={strokes.length === 0}
          onPress={() => onChange(strokes.slice(0, -1))}
        >
          {t('signing:pad.back')}
        </Button>
        <Button
          small
          icon={<Eraser aria-hidden="true" />}
          isDisabled={strokes.length === 0}
          onPress={() => onChange([])}
        >
          {t('signing:pad.clear')}
        </Button>
      </div>
    </div>
  );
}
