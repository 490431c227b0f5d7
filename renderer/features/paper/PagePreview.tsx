import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { IconButton, Spacer, Spinner, Toolbar } from '#renderer/ui/index.ts';
import styles from './paper.module.css';

const px = (mm: number): number => (mm / 25.4) * 96;
/** Sides of an A4 sheet in CSS pixels. */
const SHORT = px(210);
const LONG = px(297);
const STEPS = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
const MARGIN_PX = 48;
const GAP_PX = 20;

/** Width of an element, kept up to date. */
function useWidth(): readonly [React.RefObject<HTMLElement | null>, number] {
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

/** Page that fills most of the view: the last one whose top lies above its middle. */
function pageInView(view: HTMLElement): number {
  const middle = view.getBoundingClientRect().top + view.clientHeight / 2;
  let page = 1;
  for (const sheet of view.querySelectorAll<HTMLElement>('.rp-sheet'))
    if (sheet.getBoundingClientRect().top <= middle) page = Number(sheet.dataset['page'] ?? 1);
  return page;
}

export interface PagePreviewProps {
  readonly landscape?: boolean;
  /** Told once the reader has come to the end of the last page. */
  readonly onEnd?: () => void;
  /** The sheets; they tell how many they are. */
  readonly children: (onPages: (count: number) => void) => ReactNode;
}

/** Less than this below the view is the end. */
const END_PX = 24;

/** Sheets as they will be printed, drawn smaller or larger. */
export function PagePreview({ landscape = false, onEnd, children }: PagePreviewProps) {
  const { t } = useI18n();
  const [view, width] = useWidth();
  const sheet = landscape ? { width: LONG, height: SHORT } : { width: SHORT, height: LONG };
  const [zoom, setZoom] = useState<number | null>(null);
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const fit = width > 0 ? Math.min(1, (width - MARGIN_PX) / sheet.width) : 0.5;
  const scale = zoom ?? fit;
  const smaller = STEPS.filter((step) => step < scale - 0.01).at(-1);
  const larger = STEPS.find((step) => step > scale + 0.01);
  const onPages = useCallback((count: number) => setPages(count), []);
  const onScroll = () => {
    if (view.current) setPage(pageInView(view.current));
    tellEnd();
  };
  const tellEnd = () => {
    const element = view.current;
    if (!element || pages === 0) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight <= END_PX) onEnd?.();
  };
  // What fits into the view is at its end without scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the size of the content changes
  useEffect(tellEnd, [pages, scale, onEnd]);
  return (
    <div className={styles.preview}>
      <Toolbar label={t('report:screen.preview')}>
        <span className={styles.muted} aria-live="polite">
          {pages === 0 ? '' : t('report:screen.pageOf', { page: Math.min(page, pages), pages })}
        </span>
        <Spacer />
        <IconButton
          label={t('report:screen.zoomOut')}
          icon={<ZoomOut />}
          isDisabled={smaller === undefined}
          onPress={() => setZoom(smaller ?? scale)}
        />
        <span className={styles.zoom}>{`${Math.round(scale * 100)}%`}</span>
        <IconButton
          label={t('report:screen.zoomIn')}
          icon={<ZoomIn />}
          isDisabled={larger === undefined}
          onPress={() => setZoom(larger ?? scale)}
        />
        <IconButton label={t('report:screen.zoomFit')} icon={<Maximize2 />} onPress={() => setZoom(null)} />
      </Toolbar>
      <section
        ref={view}
        className={styles.view}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={t('report:screen.preview')}
      >
        {pages === 0 ? <Spinner label={t('report:screen.composing')} /> : null}
        <div
          className={styles.stage}
          style={{ width: sheet.width * scale, height: pages * (sheet.height + GAP_PX) * scale }}
        >
          <div className={styles.sheets} style={{ transform: `scale(${scale})`, width: sheet.width }}>
            {children(onPages)}
          </div>
        </div>
      </section>
    </div>
  );
}
