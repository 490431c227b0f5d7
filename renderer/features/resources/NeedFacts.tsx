import { useI18n } from '#renderer/i18n/index.ts';
import { Banner } from '#renderer/ui/index.ts';
import type { NeedRow } from '#shared/ipc/channels/resource.ts';
import styles from './resources.module.css';

/** The day that counts for a need, in words, and what is wrong with it. */
export function NeedFacts({ row }: { readonly row: NeedRow | undefined }) {
  const { t, format } = useI18n();
  if (!row) return null;
  const { neededOn, taskStart, taskName, warnings } = row;
  const follows = neededOn !== null && neededOn === taskStart && taskName !== null;
  return (
    <div className={styles.facts}>
      <p>
        {neededOn === null
          ? t('resource:need.noDate')
          : follows
            ? t('resource:need.follows', { date: format.date(neededOn), task: taskName })
            : t('resource:need.own', { date: format.date(neededOn) })}
      </p>
      {warnings.map((warning) => (
        <Banner key={warning} tone={warning === 'missing' ? 'bad' : 'warn'}>
          {t(`resource:explain.${warning}`, { start: taskStart ?? '' })}
        </Banner>
      ))}
    </div>
  );
}
