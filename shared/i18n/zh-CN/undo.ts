/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新建{{entity}}“{{name}}”',
  update: '修改{{entity}}“{{name}}”',
  remove: '删除{{entity}}“{{name}}”',
  restore: '恢复{{entity}}“{{name}}”',
  removeMany: '删除 {{count}} 条{{entity}}',
  riskReview: '评审风险“{{name}}”',
  riskOccur: '风险“{{name}}”已发生',
  riskChecklist: '从清单添加 {{count}} 条风险',
  stepDone: '完成“{{name}}”',
  stepReopened: '重新打开“{{name}}”',
  importProject: '导入项目“{{name}}”',
} as const;
