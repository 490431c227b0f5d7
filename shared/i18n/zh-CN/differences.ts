/** Dates that an imported plan keeps although the calculation gives others. */
export default {
  title: '日期差异',
  banner_other: '日期与文件一致；若由 Milepost 排程，有 {{count}} 项任务的日期会不同。',
  circle: '关系成环，无法排程：{{path}}。日期保持不变。',
  look: '查看差异',
  intro:
    '左边是现在的日期，右边是按关系、日历和约束排出的日期。勾选“不动”的任务保持原日期（加约束或改为手动），其余任务移到右边的日期。',
  none: '没有差异：所有日期都与计算一致。',
  shown: '列出前 {{shown}} 项，共 {{total}} 项；未列出的会移动。',
  column: { stay: '不动', task: '任务', stored: '现在', ours: '排程后', reason: '原因' },
  stayAll: '全部不动',
  moveAll: '全部移动',
  keep: '保持原样',
  apply: '开始自动排程',
  summary: '移动 {{moving}} 项，不动 {{staying}} 项',
  span: '{{start}} 至 {{finish}}',
  cause: {
    link: '任务关系',
    constraint: '约束',
    progress: '实际进度',
    follows: '随前置任务移动',
    resource: '资源的工时或日历',
    calendar: '日历给出另一个完成时间',
    free: '计划中没有什么固定它的日期（可能是旧值或手工移动）',
  },
  setting: '日期自动排程',
  settingHint: '开启后，日期随关系、日历和约束变化；关闭后，日期保持不变。',
} as const;
