import type { RequirementContent } from './texts.ts';

export const requirementTexts: RequirementContent = {
  session: {
    topic: '老门诊的一天：谁在哪里工作，哪里不顺手',
    participants: '院长、运营经理、护士长',
    notes: '护士端着用过的器械穿过候诊区；前台说话候诊的人都听得见。',
  },
  questionnaire: {
    title: '移交之前：您在新诊室里怎样工作',
    introduction: '大约十分钟。您的回答决定我们怎样移交和培训。',
    open: '不管发生什么，开业第一天早上必须能用的是什么？',
    choice: '什么时候可以培训护士？',
    choices: ['开诊之前', '午休', '周六'],
    scale: '到目前为止，您觉得我们把施工情况说清楚了吗？',
  },
  source: '门诊任务书第 2 版',
  requirements: {
    noise: {
      text: '负压和新风运行时诊室要安静',
      rationale: '患者容易紧张，镇静治疗时要说话。',
      measure: '诊室中央的声压级',
      target: '≤ 40',
      unit: 'dB(A)',
      solution: '设备装橡胶减振，进每间诊室前装消声器。',
    },
    pressure: {
      text: '八台牙椅同时使用时负压足够',
      rationale: '第一周起所有椅位都约满了。',
      measure: '八台同时打开时每台的流量',
      target: '≥ 300',
      unit: 'L/min',
    },
    power: {
      text: '停电时空压机和服务器坚持到治疗做完',
      rationale: '去年冬天停过两次电，一位患者做到一半只好离开。',
      measure: '备用电源供电时间',
      target: '≥ 30',
      unit: '分钟',
    },
    privacy: {
      text: '候诊的人听不到前台说的话',
      rationale: '患者在前台说病情和费用。',
      evidence: '没有人提过；在老门诊看到患者在前台都压低声音。',
      solution: '前台装玻璃隔断，顶面用吸声材料。',
    },
  },
  check: '仍然成立，消声器已画进图纸。',
};
