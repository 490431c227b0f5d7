import type { ReactNode } from 'react';

/** The part of an item's text that is shown in one place. */
export interface Part {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
}

export interface FlowTable {
  readonly id: string;
  readonly className: string;
  /** `col` elements; the layout is fixed, so that columns are as wide on every page. */
  readonly columns: ReactNode;
  readonly head: ReactNode;
  readonly label: string;
}

/** A piece of the report that stays together, or a text that may go on on the next page. */
export interface FlowItem {
  readonly id: string;
  readonly keepNext?: boolean;
  /** The item is a `tr` of this table. */
  readonly table?: FlowTable;
  /** Text that may be cut; the element that shows it carries `data-split`. */
  readonly text?: string;
  readonly render: (part: Part) => ReactNode;
}
