/** A project as a file for other programs. Keys of `lost` are the codes of what a format cannot say. */
export default {
  button: '导出…',
  mspdi: 'Microsoft Project XML（.xml）',
  gan: 'GanttProject（.gan）',
  ics: '里程碑日历（.ics）',
  writing: '正在写入文件',
  saved: '已保存“{{name}}”。',
  lostTitle: '该格式无法保存的内容',
  lostHint: '文件已保存。以下内容该格式没有位置，它们在这里保持不变。',
  lost: {
    timesOfDay: '任务的开始时刻：{{count}} 项任务只保留日期',
    partDays: '不足整天的工期：{{count}} 项任务按整天计',
    constraints: '约束：{{count}} 项（仅“不得早于…开始”可保留）',
    deadlines: '截止日期：{{count}} 项',
    taskCalendars: '任务自己的日历：{{count}} 项任务改用项目日历',
    lags: '间隔：{{count}} 条关系按整天计',
    inactive: '停用的任务：{{count}} 项会显示为普通任务',
    blankRows: '空行：{{count}} 行',
    baselines: '基准：最多十一个，缺 {{count}} 个',
    fields: '自定义字段：最多十个，缺 {{count}} 个',
  },
} as const;
