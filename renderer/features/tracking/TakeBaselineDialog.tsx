import { useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { Button, Dialog, Select, showToast, TextField } from '#renderer/ui/index.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './tracking.module.css';

const KINDS = ['manual', 'contract', 'change'] as const;
type Kind = (typeof KINDS)[number];

/** Freezes the plan as it is now under a name. */
export function TakeBaselineDialog({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('tracking.takeBaseline');
  const [name, setName] = useState<string>(t('tracking:baseline.defaultName', { date: tools.today }));
  const [kind, setKind] = useState<Kind>('manual');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = async () => {
    if (name.trim() === '') return setError(t('reason:BLANK'));
    if (command.isPending) return;
    try {
      const { tasks } = await command.mutateAsync({
        projectId,
        name: name.trim(),
        kind,
        reason: reason.trim() || null,
      });
      showToast({ text: t('tracking:baseline.taken', { name: name.trim(), count: tasks }), tone: 'good' });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  return (
    <Dialog
      open
      title={t('tracking:baseline.take')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('tracking:baseline.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('tracking:baseline.about')}</p>
        <TextField
          label={tools.fieldName('baseline', 'name')}
          value={name}
          onChange={(text) => {
            setName(text);
            setError(undefined);
          }}
          error={error}
          maxLength={200}
          autoFocus
        />
        <Select
          label={tools.fieldName('baseline', 'kind')}
          hint={t('tracking:baseline.kindHint')}
          options={KINDS.map((id) => ({ id, label: tools.valueName('baseline', 'kind', id) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={tools.fieldName('baseline', 'reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
      </div>
    </Dialog>
  );
}
