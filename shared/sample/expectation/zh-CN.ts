import type { ExpectationContent } from './texts.ts';

export const expectationTexts: ExpectationContent = {
  expectations: {
    opening: {
      text: '移交后的下一周就能接诊，患者已经预约',
      client: '移交后的下一周开诊',
      factors: '预约已放出，改期要逐个打电话；牙椅甲供，到货日不由我们定。',
      expected: '移交次周十二台牙椅全部可用',
      agreed: '移交次周八台可用，其余四台一周内',
    },
    noise: {
      text: '楼内照常办公，上午十点后不要有水钻声',
      client: '噪声作业只在 10:00 前和 17:30 后',
      expected: '办公时间听不到水钻',
      actual: '上月一次投诉，之后没有',
    },
    sterile: { text: '消毒供应区一次通过院感检查', factors: '院感科看流程分区，图纸没画传递窗高度。' },
    shielding: { text: 'CT 室检测一次合格，资料能直接交卫监' },
    finish: {
      text: '诊室做得和样板间一样，不要再出现色差',
      factors: '首批柜门木皮色差，客户对饰面很敏感。',
      actual: '第二批门板已按封样验收',
    },
    price: { text: '总价不再涨，变更先报价再做' },
    contact: { text: '有事随时找得到人，当天有书面答复' },
    training: { text: '移交前给护士讲一遍负压和空压的日常维护' },
    showcase: { text: '做成集团参观用的样板门诊' },
  },
  guidance: {
    before: '十二台牙椅移交次周同时接诊',
    after: '移交次周先开八台，余下四台一周内接管',
    plan: '八台（1–8 号诊室）→ 调试三天 → 四台（9–12 号）',
  },
  feasibility: { by: '林晓峰', note: '八台的给排水和负压可先单独调试；十二台同时开需要牙椅提前五天到。' },
  capability: '调试人手够；牙椅经销商开箱要提前约。',
  tradeoffs: {
    truck: { option: '新风机组专车加急', quality: '不变' },
    wait: { option: '按新的到货日等', quality: '不变，吊顶收口晚一周' },
  },
  value: {
    efficiency: { text: '设备点位一次到位，开诊后不再停诊改线', evidence: '逐间签认的点位图' },
    social: { text: '低噪声施工，楼内单位照常办公', evidence: '物业噪声记录' },
  },
  fishbone: '首批柜门木皮与封样色差，二十二块返工',
  causes: {
    veneer: '木皮换了批次',
    sample: '封样只有一小块，看不出纹理方向',
    rework: '返工占用排产',
    capacity: '工厂旺季，产能满',
    split: '合同没约定分批验样',
    inspection: '出厂前没有派人验货',
    humidity: '梅雨季木皮含水率高',
  },
  demo: {
    topic: '样板间（3 号诊室）看样',
    reaction: '顾经理认可饰面，希望台面加挡水边。',
    effect: '“和样板间一样”成为其余诊室的验收标准。',
  },
  rectifications: {
    sockets: '3、5、9 号诊室网络点位改到医生侧',
    grout: '消毒区墙砖两处勾缝不匀',
  },
  caseStudy: {
    title: '在用写字楼里的口腔门诊，先开一半',
    situation: '开诊日已公布，设备到货晚，客户要求全部同时开诊。',
    solution: '展示前一家门诊的分步开诊记录，约定先开一半，一周内补齐。',
    result: '按公布的日期开诊，客户续签了第二家。',
  },
};
