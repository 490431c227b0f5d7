/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新增{{entity}}「{{name}}」',
  update: '修改{{entity}}「{{name}}」',
  remove: '刪除{{entity}}「{{name}}」',
  restore: '還原{{entity}}「{{name}}」',
  removeMany: '刪除 {{count}} 筆{{entity}}',
  riskReview: '審查風險「{{name}}」',
  riskOccur: '風險「{{name}}」已發生',
  riskChecklist: '從清單新增 {{count}} 筆風險',
  stepDone: '完成「{{name}}」',
  stepReopened: '重新開啟「{{name}}」',
  importProject: '匯入專案「{{name}}」',
} as const;
