import { useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { valueName } from '#renderer/i18n/words.ts';
import { Banner, Button, Dialog, Select, showToast, TextField } from '#renderer/ui/index.ts';
import { STAGES } from '#shared/model/entities/client.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './stages.module.css';

type Project = RecordOf<'project'>;
type Stage = Project['stage'];

/** Goes to another stage; when checks are open it asks why the project goes on nevertheless. */
export function MoveDialog(props: {
  readonly project: Project;
  /** The next stage; null to choose. */
  readonly to: Stage | null;
  readonly onClose: () => void;
}) {
  const { project, onClose } = props;
  const { t, problemText } = useRegisterTools();
  const others = STAGES.filter((stage) => stage !== project.stage);
  const [to, setTo] = useState<Stage>(props.to ?? others[0] ?? 'presales');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const move = useCommand('stage.move');
  const name = (stage: Stage) => valueName(t, 'project', 'stage', stage);
  const submit = async () => {
    try {
      const why = reason.trim();
      await move.mutateAsync({ projectId: project.id, to, ...(why === '' ? {} : { reason: why }) });
      showToast({ tone: 'good', text: t('stage:moved', { stage: name(to) }) });
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Dialog
      open
      title={t('stage:moveTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('stage:move')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={t('stage:to')}
          options={others.map((id) => ({ id, label: name(id) }))}
          value={to}
          onChange={setTo}
        />
        <TextField
          label={t('stage:reason')}
          hint={t('stage:reasonHint')}
          lines={3}
          value={reason}
          onChange={setReason}
        />
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
