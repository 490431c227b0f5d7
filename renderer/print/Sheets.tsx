import './fonts.css';
import './sheet.css';
import './blocks.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Say } from '#shared/domain/report/phrases.ts';
import type { ReportSnapshot } from '#shared/domain/report/snapshot.ts';
import { reportBlocks } from './blocks/index.ts';
import { FlowView, wholePlacements } from './FlowView.tsx';
import type { FlowItem } from './flow.ts';
import { fontsSettled, measureItems } from './measure.ts';
import { type PageLayout, paginate } from './paginate.ts';

export interface SheetsProps {
  readonly snapshot: ReportSnapshot;
  /** Texts in the language of the report. */
  readonly say: Say;
  /** Called when the pages stand, again after each change. */
  readonly onPages?: (count: number) => void;
}

interface Laid {
  readonly items: readonly FlowItem[];
  readonly snapshot: ReportSnapshot;
  readonly pages: readonly PageLayout[];
}

/**
 * The report as A4 sheets: the preview shows them, the PDF is them. A hidden column is measured first;
 * until its pages are known the pages of the last snapshot stay.
 */
export function Sheets({ snapshot, say, onPages }: SheetsProps) {
  const items = useMemo(() => reportBlocks({ snapshot, say }), [snapshot, say]);
  const column = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  useEffect(() => {
    let current = true;
    void fontsSettled().then(() => {
      const root = column.current;
      if (!current || !root) return;
      const height = root.parentElement?.getBoundingClientRect().height ?? 0;
      const scale = root.offsetWidth > 0 ? root.getBoundingClientRect().width / root.offsetWidth : 1;
      const measured = measureItems(root, items, scale);
      setLaid({ items, snapshot, pages: paginate(measured, height / scale) });
    });
    return () => {
      current = false;
    };
  }, [items, snapshot]);
  useEffect(() => {
    if (laid) onPages?.(laid.pages.length);
  }, [laid, onPages]);
  return (
    <div className="rp-report" lang={snapshot.language} data-theme="light">
      <div className="rp-measure" inert>
        <div className="rp-body">
          <div ref={column}>
            <FlowView items={byId(items)} placements={wholePlacements(items)} />
          </div>
        </div>
      </div>
      {laid === null ? null : <Pages laid={laid} say={say} />}
    </div>
  );
}

const byId = (items: readonly FlowItem[]): ReadonlyMap<string, FlowItem> =>
  new Map(items.map((item) => [item.id, item]));

function Pages({ laid, say }: { readonly laid: Laid; readonly say: Say }) {
  const items = useMemo(() => byId(laid.items), [laid.items]);
  return laid.pages.map((placements, index) => (
    // Pages have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Sheet key={index} snapshot={laid.snapshot} say={say} page={index + 1} pages={laid.pages.length}>
      <FlowView items={items} placements={placements} />
    </Sheet>
  ));
}

interface SheetProps {
  readonly snapshot: ReportSnapshot;
  readonly say: Say;
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

function Sheet({ snapshot, say, page, pages, children }: SheetProps) {
  return (
    <section className="rp-sheet" data-page={page}>
      {page === 1 ? (
        <Letterhead snapshot={snapshot} say={say} />
      ) : (
        <RunningHead snapshot={snapshot} say={say} />
      )}
      <div className="rp-body">{children}</div>
      <footer className="rp-foot" aria-hidden={page > 1}>
        <span>{say('print.confidential', { client: snapshot.client.name })}</span>
        <span>{snapshot.prepared_on}</span>
        <span>{say('print.page', { page, pages })}</span>
      </footer>
    </section>
  );
}

type HeadProps = Pick<SheetProps, 'snapshot' | 'say'>;

/** The firm's own name and how to reach it, on the first page. */
function Letterhead({ snapshot, say }: HeadProps) {
  const { company } = snapshot;
  const contact = company
    ? [
        company.address,
        company.phone && `${say('print.phone')} ${company.phone}`,
        company.email,
        company.tax_no && `${say('print.taxNo')} ${company.tax_no}`,
      ].filter((part) => part !== null && part !== '')
    : [];
  return (
    <header className="rp-head">
      {company?.logo ? <img className="rp-logo" src={company.logo} alt="" /> : null}
      <div className="rp-firm">
        <p className="rp-firm-name">{company?.name ?? ''}</p>
        {contact.length > 0 ? (
          <p className="rp-firm-contact">
            {contact.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </p>
        ) : null}
      </div>
    </header>
  );
}

function RunningHead({ snapshot, say }: HeadProps) {
  const { company, no, project } = snapshot;
  return (
    <div className="rp-head rp-head-running" aria-hidden="true">
      {company?.logo ? <img className="rp-logo" src={company.logo} alt="" /> : null}
      <p className="rp-running-firm">{company?.name ?? ''}</p>
      <p className="rp-running-title">
        {project.name}
        <span>{no === null ? say('print.draft') : say('print.no', { no })}</span>
      </p>
    </div>
  );
}
