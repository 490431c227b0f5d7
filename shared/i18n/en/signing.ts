import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/signing.ts';

export default {
  title: 'Sign: {{name}} (version {{version}})',
  sign: 'Sign',
  done: '{{name}} has signed',
  otherPerson: 'Somebody else (type the name)',
  stale: 'The content has changed since this was issued. Issue a new version, then sign that one.',
  changedSince:
    'The content has changed since signing. The signed version stays as it is; for what is different now, issue the next version and have it signed.',
  signedBefore: 'Both sides signed version {{version}}; this version is not signed by both yet.',
  gaps: 'Before it can be signed:',
  seal: 'Seal {{seal}}…',
  pictureOf: 'Signature of {{name}}',
  contactGone: 'This contact is in the trash; the signature holds all the same.',
  stateOf: 'Version {{version}} · {{state}}',
  state: {
    notIssued: 'Not issued',
    unsigned: 'Not signed',
    partly: 'Signed by one side',
    signed: 'Signed by both sides',
    paper: 'Signed on paper',
    outdated: 'Changed since signing',
  },
  side: { client: 'Client: {{name}}', own: 'Ourselves' },
  waiting: { client: 'Waiting for the client’s signature.', own: 'Waiting for our own signature.' },
  method: { draw: 'Draw', type: 'Type', paper: 'On paper' },
  pad: {
    empty: 'Box for the signature, empty',
    drawn: 'Box for the signature, signed',
    hint: 'Sign here',
    back: 'Take back a stroke',
    clear: 'Clear',
  },
  typed: { agree: 'I sign by typing my name; it counts like my handwritten signature' },
  paper: {
    how: 'Print the document, both sign on paper, take a photo of the signed page, and copy the code from its foot.',
    code: 'Code at the foot of the page',
    photo: 'Photo of the signed page',
    chosen: 'Chosen: {{name}}',
  },
  condition: {
    title: 'Before signing',
    read: 'The document was read to its end',
    name: 'The name was entered',
    given: 'The signature was given',
    met: '(done)',
    open: '(open)',
  },
  verify: {
    button: 'Verify signatures',
    explain: 'Holds every signature, document and picture against what it was.',
    ok: 'All as they were: {{signatures}} signatures, {{documents}} documents.',
    found_one: '{{count}} thing is not what it was:',
    found_other: '{{count}} things are not what they were:',
    fields: 'Altered: {{fields}}',
    SEAL_BROKEN: '“{{title}}”, version {{version}}: the signature of {{name}} ({{who}}) was altered',
    ROW_ALTERED:
      '“{{title}}”, version {{version}}: the signature of {{name}} ({{who}}) is not what the log says',
    ROW_MISSING: '“{{title}}”, version {{version}}: the signature of {{name}} ({{who}}) is gone',
    DOCUMENT_ALTERED: '“{{title}}”, version {{version}}: the content was altered',
    DOCUMENT_MISSING: '“{{title}}”, version {{version}} is gone',
    OTHER_CONTENT: '“{{title}}”, version {{version}}: {{name}} ({{who}}) signed another content',
    IMAGE_MISSING: '“{{title}}”, version {{version}}: the picture of {{name}}’s signature ({{who}}) is gone',
    IMAGE_ALTERED:
      '“{{title}}”, version {{version}}: the picture of {{name}}’s signature ({{who}}) was altered',
  },
} as const satisfies Translated<typeof zhCN>;
