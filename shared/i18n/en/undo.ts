/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: 'New {{entity}} “{{name}}”',
  update: 'Change {{entity}} “{{name}}”',
  remove: 'Delete {{entity}} “{{name}}”',
  restore: 'Restore {{entity}} “{{name}}”',
  removeMany: 'Delete {{count}} records: {{entity}}',
  riskReview: 'Review risk “{{name}}”',
  riskOccur: 'Risk “{{name}}” has occurred',
  riskChecklist: 'Add {{count}} risks from the checklist',
  stepDone: 'Done: “{{name}}”',
  stepReopened: 'Reopened: “{{name}}”',
  importProject: 'Import project “{{name}}”',
} as const;
