import { useI18n } from '#renderer/i18n/index.ts';
import { type TrendLayout, type TrendLine, trendShapePath } from '#shared/schedule/layout/milestoneTrend.ts';
import styles from './tracking.module.css';

function Axes({ layout, size }: { readonly layout: TrendLayout; readonly size: number }) {
  const { plot, across, up, diagonal, reports } = layout;
  const bottom = plot.y + plot.side;
  return (
    <>
      {across.map(({ at, label }) => (
        <g key={`x${at}`}>
          <path d={`M${at} ${plot.y}V${bottom}`} className={styles.gridLine} />
          <text x={at} y={bottom + size * 1.4} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {up.map(({ at, label }) => (
        <g key={`y${at}`}>
          <path d={`M${plot.x} ${at}H${plot.x + plot.side}`} className={styles.gridLine} />
          <text x={plot.x - 5} y={at + size * 0.35} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {reports.map((x) => (
        <path key={x} d={`M${x} ${bottom - 5}V${bottom}`} className={styles.reportTick} />
      ))}
      <path d={`M${diagonal.x1} ${diagonal.y1}L${diagonal.x2} ${diagonal.y2}`} className={styles.diagonal} />
      <path d={`M${plot.x} ${plot.y}V${bottom}H${plot.x + plot.side}`} className={styles.axis} />
    </>
  );
}

function Line({ line, size }: { readonly line: TrendLine; readonly size: number }) {
  const { marks, shape, label } = line;
  const last = marks.at(-1);
  const filled = shape !== 'ring' && shape !== 'cross';
  const half = ((label.lines.length - 1) * size * 1.25) / 2;
  return (
    <g>
      <path
        d={marks.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
        className={styles.trendLine}
        strokeDasharray={line.dash.join(' ')}
      />
      {last === undefined ? null : (
        <path d={`M${last.x + 5} ${last.y}L${label.x - 3} ${label.y}`} className={styles.leader} />
      )}
      {marks.map(({ x, y, done, point }) => (
        <path
          key={point.on}
          d={trendShapePath(shape, x, y, done ? 5 : 3.5)}
          className={filled ? styles.markFilled : styles.markOpen}
        />
      ))}
      <text x={label.x} y={label.y - half + size * 0.35}>
        {label.lines.map((text, i) => (
          <tspan key={text} x={label.x} dy={i === 0 ? 0 : size * 1.25}>
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** The chart as a picture; the table beside it says the same in words. */
export function TrendChart({
  layout,
  size,
  id,
}: {
  readonly layout: TrendLayout;
  readonly size: number;
  readonly id: string;
}) {
  const { t } = useI18n();
  const { plot } = layout;
  return (
    <svg
      id={id}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      className={styles.trend}
      style={{ fontSize: size }}
      role="img"
      aria-label={t('tracking:trend.picture', { count: layout.lines.length })}
    >
      <Axes layout={layout} size={size} />
      {layout.lines.map((line) => (
        <Line key={line.id} line={line} size={size} />
      ))}
      <text
        x={plot.x + plot.side}
        y={layout.plot.y + plot.side - 4}
        textAnchor="end"
        className={styles.axisName}
      >
        {t('tracking:trend.reportDate')}
      </text>
      <text x={plot.x + 4} y={plot.y + size} className={styles.axisName}>
        {t('tracking:trend.forecastDate')}
      </text>
    </svg>
  );
}
