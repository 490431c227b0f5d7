import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { Button, DateField, Dialog, Select, showToast, TextArea, TextField } from '#renderer/ui/index.ts';
import type { CheckAnswer } from '#shared/ipc/channels/milestones.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './tracking.module.css';

const NOBODY = 'none';

function useConfirmation(row: CheckAnswer, onClose: () => void) {
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('tracking.confirmMilestone');
  const [contact, setContact] = useState(row.check?.contactId ?? NOBODY);
  const [by, setBy] = useState('');
  const [on, setOn] = useState<string | null>(tools.today);
  const [note, setNote] = useState(row.check?.note ?? '');
  const [error, setError] = useState<string | undefined>(undefined);
  const contactId = contact === NOBODY ? null : contact;
  const forgiving =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value);
      setError(undefined);
    };
  const submit = async () => {
    if (contactId === null && by.trim() === '') return setError(t('tracking:check.whoMissing'));
    if (on === null || command.isPending) return;
    const who = contactId === null ? by.trim() : null;
    try {
      await command.mutateAsync({ taskId: row.taskId, on, by: who, contactId, note: note.trim() || null });
      showToast({ text: t('tracking:check.done', { name: row.name }), tone: 'good' });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  const who = { contact, contactId, setContact: forgiving(setContact), by, setBy: forgiving(setBy) };
  return { ...who, on, setOn, note, setNote, error, submit };
}

/** Who confirmed what the milestone delivers, when, and what was said. */
export function ConfirmMilestoneDialog({
  row,
  clientId,
  onClose,
}: {
  readonly row: CheckAnswer;
  readonly clientId: string;
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const { contact, contactId, setContact, by, setBy, on, setOn, note, setNote, error, submit } =
    useConfirmation(row, onClose);
  const contacts = useAnswer('contact.list', { where: { client_id: clientId } }).data ?? [];
  return (
    <Dialog
      open
      title={t('tracking:check.title', { name: row.name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('tracking:check.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('tracking:check.ask')}</p>
        <Select
          label={tools.fieldName('premilestone_check', 'contact_id')}
          options={[
            { id: NOBODY, label: t('tracking:check.otherPerson') },
            ...contacts.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={contact}
          onChange={setContact}
        />
        {contactId === null ? (
          <TextField
            label={tools.fieldName('premilestone_check', 'confirmed_by')}
            value={by}
            onChange={setBy}
            error={error}
            maxLength={120}
          />
        ) : null}
        <DateField
          label={tools.fieldName('premilestone_check', 'confirmed_on')}
          value={on}
          onChange={setOn}
          required
          error={contactId === null ? undefined : error}
        />
        <TextArea
          label={tools.fieldName('premilestone_check', 'note')}
          value={note}
          onChange={setNote}
          maxLength={5000}
          lines={3}
        />
      </div>
    </Dialog>
  );
}
