import { useCommand } from '#renderer/client/hooks.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import { Banner, Button, showToast } from '#renderer/ui/index.ts';
import type { ReportWarning } from '#shared/domain/report/snapshot.ts';

import styles from './reports.module.css';

/** Where the record of a warning is put right; null where there is no such place. */
function goTo(warning: ReportWarning, projectId: string): (() => void) | null {
  const { entity, id } = warning;
  if (warning.code === 'NO_COMPANY') return () => navigate({ name: 'settings' });
  if (warning.code === 'NO_VISIBLE_TASKS' || warning.code === 'NO_BASELINE')
    return () => navigate({ name: 'plan', projectId });
  if (id === null) return null;
  if (entity === 'task') return () => navigate({ name: 'plan', projectId, itemId: id });
  if (entity === 'risk' || entity === 'issue' || entity === 'decision')
    return () => navigate({ name: 'risks', projectId, itemId: id });
  if (entity === 'client') return () => navigate({ name: 'client', clientId: id });
  if (entity === 'project') return () => navigate({ name: 'project', projectId: id });
  return null;
}

function warningText(t: T, { code, name }: ReportWarning): string {
  return t(`report:warning.${code}`, { name });
}

/** R6: what the author should look at before the report leaves, each with the way there. */
export function Warnings({
  warnings,
  projectId,
}: {
  readonly warnings: readonly ReportWarning[];
  readonly projectId: string;
}) {
  const { t } = useI18n();
  const release = useCommand('report.releaseTasks');
  if (warnings.length === 0) return <Banner tone="good">{t('report:screen.noWarnings')}</Banner>;
  const onRelease = () =>
    release.mutate(
      { projectId },
      { onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }) },
    );
  return (
    <Banner tone="warn">
      <h2>{t('report:screen.warnings', { count: warnings.length })}</h2>
      <ul className={styles.warnings}>
        {warnings.map((warning) => {
          const open = goTo(warning, projectId);
          return (
            <li key={`${warning.code} ${warning.id} ${warning.name}`} className={styles.warning}>
              <span>{warningText(t, warning)}</span>
              {warning.code === 'NO_VISIBLE_TASKS' ? (
                <Button look="link" small onPress={onRelease}>
                  {t('report:screen.release')}
                </Button>
              ) : open === null ? null : (
                <Button look="link" small onPress={open}>
                  {t('report:screen.look')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
