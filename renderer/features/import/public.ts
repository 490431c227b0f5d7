/** Import of project files: the screen, and the report that stays with the project. */
export { ImportReportButton } from './ImportReportButton.tsx';
export { ImportReportView, type ImportReportViewProps } from './ImportReportView.tsx';
export { ImportScreen, type ImportScreenProps } from './ImportScreen.tsx';
