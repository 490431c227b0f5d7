/** MS-3: signing documents, where that stands, and proving it. */
export { SignDialog } from './SignDialog.tsx';
export { SigningBadge, SignState } from './SignState.tsx';
export { SigningCard } from './SigningCard.tsx';
export { VerifyPanel } from './VerifyPanel.tsx';
