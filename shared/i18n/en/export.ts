import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/export.ts';

export default {
  button: 'Export…',
  mspdi: 'Microsoft Project XML (.xml)',
  gan: 'GanttProject (.gan)',
  ics: 'Calendar of milestones (.ics)',
  writing: 'Writing the file',
  saved: '“{{name}}” was saved.',
  lostTitle: 'What this format has no room for',
  lostHint:
    'The file was saved. What is listed here has no place in the format; in this plan it stays as it is.',
  lost: {
    timesOfDay: 'Times of day: tasks that keep only their date: {{count}}',
    partDays: 'Durations of part of a day, counted as whole days: {{count}}',
    constraints: 'Constraints other than “start no earlier than”: {{count}}',
    deadlines: 'Deadlines: {{count}}',
    taskCalendars: 'Tasks with a calendar of their own, which follow the project’s there: {{count}}',
    lags: 'Links whose lag was rounded to whole days: {{count}}',
    inactive: 'Inactive tasks, which are ordinary ones there: {{count}}',
    blankRows: 'Blank rows: {{count}}',
    baselines: 'Baselines beyond the eleven the format holds: {{count}}',
    fields: 'Custom fields beyond the ten the format holds: {{count}}',
    buffers: 'Buffers, which are ordinary tasks there: {{count}}',
    commitments: 'Contract milestones and promises: {{count}}',
    parties: 'Parties of tasks (subcontractor, supplier, client): {{count}}',
    responsible: 'Responsible persons who are not assigned as a resource: {{count}}',
    scope: 'Links to the agreed scope: {{count}}',
    terms: 'Deliverable, payment stage or expectation of a task: {{count}}',
    clientTexts: 'What the client sees, and in which words: {{count}}',
    series: 'Rules of recurring tasks; their single tasks are there: {{count}}',
  },
} as const satisfies Translated<typeof zhCN>;
