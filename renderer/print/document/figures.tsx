import type { T } from '#renderer/i18n/index.ts';
import type { BlockOf, FishCause } from '#shared/domain/documents/content.ts';
import { ROOT_MARK } from '#shared/domain/expectation/causes.ts';
import { type FishCause as DrawnCause, fishboneFigure } from '#shared/domain/expectation/figures/fishbone.ts';
import {
  RADAR_DASHES,
  RADAR_MARKS,
  RADAR_SERIES,
  radarFigure,
} from '#shared/domain/expectation/figures/radar.ts';
import { type Figure, LINE_HEIGHT, markPath, pathOf } from '#shared/domain/expectation/figures/shapes.ts';

const LINE_CLASS = { frame: '', grid: 'dp-grid', series: '', root: 'dp-root' } as const;
const TEXT_CLASS = { name: '', strong: 'dp-strong', quiet: 'dp-quiet', root: 'dp-root-text' } as const;

/** Draws what a layout gives; parts of a drawing have no identity but their place. */
function Drawing({ figure, label }: { readonly figure: Figure; readonly label: string }) {
  return (
    <svg viewBox={`0 0 ${figure.width} ${figure.height}`} role="img" aria-label={label}>
      {figure.boxes.map(({ at: [x, y], width, height }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx="3" />
      ))}
      {figure.lines.map((line) => (
        <path
          key={pathOf(line)}
          d={pathOf(line)}
          className={LINE_CLASS[line.role]}
          data-series={line.series}
          strokeWidth={line.strength}
          strokeDasharray={line.dash.join(' ')}
        />
      ))}
      {figure.marks.map((mark) => (
        <path
          key={`${mark.series} ${markPath(mark)}`}
          d={markPath(mark)}
          className="dp-mark"
          data-series={mark.series}
        />
      ))}
      {figure.texts.map(({ at: [x, y], lines, anchor, size, role }) => (
        <text key={`${x} ${y}`} className={TEXT_CLASS[role]} fontSize={size} textAnchor={anchor}>
          {lines.map((text, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <tspan key={n} x={x} y={y + n * size * LINE_HEIGHT}>
              {text}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

const drawn = ({ id, text, root, causes }: FishCause): DrawnCause => ({
  id,
  text,
  isRoot: root,
  children: causes.map(drawn),
});

function Legend({ t }: { readonly t: T }) {
  return (
    <p className="dp-legend">
      {RADAR_SERIES.map((name) => (
        <span key={name}>
          <svg viewBox="0 0 36 12" aria-hidden="true">
            <path
              d="M0 6H36"
              data-series={name}
              strokeDasharray={RADAR_DASHES[name].join(' ')}
              strokeWidth="2"
              fill="none"
            />
            <path
              d={markPath({ at: [18, 6], shape: RADAR_MARKS[name], size: 4, series: name })}
              fill="#fff"
              data-series={name}
            />
          </svg>
          {t(`document:series.${name}`)}
        </span>
      ))}
    </p>
  );
}

interface FigureViewProps {
  readonly block: BlockOf<'figure'>;
  readonly t: T;
}

/** A drawing of plain data; what it shows in words is its name. */
export function FigureView({ block: { figure, label }, t }: FigureViewProps) {
  if (figure.type === 'fishbone') {
    const branches = figure.branches.map(({ id, label: name, causes }) => ({
      id,
      label: name,
      causes: causes.map(drawn),
    }));
    const layout = fishboneFigure({
      problem: figure.problem,
      branches,
      width: 1000,
      fontSize: 13,
      rootMark: ROOT_MARK,
    });
    return (
      <div className="dp-figure">
        <Drawing figure={layout} label={label} />
      </div>
    );
  }
  return (
    <div className="dp-figure">
      <Drawing figure={radarFigure({ axes: figure.axes, width: 560, fontSize: 13 })} label={label} />
      <Legend t={t} />
    </div>
  );
}
