import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/onboarding.ts';

export default {
  welcome: '歡迎使用里程',
  intro: '客戶、專案、計畫、風險和給客戶的報告，都在這台電腦上，不連網也能用。',
  step: '第 {{step}} 步，共 3 步',
  language: '使用哪種語言？',
  company: '貴公司叫什麼？',
  companyHint: '印在報告的抬頭上，以後可以在設定中修改。',
  start: '從哪裡開始？',
  startSample: '用範例專案試試看',
  startEmpty: '從空白開始',
  startFile: '匯入 Microsoft Project XML 檔案',
  sampleHint: '一個完整的範例專案，可以隨意修改，也可以一次移除。',
  fileHint: '在 Microsoft Project 中選擇「另存為 XML」即可得到這樣的檔案。',
  working: '正在準備…',
  finish: '開始使用',
  checklist: '入門步驟',
  check: {
    client: '新增第一位客戶',
    note: '記錄一次溝通',
    project: '建立第一個專案',
    plan: '在計畫裡新增任務',
    backup: '做第一次備份',
    done: '已完成：{{step}}',
  },
} as const satisfies Translated<typeof zhCN>;
