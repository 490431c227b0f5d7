/** Documents: the button that opens one, and the register of all that were issued. */
export { Attachments, type AttachmentsProps } from './Attachments.tsx';
export { DocumentButton, type DocumentButtonProps } from './DocumentButton.tsx';
export { DocumentsScreen, type DocumentsScreenProps } from './DocumentsScreen.tsx';
export { Outdated, type OutdatedProps } from './Outdated.tsx';
