import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { announce } from '../Announcer.tsx';
import { cx } from '../classes.ts';
import { composing } from '../keys.ts';
import styles from './DataGrid.module.css';

export type EditEnd = 'down' | 'next' | 'previous' | 'stay';

export interface CellEditorInputProps {
  /** Column and row, for screen readers. */
  readonly label: string;
  readonly text: string;
  readonly commit: (text: string) => string | undefined;
  /** The editor has closed; where the cursor goes now. */
  readonly onEnd: (end: EditEnd) => void;
  /** Keys while nothing is being edited: the grid's own. */
  readonly onIdleKey: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * The focus holder of an editable cell. It is an input from the start, invisible until something is typed:
 * a cell that only opens an editor on the first key would lose that key to the input method.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one small state machine, clearer in one place
export function CellEditorInput({ label, text, commit, onEnd, onIdleKey }: CellEditorInputProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState(false);
  const [reason, setReason] = useState<string>();

  const open = (start: string) => {
    if (input.current) input.current.value = start;
    input.current?.select();
    setEditing(true);
  };
  const close = () => {
    if (input.current) input.current.value = '';
    setEditing(false);
    setReason(undefined);
  };
  // The idle input lets the pointer through to what the cell shows, so the cell hears the double click.
  useEffect(() => {
    const cell = input.current?.parentElement;
    const onDoubleClick = () => {
      if (!editing) open(text);
    };
    cell?.addEventListener('dblclick', onDoubleClick);
    return () => cell?.removeEventListener('dblclick', onDoubleClick);
  });
  const finish = (end: EditEnd) => {
    const typed = input.current?.value ?? '';
    const refusal = typed === text ? undefined : commit(typed);
    if (refusal !== undefined) {
      setReason(refusal);
      announce(t('common:grid.cellInvalid', { reason: refusal }));
      return false;
    }
    close();
    onEnd(end);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event)) return;
    if (!editing) {
      if (
        (event.key === 'F2' && !event.shiftKey && !event.ctrlKey && !event.metaKey) ||
        (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
      ) {
        event.preventDefault();
        event.stopPropagation();
        open(text);
        return;
      }
      onIdleKey(event);
      return;
    }
    // While editing every key belongs to the text, not to the grid or to shortcuts without Ctrl.
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') finish('down');
    else if (event.key === 'Tab') finish(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={cx(styles.editor, !editing && styles.idle, reason !== undefined && styles.refused)}
      aria-label={editing ? label : `${label} ${text}`}
      aria-invalid={reason !== undefined}
      title={reason}
      autoComplete="off"
      spellCheck={false}
      data-editing={editing ? '' : undefined}
      onKeyDown={onKeyDown}
      onInput={() => setEditing(true)}
      onCompositionStart={() => setEditing(true)}
      onBlur={() => {
        // Leaving commits what is valid; what is refused is dropped, and said.
        if (editing && !finish('stay')) close();
      }}
    />
  );
}
