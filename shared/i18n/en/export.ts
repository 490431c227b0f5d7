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
  },
} as const satisfies Translated<typeof zhCN>;
