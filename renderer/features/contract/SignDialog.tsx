import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, DateField, Dialog, showToast, TextField } from '#renderer/ui/index.ts';
import type { GapRow } from '#shared/ipc/channels/contract.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './contract.module.css';
import type { Contract } from './parts.tsx';

/** D15: signing is an act of its own: what is signed is shown, what is open needs a reason. */
export function SignDialog(props: {
  readonly contract: Contract;
  readonly currency: string;
  readonly gaps: readonly GapRow[];
  readonly onClose: () => void;
}) {
  const { contract, gaps, onClose } = props;
  const tools = useRegisterTools();
  const { t, format } = tools;
  const sign = useCommand('contract.sign');
  const where = { contract_id: contract.id };
  const clauses = useReadyAnswer('clause.list', { where });
  const stages = useReadyAnswer('payment_stage.list', { where });
  const [signedOn, setSignedOn] = useState<string | null>(tools.today);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ day?: string; reason?: string }>({});
  const submit = async () => {
    if (signedOn === null) return setErrors({ day: t('reason:BLANK') });
    if (gaps.length > 0 && reason.trim() === '') return setErrors({ reason: t('reason:BLANK') });
    if (sign.isPending) return;
    try {
      await sign.mutateAsync({ id: contract.id, signedOn, reason: reason.trim() || null });
      showToast({ text: t('contract:sign.done', { name: contract.title }), tone: 'good' });
      onClose();
    } catch (problem) {
      setErrors({ day: tools.problemText(problem) });
    }
  };
  const total =
    contract.total_minor === null
      ? t('contract:sign.noTotal')
      : format.money(contract.total_minor, props.currency);
  return (
    <Dialog
      open
      title={t('contract:sign.title')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('contract:sign.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <strong>{contract.title}</strong>
        </p>
        <p>{t('contract:sign.summary', { total, clauses: clauses.length, stages: stages.length })}</p>
        <p className={styles.quiet}>{t('contract:sign.about')}</p>
        <DateField
          label={tools.fieldName('contract', 'signed_on')}
          value={signedOn}
          max={tools.today}
          onChange={(day) => {
            setSignedOn(day);
            setErrors({});
          }}
          {...(errors.day === undefined ? {} : { error: errors.day })}
          required
        />
        {gaps.length === 0 ? null : (
          <>
            <p>{t('contract:sign.gaps', { count: gaps.length })}</p>
            <p className={styles.quiet}>
              {tools.format.list(gaps.map(({ clause }) => tools.valueName('clause', 'kind', clause)))}
            </p>
            <TextField
              label={tools.fieldName('contract', 'sign_reason')}
              lines={3}
              value={reason}
              onChange={(text) => {
                setReason(text);
                setErrors({});
              }}
              error={errors.reason}
              maxLength={5000}
              isRequired
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
