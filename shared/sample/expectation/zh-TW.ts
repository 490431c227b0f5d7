import type { ExpectationContent } from './texts.ts';

export const expectationTexts: ExpectationContent = {
  expectations: {
    opening: {
      text: '移交後的下一週就能看診，病患已經預約',
      client: '移交後的下一週開診',
      factors: '預約已開放，改期要逐一打電話；治療椅由業主供料，到貨日不由我們決定。',
      expected: '移交次週十二台治療椅全部可用',
      agreed: '移交次週八台可用，其餘四台一週內',
    },
    noise: {
      text: '大樓照常辦公，上午十點後不要有鑽孔聲',
      client: '噪音作業只在 10:00 前和 17:30 後',
      expected: '上班時間聽不到鑽孔',
      actual: '上個月一次申訴，之後沒有',
    },
    sterile: { text: '消毒供應區一次通過感染管制查核', factors: '感管看動線分區，圖面沒畫傳遞窗高度。' },
    shielding: { text: 'CT 室檢測一次合格，資料可直接送衛生局' },
    finish: {
      text: '診間做得和樣品間一樣，不要再有色差',
      factors: '首批門片木皮色差，業主對飾面很敏感。',
      actual: '第二批門片已按封樣驗收',
    },
    price: { text: '總價不再漲，變更先報價再做' },
    contact: { text: '有事隨時找得到人，當天有書面答覆' },
    training: { text: '移交前教護理師負壓和空壓的日常保養' },
    showcase: { text: '做成集團參觀用的示範診所' },
  },
  guidance: {
    before: '十二台治療椅移交次週同時看診',
    after: '移交次週先開八台，其餘四台一週內接管',
    plan: '八台（1–8 診）→ 測試三天 → 四台（9–12 診）',
  },
  feasibility: { by: '機電組', note: '八台的給排水和負壓可先單獨測試；十二台同時開需要治療椅提前五天到。' },
  capability: '測試人手足夠；治療椅經銷商開箱要提前約。',
  tradeoffs: {
    truck: { option: '新風機組專車加急', quality: '不變' },
    wait: { option: '按新的到貨日等', quality: '不變，天花收邊晚一週' },
  },
  value: {
    efficiency: { text: '設備點位一次到位，開診後不再停診改線', evidence: '逐間簽認的點位圖' },
    social: { text: '低噪音施工，大樓單位照常辦公', evidence: '物業噪音紀錄' },
  },
  fishbone: '首批門片木皮與封樣色差，二十二片重做',
  causes: {
    veneer: '木皮換了批次',
    sample: '封樣只有一小片，看不出紋理方向',
    rework: '重做佔用排程',
    capacity: '工廠旺季，產能滿',
    split: '合約沒約定分批驗樣',
    inspection: '出廠前沒有派人驗貨',
    humidity: '梅雨季木皮含水率高',
  },
  demo: {
    topic: '樣品間（3 診）看樣',
    reaction: '業主經理認可飾面，希望檯面加擋水邊。',
    effect: '「和樣品間一樣」成為其餘診間的驗收標準。',
  },
  rectifications: {
    sockets: '3、5、9 診網路點位改到醫師側',
    grout: '消毒區壁磚兩處填縫不勻',
  },
  caseStudy: {
    title: '使用中大樓裡的牙醫診所，先開一半',
    situation: '開診日已公布，設備到貨晚，業主要求全部同時開診。',
    solution: '展示前一家診所的分步開診紀錄，約定先開一半，一週內補齊。',
    result: '按公布的日期開診，業主續簽了第二家。',
  },
};
