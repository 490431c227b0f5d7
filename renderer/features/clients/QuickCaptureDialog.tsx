import { useState } from 'react';
import { useAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName } from '../../i18n/words.ts';
import styles from '../../records/records.module.css';
import { openDialog } from '../../state/dialogs.ts';
import { ComboBox, Dialog, EmptyState } from '../../ui/index.ts';
import { CaptureForm } from './CaptureForm.tsx';

/** Notes a contact from anywhere: first with whom, unless the place says it. */
export function QuickCaptureDialog({
  clientId,
  onClose,
}: {
  readonly clientId: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const { data } = useAnswer('client.list', {});
  const [chosen, setChosen] = useState<string | null>(clientId ?? null);
  if (data?.length === 0 && clientId === undefined) {
    const action = { label: t('shell:new.client'), onPress: () => openDialog({ name: 'newClient' }) };
    return (
      <Dialog open wide title={t('client:capture')} onClose={onClose}>
        <EmptyState text={t('client:captureNobody')} action={action} />
      </Dialog>
    );
  }
  const options = (data ?? []).map(({ id, name }) => ({ id, label: name }));
  return (
    <Dialog open wide asks title={t('client:capture')} onClose={onClose}>
      <div className={styles.form}>
        {clientId === undefined ? (
          <ComboBox label={entityName(t, 'client')} options={options} value={chosen} onChange={setChosen} />
        ) : null}
        {chosen === null ? null : <CaptureForm key={chosen} clientId={chosen} autoFocus onSaved={onClose} />}
      </div>
    </Dialog>
  );
}
