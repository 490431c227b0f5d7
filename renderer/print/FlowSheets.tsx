import './fonts.css';
import './sheet.css';
import './blocks.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '#shared/i18n/index.ts';
import { FlowView, wholePlacements } from './FlowView.tsx';
import type { FlowItem } from './flow.ts';
import { fontsSettled, measureItems } from './measure.ts';
import { type PageLayout, paginate } from './paginate.ts';

/** What stands around the content of a page. */
export type SheetFrame = (
  page: number,
  pages: number,
) => { readonly head: ReactNode; readonly foot: ReactNode };

export interface FlowSheetsProps {
  readonly language: Locale;
  readonly paper?: 'portrait' | 'landscape';
  /** In reading order; a new list is laid out anew. */
  readonly items: readonly FlowItem[];
  /** Belongs to the items: pages are shown with the frame they were laid out with. */
  readonly frame: SheetFrame;
  /** Called when the pages stand, again after each change. */
  readonly onPages?: (count: number) => void;
}

interface Laid {
  readonly items: readonly FlowItem[];
  readonly frame: SheetFrame;
  readonly pages: readonly PageLayout[];
}

/**
 * Items as A4 sheets: the preview shows them, the PDF is them. A hidden column is measured first; until its pages
 * are known the last pages stay.
 */
export function FlowSheets({ language, paper = 'portrait', items, frame, onPages }: FlowSheetsProps) {
  const column = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sheet of another shape has another height
  useEffect(() => {
    let current = true;
    void fontsSettled().then(() => {
      const root = column.current;
      if (!current || !root) return;
      const height = root.parentElement?.getBoundingClientRect().height ?? 0;
      const scale = root.offsetWidth > 0 ? root.getBoundingClientRect().width / root.offsetWidth : 1;
      const measured = measureItems(root, items, scale);
      setLaid({ items, frame, pages: paginate(measured, height / scale) });
    });
    return () => {
      current = false;
    };
  }, [items, frame, paper]);
  useEffect(() => {
    if (laid) onPages?.(laid.pages.length);
  }, [laid, onPages]);
  return (
    <div className="rp-report" lang={language} data-theme="light" data-paper={paper}>
      <div className="rp-measure" inert>
        <div className="rp-body">
          <div ref={column}>
            <FlowView items={byId(items)} placements={wholePlacements(items)} />
          </div>
        </div>
      </div>
      {laid === null ? null : <Pages laid={laid} />}
    </div>
  );
}

const byId = (items: readonly FlowItem[]): ReadonlyMap<string, FlowItem> =>
  new Map(items.map((item) => [item.id, item]));

function Pages({ laid }: { readonly laid: Laid }) {
  const items = useMemo(() => byId(laid.items), [laid.items]);
  return laid.pages.map((placements, index) => {
    const { head, foot } = laid.frame(index + 1, laid.pages.length);
    return (
      // Pages have no identity but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <section key={index} className="rp-sheet" data-page={index + 1}>
        {head}
        <div className="rp-body">
          <FlowView items={items} placements={placements} />
        </div>
        {foot}
      </section>
    );
  });
}
