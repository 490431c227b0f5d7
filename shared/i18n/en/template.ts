import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/template.ts';

export default {
  copyTitle: 'Copy project',
  makeTitle: 'New project from a template',
  saveTitle: 'Save as template',
  planTitle: 'Plan from a day',
  plan: 'Plan',
  builtin: 'Built in',
  rename: 'Rename template',
  remove: 'Delete template',
  saved: 'Saved as template “{{name}}”',
  planned_one: '{{count}} task moved',
  planned_other: '{{count}} tasks moved',
  size_one: '{{tasks}} rows, {{count}} working day.',
  size_other: '{{tasks}} rows, {{count}} working days.',
  anchor: {
    label: 'Plan',
    start: 'from a start date',
    finish: 'back from a deadline',
    startOn: 'Start on',
    finishOn: 'Must be finished by',
  },
  outcome: {
    empty: 'No tasks, so there are no dates.',
    dates: 'Starts {{start}}, finishes {{finish}}',
    inPast:
      'It would have to start on {{start}}, which is past. Move the deadline, shorten tasks or add people.',
    tooLate: 'Tasks that have begun or are fixed make the plan end on {{finish}}, after the deadline.',
  },
  parts: {
    label: 'Include',
    plan: 'Plan (tasks and links)',
    resources: 'Resources, assignments and needs',
    scope: 'Scope',
    risks: 'Risks',
  },
  copyNote:
    'Dates keep their distance in working days. Progress, actual dates, baselines and promises to the client are not copied.',
  makeNote: 'Everything can be changed afterwards.',
  saveNote:
    'A template holds distances in working days, not dates; progress, actual dates, baselines and promises are left out.',
  planNoteFinish: 'Every task goes as late as its links allow. This can be undone.',
  planNoteStart: 'Every task goes as early as its links allow. This can be undone.',
  menu: {
    label: 'Templates and planning',
    copy: 'Copy project…',
    save: 'Save as template…',
    planFrom: 'Must be finished by…',
    fromTemplate: 'From a template',
  },
} as const satisfies Translated<typeof zhCN>;
