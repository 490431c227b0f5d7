import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/template.ts';

export default {
  copyTitle: '複製專案',
  makeTitle: '用範本新增專案',
  saveTitle: '存成範本',
  planTitle: '從某一天排計畫',
  plan: '排計畫',
  builtin: '內建',
  rename: '重新命名範本',
  remove: '刪除範本',
  saved: '已存成範本「{{name}}」',
  planned_other: '已移動 {{count}} 項任務',
  size_other: '{{tasks}} 列，{{count}} 個工作日。',
  anchor: {
    label: '怎樣安排',
    start: '從開始日期往後排',
    finish: '從完成期限往前排',
    startOn: '開始日期',
    finishOn: '必須完成於',
  },
  outcome: {
    empty: '沒有任務，也就沒有日期。',
    dates: '開始 {{start}}，完成 {{finish}}',
    inPast: '最晚也要在 {{start}} 開始，這一天已經過去。請延後期限、縮短任務或增加人手。',
    tooLate: '已經開始或固定日期的任務使計畫到 {{finish}} 才完成，晚於期限。',
  },
  parts: {
    label: '包含',
    plan: '計畫（任務與相依關係）',
    resources: '資源、指派與物資需求',
    scope: '範圍',
    risks: '風險',
  },
  copyNote: '日期依工作日距離移到新的日期。進度、實際日期、基準與對客戶的承諾不複製。',
  makeNote: '之後可以隨意修改。',
  saveNote: '範本儲存的是工作日距離，不是日期；進度、實際日期、基準與承諾不儲存。',
  planNoteFinish: '每項任務排到相依關係允許的最晚時間。可以復原。',
  planNoteStart: '每項任務排到相依關係允許的最早時間。可以復原。',
  menu: {
    label: '範本與排程',
    copy: '複製專案…',
    save: '存成範本…',
    planFrom: '必須完成於…',
    fromTemplate: '用範本新增',
  },
} as const satisfies Translated<typeof zhCN>;
