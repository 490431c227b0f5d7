import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/project.ts';

export default {
  find: 'Find a project',
  empty: 'A project holds its plan, risks and reports. Create one, or import a Microsoft Project XML file.',
  statusName: 'Status',
  status: {
    late: 'Late',
    attention: 'Needs attention',
    onTrack: 'On track',
    closed: 'Closed',
  },
  progress: 'Progress',
  nextMilestone: 'Next milestone',
  nextReport: 'Next report',
  openRisks: 'Open risks',
  highRisks_one: '{{count}} of them high',
  highRisks_other: '{{count}} of them high',
  noTasks: 'No tasks',
  tasksDone: '{{done}} of {{count}} tasks done',
  noDate: 'No date',
  facts: 'Project facts',
  datesAndReports: 'Dates and reports',
  statusHint: 'Progress is measured at this day; today if left empty.',
  clientExample: 'Choose a client or type a new name',
  clientNew: 'Client “{{name}}” will be created too.',
  create: 'Create project',
  delete: 'Delete project',
  preset: {
    standard: 'Five days (Mon–Fri, 8–12, 13–17)',
    sixDay: 'Six days (Mon–Sat, 8–12, 13–17)',
    sevenDay: 'Seven days (8–12, 13–17)',
    allDay: 'Round the clock',
    nightShift: 'Night shift (Mon–Fri, 23–8)',
  },
} as const satisfies Translated<typeof zhCN>;
