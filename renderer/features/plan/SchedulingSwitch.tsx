import { useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Switch } from '#renderer/ui/index.ts';
import { DifferencesDialog } from './DifferencesDialog.tsx';
import details from './details.module.css';

interface SchedulingSwitchProps {
  readonly projectId: string;
  readonly scheduling: 'automatic' | 'kept';
}

/** The setting of a project. To be scheduled automatically the differences are looked at first. */
export function SchedulingSwitch({ projectId, scheduling }: SchedulingSwitchProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const save = useCommand('plan.setScheduling');
  return (
    <>
      <Switch
        label={t('differences:setting')}
        isSelected={scheduling === 'automatic'}
        onChange={(automatic) => {
          if (automatic) setOpen(true);
          else save.mutate({ projectId, scheduling: 'kept' });
        }}
      />
      <p className={details.note}>{t('differences:settingHint')}</p>
      {open ? <DifferencesDialog projectId={projectId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
