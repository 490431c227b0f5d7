import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/settings.ts';

export default {
  look: 'Appearance and language',
  company: 'Company and user',
  companyAdd: 'Enter your company',
  companyNew: 'My company',
  userName: 'Your name',
  userNameHint: 'Stands below reports and e-mails.',
  logo: 'Logo',
  logoShown: 'The current logo',
  logoRemove: 'Remove logo',
  logoDrop: 'Drop or choose a logo',
  logoHint: 'PNG or JPEG, at most 500 kB; larger pictures are made smaller.',
  logoProblem: {
    type: 'This is not a PNG or JPEG picture. Choose a file of one of these kinds.',
    unreadable: 'This picture cannot be read; the file may be damaged. Choose another one.',
    size: 'The picture is still larger than 500 kB after making it smaller. Choose a simpler one.',
  },
  data: 'Data and backup',
  dataHint: 'All your data is in this folder:',
  lastBackup: 'Last backup: {{when}} ({{age}})',
  noBackup: 'No backup yet',
  warnReserve: 'The disk is nearly full and the reserve for that case is gone. Free some space.',
  warnReplaced:
    'The data file was replaced while the app was running. Close the app and look at the data folder before you open it again.',
  sample: 'Sample data',
  sampleHint: 'The sample client and project are there to try things out. They can be removed at once.',
  sampleRemove: 'Remove sample',
  sampleAsk: 'Remove the sample data?',
  sampleAskHint: 'The sample client and its project go to the trash. Your own data is not affected.',
  sampleGone: 'The sample data is in the trash.',
  about: 'About Milepost',
  version: 'Version {{version}}',
  offline: 'Works entirely offline and contacts no server.',
  licences: 'Included parts and their licences',
} as const satisfies Translated<typeof zhCN>;
