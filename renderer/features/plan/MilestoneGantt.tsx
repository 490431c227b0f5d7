import { useMemo } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import {
  layoutMilestoneGantt,
  type MilestoneGanttInput,
  type MilestoneGanttLayout,
  type MilestoneRowLayout,
  type MilestoneSheet,
} from '#shared/schedule/layout/milestoneGantt.ts';
import { createTimeLabel, type TimeLabel } from './timeLabels.ts';

export interface MilestoneGanttProps extends Omit<MilestoneGanttInput, 'dateLabel'> {
  /** Name of the figure for screen readers and the tags of the PDF. */
  readonly title: string;
  readonly dateLabel?: MilestoneGanttInput['dateLabel'];
  /** Leaves the legend out where the page has its own. */
  readonly legend?: boolean;
}

// Paper has one theme. Every state also differs by shape or outline, so that a grey print can be read.
const INK = '#1b2129';
const SOFT = '#5a6572';
const GRID = '#d5dae0';
const PLANNED = '#b4bcc6';
const OPEN = '#dbe6f3';
const DONE = '#2f5f96';
const LATE = '#a3241d';

function diamond(x: number, y: number, r: number): string {
  return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
}

function Axis({ layout, label }: { readonly layout: MilestoneGanttLayout; readonly label: TimeLabel }) {
  const { fontSize: size, headerHeight } = layout;
  const tiers = [
    { ...layout.upper, y: 0, tier: 'upper' },
    { ...layout.lower, y: headerHeight / 2, tier: 'lower' },
  ] as const;
  return (
    <g fill={SOFT} fontSize={size}>
      {tiers.map(({ unit, cells, y, tier }) =>
        cells.map((cell) => (
          <g key={`${tier}${cell.from}`}>
            <path d={`M${cell.x} ${y}v${headerHeight / 2}`} stroke={GRID} strokeWidth={0.5} />
            {cell.width < size * (tier === 'upper' ? 2.4 : 1.1) ? null : (
              <text x={cell.x + size * 0.3} y={y + size * 1.2}>
                {label(unit, cell.from, tier)}
              </text>
            )}
          </g>
        )),
      )}
      <path
        d={`M0 ${headerHeight}H${layout.width}M${layout.nameWidth} ${headerHeight / 2}H${layout.width}`}
        stroke={GRID}
        strokeWidth={0.5}
      />
    </g>
  );
}

function PhaseMarks({ row, size }: { readonly row: MilestoneRowLayout; readonly size: number }) {
  const middle = row.y + row.height / 2;
  const bar = row.item.actual?.finish ? row.actual : row.forecast;
  const done = row.item.actual?.finish ? 100 : (row.item.percent ?? 0);
  return (
    <>
      {row.planned ? (
        <rect
          x={row.planned.x}
          y={middle + size * 0.42}
          width={row.planned.width}
          height={size * 0.28}
          fill={PLANNED}
        />
      ) : null}
      {bar ? (
        <>
          <rect
            x={bar.x}
            y={middle - size * 0.5}
            width={bar.width}
            height={size * 0.8}
            fill={OPEN}
            stroke={INK}
            strokeWidth={0.6}
          />
          <rect
            x={bar.x}
            y={middle - size * 0.5}
            width={(bar.width * done) / 100}
            height={size * 0.8}
            fill={DONE}
          />
        </>
      ) : null}
    </>
  );
}

function MilestoneMarks({ row, size }: { readonly row: MilestoneRowLayout; readonly size: number }) {
  const middle = row.y + row.height / 2;
  const now = row.done ? row.actual : row.forecast;
  const moved = row.planned && now && Math.abs(row.planned.x - now.x) > 0.5;
  return (
    <>
      {moved && row.planned ? (
        <>
          <path
            d={`M${row.planned.x} ${middle}H${now.x}`}
            stroke={SOFT}
            strokeWidth={0.7}
            strokeDasharray="2 1.5"
          />
          <path
            d={diamond(row.planned.x, middle, size * 0.4)}
            fill="#ffffff"
            stroke={SOFT}
            strokeWidth={0.8}
          />
        </>
      ) : null}
      {now ? (
        <path
          d={diamond(now.x, middle, size * 0.52)}
          fill={row.done ? INK : '#ffffff'}
          stroke={INK}
          strokeWidth={1}
        />
      ) : null}
    </>
  );
}

function Row({ row, layout }: { readonly row: MilestoneRowLayout; readonly layout: MilestoneGanttLayout }) {
  const { fontSize: size, width } = layout;
  const first = row.y + row.height / 2 + size * 0.36 - ((row.lines.length - 1) * size * 1.25) / 2;
  const late = (row.slipDays ?? 0) > 0;
  return (
    <g>
      <path d={`M0 ${row.y + row.height}H${width}`} stroke={GRID} strokeWidth={0.4} />
      <text fontSize={size} fill={INK} fontWeight={row.item.kind === 'phase' ? 700 : 400}>
        {row.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other identity
          <tspan key={i} x={row.indent + size * 0.3} y={first + i * size * 1.25}>
            {line}
          </tspan>
        ))}
      </text>
      {row.item.kind === 'phase' ? (
        <PhaseMarks row={row} size={size} />
      ) : (
        <MilestoneMarks row={row} size={size} />
      )}
      {row.label ? (
        <text
          x={row.label.x}
          y={row.y + row.height / 2 + size * 0.36}
          textAnchor={row.label.anchor}
          fontSize={size}
          fontWeight={late ? 700 : 400}
          fill={late ? LATE : INK}
          stroke="#ffffff"
          strokeWidth={2}
          paintOrder="stroke"
        >
          {row.label.text}
        </text>
      ) : null}
    </g>
  );
}

function Grid({
  layout,
  sheet,
  todayLabel,
}: {
  readonly layout: MilestoneGanttLayout;
  readonly sheet: MilestoneSheet;
  readonly todayLabel: string;
}) {
  const { fontSize: size, headerHeight: top, today, period } = layout;
  const lines = layout.lower.cells.map((cell) => `M${cell.x} ${top}V${sheet.height}`).join('');
  return (
    <>
      {period ? (
        <rect x={period.x} y={top} width={period.width} height={sheet.height - top} fill="#f0f2f5" />
      ) : null}
      <path d={lines} stroke={GRID} strokeWidth={0.4} />
      {today === null ? null : (
        <>
          <path
            d={`M${today} ${top - size * 0.2}V${sheet.height}`}
            stroke={LATE}
            strokeWidth={0.9}
            strokeDasharray="3 2"
          />
          <text
            x={today + (today > layout.width * 0.9 ? -2 : 2)}
            textAnchor={today > layout.width * 0.9 ? 'end' : 'start'}
            y={sheet.height + size * 1.1}
            fontSize={size}
            fill={LATE}
          >
            {todayLabel}
          </text>
        </>
      )}
    </>
  );
}

/** One line that names the marks; drawn as text and shapes, so it needs no colour. */
function Legend({ size, y }: { readonly size: number; readonly y: number }) {
  const { t } = useI18n();
  const step = size * 12;
  const entries = [
    { text: t('plan:legend.milestoneOpen'), mark: <path d={diamond(size, 0, size * 0.5)} fill="#ffffff" /> },
    { text: t('plan:legend.milestoneDone'), mark: <path d={diamond(size, 0, size * 0.5)} fill={INK} /> },
    {
      text: t('plan:legend.phase'),
      mark: (
        <>
          <rect x={0} y={-size * 0.4} width={size * 2} height={size * 0.8} fill={OPEN} />
          <rect x={0} y={-size * 0.4} width={size} height={size * 0.8} fill={DONE} />
        </>
      ),
    },
    {
      text: t('plan:legend.planned'),
      mark: <rect x={0} y={-size * 0.15} width={size * 2} height={size * 0.3} fill={PLANNED} stroke="none" />,
    },
  ];
  return (
    <g transform={`translate(0 ${y})`} fontSize={size} fill={INK}>
      {entries.map((entry, i) => (
        <g key={entry.text} transform={`translate(${i * step} 0)`}>
          <g stroke={INK} strokeWidth={0.7}>
            {entry.mark}
          </g>
          <text x={size * 2.5} y={size * 0.36}>
            {entry.text}
          </text>
        </g>
      ))}
    </g>
  );
}

/**
 * Milestones and phases with planned, expected and actual dates, as vector graphics for reports. One `<svg>`
 * per sheet; each repeats the time axis. Sizes are pt, so place it at its natural size.
 */
export function MilestoneGantt({ title, legend = true, dateLabel, ...input }: MilestoneGanttProps) {
  const { t, locale, format } = useI18n();
  const label = useMemo(() => createTimeLabel(t, locale), [t, locale]);
  const layout = layoutMilestoneGantt({ ...input, dateLabel: dateLabel ?? format.shortDate });
  const size = layout.fontSize;
  return (
    <>
      {layout.sheets.map((sheet, i) => {
        const last = i === layout.sheets.length - 1;
        const height = sheet.height + size * (legend && last ? 3.4 : 1.5);
        return (
          <svg
            key={sheet.rows[0]?.item.id ?? 'none'}
            role="img"
            aria-label={layout.sheets.length > 1 ? `${title} ${i + 1}/${layout.sheets.length}` : title}
            width={`${layout.width}pt`}
            height={`${height}pt`}
            viewBox={`0 0 ${layout.width} ${height}`}
            fontFamily="inherit"
          >
            <Grid layout={layout} sheet={sheet} todayLabel={t('plan:today')} />
            <Axis layout={layout} label={label} />
            {sheet.rows.map((row) => (
              <Row key={row.item.id} row={row} layout={layout} />
            ))}
            {legend && last ? <Legend size={size} y={sheet.height + size * 2.4} /> : null}
          </svg>
        );
      })}
    </>
  );
}
