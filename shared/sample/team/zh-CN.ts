import type { TeamContent } from './texts.ts';

export const teamTexts: TeamContent = {
  authority: '住建局质量监督站',
  expects: {
    owner: '移交后一周就能接诊，费用上不要有意外。',
    own: '三天内答复，按期付款。',
    airSub: '机房腾空，吊车时段说定就不变。',
    joiner: '样板签一次，之后不再换木皮。',
    control: '疏散通道和防火封堵在封闭前能看到。',
  },
  skills: {
    manager: '合同、客户、进度',
    site: '隔墙吊顶、放线、现场安全',
    services: '新风、医用气体、调试',
    buyer: '询价、到货、发票',
  },
  duties: {
    report: '每周给门诊的进度报告',
    handover: '连同全部资料移交各房间',
    training: '护士的负压和空压使用培训',
  },
  weekly: '每周五',
  handover: {
    text: '报价单、门诊任务书第 2 版，以及谈过的噪声和开业周要求。',
    open_points: '第二个吊车台班谁出钱，哪里都没有写。',
  },
  matters: {
    duct: { title: '走廊上方主风管和喷淋管打架', measure: '喷淋管下移 120 mm，两家在图上签字。' },
    doors: { title: '门框到货早于墙面找直' },
  },
  morale: ['开局顺利，沟通直接。', '连续夜间施工，大家累，下周起每周歇两晚。', '第二个班组进场以后好多了。'],
  screening: '楼内照常办公，开业日定死：进度要比平时看得勤。',
  steps: ['门诊在三家里选了我们。', '双方签订合同。', '开工会已开，图纸已批。'],
};
