import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/export.ts';

export default {
  button: '匯出…',
  mspdi: 'Microsoft Project XML（.xml）',
  gan: 'GanttProject（.gan）',
  ics: '里程碑行事曆（.ics）',
  writing: '正在寫入檔案',
  saved: '已儲存「{{name}}」。',
  lostTitle: '該格式無法儲存的內容',
  lostHint: '檔案已儲存。以下內容該格式沒有位置，它們在這裡保持不變。',
  lost: {
    timesOfDay: '工作的開始時刻：{{count}} 項工作只保留日期',
    partDays: '不足整天的工期：{{count}} 項工作按整天計',
    constraints: '限制：{{count}} 項（僅「不得早於…開始」可保留）',
    deadlines: '截止日期：{{count}} 項',
    taskCalendars: '工作自己的行事曆：{{count}} 項工作改用專案行事曆',
    lags: '延隔：{{count}} 條關係按整天計',
    inactive: '停用的工作：{{count}} 項會顯示為一般工作',
    blankRows: '空白列：{{count}} 列',
    baselines: '基準：最多十一個，缺 {{count}} 個',
    fields: '自訂欄位：最多十個，缺 {{count}} 個',
    buffers: '緩衝：{{count}} 項會成為一般任務',
    commitments: '合約里程碑與承諾：{{count}} 項',
    parties: '任務的承擔方（分包、供應商、客戶）：{{count}} 項',
    responsible: '未作為資源指派的負責人：{{count}} 項任務',
    scope: '與約定範圍的關聯：{{count}} 項任務',
    terms: '交付物、付款階段或期望：{{count}} 項任務',
    clientTexts: '客戶看得到的任務及其說法：{{count}} 項',
    series: '週期任務的規則：{{count}} 項（各次任務保留）',
  },
} as const satisfies Translated<typeof zhCN>;
