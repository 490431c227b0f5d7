/** The design system: the only door to it, and the only folder that knows the component library. */
export { announce } from './Announcer.tsx';
export * from './Button.tsx';
export * from './Choice.tsx';
export { cx } from './classes.ts';
export * from './DateField.tsx';
export * from './Dialog.tsx';
export { ErrorBoundary, type ErrorBoundaryProps } from './ErrorBoundary.tsx';
export * from './Field.tsx';
export { type CopiedTable, copyTable, setCopied } from './grid/copy.ts';
export { DataGrid } from './grid/DataGrid.tsx';
export { GridHead } from './grid/GridHead.tsx';
export { GridRow } from './grid/GridRow.tsx';
export { fromTsv } from './grid/tsv.ts';
export type { CellEditor, Column, DataGridProps, Sort, TreeShape } from './grid/types.ts';
export { useGrid } from './grid/useGrid.ts';
export { Kbd } from './Kbd.tsx';
export { composing } from './keys.ts';
export * from './Menu.tsx';
export * from './Misc.tsx';
export * from './MoneyField.tsx';
export * from './Overlays.tsx';
export * from './Palette.tsx';
export * from './SealedField.tsx';
export * from './Splitter.tsx';
export * from './Structure.tsx';
export { showToast, TOAST_MS, type ToastContent } from './Toast.tsx';
export * from './Tooltip.tsx';
export {
  type Density,
  rowHeights,
  UiProvider,
  type UiProviderProps,
  useRowHeight,
  useToday,
} from './UiProvider.tsx';
