import type { TeamContent } from './texts.ts';

export const teamTexts: TeamContent = {
  authority: '都發局建管處',
  expects: {
    owner: '點交後一週就能看診，費用上不要有意外。',
    own: '三天內回覆，準時付款。',
    airSub: '機房淨空，吊車時段講定就不改。',
    joiner: '樣品簽一次，之後不再換木皮。',
    control: '逃生通道與防火填塞在封閉前看得到。',
  },
  skills: {
    manager: '合約、客戶、進度',
    site: '輕隔間、放樣、工地安全',
    services: '空調、醫療氣體、試車',
    buyer: '詢價、到貨、發票',
  },
  duties: {
    report: '每週給診所的進度報告',
    handover: '連同全部文件點交各房間',
    training: '護理人員的抽吸與空壓操作訓練',
  },
  weekly: '每週五',
  handover: {
    text: '報價單、診所需求書第 2 版，以及談過的噪音與開業週要求。',
    open_points: '第二個吊車台班由誰付，哪裡都沒有寫。',
  },
  matters: {
    duct: { title: '走廊上方主風管與灑水管衝突', measure: '灑水管降 120 mm，兩家在圖上簽名。' },
    doors: { title: '門框到貨早於牆面校直' },
  },
  morale: ['起頭順利，溝通直接。', '連續夜間施工，大家累，下週起每週休兩晚。', '第二個工班進場以後好多了。'],
  screening: '樓上樓下照常上班，開業日不能動：進度要比平常看得勤。',
  steps: ['診所在三家裡選了我們。', '雙方簽約。', '開工會議已開，圖說已核准。'],
};
