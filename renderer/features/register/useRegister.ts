import { useMemo, useState } from 'react';
import { type Column, type Sort, showToast, toTsv } from '#renderer/ui/index.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { copyText } from './clipboard.ts';
import { fieldValue, type RegisterDefinition } from './definition.ts';
import { createRecord, removeRecords, restoreRecord } from './records.ts';
import { type ChosenFilters, filterPredicates, visibleRows } from './rows.ts';
import { columnHeader, columnKey, columnText, shortNumber } from './standard.ts';
import { type RegisterTools, useRegisterTools } from './tools.ts';

/** A filter that stands outside the list, such as a cell of a matrix. */
export interface OuterFilter<E extends EntityType> {
  readonly label: string;
  readonly passes: (record: RecordOf<E>) => boolean;
  readonly onClear: () => void;
}

/** Fields that a copy does not take over: they belong to the record itself. */
const OWN_FIELDS = new Set(['id', 'created_at', 'updated_at', 'deleted_at', 'deleted_with']);

function copyValues<E extends EntityType>(
  definition: RegisterDefinition<E>,
  record: RecordOf<E>,
  title: string,
) {
  const { fields, title: titleField } = entityOf(definition.entity);
  const skip = (name: string): boolean =>
    OWN_FIELDS.has(name) || fields[name]?.system === true || name === definition.workflow?.field;
  const values = Object.fromEntries(Object.entries(record).filter(([name]) => !skip(name)));
  return { ...values, [titleField]: title } as never;
}

function searchText<E extends EntityType>(
  definition: RegisterDefinition<E>,
  record: RecordOf<E>,
  tools: RegisterTools,
): string {
  const { fields } = entityOf(definition.entity);
  const searched = Object.keys(fields).filter((name) => fields[name]?.searched);
  const cells = definition.columns.map((column) => columnText(definition, column, record, tools));
  return [...cells, ...searched.map((name) => String(fieldValue(record, name) ?? ''))].join('\n');
}

/** Changes of whole records, each with its message and its way back. */
export function useRegisterActs<E extends EntityType>(definition: RegisterDefinition<E>) {
  const tools = useRegisterTools();
  const { t } = tools;
  const titleOf = (record: RecordOf<E>): string =>
    String(fieldValue(record, entityOf(definition.entity).title) ?? '');
  const guarded = async <V>(act: () => Promise<V>): Promise<V | null> => {
    try {
      return await act();
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
      return null;
    }
  };
  return {
    create: (text: string, projectId: string) =>
      guarded(() => createRecord(definition.entity, definition.quickAdd(text, projectId, tools))),
    duplicate: (record: RecordOf<E>) => {
      const title = t('register:copyOf', { title: titleOf(record) }).slice(0, 300);
      return guarded(() =>
        definition.duplicate
          ? definition.duplicate(record, title)
          : createRecord(definition.entity, copyValues(definition, record, title)),
      );
    },
    remove: async (records: readonly RecordOf<E>[]) => {
      const first = records[0];
      if (!first) return;
      const done = await guarded(() => removeRecords(records.map((record) => record.id)).then(() => true));
      if (done === null) return;
      showToast({
        text:
          records.length === 1
            ? t('register:deletedOne', { name: titleOf(first) })
            : t('register:deletedMany', { count: records.length }),
        // Restoring one brings back all that were deleted with it.
        action: {
          label: t('common:verb.undo'),
          onPress: () => void guarded(() => restoreRecord(first.id)),
        },
      });
    },
    copy: async (records: readonly RecordOf<E>[]) => {
      const { columns } = definition;
      const head = columns.map((column) => columnHeader(definition, column, tools));
      const body = records.map((record) => columns.map((c) => columnText(definition, c, record, tools)));
      await copyText(toTsv([head, ...body]));
      showToast({ text: t('register:copied', { count: records.length }), tone: 'good' });
    },
  };
}

/** What the list shows and how the user has narrowed it down. */
export function useRegisterView<E extends EntityType>(
  definition: RegisterDefinition<E>,
  records: readonly RecordOf<E>[],
  outer: OuterFilter<E> | undefined,
) {
  const tools = useRegisterTools();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ChosenFilters>({});
  const [sort, setSort] = useState<Sort>(definition.initialSort);
  const columns: readonly Column<RecordOf<E>>[] = useMemo(
    () =>
      definition.columns.map((column) => ({
        id: column.id,
        header: columnHeader(definition, column, tools),
        width: column.width,
        ...(column.grow === undefined ? {} : { grow: column.grow }),
        ...(column.align === undefined ? {} : { align: column.align }),
        ...(column.rowHeader === undefined ? {} : { rowHeader: column.rowHeader }),
        sortable: true,
        text: (record) => columnText(definition, column, record, tools),
        ...(column.render ? { render: (record: RecordOf<E>) => column.render?.(record, tools) } : {}),
      })),
    [definition, tools],
  );
  const rows = useMemo(() => {
    const byId = new Map(definition.filters.map((filter) => [filter.id, filter]));
    const sorted = definition.columns.find((column) => column.id === sort.column);
    return visibleRows(records, {
      text,
      textOf: (record) =>
        `${shortNumber(definition.prefix, record)}\n${searchText(definition, record, tools)}`,
      filters: [
        ...filterPredicates<RecordOf<E>>(
          chosen,
          (filter, record, option) => byId.get(filter)?.matches(record, option, tools) ?? true,
        ),
        ...(outer ? [outer.passes] : []),
      ],
      sort: sorted
        ? { key: (record) => columnKey(definition, sorted, record, tools), descending: sort.descending }
        : null,
      compare: tools.format.compare,
    });
  }, [definition, records, text, chosen, sort, outer, tools]);
  const filtered = text.trim() !== '' || Object.keys(chosen).length > 0 || outer !== undefined;
  const clear = () => {
    setText('');
    setChosen({});
    outer?.onClear();
  };
  return { tools, text, setText, chosen, setChosen, sort, setSort, columns, rows, filtered, clear };
}
