import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/project.ts';

export default {
  find: '尋找專案',
  empty: '專案把計畫、風險和報告放在一起。可以新建，也可以匯入 Microsoft Project 的 XML 檔案。',
  statusName: '狀態',
  status: {
    late: '有延誤',
    attention: '需關注',
    onTrack: '正常',
    closed: '已結案',
  },
  progress: '進度',
  nextMilestone: '下一個里程碑',
  nextReport: '下次報告',
  openRisks: '未結案的風險',
  highRisks_other: '其中 {{count}} 項為高風險',
  noTasks: '沒有任務',
  tasksDone: '已完成 {{done}}／{{count}} 項任務',
  noDate: '未定日期',
  facts: '專案資料',
  datesAndReports: '日期與報告',
  statusHint: '進度按這一天計算；不填則按今天。',
  clientExample: '選擇客戶，或輸入新客戶的名稱',
  clientNew: '將同時建立客戶「{{name}}」。',
  create: '建立專案',
  delete: '刪除專案',
  workingHours: '工作時間',
  workingHoursHint: '放假和補班在計畫的日曆裡設定，這裡不會更動它們。',
  ownHours: '自訂工作時間',
  preset: {
    standard: '五天工作制（週一至週五 8–12、13–17）',
    sixDay: '六天工作制（週一至週六 8–12、13–17）',
    sevenDay: '七天工作制（每天 8–12、13–17）',
    allDay: '24 小時連續作業',
    nightShift: '夜班（週一至週五 23–8）',
  },
} as const satisfies Translated<typeof zhCN>;
