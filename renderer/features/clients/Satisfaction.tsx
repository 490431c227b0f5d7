import type { ClientOverview } from '#shared/ipc/channels/client.ts';
import { useI18n } from '../../i18n/index.ts';
import recordStyles from '../../records/records.module.css';
import { Card } from '../../ui/index.ts';
import { ChildList } from '../register/public.ts';
import styles from './clients.module.css';

const WIDTH = 320;
const HEIGHT = 96;
const PAD = 10;
const TARGET = 4;

const y = (score: number): number => HEIGHT - PAD - ((score - 1) / 4) * (HEIGHT - 2 * PAD);

type Answers = ClientOverview['satisfaction'];

function Curve({ satisfaction }: { readonly satisfaction: Answers }) {
  const { t, format } = useI18n();
  const { answers } = satisfaction;
  const step = answers.length < 2 ? 0 : (WIDTH - 2 * PAD) / (answers.length - 1);
  const points = answers.map((answer, index) => ({ ...answer, x: PAD + index * step, y: y(answer.overall) }));
  const text = answers
    .map(({ on, overall }) => `${format.date(on)}: ${t('client:score', { score: overall })}`)
    .join('; ');
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
      <line className={styles.chartTarget} x1={PAD} x2={WIDTH - PAD} y1={y(TARGET)} y2={y(TARGET)} />
      <polyline
        className={styles.chartLine}
        points={points.map((point) => `${point.x},${point.y}`).join(' ')}
      />
      {points.map((point) => (
        <circle key={point.id} className={styles.chartDot} cx={point.x} cy={point.y} r={4}>
          <title>{`${format.date(point.on)} · ${point.overall}`}</title>
        </circle>
      ))}
    </svg>
  );
}

/** B15: how satisfied the client was each time somebody asked; the dotted line is the target. */
export function Satisfaction(props: { readonly clientId: string; readonly satisfaction: Answers }) {
  const { t, format } = useI18n();
  const { satisfaction } = props;
  const means = [
    [t('client:mean.overall'), satisfaction.mean],
    [t('client:mean.deliverable'), satisfaction.meanDeliverable],
    [t('client:mean.service'), satisfaction.meanService],
  ] as const;
  return (
    <Card title={t('client:satisfaction')}>
      {satisfaction.count > 0 ? <Curve satisfaction={satisfaction} /> : null}
      {satisfaction.count > 0 ? (
        <p className={recordStyles.muted}>
          {means
            .flatMap(([name, mean]) => (mean === null ? [] : [`${name} ${format.number(mean, 1)}`]))
            .join(' · ')}
        </p>
      ) : null}
      <ChildList
        entity="survey_response"
        owner={{ client_id: props.clientId }}
        fields={[
          'answered_on',
          'overall',
          'deliverable',
          'service',
          'project_id',
          'contact_id',
          'stage',
          'comments',
        ]}
        shown={['answered_on', 'overall']}
        asked={['answered_on', 'overall', 'deliverable', 'service', 'comments']}
        scope={{ clientId: props.clientId }}
        newestBy="answered_on"
        empty={t('client:empty.survey')}
      />
    </Card>
  );
}
