import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Spinner } from '#renderer/ui/index.ts';
import styles from './paper.module.css';
import { useZoom, ZoomBar } from './ZoomBar.tsx';

const px = (mm: number): number => (mm / 25.4) * 96;
/** Sides of an A4 sheet in CSS pixels. */
const SHORT = px(210);
const LONG = px(297);
const LEAST = 0.4;
const MARGIN_PX = 48;
const GAP_PX = 20;

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
  const sheet = landscape ? { width: LONG, height: SHORT } : { width: SHORT, height: LONG };
  const zoom = useZoom((width) => (width > 0 ? Math.min(1, (width - MARGIN_PX) / sheet.width) : 0.5));
  const { view, scale } = zoom;
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
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
      <ZoomBar zoom={zoom} label={t('report:screen.preview')} least={LEAST}>
        <span className={styles.muted} aria-live="polite">
          {pages === 0 ? '' : t('report:screen.pageOf', { page: Math.min(page, pages), pages })}
        </span>
      </ZoomBar>
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
