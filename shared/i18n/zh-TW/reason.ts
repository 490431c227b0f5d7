import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/reason.ts';

export default {
  BLANK: '請填寫這一項。',
  tooLong: '內容超出允許的範圍，請縮短或改小。',
  CONTROL_CHARACTERS: '含有不可見的控制字元。請刪除後重新輸入。',
  MALFORMED_TEXT: '含有不完整的字元。請重新輸入。',
  NOT_A_DATE: '這不是日期。請寫成 2026-11-28 的樣子。',
  DATE_OUT_OF_RANGE: '沒有這一天，或不在 1900–2200 年之間。',
  NOT_AN_EMAIL: '電子郵件地址不完整。請寫成 name@example.com 的樣子。',
  NEXT_STEP_MISSING: '有期限時，請寫明下一步做什麼。',
  DATES_REVERSED: '完成日期早於開始日期。請更正其中一個。',
  SIGNED_IN_FUTURE: '簽訂日期還沒有到。請填寫今天或更早的日期。',
  SIGNED_NEEDS_DAY: '已簽訂的合約需要簽訂日期。',
  SCORE_INCOMPLETE: '機率和影響要同時填寫，或同時留空。',
  ASSIGNED_TWICE: '這項資源已經指派到該任務。請改為變更投入比例。',
  SUMMARY_ASSIGNED: '摘要任務本身沒有工作量。請將資源指派到它的子任務。',
  RANGE_TOO_LONG: '一次最多顯示三年。請縮短範圍。',
  PLAN_KEPT: '這份計畫的日期依匯入時保留。請先改為自動排程，再從別的日期排計畫。',
  RECURRENCE_ENDLESS: '請填寫結束日期或次數，二者選一。',
  RECURRENCE_EMPTY: '沒有工作日符合這條規則。請改選日期，或讓遇到休息日的那次順延而不是略過。',
  NOT_RECURRING: '這個任務不是週期性任務。',
} as const satisfies Translated<typeof zhCN>;
