import type { ContractContent } from '../content.ts';

export const contract: ContractContent = {
  title: '診所裝修及機電改造工程合約',
  code: 'AH-2024-07',
  signReason: '爭議解決方式待雙方法務商定，隨補充協議一併簽訂，不影響開工。',
  warrantyTerms: '防水五年，其餘兩年；上班時間四小時內回應，隔日到場。',
  sides: {
    client: {
      rights: '依簽認圖說驗收每個階段；在約定時限內答覆變更。',
      obligations: '按期付款；提供停電停水時段；業主自購設備依計畫到場。',
    },
    own: {
      rights: '按節點收款；因業主自購設備或業主變更展延工期。',
      obligations: '依圖說和規範施工，取得消防和輻射防護驗收，按期移交。',
    },
  },
  clauses: {
    scope: {
      title: '工程範圍',
      text: '二樓全層的裝修、新風、配電、弱電、灑水改造及醫用氣體、負壓系統。診療椅和影像設備由業主自購。',
    },
    deliverables: {
      title: '交付物與驗收條件',
      text: '簽認施工圖、輻射防護檢測報告、竣工資料和移交的診所，標準和驗收條件見清單。',
    },
    schedule: { title: '工期和里程碑', text: '自啟動會議起依合約時程執行，竣工移交日期為合約日期。' },
    fees: { title: '合約價金', text: '固定總價；額外費用和變更費用另以書面確認。' },
    payment: { title: '付款', text: '預付款三成，其餘按拆除、隱蔽驗收、移交分期支付，保留款百分之五。' },
    quality: {
      title: '品質標準',
      text: '依現行驗收規範執行。',
      worded: 'CNS 相關標準、建築技術規則、游離輻射防護法',
    },
    acceptance: {
      title: '驗收',
      text: '每個階段完成後三個工作日內會同驗收。',
      worded: '雙方會同檢查，簽署附照片的驗收單',
    },
    change: {
      title: '變更',
      text: '變更以書面提出，五個工作日內答覆價格和工期，雙方簽字後執行。',
      worded: '院長與專案經理',
    },
    reporting: { title: '進度週報', text: '每週五寄送書面週報，重大事項當天告知。' },
    rights: { title: '雙方的權利和義務', text: '雙方各設一名聯絡人，口頭意見當天書面確認。' },
    liability: {
      title: '逾期違約金',
      text: '逾期移交按合約總額每日萬分之五計，寬限三天，累計不超過百分之五。',
    },
    lateUnit: {
      title: '新風機組逾期到場違約金',
      text: '新風機組未依合約日期到場，按合約總額每日萬分之二計，寬限三天，累計不超過百分之一。',
    },
    risk_share: { title: '風險分擔', text: '大樓停電、主管機關檢測延誤展延工期，費用各自負擔。' },
    warranty: { title: '保固', text: '移交後兩年，防水五年；保留款一年後釋放。' },
  },
  briefing: '逐條說明計算方式：三天寬限，之後按日計算，到上限為止。',
  deliverables: {
    drawings: {
      name: '簽認的施工圖和設備點位圖',
      standard: '製圖標準，各室點位齊全',
      acceptance_criteria: '營運經理逐間簽認',
      acceptance_method: '圖面簽字',
    },
    radiationReport: {
      name: '輻射防護檢測報告',
      standard: '游離輻射防護安全標準',
      acceptance_criteria: '檢測合格，由合格機構出具',
      acceptance_method: '核對報告正本',
    },
    records: {
      name: '竣工圖、說明書和檢測資料',
      standard: '竣工資料歸檔要求',
      acceptance_criteria: '目錄所列齊全',
      acceptance_method: '依目錄清點',
    },
    clinic: {
      name: '可開診的診所',
      standard: '合約第六條所列規範',
      acceptance_criteria: '消防、防護驗收合格，改善項目歸零',
      acceptance_method: '雙方會同檢查，簽移交單',
    },
  },
  instalments: {
    advance: '預付款',
    strip: '拆除驗收款',
    hidden: '隱蔽驗收款',
    final: '移交款',
    retention: '保留款',
  },
  fees: { operating: '7 號診間改植牙手術室的吊塔預埋與補強', desk: '櫃台增設無障礙低位台' },
  budget: {
    labour: '自有班組人工',
    material: '裝修與管線材料',
    equipment: '新風機組與機房設備',
    subcontract: '分包工程',
    overhead: '工地管理費',
  },
  legal: {
    topic: '違約金上限和寬限期是否合理',
    adviser: '合約法律顧問 許律師',
    advice: '以總額百分之五為上限並約定寬限期符合慣例；應寫明業主自購設備延誤的展延。',
    outcome: '已寫入第 11.2 條和第 12 條。',
  },
  benchmark: {
    topic: '同規模診所裝修工期',
    industry_value: '100–120 個工作日',
    own_value: '上一家診所 98 個工作日',
    source: '公司近三年專案紀錄',
  },
  rules: {
    radiation: { text: 'CT 室輻射防護須經合格機構檢測後使用', basis: '游離輻射防護法' },
    fire: { text: '消防圖說審查通過後方可施工', basis: '消防法' },
    noise: { text: '噪音作業只在 10:00 前和 17:30 後', basis: '大樓裝修管理規約' },
  },
  sub: {
    title: '新風系統安裝分包合約',
    clause: { title: '分包範圍', text: '新風風管、風機盤管和機組的吊裝、接管與調試。' },
    instalment: '機組到場款',
  },
};
