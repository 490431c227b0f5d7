/** What a file that the user hands over is. */
export const ATTACHMENT_KINDS = [
  'file',
  'photo',
  'voucher',
  'requirement_document',
  'tender',
  'specification',
  'contract',
] as const;

export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];
