import { useId, useState } from 'react';
import { composing, TextField } from '#renderer/ui/index.ts';
import styles from './register.module.css';

export interface QuickAddProps {
  readonly label: string;
  /** Resolves with whether the line was taken; one that was not comes back to be corrected. */
  readonly onAdd: (text: string) => Promise<boolean>;
  /** What Enter will make of the line, said while it is typed. */
  readonly echo?: (text: string) => string | null;
}

/** One line makes a record: type, Enter, and the next one. */
export function QuickAdd({ label, onAdd, echo }: QuickAddProps) {
  const [text, setText] = useState('');
  const echoId = useId();
  const said = text.trim() === '' ? null : (echo?.(text) ?? null);
  const add = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    if (!(await onAdd(typed))) setText((now) => (now === '' ? typed : now));
  };
  return (
    <div
      className={styles.quickAdd}
      onKeyDownCapture={(event) => {
        if (composing(event) || event.key !== 'Enter') return;
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={label}
        labelHidden
        placeholder={label}
        value={text}
        onChange={setText}
        maxLength={300}
        {...(said === null ? {} : { 'aria-describedby': echoId })}
      />
      {said === null ? null : (
        <p id={echoId} role="status" className={styles.quickEcho}>
          {said}
        </p>
      )}
    </div>
  );
}
