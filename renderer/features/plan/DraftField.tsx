import { useState } from 'react';
import { composing, TextField } from '#renderer/ui/index.ts';

export interface DraftFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly lines?: number;
  readonly disabled?: boolean;
  readonly value: string;
  /** Takes what was typed when the field is left or Enter is pressed; returns the reason if it refuses. */
  readonly onCommit: (text: string) => string | undefined;
}

/** A text that saves itself when it is left; Esc puts back what is stored. */
export function DraftField({ value, onCommit, disabled = false, lines = 1, ...texts }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState<string>();
  const commit = () => {
    if (draft === null) return;
    const refusal = draft === value ? undefined : onCommit(draft);
    setReason(refusal);
    if (refusal === undefined) setDraft(null);
  };
  return (
    <TextField
      {...texts}
      lines={lines}
      isDisabled={disabled}
      value={draft ?? value}
      error={reason}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (composing(event)) return;
        if (event.key === 'Enter' && lines === 1) commit();
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null);
          setReason(undefined);
          return;
        }
        event.continuePropagation();
      }}
    />
  );
}
