/** What is due over all projects. */
export { TodayScreen } from './TodayScreen.tsx';
