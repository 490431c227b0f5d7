import { type KeyboardEvent, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { composing, cx, useToday } from '#renderer/ui/index.ts';
import type { LoadRow } from '#shared/ipc/channels/resource.ts';
import { hoursText } from './hours.ts';
import type { LoadUnit } from './loadRange.ts';
import styles from './resources.module.css';

export interface Chosen {
  readonly resourceId: string;
  /** Index of the span. */
  readonly span: number;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

export interface LoadGridProps {
  readonly spans: readonly Span[];
  readonly unit: LoadUnit;
  readonly resources: readonly LoadRow[];
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Share of the height of a cell, of the largest of loads and capacities of the row. */
function heights(row: LoadRow, span: number) {
  const most = Math.max(1, ...row.load, ...row.capacity);
  const part = (value: number) => `${(100 * value) / most}%`;
  const load = row.load[span] ?? 0;
  const capacity = row.capacity[span] ?? 0;
  return {
    within: part(Math.min(load, capacity)),
    beyond: part(Math.max(0, load - capacity)),
    line: part(capacity),
  };
}

function Cell({ row, span }: { readonly row: LoadRow; readonly span: number }) {
  const { format } = useI18n();
  const load = row.load[span] ?? 0;
  const over = row.over[span] ?? false;
  const { within, beyond, line } = heights(row, span);
  return (
    <>
      <span className={styles.bars} aria-hidden="true">
        <span className={styles.capacityLine} style={{ height: line }} />
        <span className={styles.stack}>
          <span className={styles.beyond} style={{ height: beyond }} />
          <span className={over ? styles.withinOver : styles.within} style={{ height: within }} />
        </span>
      </span>
      <span className={over ? styles.overText : styles.cellText} aria-hidden="true">
        {load === 0 ? '·' : `${over ? '!' : ''}${hoursText(format, load)}`}
      </span>
    </>
  );
}

/** Arrow keys, Home and End move through the cells; the one with the focus is the only one in the tab order. */
function useCursor({ spans, resources, onChoose }: LoadGridProps) {
  const [at, setAt] = useState({ row: 0, span: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  const row = Math.min(at.row, resources.length - 1);
  const span = Math.min(at.span, spans.length - 1);
  const move = (toRow: number, toSpan: number) => {
    const next = {
      row: Math.min(Math.max(0, toRow), resources.length - 1),
      span: Math.min(Math.max(0, toSpan), spans.length - 1),
    };
    setAt(next);
    body.current?.rows[next.row]?.querySelectorAll('button')[next.span]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => move(row, span - 1),
      ArrowRight: () => move(row, span + 1),
      ArrowUp: () => move(row - 1, span),
      ArrowDown: () => move(row + 1, span),
      Home: () => move(row, 0),
      End: () => move(row, spans.length - 1),
    };
    const run = moves[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  const choose = (toRow: number, toSpan: number) => {
    const resource = resources[toRow];
    if (resource) onChoose({ resourceId: resource.id, span: toSpan });
  };
  const reach = (toRow: number, toSpan: number) => setAt({ row: toRow, span: toSpan });
  return { row, span, body, onKeyDown, choose, reach };
}

function Head({ spans, unit }: Pick<LoadGridProps, 'spans' | 'unit'>) {
  const { t, format } = useI18n();
  const today = useToday();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.nameHead}>
          {t('model:resource.name')}
        </th>
        {spans.map((span) => (
          <th
            key={span.from}
            scope="col"
            className={cx(styles.spanHead, span.from <= today && today <= span.to && styles.now)}
            title={unit === 'week' ? `${span.from} – ${span.to}` : format.date(span.from)}
          >
            {unit === 'day' ? (
              <span className={styles.weekday}>{format.date(span.from).slice(11)}</span>
            ) : null}
            {format.shortDate(span.from)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function useCellName(spans: readonly Span[], unit: LoadUnit) {
  const { t, format } = useI18n();
  return (row: LoadRow, span: number): string => {
    const { from = '', to = '' } = spans[span] ?? {};
    const args = {
      name: row.name,
      days: unit === 'day' ? format.date(from) : `${from} – ${to}`,
      load: hoursText(format, row.load[span] ?? 0),
      capacity: hoursText(format, row.capacity[span] ?? 0),
    };
    return t(row.over[span] ? 'resource:load.cellOver' : 'resource:load.cell', args);
  };
}

/** Bars against capacity, one row per resource. A cell leads to the tasks behind it. */
export function LoadGrid(props: LoadGridProps) {
  const { t, format } = useI18n();
  const { spans, unit, resources, chosen } = props;
  const { row: atRow, span: atSpan, body, onKeyDown, choose, reach } = useCursor(props);
  const nameOf = useCellName(spans, unit);
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={t('resource:load.label')}>
        <Head spans={spans} unit={unit} />
        <tbody ref={body} onKeyDown={onKeyDown}>
          {resources.map((row, r) => (
            <tr key={row.id}>
              <th scope="row" className={styles.name}>
                <span className={styles.who}>{row.name}</span>
                <span className={styles.quiet}>
                  {[row.role, format.percent(row.maxUnits)].filter(Boolean).join(' · ')}
                </span>
                {row.projects.length === 0 ? null : (
                  <span className={styles.quiet}>
                    {t('resource:load.also', { projects: format.list(row.projects) })}
                  </span>
                )}
              </th>
              {spans.map((span, s) => (
                <td key={span.from} className={styles.cell}>
                  <button
                    type="button"
                    tabIndex={r === atRow && s === atSpan ? 0 : -1}
                    aria-label={nameOf(row, s)}
                    aria-pressed={chosen?.resourceId === row.id && chosen.span === s}
                    title={nameOf(row, s)}
                    onFocus={() => reach(r, s)}
                    onClick={() => choose(r, s)}
                  >
                    <Cell row={row} span={s} />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
