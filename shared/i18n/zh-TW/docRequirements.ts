import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/docRequirements.ts';

/** Words of the list of requirements, a document. */
export default {
  title: '{{project}} 需求清單',
  count: '需求筆數',
  explicit: '顯性需求',
  implicit: '隱性需求',
  details: '需求說明',
  no: '編號',
  text: '需求',
  measure: '衡量與目標',
  confidence: '把握程度',
  urgency: '緊急程度',
  state: '狀態',
  source: '來源',
  page: '第 {{page}} 頁',
  rationale: '背後的問題',
  evidence: '依據',
  impact: '影響',
  solution: '解決方式',
  verified: '最近查核',
  owner: '負責人',
  noDetails: '沒有需要補充的說明。',
  none: { explicit: '尚無顯性需求。', implicit: '尚無隱性需求。' },
} as const satisfies Translated<typeof zhCN>;
