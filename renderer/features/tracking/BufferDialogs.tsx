import { type ReactNode, useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { Button, DateField, Dialog, RadioGroup, Select, showToast, TextField } from '#renderer/ui/index.ts';
import type { BufferRow } from '#shared/ipc/channels/milestones.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './tracking.module.css';

function Form(props: {
  readonly title: string;
  readonly confirm: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useRegisterTools();
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      onSubmit={props.onSubmit}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={props.onSubmit}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <div className={styles.form}>{props.children}</div>
    </Dialog>
  );
}

type Kind = BufferRow['kind'];

function KindField({ value, onChange }: { readonly value: Kind; readonly onChange: (kind: Kind) => void }) {
  const tools = useRegisterTools();
  return (
    <RadioGroup<Kind>
      label={tools.fieldName('task', 'buffer_kind')}
      options={(['risk', 'change'] as const).map((id) => ({
        id,
        label: tools.valueName('task', 'buffer_kind', id),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** I6, I7: an existing task as a buffer, with what it is kept for and why. */
export function SetBufferDialog(props: {
  readonly task: Pick<RecordOf<'task'>, 'id' | 'name' | 'buffer_kind' | 'notes'>;
  readonly onClose: () => void;
}) {
  const { task, onClose } = props;
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('tracking.setBuffer');
  const [kind, setKind] = useState<Kind>(task.buffer_kind ?? 'risk');
  const [reason, setReason] = useState(task.notes ?? '');
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = async () => {
    if (reason.trim() === '') return setError(t('tracking:buffer.whyMissing'));
    if (command.isPending) return;
    try {
      await command.mutateAsync({ id: task.id, kind, reason: reason.trim() });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  return (
    <Form
      title={t('tracking:buffer.makeTitle', { name: task.name })}
      confirm={t('tracking:buffer.makeConfirm')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={styles.quiet}>{t('tracking:buffer.about')}</p>
      <KindField value={kind} onChange={setKind} />
      <TextField
        label={t('tracking:buffer.reason')}
        value={reason}
        onChange={(text) => {
          setReason(text);
          setError(undefined);
        }}
        error={error}
        maxLength={5000}
        lines={3}
        autoFocus
      />
    </Form>
  );
}

/** A new buffer at the end of the plan. */
export function AddBufferDialog({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('tracking.addBuffer');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('risk');
  const [duration, setDuration] = useState('5d');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const submit = async () => {
    if (command.isPending) return;
    const title = name.trim() || tools.valueName('task', 'buffer_kind', kind);
    const values = { name: title, kind, duration: duration.trim(), reason: reason.trim() || null };
    try {
      await command.mutateAsync({ projectId, afterId: null, ...values });
      showToast({ text: t('tracking:buffer.added', { name: title }), tone: 'good' });
      onClose();
    } catch (problem) {
      setError(tools.problemText(problem));
    }
  };
  return (
    <Form
      title={t('tracking:buffer.add')}
      confirm={t('tracking:buffer.addConfirm')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <KindField value={kind} onChange={setKind} />
      <TextField
        label={tools.fieldName('task', 'name')}
        placeholder={tools.valueName('task', 'buffer_kind', kind)}
        value={name}
        onChange={setName}
        maxLength={300}
        autoFocus
      />
      <TextField
        label={t('tracking:buffer.length')}
        hint={t('tracking:buffer.lengthHint')}
        value={duration}
        onChange={(text) => {
          setDuration(text);
          setError(undefined);
        }}
        error={error}
        maxLength={40}
      />
      <TextField
        label={t('tracking:buffer.reason')}
        value={reason}
        onChange={setReason}
        maxLength={5000}
        lines={2}
      />
    </Form>
  );
}

const NONE = 'none';

function useUse(row: BufferRow, onClose: () => void) {
  const tools = useRegisterTools();
  const command = useCommand('tracking.useBuffer');
  const [way, setWay] = useState<'take' | 'give'>('take');
  const [amount, setAmount] = useState('1d');
  const [on, setOn] = useState<string | null>(tools.today);
  const [reason, setReason] = useState('');
  const [risk, setRisk] = useState(NONE);
  const [errors, setErrors] = useState<{ readonly amount?: string; readonly reason?: string }>({});
  const submit = async () => {
    if (reason.trim() === '') return setErrors({ reason: tools.t('tracking:buffer.reasonMissing') });
    if (on === null || command.isPending) return;
    const values = { amount: amount.trim(), giveBack: way === 'give', on, reason: reason.trim() };
    try {
      await command.mutateAsync({ id: row.id, ...values, riskId: risk === NONE ? null : risk });
      onClose();
    } catch (problem) {
      setErrors({ amount: tools.problemText(problem) });
    }
  };
  const forgiving =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value);
      setErrors({});
    };
  const setters = {
    setWay,
    setAmount: forgiving(setAmount),
    setOn,
    setReason: forgiving(setReason),
    setRisk,
  };
  return { way, amount, on, reason, risk, errors, submit, ...setters };
}

/** Takes time from a buffer, or gives it back: how much, when, why, and which risk it was kept for. */
export function UseBufferDialog({
  row,
  projectId,
  onClose,
}: {
  readonly row: BufferRow;
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const risks = useAnswer('risk.list', { where: { project_id: projectId } }).data ?? [];
  const use = useUse(row, onClose);
  const { way, amount, on, reason, risk, errors, submit } = use;
  return (
    <Form
      title={t('tracking:buffer.useTitle', { name: row.name })}
      confirm={t(way === 'take' ? 'tracking:buffer.takeConfirm' : 'tracking:buffer.giveConfirm')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <RadioGroup<'take' | 'give'>
        label={t('tracking:buffer.way')}
        options={[
          { id: 'take', label: t('tracking:buffer.take') },
          { id: 'give', label: t('tracking:buffer.give') },
        ]}
        value={way}
        onChange={use.setWay}
      />
      <TextField
        label={tools.fieldName('buffer_use', 'tenths')}
        hint={t('tracking:buffer.lengthHint')}
        value={amount}
        onChange={use.setAmount}
        error={errors.amount}
        maxLength={40}
        autoFocus
      />
      <DateField label={tools.fieldName('buffer_use', 'used_on')} value={on} onChange={use.setOn} required />
      <TextField
        label={tools.fieldName('buffer_use', 'reason')}
        value={reason}
        onChange={use.setReason}
        error={errors.reason}
        maxLength={500}
      />
      <Select
        label={tools.fieldName('buffer_use', 'risk_id')}
        options={[
          { id: NONE, label: t('common:state.none') },
          ...risks.map(({ id, no, title }) => ({ id, label: title, detail: `R-${no}` })),
        ]}
        value={risk}
        onChange={use.setRisk}
      />
    </Form>
  );
}
