import { useMemo, useState } from 'react';
import { type RegisterTools, useRegisterTools } from '#renderer/records/tools.ts';
import { type Column, copyTable, type Sort, showToast } from '#renderer/ui/index.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { clampWidth, useViews } from '../views/public.ts';
import { fieldValue, type RegisterColumn, type RegisterDefinition } from './definition.ts';
import { ORDER_COLUMN } from './orderColumn.tsx';
import { createRecord, removeRecords, restoreRecord } from './records.ts';
import { type ChosenFilters, filterPredicates, visibleRows } from './rows.ts';
import type { RegisterScope } from './scope.ts';
import { columnHeader, columnKey, columnText, shortNumber } from './standard.ts';
import { allColumns, firstView, type RegisterView, viewParser } from './view.ts';

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

/** A list as text, its head first. */
function cellsOf<E extends EntityType>(
  definition: RegisterDefinition<E>,
  columns: readonly RegisterColumn<E>[],
  records: readonly RecordOf<E>[],
  tools: RegisterTools,
): string[][] {
  return [
    columns.map((column) => columnHeader(definition, column, tools)),
    ...records.map((record) => columns.map((c) => columnText(definition, c, record, tools))),
  ];
}

/** Changes of whole records, each with its message and its way back. */
export function useRegisterActs<E extends EntityType>(
  definition: RegisterDefinition<E>,
  columns: readonly RegisterColumn<E>[],
) {
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
    titleOf,
    create: (text: string, scope: RegisterScope) =>
      guarded(() =>
        createRecord(definition.entity, definition.quickAdd(text, scope.projectId ?? '', tools, scope)),
      ),
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
    cells: (records: readonly RecordOf<E>[]) => cellsOf(definition, columns, records, tools),
    copy: async (records: readonly RecordOf<E>[]) => {
      const [head = [], ...body] = cellsOf(definition, columns, records, tools);
      await copyTable({ head, rows: body, alignEnd: columns.map((column) => column.align === 'end') });
      showToast({ text: t('register:copied', { count: records.length }), tone: 'good' });
    },
  };
}

/** Views of one register: as it opens, and those that were saved. */
function useRegisterViews<E extends EntityType>(
  definition: RegisterDefinition<E>,
  projectId: string | null,
  { t }: RegisterTools,
) {
  const builtIn = useMemo(
    () => [{ id: 'all', name: t('views:all'), definition: firstView(definition) }],
    [definition, t],
  );
  const parse = useMemo(() => viewParser(definition), [definition]);
  return useViews<RegisterView>({ screen: definition.entity, projectId, builtIn, parse });
}

/** The columns of a view, for the list. */
function useColumns<E extends EntityType>(
  definition: RegisterDefinition<E>,
  view: RegisterView,
  tools: RegisterTools,
) {
  const all = useMemo(() => allColumns(definition), [definition]);
  const shown = useMemo(
    () =>
      view.columns.flatMap(({ id, width }) => {
        const column = all.find((candidate) => candidate.id === id);
        return column ? [{ ...column, width }] : [];
      }),
    [all, view.columns],
  );
  const columns: readonly Column<RecordOf<E>>[] = useMemo(
    () =>
      shown.map((column) => ({
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
    [definition, shown, tools],
  );
  return { all, shown, columns };
}

/** What the list shows and how the user has narrowed it down. */
export function useRegisterView<E extends EntityType>(
  definition: RegisterDefinition<E>,
  records: readonly RecordOf<E>[],
  outer: OuterFilter<E> | undefined,
  projectId: string | null,
) {
  const tools = useRegisterTools();
  const [text, setText] = useState('');
  const views = useRegisterViews(definition, projectId, tools);
  const { change, definition: view } = views;
  const { chosen, sort } = view;
  const setChosen = (update: (now: ChosenFilters) => ChosenFilters) =>
    change({ ...view, chosen: update(chosen) });
  const setSort = (next: Sort) => change({ ...view, sort: next });
  const setWidth = (id: string, width: number) =>
    change({
      ...view,
      columns: view.columns.map((column) => (column.id === id ? { id, width: clampWidth(width) } : column)),
    });
  const { all, shown, columns } = useColumns(definition, view, tools);
  const rows = useMemo(() => {
    const byId = new Map(definition.filters.map((filter) => [filter.id, filter]));
    const sorted = sort.column === ORDER_COLUMN ? undefined : all.find(({ id }) => id === sort.column);
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
  }, [definition, all, records, text, chosen, sort, outer, tools]);
  const filtered = text.trim() !== '' || Object.keys(chosen).length > 0 || outer !== undefined;
  const clear = () => {
    setText('');
    setChosen(() => ({}));
    outer?.onClear();
  };
  return {
    tools,
    views,
    text,
    setText,
    chosen,
    setChosen,
    sort,
    setSort,
    setWidth,
    shown,
    columns,
    rows,
    filtered,
    clear,
  };
}
