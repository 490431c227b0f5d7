import { useEffect, useState } from 'react';
import type { Field } from '#shared/model/field.ts';
import { entityOf } from '#shared/model/registry.ts';
import { useI18n } from '../i18n/index.ts';
import { fieldName, valueName } from '../i18n/words.ts';
import { composing, DateField, MoneyField, type Option, Select, Switch, TextField } from '../ui/index.ts';
import type { Editor } from './editor.ts';

export interface RecordFieldProps {
  readonly editor: Editor;
  readonly field: string;
  /** Instead of the field's own name. */
  readonly label?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Height of a text in lines. */
  readonly lines?: number;
  /** Currency of a money field, ISO 4217. */
  readonly currency?: string;
  readonly autoFocus?: boolean;
  /** Choices of a reference or number field; the ids are what is stored. */
  readonly options?: readonly Option[];
}

interface Parts extends RecordFieldProps {
  readonly definition: Field;
  readonly name: string;
}

const NONE = '__none';

function shared({ editor, field, name, hint, definition }: Parts) {
  return {
    label: name,
    error: editor.errors[field],
    ...(hint === undefined ? {} : { hint }),
    required: !definition.nullable && !definition.hasInitial,
  };
}

function TextBox(props: Parts) {
  const { editor, field, definition } = props;
  const stored = String(editor.values[field] ?? '');
  const [draft, setDraft] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stored value ends the draft
  useEffect(() => setDraft(null), [stored]);
  const lines = props.lines ?? (definition.kind === 'longText' ? 4 : 1);
  const storable = (text: string) => (text.trim() === '' && definition.nullable ? null : text);
  const commit = async () => {
    if (draft === null || editor.live) return;
    const text = lines > 1 ? draft : draft.trim();
    if (text === stored) setDraft(null);
    else await editor.set(field, storable(text));
  };
  const { required, ...texts } = shared(props);
  return (
    <TextField
      {...texts}
      isRequired={required}
      lines={lines}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      autoFocus={props.autoFocus ?? false}
      value={editor.live ? stored : (draft ?? stored)}
      onChange={(text) => (editor.live ? void editor.set(field, storable(text)) : setDraft(text))}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        event.continuePropagation();
        if (composing(event) || editor.live) return;
        if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) void commit();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

function ChoiceBox(props: Parts) {
  const { t } = useI18n();
  const { editor, field, definition } = props;
  const own: readonly Option[] =
    props.options ??
    (definition.values ?? []).map((id) => ({ id, label: valueName(t, editor.type, field, id) }));
  const options = definition.nullable ? [{ id: NONE, label: t('common:state.none') }, ...own] : own;
  const value = editor.values[field];
  const stored = (id: string): unknown => (id === NONE ? null : definition.kind === 'int' ? Number(id) : id);
  return (
    <Select
      {...shared(props)}
      options={options}
      value={value === null || value === undefined ? (definition.nullable ? NONE : null) : String(value)}
      onChange={(id) => void editor.set(field, stored(id))}
    />
  );
}

/** The control that fits a field of an entity: its name, kind, limits and messages come from the definition. */
export function RecordField(props: RecordFieldProps) {
  const { t } = useI18n();
  const { editor, field } = props;
  const definition = entityOf(editor.type).fields[field];
  if (!definition) throw new Error(`${editor.type} has no field ${field}`);
  const parts: Parts = { ...props, definition, name: props.label ?? fieldName(t, editor.type, field) };
  const value = editor.values[field];
  if (props.options !== undefined || definition.kind === 'enum') return <ChoiceBox {...parts} />;
  switch (definition.kind) {
    case 'date':
      return (
        <DateField
          {...shared(parts)}
          value={typeof value === 'string' ? value : null}
          onChange={(date) => void editor.set(field, date)}
        />
      );
    case 'money':
      return (
        <MoneyField
          {...shared(parts)}
          currency={props.currency ?? 'CNY'}
          value={typeof value === 'number' ? value : null}
          onChange={(minor) => void editor.set(field, minor)}
        />
      );
    case 'bool':
      return (
        <Switch
          label={parts.name}
          isSelected={value === true}
          onChange={(on) => void editor.set(field, on)}
        />
      );
    default:
      return <TextBox {...parts} />;
  }
}
