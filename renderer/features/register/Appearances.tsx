import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { openRecord } from '#renderer/state/openRecord.ts';
import { Button } from '#renderer/ui/index.ts';
import type { EntityType } from '#shared/model/registry.ts';
import styles from './register.module.css';

/** Other records that point to this one, each a way to get there. Nothing is drawn where there are none. */
export function Appearances({ id }: { readonly id: string }) {
  const { t, entityName } = useRegisterTools();
  const { data } = useAnswer('record.links', { id });
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('register:appears')}>
      <h3>{t('register:appears')}</h3>
      <ul className={styles.links}>
        {data.map((link) => (
          <li key={link.id}>
            <span className={styles.count}>{entityName(link.entity as EntityType)}</span>{' '}
            <Button look="link" onPress={() => void openRecord(link)}>
              {link.title === '' ? t('register:untitled') : link.title.slice(0, 120)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
