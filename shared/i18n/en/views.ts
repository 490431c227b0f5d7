import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/views.ts';

export default {
  label: 'Views',
  more: 'View actions',
  reset: 'Reset view',
  saveAs: 'Save as view…',
  save: 'Save changes',
  rename: 'Rename view…',
  remove: 'Delete view',
  name: 'Name of the view',
  forAll: 'For all projects',
  nameMissing: 'Give the view a name.',
  nameTaken: 'There is already a view of this name.',
  saved: 'View “{{name}}” saved',
  removed: 'View “{{name}}” deleted',
  all: 'All',
  columns: {
    title: 'Columns',
    hint: 'Tick the columns to show. The arrow buttons, or Alt+↑ and Alt+↓, change their order; widths are in pixels.',
    shown: 'Shown',
    more: 'More columns',
    width: 'Width of “{{name}}”',
    up: 'Move “{{name}}” left',
    down: 'Move “{{name}}” right',
  },
} as const satisfies Translated<typeof zhCN>;
