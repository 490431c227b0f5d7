import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/document.ts';

/** Words of every document: its frame, its e-mail, its comparison. */
export default {
  print: {
    draft: '草稿',
    issue: '第 {{no}} 號 · 第 {{version}} 版',
    dated: '日期',
    internal: '內部資料，不提供給客戶',
    confidential: '僅供 {{client}} 使用',
    code: '{{code}} · 第 {{version}} 版',
    yes: '是',
    no: '否',
    signName: '姓名',
    signRole: '職稱',
    signDate: '日期',
    signTime: '簽署時間',
    signSeal: '簽章雜湊值',
    signedBy: '{{name}} 的簽名',
    signedOnPaper: '已於紙本文件上簽署，照片與本文件一併保存。',
    signedLost: '簽名圖片無法讀取。',
    proof: '文件代碼 {{code}}，第 {{version}} 版。內容 SHA-256：',
  },
  side: { client: '客戶方', own: '我方' },
  mail: {
    file: '{{title}} 第{{version}}版 {{code}}',
    subject: '【{{project}}】{{title}}（第 {{version}} 版）',
    greeting: '{{name}} 您好：',
    greetingAll: '各位好：',
    intro: '附件為《{{title}}》第 {{version}} 版（{{date}}，代碼 {{code}}），敬請查收。',
    replaces: '先前寄出的版本由本版取代。',
    sign: '請核對後於末頁簽名並回傳；拍照即可，請讓代碼 {{code}} 清楚可辨。',
    closing: '如有任何問題，請隨時與我們聯絡。',
    sent: '已寄出《{{title}}》第 {{version}} 版，代碼 {{code}}',
  },
  compare: {
    title: '{{title}}：第 {{before}} 版至第 {{after}} 版的變更',
    titleNow: '{{title}}：第 {{before}} 版以來的變更',
    count: '變更處數',
    none: '兩者內容相同。',
    added: '新增',
    removed: '刪除',
    changed: '修改',
    moved: '移動',
  },
} as const satisfies Translated<typeof zhCN>;
