/** Client reports: list, composer with preview, freezing, PDF and e-mail draft. */
export { ReportScreen, type ReportScreenProps } from './ReportScreen.tsx';
export { ReportsScreen, type ReportsScreenProps } from './ReportsScreen.tsx';
