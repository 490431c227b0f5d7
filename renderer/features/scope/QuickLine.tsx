import { useRef, useState } from 'react';
import { composing, TextField } from '#renderer/ui/index.ts';

export interface QuickLineProps {
  readonly label: string;
  /** Resolves with the text of the error, or null. */
  readonly onAdd: (text: string) => Promise<string | null>;
}

/** A line that becomes a new entry with Enter, and is ready for the next. Enter of an input method stays its own. */
export function QuickLine({ label, onAdd }: QuickLineProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const busy = useRef(false);
  const add = async () => {
    const wanted = text.trim();
    if (wanted === '' || busy.current) return;
    busy.current = true;
    const problem = await onAdd(wanted);
    busy.current = false;
    setError(problem ?? undefined);
    if (problem === null) setText((now) => (now.trim() === wanted ? '' : now));
  };
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      maxLength={1000}
      value={text}
      error={error}
      onChange={setText}
      onKeyDown={(event) => {
        if (composing(event) || event.key !== 'Enter') return event.continuePropagation();
        void add();
      }}
    />
  );
}
