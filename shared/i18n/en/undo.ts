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
  reportWording: 'Edit words of report “{{name}}”',
  reportFreeze: 'Freeze report “{{name}}” as no. {{no}}',
  reportDraftMail: 'Make e-mail draft of report “{{name}}”',
  reportSent: 'Mark report “{{name}}” as sent',
  reportRelease: 'Show {{count}} tasks to the client',
  importProject: 'Import project “{{name}}”',
} as const;
