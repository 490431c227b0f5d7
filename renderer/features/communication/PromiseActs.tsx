import { useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { Badge, Button, DateField, Dialog, showToast, TextField } from '#renderer/ui/index.ts';
import { isLate, isOpen } from '#shared/domain/communication/promise.ts';
import { findDatePhrase } from '#shared/domain/text/datePhrase.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './communication.module.css';
import { GuardWarnings, useGuard } from './Guard.tsx';
import { run } from './run.ts';

type Promised = RecordOf<'promise'>;

/** X7: a day the client agrees to before the old one has come. */
function MoveDialog({ promise, onClose }: { readonly promise: Promised; readonly onClose: () => void }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const [due, setDue] = useState(promise.due_on);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    if (due === null) return setError(t('reason:PROMISE_NO_DATE'));
    try {
      await request('promise.renegotiate', { id: promise.id, due_on: due, reason: reason.trim() || null });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  return (
    <Dialog
      open
      title={t('communication:promise.moveTitle')}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <Button look="primary" onPress={() => void save()}>
          {t('communication:promise.moveSave')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('communication:promise.moveIntro')}</p>
        <DateField
          label={t('communication:promise.moveDate')}
          value={due}
          onChange={setDue}
          {...(error === null ? {} : { error })}
        />
        <TextField
          label={t('communication:promise.moveReason')}
          lines={2}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}

const TONES = {
  made: 'info',
  renegotiated: 'warn',
  kept: 'good',
  broken: 'bad',
  withdrawn: 'plain',
} as const;

export function PromiseStatus({ promise }: { readonly promise: Promised }) {
  const { t, today, valueName } = useRegisterTools();
  return (
    <span className={styles.acts}>
      <Badge tone={TONES[promise.status]}>{valueName('promise', 'status', promise.status)}</Badge>
      {isLate(promise, today) ? <Badge tone="bad">{t('communication:promise.late')}</Badge> : null}
    </span>
  );
}

/** X7: what becomes of the promise. */
export function PromiseActs({ record }: WidgetProps<'promise'>) {
  const tools = useRegisterTools();
  const { t, today } = tools;
  const [moving, setMoving] = useState(false);
  const settle = (to: 'kept' | 'broken' | 'withdrawn' | 'made') =>
    void run(tools, 'promise.settle', { id: record.id, to });
  const open = isOpen(record);
  return (
    <div className={styles.acts}>
      <PromiseStatus promise={record} />
      {open ? (
        <>
          <Button small look="primary" onPress={() => settle('kept')}>
            {t('communication:promise.keep')}
          </Button>
          {record.due_on === null || record.due_on < today ? null : (
            <Button small onPress={() => setMoving(true)}>
              {t('communication:promise.move')}
            </Button>
          )}
          <Button small onPress={() => settle('broken')}>
            {t('communication:promise.break')}
          </Button>
          <Button small look="quiet" onPress={() => settle('withdrawn')}>
            {t('communication:promise.withdraw')}
          </Button>
        </>
      ) : (
        <Button small onPress={() => settle('made')}>
          {t('communication:promise.reopen')}
        </Button>
      )}
      {moving ? <MoveDialog promise={record} onClose={() => setMoving(false)} /> : null}
    </div>
  );
}

/** MS-5: a day named in the words but not set, and whether the promise can be kept as the plan stands today. */
export function PromiseGuard({ record, save }: WidgetProps<'promise'>) {
  const { t, format, today } = useRegisterTools();
  const { client_id, project_id, kind, due_on, needs_days, owner, task_id } = record;
  const open = isOpen(record);
  const input = { clientId: client_id, projectId: project_id, promiseId: record.id };
  const warnings = useGuard({ ...input, kind, due_on, needs_days, owner, task_id });
  if (!open) return null;
  const found = due_on === null ? findDatePhrase(record.text, record.made_on) : null;
  const take = async (date: string) => {
    const problem = await save({ due_on: date });
    if (problem !== null) showToast({ tone: 'bad', text: problem });
  };
  // A day that has passed is said by the status.
  const shown = (warnings ?? []).filter((warning) => warning.kind !== 'past' || record.made_on === today);
  return (
    <div className={styles.form}>
      {found === null ? null : (
        <div className={styles.acts}>
          <span>
            {t('communication:promise.readDate', { phrase: found.phrase, date: format.date(found.value) })}
          </span>
          <Button small onPress={() => void take(found.value)}>
            {t('communication:promise.takeDate')}
          </Button>
        </div>
      )}
      {warnings !== undefined && shown.length === 0 && due_on !== null && !isLate(record, today) ? (
        <p className={styles.quiet}>{t('communication:promise.noWarning')}</p>
      ) : (
        <GuardWarnings warnings={shown} />
      )}
    </div>
  );
}
