/** Client reports: list, composer with preview, freezing, PDF and e-mail draft. */
export { ReportScreen, type ReportScreenProps } from './ReportScreen.tsx';
export {
  ProjectReportsScreen,
  type ProjectReportsScreenProps,
  ReportsScreen,
  type ReportsScreenProps,
} from './ReportsScreen.tsx';
