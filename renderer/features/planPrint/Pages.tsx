import { type RefObject, useEffect, useRef, useState } from 'react';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import type { DocumentSheet, GanttDocument } from '#renderer/print/gantt/document.ts';
import { sheetLabel } from '#renderer/print/gantt/GanttSheets.tsx';
import { SheetSvg } from '#renderer/print/gantt/SheetSvg.tsx';
import { Spinner } from '#renderer/ui/index.ts';
import { useZoom, ZoomBar } from '../paper/public.ts';
import styles from './planPrint.module.css';

const PX = 96 / 72;
const LEAST = 0.1;
const GAP = 16;
const AIR = 48;
/** Sheets this far from the view are drawn ahead, px. */
const AHEAD = '900px';

interface PageProps {
  readonly sheet: DocumentSheet;
  readonly label: string;
  readonly scale: number;
  readonly view: RefObject<HTMLElement | null>;
}

/** One sheet; drawn once it comes near the view, so that hundreds of them cost nothing. */
function Page({ sheet, label, scale, view }: PageProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: view.current, rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [view]);
  const { width, height } = sheet.layout.page;
  const size = { width: width * PX * scale, height: height * PX * scale };
  return (
    <div ref={ref} className={styles.page} style={size} data-number={sheet.numbers.before + sheet.index + 1}>
      {near ? <SheetSvg sheet={sheet} label={label} /> : null}
    </div>
  );
}

/** Sheets as they hang beside each other: one line for each strip of rows. */
function linesOf(sheets: readonly DocumentSheet[]): DocumentSheet[][] {
  const lines: DocumentSheet[][] = [];
  for (const sheet of sheets) {
    const column = sheet.layout.sheets[sheet.index]?.column ?? 0;
    if (column === 0) lines.push([sheet]);
    else lines.at(-1)?.push(sheet);
  }
  return lines;
}

export interface PagesProps {
  /** Null while the plan is read. */
  readonly document: GanttDocument | null;
  readonly language: string;
  /** Texts in the language of the sheets. */
  readonly sheetT: T;
}

/** The sheets with their breaks, drawn smaller or larger. */
export function Pages({ document, language, sheetT }: PagesProps) {
  const { t } = useI18n();
  const sheets = document?.sheets ?? [];
  const lines = linesOf(sheets);
  const wide = Math.max(1, ...lines.map((line) => line.length));
  const page = sheets[0]?.layout.page.width ?? 595;
  const zoom = useZoom((width) =>
    Math.max(LEAST, Math.min(1.25, (width - AIR - (wide - 1) * GAP) / (wide * page * PX))),
  );
  const { view, scale } = zoom;
  return (
    <div className={styles.preview}>
      <ZoomBar zoom={zoom} label={t('ganttPrint:preview.label')} least={LEAST}>
        <span className={styles.count} aria-live="polite" data-testid="pages">
          {sheets.length === 0 ? '' : t('ganttPrint:preview.pages', { count: sheets.length })}
        </span>
        {document?.chart ? (
          <span className={styles.muted}>
            {t('ganttPrint:preview.grid', {
              wide: document.chart.tiles.length,
              tall: document.chart.bands.length,
            })}
          </span>
        ) : null}
      </ZoomBar>
      <section
        ref={view}
        className={styles.view}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={t('ganttPrint:preview.label')}
      >
        {document === null ? <Spinner label={t('ganttPrint:preview.loading')} /> : null}
        <div className={`gp-document ${styles.sheets}`} lang={language}>
          {lines.map((line) => (
            <div key={(line[0]?.numbers.before ?? 0) + (line[0]?.index ?? 0)} className={styles.line}>
              {line.map((sheet) => (
                <Page
                  key={sheet.numbers.before + sheet.index}
                  sheet={sheet}
                  label={sheetLabel(sheetT, sheet)}
                  scale={scale}
                  view={view}
                />
              ))}
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
