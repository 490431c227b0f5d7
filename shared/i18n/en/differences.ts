import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/differences.ts';

export default {
  title: 'Different dates',
  banner_one: 'Dates are as in the file; Milepost would place {{count}} task differently.',
  banner_other: 'Dates are as in the file; Milepost would place {{count}} tasks differently.',
  bannerOwn_one: 'Dates stay as they were entered; Milepost would place {{count}} task differently.',
  bannerOwn_other: 'Dates stay as they were entered; Milepost would place {{count}} tasks differently.',
  circle: 'Links run in a circle, so nothing can be scheduled: {{path}}. Dates stay as they are.',
  look: 'Look at the differences',
  intro:
    'On the left are the dates as they are, on the right those that follow from links, calendars and constraints. Tasks marked “Stay” keep their dates, by a constraint or scheduled by hand; the others move to the right-hand dates.',
  none: 'No differences: all dates are as calculated.',
  shown: 'The first {{shown}} of {{total}} are listed; those not listed move.',
  column: { stay: 'Stay', task: 'Task', stored: 'Now', ours: 'Scheduled', reason: 'Reason' },
  stayAll: 'All stay',
  moveAll: 'All move',
  keep: 'Keep all as they are',
  apply: 'Schedule automatically',
  summary: '{{moving}} move, {{staying}} stay',
  span: '{{start}} to {{finish}}',
  cause: {
    link: 'Link',
    constraint: 'Constraint',
    progress: 'Actual progress',
    follows: 'Follows a task that moves',
    resource: 'Work or calendar of a resource',
    calendar: 'The calendar gives another finish',
    free: 'Nothing in the plan holds it at its date (an old value, or moved by hand)',
  },
  setting: 'Schedule dates automatically',
  settingHint: 'On: dates follow from links, calendars and constraints. Off: dates stay as they are.',
} satisfies Translated<typeof zhCN>;
