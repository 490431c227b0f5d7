import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/feedback.ts';

export default {
  title: '回饋',
  new: '記錄回饋',
  words: '客戶說了什麼',
  example: '例如：新泵浦比原來的吵',
  save: '記錄',
  saved: '已記錄回饋，等待在回饋收件匣中處理。',
  whose: '請選擇是誰的回饋。',
  untriaged: '未處理',
  waiting_other: '{{count}} 件等待處理',
  overdue_other: '{{count}} 件逾期',
  sortHint: '據此決定答覆期限；客訴不等人。',
  pass: '轉交',
  section: { route: '分類與轉交', answer: '措施與答覆' },
  empty: '客戶的話集中在一處：一行記下，分類，轉交負責人，並確認客戶得到答覆。',
  missing: {
    FEEDBACK_SORT: '請先說明類型：讚美、客訴、建議、疑問或改善。',
    FEEDBACK_ASSIGNEE: '還沒有負責人。',
    FEEDBACK_MEASURE: '還沒有填寫措施。',
    FEEDBACK_EFFECT: '還沒有填寫措施的效果。',
    FEEDBACK_TOLD: '還沒有告知客戶：請填寫日期。',
  },
} as const satisfies Translated<typeof zhCN>;
