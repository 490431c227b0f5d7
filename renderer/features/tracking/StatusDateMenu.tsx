import { CalendarCheck } from 'lucide-react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { Button, Popover } from '#renderer/ui/index.ts';
import { useRegisterTools } from '../register/public.ts';
import { StatusDateField } from './StatusBar.tsx';
import styles from './tracking.module.css';

/** I5: the status date, seen and set from the toolbar of the plan. */
export function StatusDateMenu({ projectId }: { readonly projectId: string }) {
  const { t, format, today } = useRegisterTools();
  const statusOn = useAnswer('project.get', { id: projectId }).data?.status_on ?? null;
  const trigger = (
    <Button small look="quiet" icon={<CalendarCheck />}>
      {statusOn === null
        ? t('tracking:status.date')
        : t('tracking:status.on', { date: format.date(statusOn) })}
    </Button>
  );
  return (
    <Popover label={t('tracking:status.date')} trigger={trigger}>
      <div className={styles.statusMenu}>
        <StatusDateField projectId={projectId} />
        {statusOn === null ? (
          <p className={styles.quiet}>{t('tracking:status.today', { date: format.date(today) })}</p>
        ) : null}
      </div>
    </Popover>
  );
}
