import { useState } from 'react';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { DateField, MoneyField, NumberField, Select, Switch } from '#renderer/ui/index.ts';
import type { Field } from '#shared/model/field.ts';
import {
  type EntityType,
  entityOf,
  type FieldName,
  type Patch,
  type RecordOf,
} from '#shared/model/registry.ts';
import { AutoText } from './AutoText.tsx';
import { useDateRemark } from './dateRemark.ts';
import { fieldValue } from './definition.ts';
import { useGlossaryHint } from './glossaryHint.ts';
import { RefField } from './RefField.tsx';
import type { RegisterScope } from './scope.ts';
import { SealedEditor, useFieldSeal } from './seal.tsx';

export interface FieldEditorProps<E extends EntityType> {
  readonly entity: E;
  readonly field: FieldName<E>;
  readonly record: RecordOf<E>;
  readonly scope: RegisterScope;
  readonly currency?: string;
  readonly save: (patch: Patch<E>) => Promise<string | null>;
  readonly hint?: string;
  readonly labelHidden?: boolean;
}

const NONE = '';

/** What an editor of any kind is given. */
interface Editing {
  readonly texts: {
    readonly label: string;
    readonly required: boolean;
    readonly labelHidden?: boolean;
    readonly hint?: string;
  };
  readonly definition: Field;
  readonly value: unknown;
  readonly save: (value: unknown) => Promise<string | null>;
  readonly error: string | undefined;
}

function EnumEditor({
  entity,
  field,
  ...e
}: Editing & { readonly entity: EntityType; readonly field: string }) {
  const tools = useRegisterTools();
  const options = (e.definition.values ?? []).map((id) => ({
    id,
    label: tools.valueName(entity, field, id),
  }));
  const none = e.definition.nullable ? [{ id: NONE, label: tools.t('register:chooseNone') }] : [];
  return (
    <Select
      {...e.texts}
      // A choice always has a value, so a mark would only be noise.
      required={false}
      options={[...none, ...options]}
      value={typeof e.value === 'string' ? e.value : null}
      onChange={(id) => void e.save(id === NONE ? null : id)}
      error={e.error}
    />
  );
}

function NumericEditor({ currency, ...e }: Editing & { readonly currency: string }) {
  const value = typeof e.value === 'number' ? e.value : null;
  if (e.definition.kind === 'money')
    return (
      <MoneyField
        {...e.texts}
        currency={currency}
        value={value}
        onChange={(next) => void e.save(next)}
        error={e.error}
      />
    );
  return (
    <NumberField
      label={e.texts.label}
      {...(e.texts.hint === undefined ? {} : { hint: e.texts.hint })}
      value={value ?? Number.NaN}
      onChange={(next) => void e.save(Number.isNaN(next) ? null : next)}
      error={e.error}
    />
  );
}

/** The editor of one field, chosen by its kind; what is sealed is shown as it stays. */
export function FieldEditor<E extends EntityType>(props: FieldEditorProps<E>) {
  const seal = useFieldSeal(props.entity, props.field);
  if (seal === null) return <OpenField {...props} />;
  return <SealedEditor {...props} currency={props.currency ?? 'CNY'} seal={seal} />;
}

/** Saves on commit and shows a refusal at the field. */
function OpenField<E extends EntityType>(props: FieldEditorProps<E>) {
  const { entity, field, record } = props;
  const tools = useRegisterTools();
  const [error, setError] = useState<string | null>(null);
  const definition = entityOf(entity).fields[field];
  if (!definition) throw new Error(`${entity} has no field ${field}`);
  const row = record as unknown as Readonly<Record<string, unknown>>;
  const plainWords = useGlossaryHint(entity, field, row);
  const remark = useDateRemark(entity, field, row);
  const hint = plainWords ?? remark ?? props.hint;
  const value = fieldValue(record, field);
  const text = typeof value === 'string' ? value : null;
  const save = async (next: unknown): Promise<string | null> => {
    const problem = await props.save({ [field]: next } as Patch<E>);
    setError(problem);
    return problem;
  };
  const texts = {
    label: tools.fieldName(entity, field),
    required: !definition.nullable,
    ...(props.labelHidden === undefined ? {} : { labelHidden: props.labelHidden }),
    ...(hint === undefined ? {} : { hint }),
  };
  const editing: Editing = { texts, definition, value, save, error: error ?? undefined };
  switch (definition.kind) {
    case 'enum':
      return <EnumEditor {...editing} entity={entity} field={field} />;
    case 'bool':
      return <Switch label={texts.label} isSelected={value === true} onChange={(next) => void save(next)} />;
    case 'date':
      return <DateField {...texts} value={text} onChange={(next) => void save(next)} error={editing.error} />;
    case 'int':
    case 'real':
    case 'money':
      return <NumericEditor {...editing} currency={props.currency ?? 'CNY'} />;
    case 'ref': {
      const target = definition.target as EntityType;
      return (
        <RefField {...texts} target={target} scope={props.scope} record={record} value={text} onSave={save} />
      );
    }
    default:
      return (
        <AutoText {...texts} value={text} onSave={save} lines={definition.kind === 'longText' ? 2 : 1} />
      );
  }
}
