/** Dialogs that commands open from anywhere. */
export { Dialogs } from './Dialogs.tsx';
