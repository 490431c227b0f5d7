/** Columns and filters that follow from a field alone. */

import type { RegisterTools } from '#renderer/records/tools.ts';
import { type EntityType, entityOf, type FieldName, type RecordOf } from '#shared/model/registry.ts';
import {
  fieldValue,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterFilter,
} from './definition.ts';
import type { SortKey } from './rows.ts';

/** Short number of a record, such as R-12. */
export function shortNumber(prefix: string, record: object): string {
  const no = fieldValue(record, 'no');
  return typeof no === 'number' ? `${prefix}-${no}` : prefix;
}

/** Text of a column's cell. */
export function columnText<E extends EntityType>(
  definition: RegisterDefinition<E>,
  column: RegisterColumn<E>,
  record: RecordOf<E>,
  tools: RegisterTools,
): string {
  if (column.text) return column.text(record, tools);
  const { field } = column;
  return field === undefined ? '' : tools.valueText(definition.entity, field, fieldValue(record, field));
}

export function columnHeader<E extends EntityType>(
  definition: RegisterDefinition<E>,
  column: RegisterColumn<E>,
  tools: RegisterTools,
): string {
  if (column.header) return column.header(tools);
  return column.field === undefined ? '' : tools.fieldName(definition.entity, column.field);
}

/** What a column sorts by: enum values in the order of their definition, else the value itself. */
export function columnKey<E extends EntityType>(
  definition: RegisterDefinition<E>,
  column: RegisterColumn<E>,
  record: RecordOf<E>,
  tools: RegisterTools,
): SortKey {
  if (column.sortKey) return column.sortKey(record, tools);
  const { field } = column;
  if (field === undefined) return columnText(definition, column, record, tools) || null;
  const value = fieldValue(record, field);
  const { values } = entityOf(definition.entity).fields[field] ?? {};
  if (values && typeof value === 'string') return values.indexOf(value);
  if (typeof value === 'boolean') return value ? 0 : 1;
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;
}

/** One filter option per enum value. */
export function enumFilter<E extends EntityType>(entity: E, field: FieldName<E>): RegisterFilter<E> {
  return {
    id: field,
    label: (tools) => tools.fieldName(entity, field),
    options: (tools) =>
      (entityOf(entity).fields[field]?.values ?? []).map((id) => ({
        id,
        label: tools.valueName(entity, field, id),
      })),
    matches: (record, option) => fieldValue(record, field) === option,
  };
}

const NOBODY = '';

/** One option per text that occurs, and one for none. */
export function textFilter<E extends EntityType>(entity: E, field: FieldName<E>): RegisterFilter<E> {
  const textOf = (record: RecordOf<E>): string => String(fieldValue(record, field) ?? '').trim();
  return {
    id: field,
    label: (tools) => tools.fieldName(entity, field),
    options: (tools, records) =>
      [...new Set(records.map(textOf))]
        .sort((a, b) => (a === NOBODY ? 1 : b === NOBODY ? -1 : tools.format.compare(a, b)))
        .map((id) => ({ id, label: id === NOBODY ? tools.t('register:nobody') : id })),
    matches: (record, option) => textOf(record) === option,
  };
}

/** A filter that is on or off. */
export function flagFilter<E extends EntityType>(
  id: string,
  label: (tools: RegisterTools) => string,
  passes: (record: RecordOf<E>, tools: RegisterTools) => boolean,
): RegisterFilter<E> {
  return {
    id,
    label,
    options: (tools) => [{ id: 'on', label: label(tools) }],
    matches: (record, _option, tools) => passes(record, tools),
  };
}

/** A column for a reference, with the names of what it points to: an id says nothing to anybody. */
export function namedColumn<E extends EntityType>(
  field: FieldName<E>,
  names: ReadonlyMap<string, string>,
): RegisterColumn<E> {
  const text = (record: RecordOf<E>): string => names.get(String(fieldValue(record, field) ?? '')) ?? '';
  return { id: field, field, width: 140, text, sortKey: (record) => text(record) || null };
}
