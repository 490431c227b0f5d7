import type { PeopleContent } from '../content.ts';
import { everyYear, lunarNewYears } from '../holidays.ts';

export const people: PeopleContent = {
  company: {
    name: '杭州衡筑装饰机电工程有限公司',
    address: '浙江省杭州市拱墅区石桥路 0 号衡筑楼 5 层',
    phone: '0571-0000 0140',
    email: 'office@hengzhu.example.com',
  },
  client: {
    name: '安和口腔门诊部',
    nameEn: 'Anhe Dental Clinic',
    industry: '口腔医疗',
    address: '浙江省杭州市滨江区江晖路 0 号天汇中心 2 层',
    phone: '0571-0000 0182',
    notes:
      '这是安和的第二家门诊。沈院长当场就能拍板，但当天要看到书面数字。每月最后一个周五集中付款，错过就要等下个月。' +
      '移交后的下一周已经排了患者，所以对方最在意的是移交日期，其次才是变更价格。',
  },
  contacts: {
    owner: {
      name: '沈若琳',
      title: '院长、投资人',
      phone: '130 0000 0141',
      email: 'shen.ruolin@anhe-dental.example.com',
      im: 'shen-anhe',
      notes: '上午出诊，13:00 以后或 17:30 以后打电话。',
    },
    director: {
      name: '顾明远',
      title: '运营经理',
      phone: '130 0000 0152',
      email: 'gu.mingyuan@anhe-dental.example.com',
      im: 'gu-anhe',
      notes: '代表使用科室，管饰面、房间布局和院感要求，每周二到现场。',
    },
    finance: {
      name: '方雅琴',
      title: '财务主管',
      phone: '0571-0000 0185',
      email: 'finance@anhe-dental.example.com',
      im: '',
      notes: '审核付款和增加费用，每张发票都要注明变更单号。',
    },
    nurse: {
      name: '郭小敏',
      title: '护士长、现场代表',
      phone: '130 0000 0163',
      email: 'guo.xiaomin@anhe-dental.example.com',
      im: 'guo-anhe',
      notes: '拿着设备点位图逐间核对，习惯发微信照片。',
    },
  },
  project: {
    name: '安和口腔门诊部装修及机电改造工程',
    code: 'HZ-2417',
    description:
      '在用写字楼二层，建筑面积 640 平方米：十二间诊室、一间口腔 CT 室（铅防护）、消毒供应区、前台候诊区。' +
      '新建 9000 m³/h 新风系统、空压与负压机房，配电、弱电和喷淋改造。牙椅和影像设备由甲方供货。' +
      '楼内其他单位照常办公，噪声作业只能在 8:00–10:00 和 17:30 以后进行。',
    currency: 'CNY',
    contractMinor: 286_000_000,
  },
  parties: {
    manager: '陈志恒',
    site: '吴国栋',
    services: '林晓峰',
    buyer: '徐佳怡',
    designer: '衡筑设计室',
    airSub: '钱江暖通安装有限公司',
    fireSub: '安盾消防工程有限公司',
    shieldSub: '康屏辐射防护工程有限公司',
    finishSub: '宏匠装饰班组（宏匠建筑劳务）',
    joinerSupplier: '木禾医疗家具厂',
    airSupplier: '北岭空调设备有限公司',
    chairSupplier: '齿达医疗器械（甲方供货）',
    client: '安和口腔门诊部',
  },
  communicationOwner: 'manager',
  calendar: '现场日历：周一至周六',
  holidays: [
    everyYear('元旦', 1, 1),
    ...lunarNewYears('春节'),
    everyYear('劳动节', 5, 1),
    everyYear('劳动节', 5, 2),
    everyYear('国庆节', 10, 1),
    everyYear('国庆节', 10, 2),
    everyYear('国庆节', 10, 3),
  ],
  powerCut: '大楼停电检修，停工',
  baseline: '合同进度计划',
  comms: {
    kickoff: {
      summary:
        '在门诊部召开启动会，沈院长、顾经理、方主管参加。约定：每周五发周报；双方各设一名联系人；噪声作业只在 10:00 前和 17:30 后。',
      next: '发会议纪要和联系人名单',
    },
    frozen: {
      summary: '与顾经理逐间签认设备点位图。7 号诊室改为种植手术室，增加两个插座和一个负压吸引点，价格不变。',
      next: '把签认图发给设计和各分包',
    },
    permit: {
      summary:
        '告知沈院长：消防设计审查因疏散距离的一条意见多用了两个工作日，现已通过。拆除开工相应顺延两天。',
    },
    noise: {
      summary: '沈院长来电：一层会计师事务所向物业投诉上午 11 点水钻开孔太吵。',
      next: '开孔全部改到 10:00 前，并书面告知物业',
    },
    floor: {
      summary: '与顾经理在现场看三种卷材样板，选定暖灰色、焊接接缝，诊室踢脚做 100 毫米圆弧上墙。',
      next: '向地面班组确认色号',
    },
    airUnit: {
      summary: '视频沟通新风机组：风机电机到厂晚了，交货预计推迟约两周。沈院长问抢回一周要花多少钱。',
      next: '报专车加急的费用和对移交日期的影响',
    },
    veneer: {
      summary: '顾经理发现首批柜门木皮比封样颜色深，二十二块门板退回重做。',
      next: '陪顾经理到工厂确认新木皮',
    },
    report: { summary: '第 2 期周报已发沈院长，抄送顾经理、方主管。' },
    layout: {
      summary:
        '沈院长希望前台增加一个低位台，方便轮椅患者登记。现场勾了两个方案，较长的方案要移一个喷淋头和四个插座。',
      next: '把两个方案的价格和工期发给她选',
    },
    sockets: {
      summary: '郭护士长发来照片：3、5、9 号诊室的网络点位做在助手侧，图纸在医生侧。',
      next: '对照签认图核查，答复整改日期',
    },
    invoice: {
      summary: '向方主管询问第三期进度款，已经审批，随月底付款批次支付。',
      next: '核对第三期进度款是否到账',
    },
  },
};
