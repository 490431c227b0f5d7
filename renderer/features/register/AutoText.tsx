import { type KeyboardEvent, useState } from 'react';
import { composing, TextField } from '#renderer/ui/index.ts';

export interface AutoTextProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string | null;
  /** Saves what was typed; resolves with the text of the error, or null. */
  readonly onSave: (value: string | null) => Promise<string | null>;
  /** An empty text is refused by going back to what was there. */
  readonly required?: boolean;
  readonly lines?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

/**
 * Text that saves itself on leaving the field, one line also on Enter. Esc takes back what was typed.
 * If saving fails the text stays as typed, with the reason below.
 */
export function AutoText(props: AutoTextProps) {
  const { value, lines = 1 } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const commit = async () => {
    if (draft === null) return;
    const next = draft.trim() === '' ? null : draft;
    if (next === value || (next === null && props.required)) {
      setDraft(null);
      setError(null);
      return;
    }
    const problem = await props.onSave(next);
    setError(problem);
    // What was typed while saving stays a draft.
    if (problem === null) setDraft((now) => (now === draft ? null : now));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) void commit();
    if (event.key === 'Escape' && draft !== null) {
      // The first Esc is the field's, the next one the panel's.
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
      setError(null);
    }
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <TextField
        label={props.label}
        labelHidden={props.labelHidden ?? false}
        value={draft ?? value ?? ''}
        onChange={setDraft}
        onBlur={() => void commit()}
        error={error ?? undefined}
        lines={lines}
        isRequired={props.required ?? false}
        isDisabled={props.disabled ?? false}
        validationBehavior="aria"
        {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
      />
    </div>
  );
}
