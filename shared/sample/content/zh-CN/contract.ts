import type { ContractContent } from '../content.ts';

export const contract: ContractContent = {
  title: '门诊部装修及机电改造工程施工合同',
  code: 'AH-2024-07',
  signReason: '争议解决方式待双方法务商定，随补充协议一起签订，不影响开工。',
  warrantyTerms: '防水五年，其余两年；工作时间内四小时响应，次日到场。',
  sides: {
    client: {
      rights: '按签认图纸验收每个阶段；在约定时限内答复变更。',
      obligations: '按期付款；提供停电停水窗口；甲供牙椅和影像设备按计划到场。',
    },
    own: {
      rights: '按节点收款；因甲供设备或甲方变更顺延工期。',
      obligations: '按图纸和规范施工，取得消防和放射防护验收，按期移交。',
    },
  },
  clauses: {
    scope: {
      title: '工程范围',
      text: '二层 640 平方米的装修、新风、配电、弱电、喷淋改造及医用气、负压系统。牙椅和影像设备由甲方供货。',
    },
    deliverables: {
      title: '交付物与验收条件',
      text: '签认施工图、放射防护检测报告、竣工资料和移交的门诊，标准和验收条件见清单。',
    },
    schedule: { title: '工期和里程碑', text: '自启动会起按合同进度计划执行，竣工移交日期为合同日期。' },
    fees: { title: '合同价款', text: '固定总价；额外费用和变更费用另行书面确认。' },
    payment: { title: '付款', text: '预付款三成，其余按拆除、隐蔽验收、移交分期支付，质保金百分之五。' },
    quality: { title: '质量标准', text: '按国家现行验收规范执行。', worded: 'GB 50210、GB 50243、GBZ 130' },
    acceptance: {
      title: '验收',
      text: '每个阶段完成后三个工作日内联合验收。',
      worded: '双方联合检查，签署带照片的验收单',
    },
    change: {
      title: '变更',
      text: '变更以书面提出，五个工作日内答复价格和工期，双方签字后执行。',
      worded: '沈院长与项目经理',
    },
    reporting: { title: '进度周报', text: '每周五发送书面周报，重大事项当天告知。' },
    rights: { title: '双方的权利和义务', text: '双方各设一名联系人，口头意见当天书面确认。' },
    liability: {
      title: '逾期违约金',
      text: '逾期移交按合同总额每日万分之五计，宽限三天，累计不超过百分之五。',
    },
    lateUnit: {
      title: '新风机组逾期到场违约金',
      text: '新风机组未按合同日期到场，按合同总额每日万分之二计，宽限三天，累计不超过百分之一。',
    },
    risk_share: { title: '风险分担', text: '楼宇停电、政府检测延误顺延工期，费用各自承担。' },
    warranty: { title: '质量保修', text: '移交后两年，防水五年；质保金一年后释放。' },
  },
  briefing: '逐条讲解计算办法：三天宽限，之后每天约一千四百元，到上限为止。',
  deliverables: {
    drawings: {
      name: '签认的施工图和设备点位图',
      standard: '制图标准，各室点位齐全',
      acceptance_criteria: '顾经理逐间签认',
      acceptance_method: '图纸签字',
    },
    radiationReport: {
      name: '放射防护检测报告',
      standard: 'GBZ 130',
      acceptance_criteria: '检测合格，由有资质机构出具',
      acceptance_method: '核对报告原件',
    },
    records: {
      name: '竣工图、说明书和检测资料',
      standard: '竣工资料归档要求',
      acceptance_criteria: '目录所列齐全',
      acceptance_method: '按目录清点',
    },
    clinic: {
      name: '可开诊的门诊',
      standard: '合同第六条所列规范',
      acceptance_criteria: '消防、防护验收合格，整改项清零',
      acceptance_method: '双方联合检查，签移交单',
    },
  },
  instalments: {
    advance: '预付款',
    strip: '拆除验收款',
    hidden: '隐蔽验收款',
    final: '移交款',
    retention: '质保金',
  },
  fees: { operating: '7 号诊室改种植手术室的吊塔预埋与加固', desk: '前台增加无障碍低位台' },
  budget: {
    labour: '自有班组人工',
    material: '装饰与管线材料',
    equipment: '新风机组与机房设备',
    subcontract: '分包工程',
    overhead: '现场管理费',
  },
  legal: {
    topic: '违约金上限和宽限期是否合理',
    adviser: '合同法律顾问 许律师',
    advice: '按总额百分之五封顶并约定宽限期符合惯例；应写明甲供设备延误的顺延。',
    outcome: '已写入第 11.2 条和第 12 条。',
  },
  benchmark: {
    topic: '640 平方米门诊装修工期',
    industry_value: '100–120 个工作日',
    own_value: '上一家门诊 98 个工作日',
    source: '公司近三年项目记录',
  },
  rules: {
    radiation: { text: 'CT 室放射防护须经有资质机构检测合格后使用', basis: '放射诊疗管理规定' },
    fire: { text: '消防设计审查通过后方可施工', basis: '建设工程消防设计审查验收管理规定' },
    noise: { text: '噪声作业只在 10:00 前和 17:30 后', basis: '物业装修管理规约' },
  },
  sub: {
    title: '新风系统安装分包合同',
    clause: { title: '分包范围', text: '新风风管、风机盘管和机组的吊装、接管与调试。' },
    instalment: '机组到场款',
  },
};
