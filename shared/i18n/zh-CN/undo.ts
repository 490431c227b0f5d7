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
  reportWording: '修改报告“{{name}}”的文字',
  reportFreeze: '报告“{{name}}”第 {{no}} 期定稿',
  reportDraftMail: '生成报告“{{name}}”的邮件草稿',
  reportSent: '报告“{{name}}”标记为已发送',
  reportRelease: '允许客户看到 {{count}} 个任务',
  importProject: '导入项目“{{name}}”',
} as const;
