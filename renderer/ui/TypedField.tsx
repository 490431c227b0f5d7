import { type ReactNode, useState } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { cx } from './classes.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldTexts } from './Field.tsx';
import { composing } from './keys.ts';

/** What was understood of a text; `problem` is for the person who typed it. */
export type Understood<V> =
  | { readonly ok: true; readonly value: V | null }
  | { readonly ok: false; readonly problem: string };

export interface TypedFieldProps<V> extends FieldTexts {
  readonly value: V | null;
  readonly read: (text: string) => Understood<V>;
  readonly shown: (value: V) => string;
  /** Help while the field is empty. */
  readonly example: string;
  /** Called on Enter and on leaving the field, only with what was understood and is another value. */
  readonly onChange: (value: V | null) => void;
  readonly numeric?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  /** Another way to a value, at the end of the box; `drop` forgets what was typed. */
  readonly after?: (drop: () => void) => ReactNode;
}

/**
 * A value that is typed in more forms than it is shown in; what was understood is said below while typing.
 * The text itself is not touched before Enter or leaving the field; Esc drops it.
 */
export function TypedField<V extends string | number>(props: TypedFieldProps<V>) {
  const { label, labelHidden, value, shown, disabled = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  // What was understood stays when the field is left: a line less would move the button that is just pressed.
  const [edited, setEdited] = useState(false);
  const read = draft === null ? null : props.read(draft);
  const problem = props.error ?? (refused && read?.ok === false ? read.problem : undefined);
  const echo = read?.ok && read.value !== null ? shown(read.value) : null;
  const kept = edited && value !== null ? shown(value) : undefined;
  const help = echo ?? props.hint ?? (value === null ? props.example : kept);
  const commit = () => {
    if (read === null) return;
    setRefused(!read.ok);
    if (!read.ok) return;
    setDraft(null);
    if (read.value !== value) props.onChange(read.value);
  };
  const box = (
    <Group className={styles.box ?? ''} isInvalid={problem !== undefined} isDisabled={disabled}>
      <Input
        {...(props.numeric ? { inputMode: 'decimal' as const } : {})}
        data-unread={read?.ok === false ? '' : undefined}
        className={cx(styles.input, props.numeric && styles.number)}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      {props.after?.(() => setDraft(null))}
    </Group>
  );
  return (
    <AriaTextField
      {...(labelHidden ? { 'aria-label': label } : {})}
      value={draft ?? (value === null ? '' : shown(value))}
      onChange={(text) => {
        setDraft(text);
        setEdited(true);
      }}
      onBlur={commit}
      isDisabled={disabled}
      isInvalid={problem !== undefined}
      className={styles.field ?? ''}
    >
      {labelHidden ? (
        box
      ) : (
        <FieldFrame
          label={label}
          required={props.required ?? false}
          {...(help === undefined ? {} : { hint: help })}
          error={problem}
        >
          {box}
        </FieldFrame>
      )}
    </AriaTextField>
  );
}
