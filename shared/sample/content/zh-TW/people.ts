import type { PeopleContent } from '../content.ts';
import { everyYear, lunarNewYears } from '../holidays.ts';

export const people: PeopleContent = {
  company: {
    name: '築衡室內裝修工程股份有限公司',
    address: '臺中市西屯區工業區一路 0 號 5 樓',
    phone: '(04) 0000-0140',
    email: 'office@jhuheng.example.com',
  },
  client: {
    name: '晴光牙醫診所',
    nameEn: 'Cingguang Dental Clinic',
    industry: '牙科醫療',
    address: '臺中市南屯區公益路二段 0 號 2 樓',
    phone: '(04) 0000-0182',
    notes:
      '這是晴光的第二家診所。許院長當場就能決定，但當天要看到書面數字。每月最後一個星期五統一付款，錯過就要等下個月。' +
      '交屋後隔週已經排了病患，所以對方最在意交屋日期，追加金額反而其次。',
  },
  contacts: {
    owner: {
      name: '許雅婷',
      title: '院長、出資人',
      phone: '0900-000-141',
      email: 'hsu.yating@cingguang-dental.example.com',
      im: 'hsu-cingguang',
      notes: '上午看診，13:00 以後或 17:30 以後再打電話。',
    },
    director: {
      name: '簡柏翰',
      title: '營運經理',
      phone: '0900-000-152',
      email: 'chien.pohan@cingguang-dental.example.com',
      im: 'chien-cingguang',
      notes: '代表使用單位，負責建材、隔間和感染管制要求，每週二到工地。',
    },
    finance: {
      name: '謝淑芬',
      title: '財務主任',
      phone: '(04) 0000-0185',
      email: 'finance@cingguang-dental.example.com',
      im: '',
      notes: '審核請款和追加款，每張發票都要註明追加單編號。',
    },
    nurse: {
      name: '羅佳穎',
      title: '護理長、工地代表',
      phone: '0900-000-163',
      email: 'lo.jiaying@cingguang-dental.example.com',
      im: 'lo-cingguang',
      notes: '拿設備定位圖逐間核對，習慣用 LINE 傳照片。',
    },
  },
  project: {
    name: '晴光牙醫診所室內裝修暨機電工程',
    code: 'ZH-2417',
    description:
      '使用中的辦公大樓二樓，面積 640 平方公尺：十二間診療室、一間牙科電腦斷層室（鉛板屏蔽）、消毒室、櫃檯與候診區。' +
      '新設 9,000 CMH 全外氣空調箱、空壓與抽吸機房，電力、弱電與灑水頭調整。治療椅與影像設備由業主自購。' +
      '樓上樓下照常上班，高噪音作業僅限 8:00–10:00 與 17:30 以後。',
    currency: 'TWD',
    contractMinor: 1_380_000_000,
  },
  parties: {
    manager: '林柏廷',
    site: '張家豪',
    services: '黃俊傑',
    buyer: '蔡欣妤',
    designer: '築衡設計部',
    airSub: '大甲空調工程行',
    fireSub: '安順消防工程有限公司',
    shieldSub: '康鉛輻射屏蔽工程有限公司',
    finishSub: '永匠裝修工班',
    joinerSupplier: '木川系統家具',
    airSupplier: '北嶺空調設備股份有限公司',
    chairSupplier: '齒康儀器（業主自購）',
    client: '晴光牙醫診所',
  },
  communicationOwner: 'manager',
  calendar: '工地行事曆：週一至週六',
  holidays: [
    everyYear('元旦', 1, 1),
    ...lunarNewYears('春節'),
    everyYear('和平紀念日', 2, 28),
    everyYear('兒童節', 4, 4),
    everyYear('勞動節', 5, 1),
    everyYear('國慶日', 10, 10),
  ],
  powerCut: '大樓停電檢修，停工',
  baseline: '合約進度',
  comms: {
    kickoff: {
      summary:
        '在診所召開開工會議，許院長、簡經理、謝主任出席。約定：每週五寄週報；雙方各設一位窗口；高噪音作業僅限 10:00 前與 17:30 後。',
      next: '寄會議紀錄與聯絡人名單',
    },
    frozen: {
      summary: '與簡經理逐間簽認設備定位圖。7 號診療室改為植牙手術室，增加兩個插座與一個抽吸出口，不加價。',
      next: '把簽認圖寄給設計部與各協力廠商',
    },
    permit: {
      summary: '告知許院長：室內裝修審查因步行距離的一項意見多花兩個工作天，現已核可，拆除順延兩天。',
    },
    noise: {
      summary: '許院長來電：一樓會計師事務所向管委會反映上午 11 點洗孔太吵。',
      next: '洗孔全部改到 10:00 前，並書面通知管委會',
    },
    floor: {
      summary: '與簡經理在工地看三種地材樣品，選定暖灰色、熱焊接縫，診療室踢腳做 100 公釐圓弧上牆。',
      next: '向地板工班確認色號',
    },
    airUnit: {
      summary: '視訊討論空調箱：風機馬達到廠延誤，交貨預計晚兩週左右。許院長問搶回一週要多少錢。',
      next: '報專車運送的費用與對交屋日期的影響',
    },
    veneer: {
      summary: '簡經理發現首批櫃門木皮比封樣深，二十二片門板退回重做。',
      next: '陪簡經理到工廠確認新木皮',
    },
    report: { summary: '第 2 期週報已寄許院長，副本給簡經理與謝主任。' },
    layout: {
      summary:
        '許院長希望櫃檯增設一座低檯，方便輪椅病患報到。當場畫了兩個方案，較長的方案要移一個灑水頭與四個插座。',
      next: '把兩個方案的金額與工期寄給她選',
    },
    sockets: {
      summary: '羅護理長傳來照片：3、5、9 號診療室的網路插座做在助理側，圖面在醫師側。',
      next: '對照簽認圖查核，回覆修改日期',
    },
    invoice: {
      summary: '向謝主任詢問第三期估驗款，已核准，隨月底付款批次支付。',
      next: '確認第三期估驗款是否入帳',
    },
  },
};
