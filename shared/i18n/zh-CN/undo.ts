/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新建{{entity}}“{{name}}”',
  update: '修改{{entity}}“{{name}}”',
  remove: '删除{{entity}}“{{name}}”',
  restore: '恢复{{entity}}“{{name}}”',
  importProject: '导入项目“{{name}}”',
  sampleCreate: '创建示例项目',
  sampleRemove: '移除示例项目',
} as const;
