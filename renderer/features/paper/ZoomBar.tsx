import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { IconButton, Spacer, Toolbar } from '#renderer/ui/index.ts';
import styles from './paper.module.css';

const STEPS = [0.1, 0.15, 0.25, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;

/** Width of an element, kept up to date. */
function useWidth(): readonly [RefObject<HTMLElement | null>, number] {
  const ref = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

export interface Zoom {
  /** The element that scrolls. */
  readonly view: RefObject<HTMLElement | null>;
  readonly scale: number;
  readonly onZoom: (scale: number | null) => void;
}

/** How large sheets are drawn: as they fit into the view until the user chooses. `fitting` is told the width of the view, px. */
export function useZoom(fitting: (width: number) => number): Zoom {
  const [view, width] = useWidth();
  const [chosen, onZoom] = useState<number | null>(null);
  return { view, scale: chosen ?? fitting(width), onZoom };
}

/** The bar over sheets: what is said of them, and how large they are. Nothing is drawn smaller than `least`. */
export function ZoomBar(props: {
  readonly zoom: Zoom;
  readonly label: string;
  readonly least: number;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  const { scale, onZoom } = props.zoom;
  const smaller = STEPS.findLast((step) => step >= props.least && step < scale - 0.01);
  const larger = STEPS.find((step) => step > scale + 0.01);
  return (
    <Toolbar label={props.label}>
      {props.children}
      <Spacer />
      <IconButton
        label={t('report:screen.zoomOut')}
        icon={<ZoomOut />}
        isDisabled={smaller === undefined}
        onPress={() => onZoom(smaller ?? scale)}
      />
      <span className={styles.zoom}>{`${Math.round(scale * 100)}%`}</span>
      <IconButton
        label={t('report:screen.zoomIn')}
        icon={<ZoomIn />}
        isDisabled={larger === undefined}
        onPress={() => onZoom(larger ?? scale)}
      />
      <IconButton label={t('report:screen.zoomFit')} icon={<Maximize2 />} onPress={() => onZoom(null)} />
    </Toolbar>
  );
}
