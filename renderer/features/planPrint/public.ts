/** The plan on paper: preview, PDF, pictures. */
export { PrintGanttDialog, type PrintGanttDialogProps } from './PrintGanttDialog.tsx';
