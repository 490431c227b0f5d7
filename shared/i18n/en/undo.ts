/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: 'New {{entity}} “{{name}}”',
  update: 'Change {{entity}} “{{name}}”',
  remove: 'Delete {{entity}} “{{name}}”',
  restore: 'Restore {{entity}} “{{name}}”',
  importProject: 'Import project “{{name}}”',
  sampleCreate: 'Create sample project',
  sampleRemove: 'Remove sample project',
} as const;
