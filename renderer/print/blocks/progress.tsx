import { daysBetween } from '#shared/domain/deadline/dates.ts';
import { daysText, dayText, deviationText, NONE, percentText } from '#shared/domain/report/figures.ts';
import { attentionText, summaryText } from '#shared/domain/report/phrases.ts';
import type { Attention } from '#shared/domain/report/snapshot.ts';
import { MarkIcon } from '../marks.tsx';
import { type BlockContext, block, type Section } from './context.ts';
import { heading, ownWords, paragraph } from './text.tsx';

function Tile(props: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: string;
}) {
  return (
    <div className="rp-tile" data-tone={props.tone}>
      <dt className="rp-tile-label">{props.label}</dt>
      <dd className="rp-tile-value">{props.value}</dd>
      {props.note === undefined ? null : <dd className="rp-tile-note">{props.note}</dd>}
    </div>
  );
}

/** Planned and actual side by side; the drawing repeats what the tiles say in figures. */
function ProgressBars({
  planned,
  actual,
}: {
  readonly planned: number | null;
  readonly actual: number | null;
}) {
  return (
    <svg className="rp-bars" viewBox="0 0 174 6" aria-hidden="true">
      <rect x="0" y="1" width="174" height="4" className="rp-track" />
      {actual === null ? null : <rect x="0" y="1" width={1.74 * actual} height="4" className="rp-fill" />}
      {planned === null ? null : (
        <rect x={Math.min(173.4, 1.74 * planned)} y="0" width="0.6" height="6" className="rp-ink" />
      )}
    </svg>
  );
}

function deviationNote({ snapshot, say }: BlockContext): string {
  const { deviation, abnormal, limit } = snapshot.progress;
  if (deviation === null) return say('figure.undefined');
  return say(abnormal ? 'figure.abnormal' : 'figure.normal', { limit });
}

function finishNote({ snapshot, say }: BlockContext): string {
  const { planned_finish_on: planned, forecast_finish_on: forecast } = snapshot.progress;
  if (planned === null) return `${say('figure.plannedFinish')} ${NONE}`;
  const days = forecast === null ? null : daysBetween(planned, forecast);
  const gap = days === null || days === 0 ? '' : ` (${daysText(days)})`;
  return `${say('figure.plannedFinish')} ${planned}${gap}`;
}

/** W1 and the finish date: what a client looks for first. */
export const progressBlocks: Section = (context) => {
  const { snapshot, say } = context;
  const { planned, actual, deviation, abnormal } = snapshot.progress;
  const words = snapshot.texts.progress ?? summaryText(snapshot, say);
  return [
    heading(context, 'progress'),
    block(
      'progress:figures',
      <div className="rp-figures">
        <dl className="rp-tiles">
          <Tile label={say('figure.actual')} value={percentText(actual)} />
          <Tile label={say('figure.planned')} value={percentText(planned)} />
          <Tile
            label={say('figure.deviation')}
            value={deviationText(deviation, snapshot.progress.limit)}
            note={deviationNote(context)}
            tone={abnormal ? 'bad' : 'plain'}
          />
          <Tile
            label={say('figure.forecast')}
            value={dayText(snapshot.progress.forecast_finish_on)}
            note={finishNote(context)}
          />
        </dl>
        {actual === null ? null : (
          <>
            <ProgressBars planned={planned} actual={actual} />
            <ul className="rp-legend rp-legend-tight">
              <li>
                <svg viewBox="0 0 6 6" aria-hidden="true">
                  <rect x="0" y="1.5" width="6" height="3" className="rp-fill" />
                </svg>
                {say('figure.actual')}
              </li>
              <li>
                <svg viewBox="0 0 6 6" aria-hidden="true">
                  <rect x="2.5" y="0" width="1" height="6" className="rp-ink" />
                </svg>
                {say('figure.planned')}
              </li>
            </ul>
          </>
        )}
      </div>,
    ),
    paragraph('progress:words', words),
  ];
};

const SEVERE: ReadonlySet<Attention['kind']> = new Set(['deviation', 'risk_occurred', 'issue_high']);

/** P1: the bad news, always there. */
export const attentionBlocks: Section = (context) => {
  const { snapshot, say } = context;
  const items = snapshot.attention.map((item, index) => {
    const mark = SEVERE.has(item.kind) || (item.kind === 'milestone_late' && item.overdue) ? 'bad' : 'warn';
    const text = attentionText(item, snapshot, say);
    return {
      id: `attention:${index}`,
      text,
      render: (part: { readonly text: string; readonly first: boolean }) => (
        <div className="rp-notice">
          <span className="rp-notice-mark">{part.first ? <MarkIcon mark={mark} /> : null}</span>
          <p data-split="">{part.text}</p>
        </div>
      ),
    };
  });
  const none = block(
    'attention:none',
    <div className="rp-notice">
      <span className="rp-notice-mark">
        <MarkIcon mark="done" />
      </span>
      <p>{say('attention.none', { date: snapshot.status_on })}</p>
    </div>,
  );
  return [
    heading(context, 'attention'),
    ...ownWords(context, 'attention'),
    ...(items.length > 0 ? items : [none]),
  ];
};
