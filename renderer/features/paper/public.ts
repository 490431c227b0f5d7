/** Paper on the screen: pages as they will be printed, and the e-mail that carries them. */
export { default as paper } from './list.module.css';
export { MailDialog, type MailDialogProps } from './MailDialog.tsx';
export { PagePreview, type PagePreviewProps } from './PagePreview.tsx';
export { useZoom, ZoomBar } from './ZoomBar.tsx';
