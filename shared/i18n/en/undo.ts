/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: 'New {{entity}} “{{name}}”',
  update: 'Change {{entity}} “{{name}}”',
  remove: 'Delete {{entity}} “{{name}}”',
  restore: 'Restore {{entity}} “{{name}}”',
  planShift: 'Move tasks ({{count}})',
  planResize: 'Change the duration of “{{name}}”',
  planReorder: 'Reorder rows ({{count}})',
  planIndent: 'Indent tasks ({{count}})',
  planOutdent: 'Outdent tasks ({{count}})',
  planRemove: 'Delete tasks ({{count}})',
  planPaste: 'Paste tasks ({{count}})',
  planLink: 'Link “{{from}}” → “{{to}}”',
  planEditLink: 'Change the link “{{from}}” → “{{to}}”',
  planUnlink: 'Unlink “{{from}}” → “{{to}}”',
  planPredecessors: 'Change predecessors of “{{name}}”',
  planCalendar: 'Change the working calendar',
} as const;
