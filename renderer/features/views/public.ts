/** Saved views of any list. */
export { ColumnsDialog, type OfferedColumn } from './ColumnsDialog.tsx';
export { clampWidth, columnsOf, knownColumns, type ShownColumn } from './columns.ts';
export { useViews, type Views, type ViewsOf } from './useViews.ts';
export { ViewBar } from './ViewBar.tsx';
