import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/agreement.ts';

export default {
  heading: '目標與簽署',
  tabs: {
    goals: 'SMART 目標',
    charter: '專案章程',
    adjustments: '預期調整',
    delays: '延期說明',
    signatures: '簽署',
  },
  changed: '簽署後有更動',
  changedFields:
    '簽署之後更動了：{{fields}}。已簽的文件維持原樣；如要以新內容為準，請出具下一版並重新簽署，或提出預期調整。',
  measure: '衡量',
  links: '關聯',
  forClient: '對客戶',
  fromExpectation: '從期望建立目標',
  adjust: '提出調整',
  adjustTitle: '調整：{{name}}',
  goalsEmpty:
    '把客戶的期望寫成雙方都能檢驗的目標：具體、可衡量、可達成、與專案相關、有時限。五項寫全後出具確認書，請雙方簽署。',
  adjustmentsEmpty:
    '出現重大變更、客戶的認知或需求變化、或外部因素時，在這裡提出調整：寫明原因、內容和影響，協商後由雙方簽署。',
  delaysEmpty: '里程碑要晚時，儘早告訴客戶：原因、措施、預計恢復日期和後續日期，四項缺一不可。',
  signaturesExplain: '先出具文件，讀過全文，再由雙方簽署。簽名與文件的這一版綁定；之後的更動會形成新的一版。',
  smart: {
    title: 'SMART 五項',
    column: 'SMART',
    incomplete: '未寫全',
    specific: '說清要得到什麼，免得各自理解。好：「2 號手術室維持 15 Pa 正壓」。不好：「淨化效果好」。',
    measurable:
      '說清怎麼算達到，驗收時才有依據。好：「連續 72 小時壓差 12–18 Pa，每小時記錄」。不好：「運轉穩定」。',
    achievable: '說清憑什麼能做到，免得過度承諾。好：「同型機組在三個專案上達到過」。不好：「努力做到」。',
    relevant:
      '說清與專案有什麼關係，免得為不重要的事花錢。好：「衛生主管機關驗收的必查項」。不好：「客戶想要」。',
    time_bound: '說清到什麼時候，才能追蹤。好：「2026-11-30 前，驗收前一週」。不好：「儘快」。',
  },
  conformity: {
    title: '符合程度',
    column: '符合程度',
    explain: '進展與目標的符合程度，100% 為完全符合。95% 以上為好，低於 80% 須處理。',
    empty: '還沒有評定。',
    up: '↑ {{points}}',
    down: '↓ {{points}}',
    level: '→ {{points}}',
  },
  charter: {
    in: '範圍之內',
    out: '不在範圍之內',
    noItems: '尚未寫入。',
    editScope: '編輯範圍清單',
    empty: '章程寫明專案為什麼做，以及範圍、時程、成本、品質四項目標。先寫下專案目的。',
    purposeExample: '例如：讓新門診大樓的手術室在年底前通過驗收並啟用',
    hint: {
      scope: '做什麼、不做什麼；清單會一併列印。',
      time: '關鍵日期，以及不能動的期限。',
      cost: '預算、付款原則，以及超支由誰決定。',
      quality: '適用的標準，以及怎樣算合格。',
    },
  },
  adjustment: {
    what: '調整對象',
    content: '原因與內容',
    impact: '影響',
    beforeHint: '現在約定的內容，從目標或期望帶入。',
    adjustsHint: '只用於目標：雙方簽署後，新內容取代這一項。',
    zeroHint: '沒有影響請寫 0。',
  },
  strategy: {
    title: '因應策略',
    choose: '選擇策略後，這裡列出常用的做法。',
    proactive: '積極主動：增加資源、改進方案、加強研發。',
    preventive: '風險防範：準備應變計畫、分擔風險、備用方案。',
    appeasement: '溝通安撫：真誠溝通，說明實際措施，並記下客戶的反應。',
  },
  negotiation: {
    title: '溝通協商',
    empty: '還沒有紀錄。寫下和誰談了什麼、結果如何。',
  },
  confirmation: {
    title: '書面確認',
    explain: '出具調整確認書，雙方簽署後自動確認，並更新目標或期望的約定內容。',
    document: '預期調整確認書',
  },
  delay: {
    parts: '必填',
    incomplete: '未寫全',
    mandatory: '四項必填',
    send: '發出',
    letter: '四項寫全後出具說明函，再用電子郵件寄給客戶。',
    causeHint: '發生了什麼、為什麼；不推卸責任。',
    measuresHint: '已經做了什麼、還要做什麼、由誰負責。',
    datesHint: '每行一個：里程碑、原日期 → 新日期。',
    lateTitle: '將要晚的里程碑',
    late_other: '晚 {{count}} 天（{{from}} → {{to}}）',
    following_other: '{{count}} 個後續日期隨之變動',
    prepare: '寫說明函',
    open: '開啟說明函',
    more_other: '另有 {{count}} 個，見計畫。',
  },
} as const satisfies Translated<typeof zhCN>;
