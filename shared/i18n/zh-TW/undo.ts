/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新增{{entity}}「{{name}}」',
  update: '修改{{entity}}「{{name}}」',
  remove: '刪除{{entity}}「{{name}}」',
  restore: '還原{{entity}}「{{name}}」',
  importProject: '匯入專案「{{name}}」',
  sampleCreate: '建立範例專案',
  sampleRemove: '移除範例專案',
} as const;
