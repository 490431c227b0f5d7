/** The short way to a register: what can follow from the entity follows from it. */
import type { RegisterTools } from '#renderer/records/tools.ts';
import { isOrdered } from '#shared/model/order.ts';
import {
  type CreateInput,
  type EntityType,
  entityOf,
  type FieldName,
  type RecordOf,
} from '#shared/model/registry.ts';
import type {
  RegisterColumn,
  RegisterDefinition,
  RegisterFilter,
  RegisterSection,
  RegisterWorkflow,
} from './definition.ts';
import { ORDER_COLUMN, orderColumn } from './orderColumn.tsx';
import { ownedValues, type RegisterScope } from './scope.ts';
import { enumFilter, flagFilter, shortNumber, textFilter } from './standard.ts';

type Text = (tools: RegisterTools) => string;

export interface SimpleRegister<E extends EntityType> {
  /** Letter of the short number; without one the register has no number column. */
  readonly prefix?: string;
  /** Fields by name, or columns of their own. The title field grows and heads its row. */
  readonly columns: readonly (FieldName<E> | RegisterColumn<E>)[];
  readonly sections: readonly {
    readonly id: string;
    readonly title?: Text;
    readonly items: RegisterSection<E>['items'];
  }[];
  /** Enum and text fields by name, or filters of their own. */
  readonly filters?: readonly (FieldName<E> | RegisterFilter<E>)[];
  /** The field of the day by which it has to be done, and when a record does not count any more. */
  readonly due?: { readonly field: FieldName<E>; readonly over: (record: RecordOf<E>) => boolean };
  readonly quickLabel: Text;
  /** The screen has a line of its own for new records. */
  readonly quickHidden?: boolean;
  /** Values of a new record besides its title and its owner. */
  readonly defaults?: (tools: RegisterTools, scope: RegisterScope) => Partial<CreateInput<E>>;
  readonly empty: Text;
  readonly workflow?: RegisterWorkflow<E>;
  readonly hints?: RegisterDefinition<E>['hints'];
  readonly sort?: { readonly column: string; readonly descending: boolean };
  readonly currency?: string;
  readonly ownDocuments?: boolean;
}

const WIDTHS: Readonly<Record<string, number>> = {
  date: 110,
  enum: 120,
  bool: 84,
  int: 90,
  real: 90,
  money: 130,
  instant: 150,
  local: 150,
};
const TEXT_WIDTH = 140;
const TITLE_WIDTH = 260;

function columnOf<E extends EntityType>(entity: E, field: FieldName<E>): RegisterColumn<E> {
  const definition = entityOf(entity).fields[field];
  if (definition === undefined) throw new Error(`${entity} has no field ${field}`);
  if (definition.target !== undefined) throw new Error(`${entity}.${field} needs a column with names`);
  const title = field === entityOf(entity).title;
  const kind = definition.kind;
  return {
    id: field,
    field,
    width: title ? TITLE_WIDTH : (WIDTHS[kind] ?? TEXT_WIDTH),
    ...(title ? { grow: true, rowHeader: true } : {}),
    ...(kind === 'bool' ? { align: 'center' as const } : {}),
    ...(kind === 'int' || kind === 'real' || kind === 'money' ? { align: 'end' as const } : {}),
  };
}

/** The column of the order that people choose, unless the register has one of its own. */
function orderOf<E extends EntityType>(entity: E, { columns }: SimpleRegister<E>): RegisterColumn<E>[] {
  const own = columns.some((column) => typeof column !== 'string' && column.id === ORDER_COLUMN);
  return isOrdered(entity) && !own ? [orderColumn<E>()] : [];
}

const numberColumn = <E extends EntityType>(prefix: string): RegisterColumn<E> => ({
  id: 'no',
  header: ({ t }) => t('register:number'),
  width: 64,
  text: (record) => shortNumber(prefix, record),
  sortKey: (record) => Number((record as unknown as { no: number }).no),
});

/** @returns a register definition; see `SimpleRegister` for what has to be said. */
export function simpleRegister<E extends EntityType>(
  entity: E,
  options: SimpleRegister<E>,
): RegisterDefinition<E> {
  const { fields, title } = entityOf(entity);
  const { prefix = '', due } = options;
  const numbered = prefix !== '' && fields['no'] !== undefined;
  const columns = [
    ...orderOf(entity, options),
    ...(numbered ? [numberColumn<E>(prefix)] : []),
    ...options.columns.map((column) => (typeof column === 'string' ? columnOf(entity, column) : column)),
  ];
  const overdue: readonly RegisterFilter<E>[] = due
    ? [
        flagFilter<E>(
          'overdue',
          ({ t }) => t('register:overdue'),
          (record, { today }) => {
            const on = (record as Readonly<Record<string, unknown>>)[due.field];
            return typeof on === 'string' && on < today && !due.over(record);
          },
        ),
      ]
    : [];
  return {
    entity,
    prefix,
    columns,
    filters: [
      ...(options.filters ?? []).map((filter) =>
        typeof filter !== 'string'
          ? filter
          : fields[filter]?.kind === 'enum'
            ? enumFilter(entity, filter)
            : textFilter(entity, filter),
      ),
      ...overdue,
    ],
    sections: options.sections.map(({ id, title: head, items }) => ({
      id,
      title: head ?? (({ t }) => t('register:details')),
      items,
    })),
    initialSort: options.sort ?? {
      column: columns[0]?.id ?? title,
      descending: numbered && !isOrdered(entity),
    },
    quickAdd: (text, _projectId, tools, scope) =>
      ({
        ...ownedValues(entity, scope),
        ...options.defaults?.(tools, scope),
        [title]: text,
      }) as unknown as CreateInput<E>,
    quickLabel: options.quickLabel,
    ...(options.quickHidden ? { quickHidden: true } : {}),
    emptyText: options.empty,
    ...(options.workflow ? { workflow: options.workflow } : {}),
    ...(options.hints ? { hints: options.hints } : {}),
    ...(options.ownDocuments ? { ownDocuments: true } : {}),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
  };
}
