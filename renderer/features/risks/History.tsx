import { useI18n } from '#renderer/i18n/index.ts';
import { riskScore } from '#shared/domain/risk/score.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { WidgetProps } from '../register/public.ts';
import { BandBadge } from './BandBadge.tsx';
import { chartPoints } from './chart.ts';
import { useRiskData } from './riskData.ts';
import styles from './risks.module.css';

const WIDTH = 360;
const HEIGHT = 84;

/** K9: the score over time. The same numbers stand in the table below. */
function ScoreChart({ reviews }: { readonly reviews: readonly RecordOf<'risk_review'>[] }) {
  const { t, format } = useI18n();
  const points = chartPoints(reviews, WIDTH, HEIGHT);
  const text = reviews
    .map((r) => `${format.plainDate(r.reviewed_on)}: ${riskScore(r.probability, r.impact)}`)
    .join(', ');
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('risk:review.chart', { text })}
      className={styles.chart}
    >
      {points.guides.map((guide) => (
        <g key={guide.score}>
          <line x1={24} x2={WIDTH - 8} y1={guide.y} y2={guide.y} className={styles.guide} />
          <text x={20} y={guide.y + 3} textAnchor="end">
            {guide.score}
          </text>
        </g>
      ))}
      <polyline points={points.line} className={styles.chartLine} />
      {points.dots.map((dot) => (
        <circle key={dot.key} cx={dot.x} cy={dot.y} r={3.5} className={styles.chartDot} />
      ))}
    </svg>
  );
}

export function History({ record }: WidgetProps<'risk'>) {
  const { t, format } = useI18n();
  const reviews = useRiskData().reviewsOf(record.id);
  if (reviews.length === 0) return <p className={styles.quiet}>{t('risk:review.none')}</p>;
  return (
    <div className={styles.history}>
      {reviews.length > 1 ? <ScoreChart reviews={reviews} /> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('risk:review.date')}</th>
            <th scope="col">{t('risk:review.score')}</th>
            <th scope="col">{t('risk:review.note')}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.toReversed().map((review) => (
            <tr key={review.id}>
              <td>{format.plainDate(review.reviewed_on)}</td>
              <td>
                <BandBadge probability={review.probability} impact={review.impact} />
              </td>
              <td>{review.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
