import type { TalkContent } from '../content.ts';

export const talk: TalkContent = {
  last: {
    title: '第 6 次进度会',
    place: '会议室，安和口腔门诊部',
    expectation_effect: '移交目标日期目前不变；新风若再晚一周，将影响竣工验收。',
    client_opinion: '沈院长希望少开会、多看现场照片。',
    internal_notes: '专车费用我方最多承担一半，利润已经很紧。',
  },
  coming: { title: '第 7 次进度会', place: '施工现场' },
  items: {
    progress: { text: '隔墙和风管安装完成，比计划晚一天' },
    airUnit: {
      text: '新风机组电机缺货，供货商内部排产混乱',
      client: '新风机组预计晚到两周，正在谈专车运输',
      result: '专车方案一周内给出价格',
    },
    margin: { text: '专车费用怎么分摊：先不向客户提' },
    saturday: { text: '周六能否进行噪声作业', result: '同意，9:00 至 16:00，提前一天告知物业' },
    samples: { text: '带新木皮样板到现场' },
    drawing: { text: '把修改后的点位图发给护士长' },
    crew: { text: '请公司调两名木工支援一周' },
    reception: { text: '前台方案：A 还是 B' },
    handover: { text: '移交前的清洁和培训怎样安排' },
  },
  promises: {
    minutes: { text: '三天内把会议纪要和联系人名单发给沈院长' },
    quiet: { text: '开孔全部改到 10:00 前，周一起执行' },
    colour: { text: '后天确认地面色号', reason: '班组样板册缺货，晚了两天才确认' },
    options: { text: '今天把前台两个方案的价格和工期发给沈院长' },
    sockets: {
      text: '周五前改好 3、5、9 号诊室的网络点位',
      client: '下周二前改好 3、5、9 号诊室的网络点位',
      reason: '与诊室设备安装错开，护士长同意改到下周二',
    },
    veneer: { text: '下周末前陪您到工厂看新木皮' },
  },
  glossary: [
    {
      term: '新风机组',
      client_term: '换气设备',
      meaning: '把室外的新鲜空气过滤后送进诊室的设备，装在吊顶里。',
    },
    {
      term: '隐蔽工程验收',
      client_term: '封板前检查',
      meaning: '墙面和吊顶封起来以前，双方一起检查里面的管线。',
    },
  ],
};
