/** What a view of a register is: columns, filters and order. */
import { z } from 'zod';
import type { RegisterTools } from '#renderer/records/tools.ts';
import { type EntityType, entityOf, type FieldName } from '#shared/model/registry.ts';
import { knownColumns, type OfferedColumn, type ShownColumn } from '../views/public.ts';
import type { RegisterColumn, RegisterDefinition } from './definition.ts';
import type { ChosenFilters } from './rows.ts';
import { columnHeader } from './standard.ts';

export interface RegisterView {
  readonly columns: readonly ShownColumn[];
  readonly chosen: ChosenFilters;
  readonly sort: { readonly column: string; readonly descending: boolean };
}

/** Kinds of fields that can be read in one cell. */
const READABLE: ReadonlySet<string> = new Set(['text', 'date', 'enum', 'bool', 'int', 'real']);
const FIELD_WIDTH = 130;

/** The columns of a register: those of its definition, and one for every other field of a kind that fits a cell. */
export function allColumns<E extends EntityType>(
  definition: RegisterDefinition<E>,
): readonly RegisterColumn<E>[] {
  const { fields } = entityOf(definition.entity);
  const taken = new Set(definition.columns.flatMap(({ id, field }) => [id, field ?? id]));
  const more = Object.entries(fields)
    .filter(([name, field]) => !taken.has(name) && !field.system && READABLE.has(field.kind))
    .map(([name]): RegisterColumn<E> => ({ id: name, field: name as FieldName<E>, width: FIELD_WIDTH }));
  return [...definition.columns, ...more];
}

export const fixedColumn = <E extends EntityType>({ columns }: RegisterDefinition<E>): string =>
  columns.find((column) => column.rowHeader)?.id ?? columns[0]?.id ?? '';

export const offeredColumns = <E extends EntityType>(
  definition: RegisterDefinition<E>,
  tools: RegisterTools,
): readonly OfferedColumn<string>[] =>
  allColumns(definition).map((column) => ({
    id: column.id,
    width: column.width,
    name: columnHeader(definition, column, tools),
  }));

const stored = z.object({
  columns: z.array(z.object({ id: z.string(), width: z.number() })),
  chosen: z.record(z.string(), z.array(z.string().max(300)).max(200)).catch({}),
  sort: z.object({ column: z.string(), descending: z.boolean() }),
});

/** How a register opens. */
export const firstView = <E extends EntityType>(definition: RegisterDefinition<E>): RegisterView => ({
  columns: definition.columns.map(({ id, width }) => ({ id, width })),
  chosen: {},
  sort: definition.initialSort,
});

/** Reads stored views of a register; what it does not have any more is left out. */
export function viewParser<E extends EntityType>(definition: RegisterDefinition<E>) {
  const all = allColumns(definition).map(({ id, width }) => ({ id, width }));
  const filters = new Set(definition.filters.map(({ id }) => id));
  return (json: unknown): RegisterView | null => {
    const read = stored.safeParse(json);
    if (!read.success) return null;
    const { columns, chosen, sort } = read.data;
    return {
      columns: knownColumns(columns, all, fixedColumn(definition)),
      chosen: Object.fromEntries(
        Object.entries(chosen)
          .filter(([id, options]) => filters.has(id) && options.length > 0)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      sort: all.some(({ id }) => id === sort.column)
        ? { column: sort.column, descending: sort.descending }
        : definition.initialSort,
    };
  };
}
