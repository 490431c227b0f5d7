import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { CreateDialog } from '#renderer/records/CreateDialog.tsx';
import { type DraftEditor, useDraftEditor } from '#renderer/records/editor.ts';
import { RecordField } from '#renderer/records/RecordField.tsx';
import { removeRecord } from '#renderer/records/remove.ts';
import { type RegisterTools, useRegisterTools } from '#renderer/records/tools.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import type { QueryName } from '#shared/ipc/contract.ts';
import { isOrdered } from '#shared/model/order.ts';
import {
  type CreateInput,
  type EntityType,
  entityOf,
  type FieldName,
  type RecordOf,
} from '#shared/model/registry.ts';
import { Attachments } from '../documents/public.ts';
import { fieldValue } from './definition.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { Grip } from './Grip.tsx';
import { stepOf, useDropRow, useOrder } from './order.ts';
import { RefField } from './RefField.tsx';
import { createRecord, updateRecord } from './records.ts';
import styles from './register.module.css';
import { ownedValues, type RegisterScope } from './scope.ts';
import { useWholeSeal } from './seal.tsx';

export interface ChildListProps<E extends EntityType> {
  readonly entity: E;
  /** The reference fields that make a record one of this list: `{ clause_id: 'cla_…' }`. */
  readonly owner: Readonly<Record<string, string>>;
  /** Edited in this order. */
  readonly fields: readonly FieldName<E>[];
  /** Shown in the closed row, after the title; the first two others by default. */
  readonly shown?: readonly FieldName<E>[];
  /** Asked for before the record exists; required ones are always asked for. */
  readonly asked?: readonly FieldName<E>[];
  readonly defaults?: Partial<CreateInput<E>>;
  /** Where the choices of references come from. */
  readonly scope?: RegisterScope;
  readonly currency?: string;
  readonly empty?: string;
  /** Newest first, by a date field. */
  readonly newestBy?: FieldName<E>;
}

const KINDS_IN_A_LINE = new Set(['text', 'enum', 'date', 'int', 'real', 'bool', 'longText', 'money']);

function summary<E extends EntityType>(
  props: ChildListProps<E>,
  record: RecordOf<E>,
  tools: RegisterTools,
): string {
  const { entity } = props;
  const { fields, title } = entityOf(entity);
  const shown =
    props.shown ??
    props.fields
      .filter((name) => name !== title && KINDS_IN_A_LINE.has(fields[name]?.kind ?? ''))
      .slice(0, 2);
  return shown
    .map((name) => {
      const value = fieldValue(record, name);
      if (fields[name]?.kind === 'money' && typeof value === 'number')
        return tools.format.money(value, props.currency ?? 'CNY');
      return tools.valueText(entity, name, value).split('\n')[0] ?? '';
    })
    .filter((text) => text !== '')
    .join(' · ');
}

function DraftField<E extends EntityType>(props: {
  readonly list: ChildListProps<E>;
  readonly scope: RegisterScope;
  readonly editor: DraftEditor;
  readonly field: FieldName<E>;
}) {
  const { list, editor, field } = props;
  const { fieldName } = useRegisterTools();
  const definition = entityOf(list.entity).fields[field];
  if (definition?.kind !== 'ref')
    return (
      <RecordField
        editor={editor}
        field={field}
        {...(list.currency === undefined ? {} : { currency: list.currency })}
      />
    );
  const value = editor.values[field];
  return (
    <RefField
      label={fieldName(list.entity, field)}
      target={definition.target as EntityType}
      scope={props.scope}
      record={{ ...list.owner }}
      value={typeof value === 'string' ? value : null}
      onSave={async (id) => {
        await editor.set(field, id);
        return null;
      }}
    />
  );
}

function NewDialog<E extends EntityType>(props: {
  readonly list: ChildListProps<E>;
  readonly scope: RegisterScope;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}) {
  const { list, scope } = props;
  const tools = useRegisterTools();
  const { entity } = list;
  const { fields, title } = entityOf(entity);
  const given: Record<string, unknown> = { ...ownedValues(entity, scope), ...list.owner, ...list.defaults };
  const required = list.fields.filter((name) => {
    const field = fields[name];
    return field !== undefined && !field.nullable && !field.hasInitial;
  });
  const wanted = new Set<string>([...required, ...(list.asked ?? [title])]);
  const asked = list.fields.filter((name) => wanted.has(name));
  const dates = Object.fromEntries(
    required.filter((name) => fields[name]?.kind === 'date').map((name) => [name, tools.today]),
  );
  const initial = Object.fromEntries(
    asked.map((name) => [name, given[name] ?? dates[name] ?? fields[name]?.initial ?? null]),
  );
  const editor = useDraftEditor(entity, initial);
  const create = async () => {
    const typed = Object.fromEntries(Object.entries(editor.values).filter(([, value]) => value !== null));
    props.onCreated(await createRecord(entity, { ...given, ...typed } as unknown as CreateInput<E>));
  };
  return (
    <CreateDialog
      title={tools.t('register:newOf', { entity: tools.entityWord(entity) })}
      verb={tools.t('common:verb.add')}
      editor={editor}
      needs={required.filter((name) => fields[name]?.kind !== 'ref')}
      create={create}
      onClose={props.onClose}
    >
      {asked.map((name) => (
        <DraftField key={name} list={list} scope={scope} editor={editor} field={name} />
      ))}
    </CreateDialog>
  );
}

/** The order without a mouse that drags and without the keys. */
function Steps({ id, order }: { readonly id: string; readonly order: ReturnType<typeof useOrder> }) {
  const { t } = useRegisterTools();
  return (
    <>
      <IconButton
        small
        label={t('register:moveUp')}
        keys="Alt+Shift+ArrowUp"
        icon={<ArrowUp aria-hidden="true" />}
        isDisabled={!order.can(id, -1)}
        onPress={() => order.move(id, -1)}
      />
      <IconButton
        small
        label={t('register:moveDown')}
        keys="Alt+Shift+ArrowDown"
        icon={<ArrowDown aria-hidden="true" />}
        isDisabled={!order.can(id, 1)}
        onPress={() => order.move(id, 1)}
      />
    </>
  );
}

function Item<E extends EntityType>(props: {
  readonly list: ChildListProps<E>;
  readonly scope: RegisterScope;
  readonly record: RecordOf<E>;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly order: ReturnType<typeof useOrder> | null;
}) {
  const { list, record, open, order } = props;
  const { entity } = list;
  const tools = useRegisterTools();
  const { t } = tools;
  const sealed = useWholeSeal(entity) !== null;
  const { title } = entityOf(entity);
  const name = tools.valueText(entity, title, fieldValue(record, title)) || t('register:untitled');
  const save = async (patch: never): Promise<string | null> => {
    try {
      await updateRecord(entity, record.id, patch);
      return null;
    } catch (error) {
      return tools.problemText(error);
    }
  };
  const row = useDropRow(record.id, (dragged) => order?.drop(dragged, record.id));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = order === null ? null : stepOf(event);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    order?.move(record.id, step);
  };
  return (
    <li className={styles.child} onKeyDown={onKeyDown} {...(order === null ? {} : row)}>
      <div className={styles.childHead}>
        {order === null ? null : <Grip id={record.id} />}
        <button
          type="button"
          className={styles.childName}
          aria-expanded={open}
          onClick={props.onToggle}
          {...(order === null ? {} : { 'aria-keyshortcuts': 'Alt+Shift+ArrowUp Alt+Shift+ArrowDown' })}
        >
          {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          <span>{name.split('\n')[0]}</span>
          <span className={styles.childMore}>{summary(list, record, tools)}</span>
        </button>
        {order !== null && open ? <Steps id={record.id} order={order} /> : null}
        {sealed ? null : (
          <IconButton
            small
            label={t('register:deleteOne', { name: name.slice(0, 60) })}
            icon={<Trash2 aria-hidden="true" />}
            onPress={() => void removeRecord(t, entity as never, record.id, name.slice(0, 60))}
          />
        )}
      </div>
      {open ? (
        <div className={styles.fields}>
          {list.fields.map((field) => (
            <div
              key={field}
              className={
                entityOf(entity).fields[field]?.kind === 'longText' || field === title ? styles.wide : ''
              }
            >
              <FieldEditor
                entity={entity}
                field={field}
                record={record}
                scope={props.scope}
                save={save as never}
                {...(list.currency === undefined ? {} : { currency: list.currency })}
              />
            </div>
          ))}
          <Files id={record.id} name={name.slice(0, 60)} entity={entity} />
        </div>
      ) : null}
    </li>
  );
}

/** E3: the files of a record of the list, such as the voucher of a payment. */
function Files({
  id,
  name,
  entity,
}: {
  readonly id: string;
  readonly name: string;
  readonly entity: EntityType;
}) {
  const { files } = entityOf(entity);
  if (files === undefined) return null;
  return (
    <div className={styles.wide}>
      <Attachments subjectId={id} kind={files} of={name} />
    </div>
  );
}

/** Records that belong to another one, small enough for its panel: add, open to edit in place, delete with undo. */
export function ChildList<E extends EntityType>(props: ChildListProps<E>) {
  const { entity, owner } = props;
  const { t, entityName, entityWord } = useRegisterTools();
  const { data } = useAnswer(`${entity}.list` as QueryName, { where: owner } as never);
  const sealed = useWholeSeal(entity) !== null;
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const scope: RegisterScope = props.scope ?? { owner };
  const all = (data as readonly RecordOf<E>[] | undefined) ?? [];
  const { newestBy } = props;
  const dateOf = (record: RecordOf<E>): string =>
    newestBy === undefined ? '' : String(fieldValue(record, newestBy) ?? '');
  const records = newestBy === undefined ? all : [...all].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  const order = useOrder(records.map(({ id }) => id));
  const ordered = newestBy === undefined && isOrdered(entity) && records.length > 1;
  return (
    <div className={styles.children}>
      {records.length === 0 && props.empty !== undefined ? (
        <p className={styles.count}>{props.empty}</p>
      ) : null}
      {records.length === 0 ? null : (
        <ul aria-label={entityName(entity)}>
          {records.map((record) => (
            <Item
              key={record.id}
              list={props}
              scope={scope}
              record={record}
              open={record.id === openId}
              order={ordered ? order : null}
              onToggle={() => setOpenId(record.id === openId ? null : record.id)}
            />
          ))}
        </ul>
      )}
      {sealed ? null : (
        <div>
          <Button small icon={<Plus aria-hidden="true" />} onPress={() => setAdding(true)}>
            {t('register:newOf', { entity: entityWord(entity) })}
          </Button>
        </div>
      )}
      {adding ? (
        <NewDialog
          list={props}
          scope={scope}
          onClose={() => setAdding(false)}
          onCreated={(id) => setOpenId(id)}
        />
      ) : null}
    </div>
  );
}
