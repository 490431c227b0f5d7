/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新建{{entity}}“{{name}}”',
  update: '修改{{entity}}“{{name}}”',
  remove: '删除{{entity}}“{{name}}”',
  restore: '恢复{{entity}}“{{name}}”',
  planShift: '移动 {{count}} 项任务',
  planResize: '调整“{{name}}”的工期',
  planReorder: '调整 {{count}} 行的位置',
  planIndent: '降级 {{count}} 项任务',
  planOutdent: '升级 {{count}} 项任务',
  planRemove: '删除 {{count}} 项任务',
  planPaste: '粘贴 {{count}} 项任务',
  planLink: '链接“{{from}}”→“{{to}}”',
  planEditLink: '修改链接“{{from}}”→“{{to}}”',
  planUnlink: '取消链接“{{from}}”→“{{to}}”',
  planPredecessors: '修改“{{name}}”的前置任务',
  planCalendar: '修改项目工作日历',
} as const;
