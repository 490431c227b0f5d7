import type { RelationsContent } from '../relations.ts';

export const relations: RelationsContent = {
  background: '民营口腔机构，已有一家门诊，第二家靠银行贷款建设，开业三个月后开始还款。',
  goals: '一年内十二间诊室全部投用，种植牙不再外转。',
  trends: '患者希望有晚间门诊；诊室通风要求越来越严。',
  preferences: {
    time: {
      topic: '联系时间',
      value: '中午 13:00–14:00，或 17:30 以后',
      evidence: '其他时间打的电话都没有接。',
    },
    writing: { topic: '决策方式', value: '当场拍板，当天邮件补上金额', evidence: '前台和地面都是这样定的。' },
    pay: { topic: '开票', value: '每月一张，注明变更编号', evidence: '两张没有编号的发票被退回。' },
  },
  culture: [
    { topic: 'decision_style', text: '院长拍板，但要先听运营主管的意见。' },
    { topic: 'etiquette', text: '当着患者称呼“院长”，不直呼姓名。' },
    { topic: 'holidays', text: '春节前一周起停诊，不安排吵闹的工序。' },
  ],
  strategy: {
    needs: '按承诺的日期开业；楼下患者没有投诉。',
    constraints: '楼内有人办公：吵闹的工序只能在 10:00 前和 17:30 后。',
    planning: '每个有噪声的周，提前与物业书面约定时段。',
    execution: '每周二陪运营主管看现场；每次封板前拍照发给护士长。',
    closing: '移交时给团队做两天培训；使用一周后回访。',
  },
  concerns: {
    noise: { text: '打孔会不会让楼下没法看诊？', latent: '楼下的诊疗一次也不因噪声中断。' },
    opening: { text: '牙椅要是晚到怎么办？', latent: '牙椅晚到一周也不影响开业日期。' },
    dust: { text: '消毒间进灰，验收就过不了。' },
  },
  market: [
    {
      kind: 'competitor',
      topic: '今年本市有两个口腔门诊装修逾期交付',
      source: '行业媒体',
      implication: '对这个客户，可靠的开业日期比折扣更值钱。',
    },
    {
      kind: 'trend',
      topic: '诊室换气次数要求提高',
      source: '征求意见稿',
      implication: '空调机组留出余量，并告诉客户。',
    },
  ],
  care: {
    week: '已完工诊室使用一周后电话回访',
    anniversary: '第一家门诊使用两年，了解运行情况',
    greeting: '新门诊开业祝贺',
  },
  careResult: '运行良好；按我们的建议，空压机移到了安静的一侧。',
  referral: { name: '隔壁康复中心', note: '看到前台后主动来问。' },
  remarks: {
    tidy: { text: '每次来现场都打扫得很干净，谢谢。' },
    smell: { text: '门诊时间楼梯间有油漆味。', measure: '改用低气味涂料，门诊时间封闭楼梯间门。' },
    lift: { text: '材料能不能八点前运完，把电梯留给患者？' },
  },
  answers: { spring: '开头不错，希望变更能早点告诉我们。', lately: '周报很清楚，继续保持。' },
};
