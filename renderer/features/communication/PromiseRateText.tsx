import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge } from '#renderer/ui/index.ts';
import styles from './communication.module.css';

const GOOD = 0.9;
const POOR = 0.7;

/** P4: how many promises to the client were kept. */
export function PromiseRateText({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const { data } = useAnswer('promise.rate', { clientId });
  if (!data) return null;
  const { rate, kept, broken, renegotiated, open, late } = data;
  const tone = rate === null ? 'plain' : rate >= GOOD ? 'good' : rate < POOR ? 'bad' : 'warn';
  return (
    <p className={styles.rate}>
      <Badge tone={tone}>
        {rate === null
          ? t('communication:promise.rateNone')
          : t('communication:promise.rate', { rate: format.percent(rate) })}
      </Badge>
      <span className={styles.quiet}>
        {t('communication:promise.rateParts', { kept, broken, renegotiated, open, late })}
      </span>
    </p>
  );
}
