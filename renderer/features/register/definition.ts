/**
 * What one register looks like. Names, values, editors and validation come from the entity definition;
 * here stands only what a register chooses: which columns, filters and sections, and its special widgets.
 */
import type { ComponentType, ReactNode } from 'react';
import type { RegisterTools } from '#renderer/records/tools.ts';
import type { CreateInput, EntityType, FieldName, Patch, RecordOf } from '#shared/model/registry.ts';
import type { SortKey } from './rows.ts';
import type { RegisterScope } from './scope.ts';

export interface RegisterColumn<E extends EntityType> {
  readonly id: string;
  /** Header, text and sort key come from the field unless given. */
  readonly field?: FieldName<E>;
  readonly header?: (tools: RegisterTools) => string;
  readonly width: number;
  readonly grow?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  readonly text?: (record: RecordOf<E>, tools: RegisterTools) => string;
  readonly render?: (record: RecordOf<E>, tools: RegisterTools) => ReactNode;
  readonly sortKey?: (record: RecordOf<E>, tools: RegisterTools) => SortKey;
  readonly rowHeader?: boolean;
}

export interface FilterOption {
  readonly id: string;
  readonly label: string;
}

export interface RegisterFilter<E extends EntityType> {
  readonly id: string;
  readonly label: (tools: RegisterTools) => string;
  readonly options: (tools: RegisterTools, records: readonly RecordOf<E>[]) => readonly FilterOption[];
  readonly matches: (record: RecordOf<E>, option: string, tools: RegisterTools) => boolean;
}

/** A missing thing that keeps a record from a status, and the field that provides it. */
export interface StatusProblem {
  readonly text: string;
  readonly field: string;
}

export interface RegisterWorkflow<E extends EntityType> {
  readonly field: FieldName<E>;
  readonly next: (record: RecordOf<E>) => string | null;
  readonly problems: (record: RecordOf<E>, to: string, tools: RegisterTools) => readonly StatusProblem[];
  /** Statuses that only an act of their own reaches; not offered in the choice. */
  readonly hidden?: readonly string[];
}

export interface WidgetProps<E extends EntityType> {
  readonly record: RecordOf<E>;
  /** Saves; resolves with the text of the error, or null. */
  readonly save: (patch: Patch<E>) => Promise<string | null>;
  /** Scrolls to a field of the panel and puts the focus into it. */
  readonly goTo: (field: string) => void;
}

export type SectionItem<E extends EntityType> =
  | FieldName<E>
  | { readonly id: string; readonly widget: ComponentType<WidgetProps<E>> };

export interface RegisterSection<E extends EntityType> {
  readonly id: string;
  readonly title: (tools: RegisterTools) => string;
  readonly items: readonly SectionItem<E>[];
}

export interface RegisterDefinition<E extends EntityType> {
  readonly entity: E;
  /** Letter of the short number: R for R-12. */
  readonly prefix: string;
  readonly columns: readonly RegisterColumn<E>[];
  readonly filters: readonly RegisterFilter<E>[];
  readonly sections: readonly RegisterSection<E>[];
  readonly initialSort: { readonly column: string; readonly descending: boolean };
  /** What one line of text makes a new record. */
  readonly quickAdd: (
    text: string,
    projectId: string,
    tools: RegisterTools,
    scope: RegisterScope,
  ) => CreateInput<E>;
  readonly quickLabel: (tools: RegisterTools) => string;
  /** The screen has a line of its own for new records. */
  readonly quickHidden?: boolean;
  /** One sentence that teaches what the register is for. */
  readonly emptyText: (tools: RegisterTools) => string;
  readonly workflow?: RegisterWorkflow<E>;
  /** Fields of one line that need no label beside a widget of the same name, and hints below fields. */
  readonly hints?: Partial<Record<FieldName<E>, (tools: RegisterTools) => string>>;
  /** The documents about a record are shown by a widget; the panel adds no buttons for them. */
  readonly ownDocuments?: boolean;
  /** Of amounts of money; the project's. */
  readonly currency?: string;
  /** Copies a record and returns the id of the copy; the generic copy takes all fields. */
  readonly duplicate?: (record: RecordOf<E>, title: string) => Promise<string>;
}

/** Field of any record by name. */
export function fieldValue(record: object, field: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[field];
}
