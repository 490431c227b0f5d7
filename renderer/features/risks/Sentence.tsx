import { useI18n } from '#renderer/i18n/index.ts';
import type { WidgetProps } from '../register/public.ts';
import styles from './risks.module.css';

/** A full stop inside the sentence would cut it. */
const part = (text: string | null): string => (text ?? '').trim().replace(/[。．.;；]+$/u, '');

/** Cause, event and effect read as one sentence, which shows at once what is missing or in the wrong place. */
export function Sentence({ record }: WidgetProps<'risk'>) {
  const { t } = useI18n();
  const text = t('risk:sentence.text', {
    cause: part(record.cause) || t('risk:sentence.cause'),
    event: part(record.event) || t('risk:sentence.event'),
    effect: part(record.effect) || t('risk:sentence.effect'),
  });
  return (
    <figure className={styles.sentence}>
      <figcaption>{t('risk:sentence.label')}</figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}
