import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/onboarding.ts';

export default {
  welcome: 'Welcome to Milepost',
  intro:
    'Clients, projects, plans, risks and client reports, all on this computer. It works without a connection.',
  step: 'Step {{step}} of 3',
  language: 'Which language do you use?',
  company: 'What is your company called?',
  companyHint: 'Printed at the top of reports. You can change it later in Settings.',
  start: 'How do you want to start?',
  startSample: 'With a sample project',
  startEmpty: 'From scratch',
  startFile: 'By importing a Microsoft Project XML file',
  sampleHint: 'A complete project to play with. You can remove it in one step.',
  fileHint: 'In Microsoft Project, use Save As and choose XML to get such a file.',
  working: 'Getting ready…',
  finish: 'Start',
  checklist: 'First steps',
  check: {
    client: 'Add your first client',
    note: 'Log a contact',
    project: 'Create your first project',
    plan: 'Add tasks to its plan',
    backup: 'Make your first backup',
    done: 'Done: {{step}}',
  },
} as const satisfies Translated<typeof zhCN>;
