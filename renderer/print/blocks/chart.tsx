import { addDays, daysBetween } from '#shared/domain/deadline/dates.ts';
import type { ReportBar, ReportMilestone, ReportSnapshot } from '#shared/domain/report/snapshot.ts';
import type { FlowItem, FlowTable } from '../flow.ts';
import { type BlockContext, block } from './context.ts';

/** Millimetres: the chart is drawn in the units of the paper. */
const WIDTH = 118;
const ROW = 6;
const HEAD = 6;

interface Scale {
  readonly from: string;
  readonly to: string;
  readonly x: (date: string) => number;
  readonly ticks: readonly { readonly date: string; readonly label: string }[];
}

function monthsFrom(date: string, step: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const next = year * 12 + (month - 1) + step;
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`;
}

/** Month ticks, thinned out so that their labels never touch. */
function ticksBetween(from: string, to: string): Scale['ticks'] {
  const months = daysBetween(from, to) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => months / n <= 8) ?? 240;
  const ticks: { date: string; label: string }[] = [];
  let date = `${from.slice(0, 7)}-01`;
  const month = Number(date.slice(5, 7)) - 1;
  if (step > 1 && step <= 12) date = monthsFrom(date, -(month % step));
  for (; date <= to; date = monthsFrom(date, step))
    if (date >= from) ticks.push({ date, label: date.slice(0, 7) });
  // The first month mostly begins before the chart: its name stands at the edge if there is room for it.
  const first = ticks[0]?.date ?? to;
  if (daysBetween(from, first) > daysBetween(from, to) / 8)
    ticks.unshift({ date: from, label: from.slice(0, 7) });
  return ticks;
}

function scaleOf(snapshot: ReportSnapshot): Scale | null {
  const dates = [
    ...snapshot.bars.flatMap((bar) => [bar.start_on, bar.finish_on]),
    ...snapshot.milestones.flatMap((m) => [m.planned_on, m.forecast_on, m.actual_on]),
  ].filter((date) => date !== null);
  if (dates.length === 0) return null;
  dates.sort();
  const first = dates[0] ?? '';
  const last = dates[dates.length - 1] ?? '';
  const pad = Math.max(3, Math.ceil(daysBetween(first, last) * 0.03));
  const from = addDays(first, -pad);
  const to = addDays(last, pad);
  const days = daysBetween(from, to);
  return { from, to, x: (date) => (daysBetween(from, date) / days) * WIDTH, ticks: ticksBetween(from, to) };
}

function Grid({
  scale,
  statusOn,
  height,
}: {
  readonly scale: Scale;
  readonly statusOn: string;
  readonly height: number;
}) {
  return (
    <>
      {scale.ticks.map(({ date }) => (
        <path key={date} d={`M${scale.x(date)} 0V${height}`} className="rp-grid" />
      ))}
      {statusOn >= scale.from && statusOn <= scale.to ? (
        <path d={`M${scale.x(statusOn)} 0V${height}`} className="rp-today" />
      ) : null}
    </>
  );
}

function ChartHead({ scale, statusOn }: { readonly scale: Scale; readonly statusOn: string }) {
  return (
    <svg
      className="rp-chart-head"
      viewBox={`0 0 ${WIDTH} ${HEAD}`}
      role="img"
      aria-label={`${scale.from} – ${scale.to}`}
    >
      <Grid scale={scale} statusOn={statusOn} height={HEAD} />
      {scale.ticks.map(({ date, label }) => (
        <text key={date} x={Math.min(scale.x(date) + 0.8, WIDTH - 11)} y="4.2" className="rp-tick-label">
          {label}
        </text>
      ))}
    </svg>
  );
}

function Bar({ bar, scale }: { readonly bar: ReportBar; readonly scale: Scale }) {
  const x = scale.x(bar.start_on);
  const width = Math.max(0.8, scale.x(addDays(bar.finish_on, 1)) - x);
  return (
    <>
      <rect x={x} y="1.7" width={width} height="2.6" rx="0.4" className="rp-bar" />
      <rect x={x} y="1.7" width={(width * bar.percent) / 100} height="2.6" rx="0.4" className="rp-fill" />
    </>
  );
}

const diamond = (x: number, r: number): string => `M${x} ${3 - r}L${x + r} 3L${x} ${3 + r}L${x - r} 3Z`;

function MilestoneMark({ milestone, scale }: { readonly milestone: ReportMilestone; readonly scale: Scale }) {
  const { planned_on: planned, forecast_on: forecast, actual_on: actual } = milestone;
  const end = actual ?? forecast;
  const late = milestone.state === 'late' || milestone.state === 'overdue';
  const from = planned === null ? null : scale.x(planned);
  const to = end === null ? null : scale.x(end);
  return (
    <>
      {from !== null && to !== null ? <path d={`M${from} 3H${to}`} className="rp-shift" /> : null}
      {from === null ? null : <path d={diamond(from, 1.5)} className="rp-ring" />}
      {to === null ? null : (
        <path d={diamond(to, 1.5)} className={actual !== null ? 'rp-ink' : late ? 'rp-bad' : 'rp-next'} />
      )}
    </>
  );
}

function Legend({ say }: BlockContext) {
  const entries = [
    ['legendDone', <rect key="s" x="0" y="1.7" width="6" height="2.6" className="rp-fill" />],
    ['legendBar', <rect key="s" x="0" y="1.7" width="6" height="2.6" className="rp-bar" />],
    ['legendPlanned', <path key="s" d={diamond(3, 1.5)} className="rp-ring" />],
    ['legendForecast', <path key="s" d={diamond(3, 1.5)} className="rp-next" />],
    ['legendActual', <path key="s" d={diamond(3, 1.5)} className="rp-ink" />],
    ['today', <path key="s" d="M3 0V6" className="rp-today" />],
  ] as const;
  return (
    <ul className="rp-legend">
      {entries.map(([key, shape]) => (
        <li key={key}>
          <svg viewBox="0 0 6 6" aria-hidden="true">
            {shape}
          </svg>
          {say(`line.${key}`)}
        </li>
      ))}
    </ul>
  );
}

/** Phases and milestones over time, a row each, so that a long plan goes on on the next page under its months. */
export function chartBlocks(context: BlockContext): readonly FlowItem[] {
  const { snapshot, say } = context;
  const scale = scaleOf(snapshot);
  if (scale === null) return [];
  const table: FlowTable = {
    id: 'chart',
    className: 'rp-chart',
    label: say('section.milestones'),
    columns: (
      <>
        <col className="rp-c-chart-name" />
        <col className="rp-c-chart" />
      </>
    ),
    head: (
      <tr>
        <th scope="col">{say('column.plan')}</th>
        <th scope="col">
          <ChartHead scale={scale} statusOn={snapshot.status_on} />
        </th>
      </tr>
    ),
  };
  const row = (id: string, name: string, shape: React.ReactNode): FlowItem => ({
    id: `chart:${id}`,
    table,
    render: () => (
      <tr>
        <th scope="row">
          <span className="rp-chart-label">{name}</span>
        </th>
        <td>
          <svg className="rp-chart-row" viewBox={`0 0 ${WIDTH} ${ROW}`} aria-hidden="true">
            <Grid scale={scale} statusOn={snapshot.status_on} height={ROW} />
            {shape}
          </svg>
        </td>
      </tr>
    ),
  });
  return [
    ...snapshot.bars.map((bar) => row(bar.id, bar.name, <Bar bar={bar} scale={scale} />)),
    ...snapshot.milestones.map((m) => row(m.id, m.name, <MilestoneMark milestone={m} scale={scale} />)),
    block('chart:legend', <Legend {...context} />),
  ];
}
