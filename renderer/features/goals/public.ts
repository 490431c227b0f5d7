/** What was agreed with the client: goals, charter, adjustments, delay notices, signatures. */
export { SigningCard, SignState } from '../signing/public.ts';
export { GoalsScreen } from './GoalsScreen.tsx';
