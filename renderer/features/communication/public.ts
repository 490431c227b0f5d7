/** Communication with the client: plan, log, meetings, promises, decisions, and what he does not know yet. */
export { CommunicationScreen } from './CommunicationScreen.tsx';
export { LastContactBadge } from './LastContactBadge.tsx';
export { PromiseDialog, type PromiseDraft } from './PromiseDialog.tsx';
export { PromiseRateText } from './PromiseRateText.tsx';
