/** Clients: list, page with contacts and contact history, dialogs. */
export { CaptureForm, type CaptureFormProps, nowLocal } from './CaptureForm.tsx';
export { ClientScreen } from './ClientScreen.tsx';
export { ClientsScreen } from './ClientsScreen.tsx';
export { NewClientDialog } from './NewClientDialog.tsx';
export { QuickCaptureDialog } from './QuickCaptureDialog.tsx';
