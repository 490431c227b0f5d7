import type { ControlContent } from '../content.ts';
import { risks } from './risks.ts';

export const control: ControlContent = {
  risks,
  actions: {
    layoutFreeze: {
      text: '两个方案连同价格、工期交甲方，签认一个后前台冻结',
      client: '请从两个已报价方案中选定一个，此后前台不再变更',
    },
    layoutPrice: { text: '与家具厂、消防、电气核出两个方案的价格', client: '两个方案已报价' },
    layoutStage: {
      text: '分两步安装：主台随移交完成，低位台开诊第一周补装',
      client: '必要时低位台在开诊第一周补装',
    },
    airFactory: { text: '工厂每周发照片，漏风试验时到厂一次', client: '每周核查工厂进度' },
    airFreight: { text: '甲方确认费用后立即订专车加急', client: '专车加急随时可订' },
    airTemporary: {
      text: '租两台移动机组，机组未到时先逐间平衡风管',
      client: '机组若晚到，先用移动机组调试',
    },
    firePrecheck: { text: '封吊顶前请验收人员到场预检', client: '提前请验收部门预检' },
    fireReserve: { text: '测试后留两名消防安装工三天，随时整改', client: '测试后留人整改' },
    joineryVisit: { text: '到工厂检查整批木皮和含水率' },
    joinerySplit: {
      text: '1–6 号诊室门板先到，先从这几间装起',
      client: '柜体分两批到场，先装 1–6 号诊室',
    },
    chairsConfirm: { text: '请经销商书面确认牙椅到货日期', client: '由贵方经销商书面确认牙椅到货日' },
    chairsStorage: {
      text: '在现场附近租干燥库房，存放提前或分批到的箱件',
      client: '牙椅分批到货时有库房可存',
    },
    shieldPhotos: {
      text: '封板前逐处拍摄接缝和穿墙，检测单位签字',
      client: '每处接缝有记录并由检测单位签认',
    },
    shieldPatch: { text: '检测当天备铅板和安装工', client: '检测当天安排安装工待命' },
    labourBook: { text: '预约第二支油漆班组两周' },
    paymentRemind: { text: '付款批次前十天报进度款，次日电话确认' },
    noiseHours: {
      text: '噪声作业只在 8:00–10:00 和 17:30 后，提前一周公示',
      client: '噪声作业只在早晚进行，提前一周公示',
    },
    leakTest: { text: '24 小时蓄水试验，物业见证', client: '蓄水试验由物业见证' },
  },
  reviews: {
    airFirst: '工厂确认按合同日期交货。',
    airSecond: '电机到厂晚，交货比合同晚两周。',
    airThird: '电机已到，机组装配中，照片正常。专车加急可抢回四天。',
    layoutFirst: '甲方提到想加低位台，尚未决定。',
    layoutSecond: '甲方坚持增加低位台，每晚一天定，家具厂就晚一天。',
    joineryFirst: '工厂排产满，晚三天开料。',
    joinerySecond: '木皮退货，风险已发生，见问题 1。',
    fireFirst: '图上发现两处喷淋头与灯具冲突。',
    fireSecond: '冲突已解决，已约好验收人员预检。',
    chairsFirst: '经销商要求晚四天，浮动时间只够这四天。',
    noiseFirst: '一层投诉。',
    noiseSecond: '新时段执行良好，没有再投诉。',
    leakLast: '蓄水试验水位不降，关闭。',
  },
  issues: {
    veneer: {
      title: '二十二块柜门木皮比封样颜色深',
      measure: '工厂用同一批木皮重做，压贴前由顾经理到厂确认',
      reason: '工厂混用两批木皮，没有与封样比对',
      client: '有二十二块柜门与您确认的封样颜色不一致',
      clientMeasure: '由家具厂免费重做，压贴前请您先确认木皮',
    },
    sockets: {
      title: '3、5、9 号诊室网络点位装反侧',
      client: '三间诊室的网络点位与图纸不在同一侧',
      clientMeasure: '我们对照签认图核查，在刷涂料前改到位',
    },
    clash: {
      title: '2、8 号诊室喷淋头与灯具冲突',
      measure: '灯具移位 300 毫米，图纸已更新',
      reason: '吊顶图与喷淋图用了不同版本',
      client: '两间诊室的灯具与喷淋位置冲突',
      clientMeasure: '已解决：灯具移位 30 厘米，牙椅处照度不变',
    },
    complaint: {
      title: '一层投诉噪声',
      measure: '开孔只在 10:00 前和 17:30 后；每周五书面告知物业',
      reason: '班组在时段公示前就开始开孔',
      client: '一层邻居投诉开孔噪声',
      clientMeasure: '新时段已执行，并与物业达成一致',
    },
    boards: { title: 'DB-2 配电箱到货少三只漏电保护器' },
  },
  decisions: {
    reception: {
      question: '前台选哪个方案：A 按图一个台，还是 B 增加低位台？',
      options:
        'A：按图施工，不加价，不加工期。\nB：增加低位台，48,500 元，按时确定则两天；移一个喷淋头、四个插座。',
      consequence: '晚于此日才定 B，移交按晚的天数顺延',
    },
    freight: {
      question: '新风机组是否走专车加急？',
      options: '是：19,600 元，早到四天，吊装遇大风也来得及。\n否：不加价，但到货与风量平衡之间没有余量。',
      consequence: '不答复则按普通物流发运',
    },
    flooring: {
      question: '诊室地面颜色和接缝',
      options: '暖灰，焊接。\n浅橡木纹，焊接。\n蓝灰，自由铺。',
      consequence: '供货需要四周',
      chosen: '暖灰，焊接接缝，圆弧踢脚',
    },
  },
};
