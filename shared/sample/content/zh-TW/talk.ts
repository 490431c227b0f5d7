import type { TalkContent } from '../content.ts';

export const talk: TalkContent = {
  last: {
    title: '第 6 次進度會議',
    place: '會議室，晴光牙醫診所',
    expectation_effect: '交屋目標日目前不變；空調箱若再晚一週，將影響竣工驗收。',
    client_opinion: '許院長希望少開會、多看現場照片。',
    internal_notes: '專車費用我方最多負擔一半，利潤已經很緊。',
  },
  coming: { title: '第 7 次進度會議', place: '施工現場' },
  items: {
    progress: { text: '隔間與風管安裝完成，比計畫晚一天' },
    airUnit: {
      text: '空調箱馬達缺貨，供應商內部排程混亂',
      client: '空調箱預計晚到兩週，正在洽談專車運送',
      result: '專車方案一週內提出價格',
    },
    margin: { text: '專車費用怎麼分攤：先不向業主提' },
    saturday: { text: '週六能否進行高噪音作業', result: '同意，9:00 至 16:00，前一天告知管委會' },
    samples: { text: '帶新木皮樣品到現場' },
    drawing: { text: '把修改後的點位圖寄給護理長' },
    crew: { text: '請公司調兩名木工支援一週' },
    reception: { text: '櫃檯方案：A 還是 B' },
    handover: { text: '交屋前的清潔與教育訓練怎麼安排' },
  },
  promises: {
    minutes: { text: '三天內把會議紀錄和聯絡人名單寄給許院長' },
    quiet: { text: '洗孔全部改到 10:00 前，週一起執行' },
    colour: { text: '後天確認地板色號', reason: '工班樣品冊缺貨，晚了兩天才確認' },
    options: { text: '今天把櫃檯兩個方案的價格和工期寄給許院長' },
    sockets: {
      text: '週五前改好 3、5、9 號診療室的網路點位',
      client: '下週二前改好 3、5、9 號診療室的網路點位',
      reason: '與診療設備安裝錯開，護理長同意改到下週二',
    },
    veneer: { text: '下週末前陪您到工廠看新木皮' },
  },
  glossary: [
    {
      term: '空調箱',
      client_term: '新鮮空氣設備',
      meaning: '把室外的新鮮空氣過濾後送進診間的設備，裝在天花板裡。',
    },
    {
      term: '隱蔽部分查驗',
      client_term: '封板前檢查',
      meaning: '牆面和天花板封起來以前，雙方一起檢查裡面的管線。',
    },
  ],
};
