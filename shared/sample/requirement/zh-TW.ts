import type { RequirementContent } from './texts.ts';

export const requirementTexts: RequirementContent = {
  session: {
    topic: '舊診所的一天：誰在哪裡工作，哪裡不順手',
    participants: '院長、營運經理、護理長',
    notes: '護理師端著用過的器械穿過候診區；櫃檯講話候診的人都聽得到。',
  },
  questionnaire: {
    title: '交屋之前：您在新診間裡怎樣工作',
    introduction: '大約十分鐘。您的回答決定我們怎樣移交和教育訓練。',
    open: '不管發生什麼，開業第一天早上一定要能用的是什麼？',
    choice: '什麼時候可以訓練護理師？',
    choices: ['開診之前', '午休', '週六'],
    scale: '到目前為止，您覺得我們把施工情況說清楚了嗎？',
  },
  source: '診所需求書第 2 版',
  requirements: {
    noise: {
      text: '抽吸和空調運轉時診間要安靜',
      rationale: '病患容易緊張，鎮靜治療時要說話。',
      measure: '診間中央的音壓位準',
      target: '≤ 40',
      unit: 'dB(A)',
      solution: '設備加裝橡膠避震，進每間診間前裝消音器。',
    },
    pressure: {
      text: '八台治療椅同時使用時抽吸足夠',
      rationale: '第一週起所有椅位都約滿了。',
      measure: '八台同時開啟時每台的流量',
      target: '≥ 300',
      unit: 'L/min',
    },
    power: {
      text: '停電時空壓機和伺服器撐到治療做完',
      rationale: '去年冬天停過兩次電，一位病患做到一半只好離開。',
      measure: '備用電源供電時間',
      target: '≥ 30',
      unit: '分鐘',
    },
    privacy: {
      text: '候診的人聽不到櫃檯說的話',
      rationale: '病患在櫃檯說病情和費用。',
      evidence: '沒有人提過；在舊診所看到病患在櫃檯都壓低聲音。',
      solution: '櫃檯裝玻璃隔屏，天花板用吸音材料。',
    },
  },
  check: '仍然成立，消音器已畫進圖面。',
};
