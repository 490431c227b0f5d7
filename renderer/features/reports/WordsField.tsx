import { useEffect, useRef, useState } from 'react';
import { TextArea, TextField } from '#renderer/ui/index.ts';

export interface WordsFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly lines?: number;
  readonly disabled?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A text that is saved when the user leaves it; what comes from outside meanwhile does not overwrite typing. */
export function WordsField({ value, onCommit, lines = 1, disabled = false, ...texts }: WordsFieldProps) {
  const [draft, setDraft] = useState(value);
  const editing = useRef(false);
  useEffect(() => {
    if (!editing.current) setDraft(value);
  }, [value]);
  const shared = {
    ...texts,
    value: draft,
    isDisabled: disabled,
    onChange: setDraft,
    onFocus: () => {
      editing.current = true;
    },
    onBlur: () => {
      editing.current = false;
      if (draft !== value) onCommit(draft);
    },
  };
  return lines > 1 ? (
    <TextArea {...shared} lines={lines} maxLength={5000} />
  ) : (
    <TextField {...shared} maxLength={300} />
  );
}
