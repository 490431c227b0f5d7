import { Plus } from 'lucide-react';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { valueName } from '../../i18n/words.ts';
import styles from '../../records/records.module.css';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import { Button, Card, EmptyState } from '../../ui/index.ts';
import { StatusBadge } from '../projects/public.ts';

/** All projects of a client, the open ones first. */
export function ClientProjects({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const rows = useReadyAnswer('project.rows', { client_id: clientId });
  const create = () => openDialog({ name: 'newProject', clientId });
  return (
    <Card
      title={t('shell:nav.projects')}
      actions={
        <Button small icon={<Plus />} onPress={create}>
          {t('shell:new.project')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <EmptyState text={t('client:emptyProjects')} />
      ) : (
        <ul className={styles.list} aria-label={t('shell:nav.projects')}>
          {rows.map((row) => (
            <li key={row.id} className={styles.item}>
              <div className={styles.itemMain}>
                <button
                  type="button"
                  className={styles.linkButton}
                  onClick={() => navigate({ name: 'project', projectId: row.id })}
                >
                  {row.code === null ? row.name : `${row.code} ${row.name}`}
                </button>
                <div className={styles.muted}>
                  {[
                    valueName(t, 'project', 'stage', row.stage),
                    ...(row.progress === null ? [] : [format.percent(row.progress / 100)]),
                  ].join(' · ')}
                </div>
              </div>
              <StatusBadge status={row.status} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
