import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/differences.ts';

export default {
  title: '日期差異',
  banner_other: '日期與檔案一致；若由 Milepost 排程，有 {{count}} 項任務的日期會不同。',
  bannerOwn_other: '日期維持輸入時的樣子；若由 Milepost 排程，有 {{count}} 項任務的日期會不同。',
  circle: '關聯形成迴圈，無法排程：{{path}}。日期保持不變。',
  look: '檢視差異',
  intro:
    '左邊是現在的日期，右邊是依關聯、行事曆與限制式排出的日期。勾選「不動」的任務保持原日期（加上限制式或改為手動），其餘任務移到右邊的日期。',
  none: '沒有差異：所有日期都與計算一致。',
  shown: '列出前 {{shown}} 項，共 {{total}} 項；未列出的會移動。',
  column: { stay: '不動', task: '任務', stored: '現在', ours: '排程後', reason: '原因' },
  stayAll: '全部不動',
  moveAll: '全部移動',
  keep: '保持原樣',
  apply: '開始自動排程',
  summary: '移動 {{moving}} 項，不動 {{staying}} 項',
  span: '{{start}} 至 {{finish}}',
  cause: {
    link: '任務關聯',
    constraint: '限制式',
    progress: '實際進度',
    follows: '隨前置任務移動',
    resource: '資源的工時或行事曆',
    calendar: '行事曆給出另一個完成時間',
    free: '計畫中沒有什麼固定它的日期（可能是舊值或手動移動）',
  },
  setting: '日期自動排程',
  settingHint: '開啟後，日期隨關聯、行事曆與限制式變動；關閉後，日期保持不變。',
} satisfies Translated<typeof zhCN>;
