import type { ReportTrend } from '#shared/domain/report/snapshot.ts';
import {
  layoutTrend,
  type TrendLayout,
  type TrendLine,
  trendShapePath,
} from '#shared/schedule/layout/milestoneTrend.ts';
import { type BlockContext, block, type Section } from './context.ts';
import { heading, ownWords, paragraph } from './text.tsx';

/** Points: the chart has the width of the text, and its words are 8 pt. */
const WIDTH = 490;
const SIDE = 300;
const SIZE = 8;

function Grid({ layout, say }: { readonly layout: TrendLayout; readonly say: BlockContext['say'] }) {
  const { plot, across, up, diagonal, reports } = layout;
  const bottom = plot.y + plot.side;
  const right = plot.x + plot.side;
  return (
    <>
      {across.map(({ at, label }) => (
        <g key={`x${at}`}>
          <path d={`M${at} ${plot.y}V${bottom}`} className="rp-trend-grid" />
          <text x={at} y={bottom + SIZE * 1.4} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {up.map(({ at, label }) => (
        <g key={`y${at}`}>
          <path d={`M${plot.x} ${at}H${right}`} className="rp-trend-grid" />
          <text x={plot.x - 4} y={at + SIZE * 0.35} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {reports.map((x) => (
        <path key={x} d={`M${x} ${bottom - 4}V${bottom}`} className="rp-trend-axis" />
      ))}
      <path
        d={`M${diagonal.x1} ${diagonal.y1}L${diagonal.x2} ${diagonal.y2}`}
        className="rp-trend-diagonal"
      />
      <path d={`M${plot.x} ${plot.y}V${bottom}H${right}`} className="rp-trend-axis" />
      <text x={right - 3} y={bottom - 4} textAnchor="end">
        {say('line.trendReports')}
      </text>
      <text x={plot.x + 4} y={plot.y + SIZE}>
        {say('line.trendForecasts')}
      </text>
    </>
  );
}

function Line({ line }: { readonly line: TrendLine }) {
  const { marks, shape, label } = line;
  const last = marks.at(-1);
  const open = shape === 'ring' || shape === 'cross';
  const half = ((label.lines.length - 1) * SIZE * 1.25) / 2;
  return (
    <>
      <path
        d={marks.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
        className="rp-trend-line"
        strokeDasharray={line.dash.join(' ')}
      />
      {last === undefined ? null : (
        <path d={`M${last.x + 4} ${last.y}L${label.x - 2} ${label.y}`} className="rp-trend-grid" />
      )}
      {marks.map(({ x, y, done, point }) => (
        <path
          key={point.on}
          d={trendShapePath(shape, x, y, done ? 4 : 2.6)}
          className={open ? 'rp-trend-open' : 'rp-trend-mark'}
        />
      ))}
      <text y={label.y - half + SIZE * 0.35}>
        {label.lines.map((text, i) => (
          <tspan key={text} x={label.x} dy={i === 0 ? 0 : SIZE * 1.25}>
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** The chart alone; null without any point. */
export function TrendSvg({
  series,
  say,
}: {
  readonly series: readonly ReportTrend[];
  readonly say: BlockContext['say'];
}) {
  const layout = layoutTrend({ series, width: WIDTH, maxSide: SIDE, fontSize: SIZE });
  return layout === null ? null : (
    <svg
      className="rp-trend"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={say('section.trend')}
    >
      <Grid layout={layout} say={say} />
      {layout.lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </svg>
  );
}

/** How the forecasts moved from report to report. The milestones' table above it tells plan and forecast in words. */
export const trendBlocks: Section = (context) => {
  const { snapshot, say } = context;
  const series = snapshot.trend ?? [];
  if (series.length === 0) return [];
  return [
    heading(context, 'trend'),
    ...ownWords(context, 'trend'),
    { ...paragraph('trend:about', say('line.trendAbout'), 'rp-p rp-muted'), keepNext: true },
    block('trend:chart', <TrendSvg series={series} say={say} />),
  ];
};
