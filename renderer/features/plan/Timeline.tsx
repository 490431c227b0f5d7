import { memo, type PointerEvent, useMemo } from 'react';
import { cx } from '#renderer/ui/index.ts';
import { parseDate } from '#shared/schedule/calendar/instant.ts';
import { textWidth } from '#shared/schedule/layout/textWidth.ts';
import { ticksBetween, tiersFor } from '#shared/schedule/layout/timescale.ts';
import { barEnds, diamondPath, Links, RowBar } from './Bars.tsx';
import chart from './chart.module.css';
import type { PlanModel, PlanRow } from './model.ts';
import styles from './plan.module.css';
import { offSpans, type Scale } from './scale.ts';
import type { TimeLabel } from './timeLabels.ts';
import type { Drag } from './useDrag.ts';
import type { Viewport } from './useViewport.ts';

/** Below this scale single days off are not seen any more. */
const SHADING_FROM = 2.4;
export const HEAD_HEIGHT = 48;
/** Room below the last row, so that a scroll bar does not cover it. */
export const END_SPACE = 40;

export interface TimelineProps {
  readonly model: PlanModel;
  readonly rows: readonly PlanRow[];
  readonly view: Viewport;
  readonly scale: Scale;
  readonly rowHeight: number;
  /** Left end of the timeline in the canvas. */
  readonly left: number;
  readonly selection: ReadonlySet<string>;
  readonly barLabel: (row: PlanRow) => string;
  readonly drag: Drag | null;
  readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onDoublePress: (id: string) => void;
}

function windowOf(view: Pick<Viewport, 'x0' | 'x1'>, scale: Scale) {
  const x0 = Math.min(view.x0, Math.max(0, scale.width - 1));
  return { x0, x1: Math.max(x0 + 1, Math.min(view.x1, scale.width)) };
}

interface BackProps extends Pick<TimelineProps, 'model' | 'scale'> {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly height: number;
}

/** Days off, grid lines, status date and today. */
const Backdrop = memo(function Backdrop({ model, scale, x0, x1, top, height }: BackProps) {
  const from = Math.floor(scale.dayAt(x0));
  const to = Math.ceil(scale.dayAt(x1));
  const spans = scale.perDay >= SHADING_FROM ? offSpans(model.calendar, from, to) : [];
  const { lower } = tiersFor(scale.perDay);
  const lines = ticksBetween(lower, from, to).map((tick) => `M${scale.dayX(tick.from)} ${top}v${height}`);
  const today = parseDate(model.today);
  const status = model.project.status_on === null ? null : parseDate(model.project.status_on);
  return (
    <>
      {spans.map((span) => (
        <rect
          key={span.from}
          x={scale.dayX(span.from)}
          width={(span.to - span.from) * scale.perDay}
          y={top}
          height={height}
          className={chart.off_}
        />
      ))}
      <path d={lines.join('')} className={chart.gridLine} />
      {status === null ? null : (
        <path d={`M${scale.dayX(status + 1)} ${top}v${height}`} className={chart.statusLine} />
      )}
      {today === null ? null : (
        <path d={`M${scale.dayX(today + 0.5)} ${top}v${height}`} className={chart.todayLine} />
      )}
    </>
  );
});

/** The draft of a drag: where the bar will be, or the link that will be made. */
function Draft({ drag, props }: { readonly drag: Drag; readonly props: TimelineProps }) {
  const { rows, rowHeight, scale } = props;
  const yOf = (row: PlanRow) => (rows.indexOf(row) + 0.5) * rowHeight;
  if (drag.kind === 'bar') {
    const ends = barEnds(drag.row, scale, yOf(drag.row), drag.dates);
    if (!ends) return null;
    const middle = (ends.left + ends.right) / 2;
    return drag.row.milestone ? (
      <path d={diamondPath(middle, ends.y, 8)} className={chart.draft} />
    ) : (
      <rect
        x={ends.left}
        width={ends.right - ends.left}
        y={ends.y - 9}
        height={18}
        rx={3}
        className={chart.draft}
      />
    );
  }
  if (drag.kind !== 'link') return null;
  const from = barEnds(drag.row, scale, yOf(drag.row));
  if (!from) return null;
  const target = drag.target && barEnds(drag.target, scale, yOf(drag.target));
  return (
    <g className={cx(chart.draftLink, drag.refused && chart.draftRefused)}>
      <path d={`M${from.right} ${from.y}L${drag.x} ${drag.y}`} />
      {target ? (
        <rect
          x={target.left - 3}
          width={target.right - target.left + 6}
          y={target.y - 12}
          height={24}
          rx={4}
        />
      ) : null}
    </g>
  );
}

/** The bars in view as one SVG over the canvas. Coordinates are those of the whole timeline. */
export function Timeline(props: TimelineProps) {
  const { model, rows, view, scale, rowHeight, selection, drag } = props;
  const { x0, x1 } = windowOf(view, scale);
  const last = Math.min(view.last, rows.length);
  const first = Math.min(view.first, last);
  const top = first * rowHeight;
  const height = Math.max(1, (view.last - first) * rowHeight);
  const placeOf = useMemo(() => new Map(rows.map((row, i) => [row.index, i])), [rows]);
  const shown = rows.slice(first, last);
  return (
    <svg
      aria-hidden="true"
      className={cx(styles.timeline, drag !== null && chart.dragging)}
      style={{ left: props.left + x0, top: HEAD_HEIGHT + top }}
      width={x1 - x0}
      height={height}
      viewBox={`${x0} ${top} ${x1 - x0} ${height}`}
      onPointerDown={props.onPointerDown}
      onDoubleClick={(event) => {
        const id = event.target instanceof SVGElement ? event.target.dataset.bar : undefined;
        if (id !== undefined) props.onDoublePress(id);
      }}
    >
      <Backdrop model={model} scale={scale} x0={x0} x1={x1} top={top} height={height} />
      {shown.map((row, i) =>
        selection.has(row.id) ? (
          <rect
            key={row.id}
            x={x0}
            width={x1 - x0}
            y={top + i * rowHeight}
            height={rowHeight}
            className={chart.chosen}
          />
        ) : null,
      )}
      <path
        d={shown.map((_, i) => `M${x0} ${top + (i + 1) * rowHeight - 0.5}H${x1}`).join('')}
        className={chart.rowLine}
      />
      <Links
        model={model}
        placeOf={placeOf}
        first={first}
        last={last}
        rowHeight={rowHeight}
        scale={scale}
        selection={selection}
      />
      {shown.map((row, i) => (
        <RowBar
          key={row.id}
          row={row}
          y={top + i * rowHeight}
          height={rowHeight}
          scale={scale}
          label={props.barLabel(row)}
        />
      ))}
      {drag ? <Draft drag={drag} props={props} /> : null}
    </svg>
  );
}

export interface TimeHeadProps extends Pick<TimelineProps, 'model' | 'scale' | 'left'> {
  /** Single numbers, so that scrolling down does not draw the head again. */
  readonly viewX0: number;
  readonly viewX1: number;
  readonly viewLeft: number;
  readonly label: TimeLabel;
  readonly todayLabel: string;
  readonly statusLabel: string;
}

/** The two rows of the time axis, and the flags of today and the status date. */
export const TimeHead = memo(function TimeHead(props: TimeHeadProps) {
  const { model, viewX0, viewX1, viewLeft, scale, left, label } = props;
  const { x0, x1 } = windowOf({ x0: viewX0, x1: viewX1 }, scale);
  const from = Math.floor(scale.dayAt(x0));
  const to = Math.ceil(scale.dayAt(x1));
  const { upper, lower } = tiersFor(scale.perDay);
  const tiers = [
    { unit: upper, tier: 'upper', y: 0, min: 40 },
    { unit: lower, tier: 'lower', y: HEAD_HEIGHT / 2, min: 15 },
  ] as const;
  // The status date stands to the left of its line and today to the right, so that neighbours do not cover each other.
  const flags = [
    {
      day: model.project.status_on === null ? null : parseDate(model.project.status_on),
      text: props.statusLabel,
      at: 1,
      look: chart.statusFlag,
      before: true,
    },
    { day: parseDate(model.today), text: props.todayLabel, at: 0.5, look: chart.todayFlag, before: false },
  ];
  return (
    <svg
      aria-hidden="true"
      className={styles.timeHead}
      style={{ left: left + x0 }}
      width={x1 - x0}
      height={HEAD_HEIGHT}
      viewBox={`${x0} 0 ${x1 - x0} ${HEAD_HEIGHT}`}
    >
      {tiers.map(({ unit, tier, y, min }) =>
        ticksBetween(unit, from, to).map((tick) => {
          const x = scale.dayX(tick.from);
          const width = (tick.to - tick.from) * scale.perDay;
          const text = width < min ? '' : label(unit, tick.from, tier, width);
          // The label of an upper cell that reaches out of view stays readable at its visible start.
          const start = tier === 'upper' ? Math.max(x, viewLeft) + 6 : x + width / 2;
          const fits = tier === 'lower' || start + textWidth(text, 11.5) <= x + width;
          return (
            <g key={`${tier}${tick.from}`}>
              <path d={`M${x} ${y}v${HEAD_HEIGHT / 2}`} className={chart.headLine} />
              {text !== '' && fits ? (
                <text x={start} y={y + 16} textAnchor={tier === 'lower' ? 'middle' : 'start'}>
                  {text}
                </text>
              ) : null}
            </g>
          );
        }),
      )}
      <path d={`M${x0} ${HEAD_HEIGHT / 2}H${x1}`} className={chart.headLine} />
      {flags.map(({ day, text, at, look, before }) => {
        const width = textWidth(text, 11) + 10;
        return day === null ? null : (
          <g key={text} className={look} transform={`translate(${scale.dayX(day + at)} ${HEAD_HEIGHT - 16})`}>
            <rect x={before ? 1 - width : -1} width={width} height={16} rx={2} />
            <text x={before ? 6 - width : 4} y={12}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
});
