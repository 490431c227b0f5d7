import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/today.ts';

export default {
  heading: '今天',
  subtitle: '{{date}} · 所有專案中逾期和兩週內到期的事項',
  group: {
    overdue: '已逾期',
    today: '今天',
    week: '7 天內',
    fortnight: '14 天內',
  },
  kind: {
    next_step: '下一步',
    milestone: '里程碑',
    premilestone: '里程碑前確認',
    risk_review: '風險審查',
    risk_action: '風險措施',
    issue: '問題',
    deviation: '進度偏差',
    decision: '待決策',
    need: '物資到位',
    report: '報告',
    contact: '聯絡客戶',
    care: '關懷回訪',
    feedback: '待答覆回饋',
    strategy: '策略檢討',
  },
  report: '該向客戶寄送進度報告',
  contact: '很久沒有聯絡客戶',
  done: '完成「{{name}}」',
  doneToast: '已完成「{{name}}」',
  empty: '兩週內沒有到期事項。溝通的下一步、里程碑、風險審查、問題、決策和報告接近到期時會自動出現在這裡。',
  cut: '「{{kinds}}」只列出最緊急的 {{count}} 筆。',
  filter: '只看',
  all: '全部',
  list: '{{group}}，{{count}} 項',
  total_other: '{{count}} 項',
} as const satisfies Translated<typeof zhCN>;
