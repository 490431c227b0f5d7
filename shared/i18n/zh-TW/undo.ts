/** What an entry of the history is called: undo buttons, toasts, history lists. */
export default {
  create: '新增{{entity}}「{{name}}」',
  update: '修改{{entity}}「{{name}}」',
  remove: '刪除{{entity}}「{{name}}」',
  restore: '還原{{entity}}「{{name}}」',
  planShift: '移動 {{count}} 項任務',
  planResize: '調整「{{name}}」的工期',
  planReorder: '調整 {{count}} 列的位置',
  planIndent: '降階 {{count}} 項任務',
  planOutdent: '升階 {{count}} 項任務',
  planRemove: '刪除 {{count}} 項任務',
  planPaste: '貼上 {{count}} 項任務',
  planLink: '連結「{{from}}」→「{{to}}」',
  planEditLink: '修改連結「{{from}}」→「{{to}}」',
  planUnlink: '取消連結「{{from}}」→「{{to}}」',
  planPredecessors: '修改「{{name}}」的前置任務',
  planCalendar: '修改專案工作行事曆',
} as const;
