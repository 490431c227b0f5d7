import { Circle, Diamond, OctagonAlert, Triangle } from 'lucide-react';
import { useI18n } from '#renderer/i18n/index.ts';
import { type RiskBand, riskBand, riskScore } from '#shared/domain/risk/score.ts';
import styles from './risks.module.css';

/** One shape per band, so that it reads without colour and in print. */
const SHAPES = { low: Circle, medium: Triangle, high: Diamond, critical: OctagonAlert } as const;

export function BandShape({ band }: { readonly band: RiskBand }) {
  const Shape = SHAPES[band];
  return <Shape aria-hidden="true" className={styles.shape} />;
}

/** Score with its band in words, shape and colour; says so when there is no rating. */
export function BandBadge({
  probability,
  impact,
}: {
  readonly probability: number | null;
  readonly impact: number | null;
}) {
  const { t } = useI18n();
  const score = riskScore(probability, impact);
  const band = riskBand(score);
  if (score === null || band === null) return <span className={styles.unrated}>{t('risk:unrated')}</span>;
  return (
    <span className={`${styles.band} ${styles[band]}`}>
      <BandShape band={band} />
      {t('risk:bandScore', { band: t(`risk:band.${band}`), score })}
    </span>
  );
}
