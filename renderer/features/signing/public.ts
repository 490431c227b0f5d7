/** MS-3: signing documents, where that stands, and proving it. */
export { SignDialog } from './SignDialog.tsx';
export { SigningCard } from './SigningCard.tsx';
export { SigningBadge, SignState } from './SignState.tsx';
export { VerifyPanel } from './VerifyPanel.tsx';
