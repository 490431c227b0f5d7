import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/team.ts';

export default {
  heading: '團隊與參與方',
  tabs: {
    parties: '參與方鏈',
    team: '團隊',
    duties: '職責分工',
    handovers: '部門交接',
    coordination: '協調事項',
    morale: '團隊士氣',
    directory: '單位名錄',
  },
  section: {
    stake: '關注與期望',
    answer: '處理',
  },
  chain: '參與方鏈：業主在上',
  matrix: '職責矩陣（RACI）',
  nobodyAccountable: '沒有當責者（A）',
  manyAccountable: '{{count}} 人當責（A），應只有一人',
  notReceived: '尚未接收',
  quickDuty: '快速新增：事項與負責人，如「每週向客戶匯報 @王工」，按 Enter',
  quickMorale: '快速記錄：1–5 分加一句話，如「4 氣氛好」，按 Enter',
  empty: {
    parties: '登記從業主到我方分包與供應商的鏈條，以及監造、設計、主管機關等關係人與其期望。',
    members: '登記團隊成員、角色與技能。一個人可以承擔所有角色。',
    duties: '寫明每件事誰執行、誰當責、諮詢誰、知會誰。沒有當責者或多於一人當責時會提示。',
    handovers: '業務移交給執行、執行移交給售後時，把承諾與遺留事項寫下來。',
    coordination: '記錄參與方之間的衝突與延誤，以及如何解決。',
    morale: '不定期記一筆：1 到 5 分，一句話。',
    directory: '分包商、供應商、監造、設計等單位，所有專案共用。',
  },
} as const satisfies Translated<typeof zhCN>;
