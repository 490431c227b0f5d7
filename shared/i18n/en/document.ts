import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/document.ts';

/** Words of every document: its frame, its e-mail, its comparison. */
export default {
  print: {
    draft: 'Draft',
    issue: 'No. {{no}} · Version {{version}}',
    dated: 'Date',
    internal: 'Internal, not for the client',
    confidential: 'For the use of {{client}} only',
    code: '{{code}} · Version {{version}}',
    yes: 'Yes',
    no: 'No',
    signName: 'Name',
    signRole: 'Position',
    signDate: 'Date',
    signTime: 'Signed at',
    signSeal: 'Seal',
    signedBy: 'Signature of {{name}}',
    signedOnPaper: 'Signed on paper; the photo is kept with this document.',
    signedLost: 'The picture of this signature cannot be read.',
    proof: 'Document code {{code}}, version {{version}}. Content SHA-256:',
  },
  side: { client: 'For the client', own: 'For us' },
  mail: {
    file: '{{title}} V{{version}} {{code}}',
    subject: '[{{project}}] {{title}} (version {{version}})',
    greeting: 'Dear {{name}},',
    greetingAll: 'Hello,',
    intro: 'Please find attached “{{title}}”, version {{version}} of {{date}}, code {{code}}.',
    replaces: 'It replaces the version sent before.',
    sign: 'Please check it, sign on the last page and return it; a photo on which the code {{code}} can be read is enough.',
    closing: 'Please contact us with any questions.',
    sent: 'Sent “{{title}}”, version {{version}}, {{code}}',
  },
  compare: {
    title: '{{title}}: changes from version {{before}} to {{after}}',
    titleNow: '{{title}}: changes since version {{before}}',
    count: 'Changes',
    none: 'Both say the same.',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved',
  },
} as const satisfies Translated<typeof zhCN>;
