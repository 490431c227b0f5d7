import type { AgreementContent } from './texts.ts';

export const agreementTexts: AgreementContent = {
  goals: {
    opening: {
      title: '點交次週八台牙椅可看診',
      specific: '1–8 號診間的牙椅、給排水、負壓和壓縮空氣於點交次週全部可用',
      measurable: '八台逐台試運轉兩小時，無滲漏，負壓與氣壓達到設備要求',
      achievable: '八台的管路可先單獨調試；上一間十台的診所用了四天',
      relevant: '患者已經預約，改期要逐一通知',
      time_bound: '點交後五個工作天內',
    },
    noise: {
      title: '噪音作業只在約定時段',
      specific: '水鑽、切割和拆除只在 10:00 前和 17:30 後進行',
      measurable: '每週客戶抱怨為零；門口噪音計 10:00–17:30 不超過 55 dB',
      achievable: '拆除已完成，剩下的開孔可集中在早晚',
      relevant: '樓內其他租戶照常辦公，管委會可以停工',
      time_bound: '從進場到點交',
    },
    shielding: {
      title: 'CT 室防護檢測一次合格',
      specific: 'CT 室牆、門、頂、觀察窗的防護檢測一次通過，資料可直接送主管機關',
      measurable: '第三方檢測報告各測點不超過標準限值',
      achievable: '鉛當量按計算書加一級餘裕，門由廠商安裝',
      relevant: '沒有檢測報告不能申請設備登記',
      time_bound: '',
    },
  },
  judged: {
    first: '八台管路已敷設，試壓合格',
    second: '新風機組晚到，四號診間天花未封，調試要往後排',
    noise: '本週沒有抱怨',
  },
  charter: {
    purpose: '在原有大樓內建成一間可看診的牙科診所，通過驗收並取得許可。',
    background: '患者預約已經開放；樓內其他租戶照常辦公。',
    scope: '診間、CT 室、消毒供應區的裝修與機電，牙椅由業主供應、我方接管。',
    time: '以合約時程為準；點交次週開始看診。',
    cost: '總價承攬，變更先報價、客戶確認後再做。',
    quality: '依相關驗收標準；飾面以封樣為準。',
    assumptions: '牙椅如期到貨；管委會同意早晚施工。',
    success: '各項驗收一次通過，點交次週八台牙椅看診。',
  },
  adjustment: {
    title: '看診台數由十二台改為先八台',
    reason: '牙椅分兩批到貨，第二批晚一週，十二台無法同時調試。',
    before: '十二台牙椅於點交次週同時看診',
    after: '點交次週先開八台，其餘四台一週內接管',
    impact_resource: '調試人員多留一週（一人）',
    strategy_actions: '先單獨調試八台的管路；牙椅到貨前備好接口。',
  },
  negotiation: {
    said: '說明到貨時間和先開八台的辦法；客戶關心已預約的患者。',
    result: '同意先開八台，要求書面確認四台的日期。',
  },
  delay: {
    title: '消防驗收將晚',
    cause: '新風機組晚到，排煙連動不能如期調試。',
    measures: '',
    revised: '消防驗收、點交的新日期見時程計畫確認書',
  },
};
