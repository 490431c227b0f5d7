import { ArrowDownRight, ArrowRight, ArrowUpRight, CircleAlert, CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Card, ToneIcon } from '#renderer/ui/index.ts';
import {
  RADAR_DASHES,
  RADAR_MARKS,
  RADAR_SERIES,
  type RadarSeries,
  radarFigure,
} from '#shared/domain/expectation/figures/radar.ts';
import { markPath } from '#shared/domain/expectation/figures/shapes.ts';
import type { RadarAnswer } from '#shared/ipc/channels/expectation.ts';
import { DocumentButton } from '../documents/public.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import styles from './expectations.module.css';
import { FigureSvg } from './FigureSvg.tsx';
import figureStyles from './figure.module.css';
import { NoneYet } from './NoneYet.tsx';
import { figureText, OpenButton, pointsText, ReadTable } from './parts.tsx';

interface GapProps {
  readonly projectId: string;
  readonly onOpen: (id: string) => void;
}

type Axis = RadarAnswer['axes'][number];

const TRENDS = { better: ArrowUpRight, same: ArrowRight, worse: ArrowDownRight } as const;
const STATUS_TONES = { good: 'good', warn: 'warn', bad: 'bad', none: 'info' } as const;

function Legend({ tools: { t } }: { readonly tools: RegisterTools }) {
  const sample = (name: RadarSeries) => (
    <svg width="34" height="12" aria-hidden="true">
      <path d="M1 6H33" className={figureStyles[name]} strokeDasharray={RADAR_DASHES[name].join(' ')} />
      <path
        d={markPath({ at: [17, 6], shape: RADAR_MARKS[name], size: 3.5, series: name })}
        className={`${figureStyles.mark} ${figureStyles[name]}`}
      />
    </svg>
  );
  return (
    <ul className={styles.legend}>
      {RADAR_SERIES.map((name) => (
        <li key={name}>
          {sample(name)}
          {t(`expectation:gap.${name}`)}
        </li>
      ))}
    </ul>
  );
}

function Radar({ axes, tools }: { readonly axes: readonly Axis[]; readonly tools: RegisterTools }) {
  const { t, valueName } = tools;
  const figure = useMemo(
    () =>
      radarFigure({
        axes: axes.map((axis) => ({
          label: valueName('expectation', 'aspect', axis.aspect),
          values: axis,
        })),
        width: 440,
        fontSize: 13,
      }),
    [axes, valueName],
  );
  return (
    <div className={styles.radar}>
      <FigureSvg figure={figure} label={t('expectation:gap.picture')} />
      <Legend tools={tools} />
    </div>
  );
}

function Trend({ axis, tools: { t } }: { readonly axis: Axis; readonly tools: RegisterTools }) {
  if (axis.trend === null) return <>—</>;
  const Icon = TRENDS[axis.trend];
  return (
    <span className={styles.trend}>
      <Icon aria-hidden="true" />
      {t(`expectation:gap.trends.${axis.trend}`)}
    </span>
  );
}

/** The twin of the radar: the same values in words. */
function AxisTable({ answer, tools }: { readonly answer: RadarAnswer; readonly tools: RegisterTools }) {
  const { t, valueName } = tools;
  const ends = RADAR_SERIES.map((name) => ({ text: t(`expectation:gap.${name}`), end: true }));
  return (
    <ReadTable
      label={t('expectation:gap.table')}
      heads={[
        { text: tools.fieldName('expectation', 'aspect') },
        { text: t('expectation:gap.count'), end: true },
        ...ends,
        { text: t('expectation:gap.gap'), end: true },
        { text: t('expectation:gap.direction') },
        { text: t('expectation:gap.trend') },
      ]}
    >
      {answer.axes.map((axis) => (
        <tr key={axis.aspect}>
          <th scope="row">{valueName('expectation', 'aspect', axis.aspect)}</th>
          <td className={styles.end}>{axis.count}</td>
          {RADAR_SERIES.map((name) => (
            <td key={name} className={styles.end}>
              {figureText(axis[name])}
            </td>
          ))}
          <td className={styles.end} data-tone={axis.direction === 'below' ? 'bad' : undefined}>
            {pointsText(axis.gap)}
          </td>
          <td>{axis.direction === null ? '—' : t(`expectation:gap.directions.${axis.direction}`)}</td>
          <td>
            <Trend axis={axis} tools={tools} />
          </td>
        </tr>
      ))}
    </ReadTable>
  );
}

function Principles({
  answer,
  tools: { t },
}: {
  readonly answer: RadarAnswer;
  readonly tools: RegisterTools;
}) {
  return (
    <Card title={t('expectation:principles.title')}>
      <ul className={styles.principles}>
        {answer.principles.map(({ principle, kept, broken }) => (
          <li key={principle} data-kept={kept}>
            {kept ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
            <div>
              <strong>{t(`expectation:principles.${principle}.name`)}</strong>
              <p className={styles.quiet}>
                {kept
                  ? t(`expectation:principles.${principle}.kept`)
                  : t(`expectation:principles.${principle}.broken`, { count: broken.length })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Lists({
  answer,
  tools,
  onOpen,
}: { readonly answer: RadarAnswer; readonly tools: RegisterTools } & Pick<GapProps, 'onOpen'>) {
  const { t, format } = tools;
  return (
    <>
      <Card title={t('expectation:gap.unmet', { count: answer.unmetBasics.length })}>
        <p className={styles.quiet}>{t('expectation:gap.unmetHint')}</p>
        <ul className={styles.refs}>
          {answer.unmetBasics.map((ref) => (
            <li key={ref.id}>
              <OpenButton expectation={ref} onOpen={onOpen} />
              <Badge tone="bad">{ref.current === null ? '—' : `${figureText(ref.current)}%`}</Badge>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('expectation:gap.late', { count: answer.late.length })}>
        <p className={styles.quiet}>{t('expectation:gap.lateHint')}</p>
        <ul className={styles.refs}>
          {answer.late.map((ref) => (
            <li key={ref.id}>
              <OpenButton expectation={ref} onOpen={onOpen} />
              <span className={styles.quiet}>
                {t('expectation:gap.lateLine', {
                  task: ref.task,
                  key: format.plainDate(ref.keyOn),
                  forecast: format.plainDate(ref.forecastOn),
                  count: ref.days,
                })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('expectation:gap.unagreed', { count: answer.unagreed.length })}>
        <p className={styles.quiet}>{t('expectation:gap.unagreedHint')}</p>
        <ul className={styles.refs}>
          {answer.unagreed.map((ref) => (
            <li key={ref.id}>
              <OpenButton expectation={ref} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** MS-4, G24: expected, agreed, planned and actual on eight axes, and what overrides the average. */
export function Gap({ projectId, onOpen }: GapProps) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  const answer = useReadyAnswer('expectation.radar', { projectId });
  const count = answer.axes.reduce((sum, axis) => sum + axis.count, 0);
  if (count === 0)
    return (
      <div className={styles.flow}>
        <NoneYet projectId={projectId} text={t('expectation:gap.empty')} />
        <Principles answer={answer} tools={tools} />
      </div>
    );
  const tone = STATUS_TONES[answer.status];
  return (
    <div className={styles.flow}>
      <div className={styles.verdict} data-tone={tone}>
        <ToneIcon tone={tone} />
        <strong>{t(`expectation:gap.status.${answer.status}`)}</strong>
        <span>{t('expectation:gap.average', { value: figureText(answer.average) })}</span>
        {answer.unmetBasics.length > 0 ? (
          <span>{t('expectation:gap.overrides', { count: answer.unmetBasics.length })}</span>
        ) : null}
        <span className={styles.push}>
          <DocumentButton kind="expectation" subjectId={projectId} projectId={projectId} small />
        </span>
      </div>
      <div className={styles.gap}>
        <Radar axes={answer.axes} tools={tools} />
        <div className={styles.twin}>
          <AxisTable answer={answer} tools={tools} />
          <p className={styles.quiet}>
            {t('expectation:gap.explain', { since: format.plainDate(answer.since) })}
          </p>
        </div>
      </div>
      <div className={styles.cards}>
        <Lists answer={answer} tools={tools} onOpen={onOpen} />
        <Principles answer={answer} tools={tools} />
      </div>
    </div>
  );
}
