import type { KeyboardEvent, ReactNode, Ref } from 'react';

export interface CellEditor<Row> {
  /** What the editor starts with. */
  readonly text: (row: Row) => string;
  /**
   * Takes what was typed. Returns the reason, in the user's language, if it refuses;
   * the editor then stays open and shows it.
   */
  readonly commit: (row: Row, text: string) => string | undefined;
  /** False where this row's value is not the user's to change (a summary's dates). */
  readonly enabled?: (row: Row) => boolean;
}

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Pixels. `grow` columns take what is left over. */
  readonly width: number;
  readonly grow?: boolean;
  readonly align?: 'start' | 'end' | 'center';
  /** The cell as text: copied, read out, and shown unless `render` is given. */
  readonly text: (row: Row) => string;
  readonly render?: (row: Row) => ReactNode;
  readonly edit?: CellEditor<Row>;
  readonly sortable?: boolean;
  /** Names the row for screen readers; one per grid, usually the name. */
  readonly rowHeader?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface TreeShape<Row> {
  /** 1 for a root. */
  readonly level: (row: Row) => number;
  /** Undefined for a leaf. */
  readonly expanded: (row: Row) => boolean | undefined;
  readonly onToggle: (row: Row, expanded: boolean) => void;
  /** Column that shows the indent and folds with ← and →; the first if not given. */
  readonly column?: string;
}

/** Row and column of the active cell; row -1 is the header. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** In display order: the owner sorts, filters and leaves out what is collapsed. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Makes it a treegrid; the first column shows the indent. */
  readonly tree?: TreeShape<Row>;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (selection: ReadonlySet<string>) => void;
  readonly multiple?: boolean;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** A column is dragged to a width, px. */
  readonly onResize?: (column: string, width: number) => void;
  /** Enter on a cell that cannot be edited, Ctrl+Enter and double click on any. */
  readonly onOpen?: (row: Row) => void;
  /** Space. */
  readonly onPeek?: (row: Row) => void;
  /** Follows the active row, so that a panel can show it. */
  readonly onActiveRow?: (row: Row | null) => void;
  readonly onDelete?: (ids: readonly string[]) => void;
  /** Cells from the clipboard, to be put in from the given row and column on. */
  readonly onPaste?: (
    cells: readonly (readonly string[])[],
    at: { readonly row: Row; readonly column: string },
  ) => void;
  /** Sees keys before the grid; `preventDefault` keeps the grid out. Not called while composing or editing. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  /** Shown in place of rows. */
  readonly empty?: ReactNode;
  /** The scrolling element, for what scrolls along (a timeline). Rows have the height of `useRowHeight`. */
  readonly scrollRef?: Ref<HTMLDivElement>;
}
