import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/views.ts';

export default {
  label: '檢視',
  more: '檢視操作',
  reset: '還原檢視',
  saveAs: '另存為檢視…',
  save: '儲存變更',
  rename: '重新命名檢視…',
  remove: '刪除檢視',
  name: '檢視名稱',
  forAll: '用於所有專案',
  nameMissing: '請輸入檢視名稱。',
  nameTaken: '已有同名檢視。',
  saved: '已儲存檢視「{{name}}」',
  removed: '已刪除檢視「{{name}}」',
  all: '全部',
  columns: {
    title: '欄位',
    hint: '勾選要顯示的欄位。以箭頭按鈕或 Alt+↑、Alt+↓ 調整順序；寬度以像素計。',
    shown: '顯示的欄位',
    more: '更多欄位',
    width: '「{{name}}」的寬度',
    up: '「{{name}}」左移',
    down: '「{{name}}」右移',
  },
} as const satisfies Translated<typeof zhCN>;
