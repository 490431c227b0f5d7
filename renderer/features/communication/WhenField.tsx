import { useState } from 'react';
import { DateField, TextField } from '#renderer/ui/index.ts';
import { useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './communication.module.css';

/** `930`, `9:30`, `09：30` as `HH:MM`; null if it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.normalize('NFKC').trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${String(match[1]).padStart(2, '0')}:${match[2]}`;
}

const DEFAULT_TIME = '09:00';

function Field({ record, save, field }: WidgetProps<'meeting'> & { readonly field: 'held_at' | 'next_at' }) {
  const { t, fieldName } = useRegisterTools();
  const stored = record[field];
  const time = stored?.slice(11, 16) ?? DEFAULT_TIME;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = fieldName('meeting', field);
  const store = async (date: string | null, clock: string) => {
    if (date === null && field === 'held_at') return setError(t('reason:BLANK'));
    setError(await save({ [field]: date === null ? null : `${date}T${clock}:00` }));
  };
  const leave = () => {
    if (typed === null) return;
    const read = readTime(typed);
    setTyped(null);
    if (read !== null && stored !== null && read !== time) void store(stored.slice(0, 10), read);
  };
  return (
    <div className={styles.when}>
      <DateField
        label={name}
        value={stored?.slice(0, 10) ?? null}
        onChange={(date) => void store(date, time)}
        {...(error === null ? {} : { error })}
      />
      <TextField
        label={t('communication:meeting.time')}
        value={typed ?? (stored === null ? '' : time)}
        isDisabled={stored === null}
        onChange={setTyped}
        onBlur={leave}
      />
    </div>
  );
}

export function HeldAt(props: WidgetProps<'meeting'>) {
  return <Field {...props} field="held_at" />;
}

export function NextAt(props: WidgetProps<'meeting'>) {
  return <Field {...props} field="next_at" />;
}
