import type { RelationsContent } from '../relations.ts';

export const relations: RelationsContent = {
  background: '自營牙醫診所，已有一家，第二家靠銀行貸款興建，開業三個月後開始還款。',
  goals: '一年內十二間診間全部啟用，植牙不再轉診。',
  trends: '病患希望有夜診；診間通風要求越來越嚴。',
  preferences: {
    time: {
      topic: '聯繫時間',
      value: '中午 13:00–14:00，或 17:30 以後',
      evidence: '其他時間打的電話都沒有接。',
    },
    writing: {
      topic: '決策方式',
      value: '當場決定，當天用電子郵件補上金額',
      evidence: '櫃檯和地坪都是這樣定的。',
    },
    pay: { topic: '請款', value: '每月一張發票，註明變更編號', evidence: '兩張沒有編號的發票被退回。' },
  },
  culture: [
    { topic: 'decision_style', text: '院長決定，但要先聽營運主管的意見。' },
    { topic: 'etiquette', text: '在病患面前稱呼「院長」，不直呼姓名。' },
    { topic: 'holidays', text: '農曆年前一週起停診，不安排吵雜的工項。' },
  ],
  strategy: {
    needs: '依承諾的日期開業；樓下病患沒有抱怨。',
    constraints: '大樓內有人辦公：吵雜的工項只能在 10:00 前和 17:30 後。',
    planning: '每個有噪音的週，事先與管委會書面約定時段。',
    execution: '每週二陪營運主管看現場；每次封板前拍照傳給護理長。',
    closing: '移交時為團隊訓練兩天；使用一週後回訪。',
  },
  concerns: {
    noise: { text: '鑽孔會不會讓樓下無法看診？', latent: '樓下的診療一次也不因噪音中斷。' },
    opening: { text: '診療椅要是晚到怎麼辦？', latent: '診療椅晚到一週也不影響開業日期。' },
    dust: { text: '消毒室進灰塵，查驗就過不了。' },
  },
  market: [
    {
      kind: 'competitor',
      topic: '今年本市有兩家牙醫診所裝修逾期交付',
      source: '產業媒體',
      implication: '對這個客戶，可靠的開業日期比折扣更有價值。',
    },
    {
      kind: 'trend',
      topic: '診間換氣次數要求提高',
      source: '法規預告',
      implication: '空調機組留出餘裕，並告訴客戶。',
    },
  ],
  care: {
    week: '已完工診間使用一週後電話回訪',
    anniversary: '第一家診所使用兩年，了解運作情況',
    greeting: '新診所開業祝賀',
  },
  careResult: '運作良好；依我們的建議，空壓機移到了安靜的一側。',
  referral: { name: '隔壁物理治療所', note: '看到櫃檯後主動來問。' },
  remarks: {
    tidy: { text: '每次來現場都打掃得很乾淨，謝謝。' },
    smell: { text: '看診時間樓梯間有油漆味。', measure: '改用低氣味塗料，看診時間封閉樓梯間門。' },
    lift: { text: '材料能不能八點前運完，把電梯留給病患？' },
  },
  answers: { spring: '開頭不錯，希望變更能早點告訴我們。', lately: '週報很清楚，請繼續保持。' },
};
