import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/portfolio.ts';

export default {
  column: {
    due: '預計日期',
    name: '里程碑',
    planned: '基準日期',
    slip: '偏差',
  },
  slip: {
    onTime: '準時',
    late_other: '晚 {{count}} 天',
    early_other: '早 {{count}} 天',
  },
  noDay: '未定日期',
  overdue: '已過期',
  allClients: '全部客戶',
  noMilestones: '還沒有未完成的里程碑。在計畫中新增里程碑後，所有專案的里程碑都列在這裡。',
  noneFits: '沒有符合篩選的里程碑。',
  count_other: '{{count}} 個里程碑',
  periodLabel: '時段',
  period: {
    all: '全部',
    overdue: '已過期',
    days30: '30 天內',
    days90: '90 天內',
    year: '一年內',
    undated: '未定日期',
  },
  find: '尋找里程碑',
  cut: '只列出最早的 {{count}} 個里程碑。',
  level: {
    label: '顯示',
    projects: '專案',
    phases: '階段',
    milestones: '階段和里程碑',
  },
  choose: '選擇專案',
  chosen_other: '{{count}} 個專案',
  chooseAll: '全選',
  chooseNone: '全不選',
  empty: '還沒有進行中的專案。新增專案並排好計畫後，它們會顯示在同一條時間軸上。',
  noneChosen: '沒有選擇專案。',
  chartName: '所有專案的計畫',
} as const satisfies Translated<typeof zhCN>;
