import type { AgreementContent } from './texts.ts';

export const agreementTexts: AgreementContent = {
  goals: {
    opening: {
      title: '移交次周八台牙椅可接诊',
      specific: '1–8 号诊室的牙椅、给排水、负压和压缩空气移交次周全部可用',
      measurable: '八台逐台试运行两小时，无渗漏，负压与气压达到设备要求',
      achievable: '八台的管路可先单独调试；上一个十台的诊所用了四天',
      relevant: '患者已经预约，改期要逐个通知',
      time_bound: '移交后五个工作日内',
    },
    noise: {
      title: '噪声作业只在约定时段',
      specific: '水钻、切割和拆除只在 10:00 前和 17:30 后进行',
      measurable: '每周客户投诉为零；门口噪声计 10:00–17:30 不超过 55 dB',
      achievable: '拆除已完成，余下的开孔可集中在早晚',
      relevant: '楼内其他租户照常办公，物业可以停工',
      time_bound: '从进场到移交',
    },
    shielding: {
      title: 'CT 室防护检测一次合格',
      specific: 'CT 室墙、门、顶、观察窗的防护检测一次通过，资料可直接交卫监',
      measurable: '第三方检测报告各测点不超过标准限值',
      achievable: '铅当量按计算书加一档余量，门由厂家安装',
      relevant: '没有检测报告不能申请放射诊疗许可',
      time_bound: '',
    },
  },
  judged: {
    first: '八台管路已敷设，试压合格',
    second: '新风机组晚到，四号诊室吊顶未封，调试要往后排',
    noise: '本周没有投诉',
  },
  charter: {
    purpose: '在原有门诊楼内建成一间可接诊的口腔诊所，通过验收并取得许可。',
    background: '患者预约已经放出；楼内其他租户照常办公。',
    scope: '诊室、CT 室、消毒供应区的装修与机电，牙椅甲供、我方接管。',
    time: '以合同进度为准；移交次周开始接诊。',
    cost: '总价包干，变更先报价、客户确认后再做。',
    quality: '按国家相应验收标准；饰面以封样为准。',
    assumptions: '牙椅按期到货；物业同意早晚施工。',
    success: '各项验收一次通过，移交次周八台牙椅接诊。',
  },
  adjustment: {
    title: '开诊台数由十二台改为先八台',
    reason: '牙椅分两批到货，第二批晚一周，十二台无法同时调试。',
    before: '十二台牙椅移交次周同时接诊',
    after: '移交次周先开八台，余下四台一周内接管',
    impact_resource: '调试人员多留一周（一人）',
    strategy_actions: '先单独调试八台的管路；牙椅到货前备好接口。',
  },
  negotiation: {
    said: '说明到货时间和先开八台的办法；客户关心已预约的患者。',
    result: '同意先开八台，要求书面确认四台的日期。',
  },
  delay: {
    title: '消防验收将晚',
    cause: '新风机组晚到，排烟联动不能按期调试。',
    measures: '',
    revised: '消防验收、移交的新日期见进度计划确认书',
  },
};
