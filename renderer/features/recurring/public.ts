export { RecurringDialog } from './RecurringDialog.tsx';
