import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, DateField } from '#renderer/ui/index.ts';
import { deviationText, percentText } from '#shared/domain/report/figures.ts';
import { useRegisterTools } from '../register/public.ts';
import { Figures, useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

/** The day up to which progress is recorded. Setting it measures the plan anew and may open deviations. */
export function StatusDateField({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const project = useReadyAnswer('project.get', { id: projectId });
  const command = useCommand('tracking.setStatusDate');
  const tell = useTellProblem();
  const set = async (statusOn: string | null) => {
    try {
      await command.mutateAsync({ projectId, statusOn });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <DateField
      label={t('tracking:status.date')}
      value={project?.status_on ?? null}
      onChange={(date) => void set(date)}
    />
  );
}

/** Where the project stands: status date, planned and actual progress, deviation, and against what. */
export function StatusBar({ projectId }: { readonly projectId: string }) {
  const { t, format } = useRegisterTools();
  const table = useReadyAnswer('tracking.deviations', { projectId });
  const { total, baseline, threshold } = table;
  return (
    <div className={styles.status}>
      <div className={styles.statusDate}>
        <StatusDateField projectId={projectId} />
      </div>
      <Figures
        items={[
          { label: t('tracking:status.planned'), value: percentText(total.planned) },
          { label: t('tracking:status.actual'), value: percentText(total.actual) },
          {
            label: t('tracking:status.deviation'),
            value: deviationText(total.deviation, threshold),
            ...(total.abnormal ? { tone: 'bad' as const } : {}),
          },
        ]}
      />
      <div className={styles.statusNote}>
        {total.abnormal ? (
          <Badge tone="bad">{t('tracking:status.abnormal', { limit: threshold })}</Badge>
        ) : total.deviation === null ? null : (
          <Badge tone="good">{t('tracking:status.normal', { limit: threshold })}</Badge>
        )}
        <p className={styles.quiet}>
          {baseline === null
            ? t('tracking:status.noBaseline')
            : t('tracking:status.against', { name: baseline.name })}
          {table.statusSet ? null : ` ${t('tracking:status.today', { date: format.date(table.statusOn) })}`}
        </p>
      </div>
    </div>
  );
}
