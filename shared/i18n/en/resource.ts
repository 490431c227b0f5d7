import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/resource.ts';

export default {
  heading: 'Resources',
  tabs: {
    list: 'People and equipment',
    load: 'Load',
    needs: 'Needs',
  },
  capacity: 'Capacity',
  amount: 'Quantity',
  delivery: 'Delivery',
  warnedOnly: 'With warnings only',
  hours: '{{hours}} h',
  hint: {
    maxUnits: '1 is one person or machine full time; a crew of three is 3, half days are 0.5.',
    calendar: 'Works on the project calendar if left empty.',
    unit: 'What a material is counted in, such as m³, t, sets.',
    neededOn: 'Follows the start of the task if left empty.',
  },
  quick: {
    resource: 'Add a person, machine or material, then Enter',
    need: 'Add a material or machine that is needed, then Enter',
  },
  empty: {
    list: 'List the people, machines and materials of the project, then assign them to tasks in the plan. The load page tells you who has too much to do.',
    load: 'No people or equipment yet. Add them under “People and equipment”, then assign them to tasks in the plan.',
    needs:
      'List materials and machines that have to be there, their task and supplier. They appear under Today when due, with a warning if delivery is late.',
  },
  warning: {
    missing: 'Overdue',
    late: 'Delivery too late',
    afterTask: 'After task start',
  },
  explain: {
    missing: 'The day has passed and it is not there. Press the supplier, or move the task.',
    late: 'The expected delivery is after the day it is needed. Agree on another date, or move the task.',
    afterTask:
      'The task starts on {{start}}, before the date given here. Change the date, or clear it to follow the task.',
  },
  need: {
    noDate: 'No date yet. Enter the day it is needed, or choose its task.',
    follows: 'Needed on {{date}}, following the start of “{{task}}”.',
    own: 'Needed on {{date}}.',
  },
  load: {
    unit: 'Time unit',
    day: 'By day',
    week: 'By week',
    earlier: 'Earlier',
    later: 'Later',
    from: 'From',
    today: 'Today',
    across: 'Count the same people in other projects',
    resize: 'Resize the list of tasks',
    label: 'Load against capacity',
    legend:
      'Bar = hours; dashed line = capacity; hatching and “!” = more than the capacity of a day. Press Enter for the tasks behind it.',
    cell: '{{name}}, {{days}}: {{load}} of {{capacity}} hours',
    cellOver: '{{name}}, {{days}}: {{load}} of {{capacity}} hours, over-allocated',
    also: 'Also in {{projects}}',
    fine: 'Nobody has more work than time.',
    showAll_one: 'Show all {{count}}',
    showAll_other: 'Show all {{count}}',
    overload_one: '{{name}} is over-allocated on {{first}}: {{load}} h with a capacity of {{capacity}} h.',
    overload_other:
      '{{name}} is over-allocated on {{count}} days from {{first}}; most on {{worst}}: {{load}} h with a capacity of {{capacity}} h.',
    show: 'Show',
    showOf: 'Show the worst day of {{name}}',
    sum: '{{load}} h of work, capacity {{capacity}} h',
    over: 'Over-allocated',
    noTasks: 'No work in this time.',
    causes: 'Tasks behind the load',
  },
  task: {
    heading: 'Resources',
    add: 'Assign a person or machine',
    addNew: 'Create and assign',
    unitsOf: 'Units of {{name}}',
    amountOf: 'Quantity of {{name}}',
    workOf: 'Work of {{name}}',
    remove: 'Take {{name}} off the task',
    badUnits: 'Write it as 50% or 100%.',
    badHours: 'Write hours, such as 16.',
  },
} as const satisfies Translated<typeof zhCN>;
