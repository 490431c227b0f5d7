import { memo, type ReactElement, useMemo } from 'react';
import { cx } from '#renderer/ui/index.ts';
import type { KnownDates } from '#shared/schedule/edit.ts';
import { type BarEnds, linkShape } from '#shared/schedule/layout/linkPath.ts';
import chart from './chart.module.css';
import type { PlanModel, PlanRow } from './model.ts';
import type { Scale } from './scale.ts';
import { isLate } from './texts.ts';

/** Half of a milestone's diamond, px. */
const DIAMOND = 8;

export function diamondPath(x: number, y: number, r: number): string {
  return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
}

/** Where a row is drawn; null without dates. A bar is at least 3 px wide, so that it can be seen at any scale. */
export function barEnds(row: PlanRow, scale: Scale, y: number, dates?: KnownDates): BarEnds | null {
  const start = dates?.start ?? row.start ?? row.finish;
  const finish = dates?.finish ?? row.finish ?? row.start;
  if (start === null || finish === null) return null;
  const left = scale.x(start);
  if (row.milestone) return { left: left - DIAMOND, right: left + DIAMOND, y };
  return { left, right: Math.max(scale.x(finish), left + 3), y };
}

interface BarProps {
  readonly row: PlanRow;
  readonly ends: BarEnds;
  readonly height: number;
}

function Milestone({ row, ends }: BarProps) {
  const done = row.percent >= 100;
  return (
    <path
      data-bar={row.id}
      data-part="move"
      d={diamondPath((ends.left + ends.right) / 2, ends.y, DIAMOND)}
      className={cx(chart.milestone, done && chart.done, row.inactive && chart.off)}
    />
  );
}

function SummaryBar({ row, ends: { left, right, y } }: BarProps) {
  const tip = Math.min(6, (right - left) / 2);
  const d = `M${left} ${y - 6}H${right}V${y + 6}L${right - tip} ${y}H${left + tip}L${left} ${y + 6}Z`;
  return (
    <g className={cx(row.inactive && chart.off)}>
      <path data-bar={row.id} data-part="move" d={d} className={chart.summary} />
      {row.percent > 0 ? (
        <path
          d={`M${left + 2} ${y - 3}H${left + 2 + ((right - left - 4) * Math.min(100, row.percent)) / 100}`}
          className={chart.summaryDone}
        />
      ) : null}
    </g>
  );
}

function TaskBar({ row, ends: { left, right, y }, height }: BarProps) {
  const h = Math.min(18, height - 12);
  const width = right - left;
  const common = { y: y - h / 2, height: h };
  return (
    <g className={cx(row.inactive && chart.off)}>
      <rect
        data-bar={row.id}
        data-part="move"
        x={left}
        width={width}
        rx={3}
        {...common}
        className={cx(chart.bar, row.manual && chart.manual)}
      />
      {row.percent > 0 ? (
        <rect
          x={left}
          width={(width * Math.min(100, row.percent)) / 100}
          y={y - h / 2 + 3}
          height={h - 6}
          className={chart.progress}
        />
      ) : null}
      {/* Edges and the link dot catch the pointer a little outside too, so that short bars can be taken. */}
      <rect
        data-bar={row.id}
        data-part="start"
        x={left - 5}
        width={Math.min(9, 5 + width / 4)}
        {...common}
        className={chart.edge}
      />
      <rect
        data-bar={row.id}
        data-part="finish"
        x={right - Math.min(4, width / 4)}
        width={9}
        {...common}
        className={chart.edge}
      />
    </g>
  );
}

export interface RowBarProps {
  readonly row: PlanRow;
  readonly y: number;
  readonly height: number;
  readonly scale: Scale;
  readonly label: string;
}

/** Everything of one row on the timeline. */
export const RowBar = memo(function RowBar({ row, y, height, scale, label }: RowBarProps) {
  const ends = barEnds(row, scale, y + height / 2);
  if (!ends) return null;
  const Shape = row.milestone ? Milestone : row.summary ? SummaryBar : TaskBar;
  const deadline = row.deadline === null ? null : scale.x(row.deadline);
  return (
    <g className={chart.rowBar}>
      <Shape row={row} ends={ends} height={height} />
      {deadline === null ? null : (
        <path
          d={`M${deadline} ${ends.y - 9}v18m-4 -5l4 5l4 -5`}
          className={cx(chart.deadline, isLate(row) && chart.late)}
        />
      )}
      {row.summary ? null : (
        <circle
          data-bar={row.id}
          data-part="link"
          cx={ends.right + 9}
          cy={ends.y}
          r={4.5}
          className={chart.dot}
        />
      )}
      {label === '' ? null : (
        <text
          x={ends.right + 18}
          y={ends.y + 4}
          className={cx(chart.barLabel, isLate(row) && chart.lateText)}
        >
          {label}
        </text>
      )}
    </g>
  );
});

export interface LinksProps {
  readonly model: PlanModel;
  /** Index of the row in the plan -> place on the screen. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly first: number;
  readonly last: number;
  readonly rowHeight: number;
  readonly scale: Scale;
  readonly selection: ReadonlySet<string>;
}

/** Places of both ends of each link on the screen, -1 for rows that are folded or filtered away. */
function useLinkPlaces(model: PlanModel, placeOf: ReadonlyMap<number, number>): Int32Array {
  return useMemo(() => {
    const places = new Int32Array(model.links.length * 2);
    for (const [i, { from, to }] of model.links.entries()) {
      places[i * 2] = placeOf.get(from) ?? -1;
      places[i * 2 + 1] = placeOf.get(to) ?? -1;
    }
    return places;
  }, [model, placeOf]);
}

/** Link arrows that touch the rows in view; those to folded or filtered rows are not drawn. */
export const Links = memo(function Links(props: LinksProps) {
  const { model, placeOf, first, last, rowHeight, scale, selection } = props;
  const places = useLinkPlaces(model, placeOf);
  // Most links of a large plan are out of view: they must not become children that React compares.
  const shown: ReactElement[] = [];
  for (let i = 0; i < model.links.length; i++) {
    const from = places[i * 2] ?? -1;
    const to = places[i * 2 + 1] ?? -1;
    if (from < 0 || to < 0 || Math.max(from, to) < first || Math.min(from, to) > last) continue;
    const link = model.links[i];
    const source = link && model.rows[link.from];
    const target = link && model.rows[link.to];
    const a = source && barEnds(source, scale, (from + 0.5) * rowHeight);
    const b = target && barEnds(target, scale, (to + 0.5) * rowHeight);
    if (!a || !b) continue;
    const chosen = selection.has(source.id) || selection.has(target.id);
    const { line, head } = linkShape(link.type, a, b, rowHeight / 2);
    shown.push(
      <g key={link.id} className={cx(chart.link, chosen && chart.linkChosen)}>
        <path d={line} />
        <path d={head} className={chart.linkHead} />
      </g>,
    );
  }
  return shown;
});
