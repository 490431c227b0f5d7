import type { ControlContent } from '../content.ts';
import { risks } from './risks.ts';

export const control: ControlContent = {
  risks,
  actions: {
    layoutFreeze: {
      text: '兩個方案連同金額、工期交業主，簽認一個後櫃檯定案',
      client: '請從兩個已報價方案選定一個，之後櫃檯不再變更',
    },
    layoutPrice: { text: '與家具廠、消防、水電核算兩個方案金額', client: '兩個方案已報價' },
    layoutStage: {
      text: '分兩階段安裝：主櫃檯隨交屋完成，低檯開診第一週補裝',
      client: '必要時低檯在開診第一週補裝',
    },
    airFactory: { text: '工廠每週傳照片，漏風測試時到廠一次', client: '每週查核工廠進度' },
    airFreight: { text: '業主確認費用後立即安排專車', client: '專車運送隨時可安排' },
    airTemporary: {
      text: '租兩台移動式機組，空調箱未到前先逐間平衡風管',
      client: '空調箱若晚到，先以移動式機組測試',
    },
    firePrecheck: { text: '封天花板前請消防設備師到場預檢', client: '提前安排預檢' },
    fireReserve: { text: '會勘後留兩名消防師傅三天，隨時改善', client: '會勘後留人改善' },
    joineryVisit: { text: '到工廠檢查整批木皮與含水率' },
    joinerySplit: {
      text: '1–6 號診療室門板先到，從這幾間先裝',
      client: '櫃體分兩批進場，先裝 1–6 號診療室',
    },
    chairsConfirm: { text: '請代理商書面確認治療椅到貨日', client: '由貴方代理商書面確認治療椅到貨日' },
    chairsStorage: {
      text: '在工地附近租乾燥倉庫，存放提早或分批到的箱件',
      client: '治療椅分批到貨時有倉庫可放',
    },
    shieldPhotos: {
      text: '封板前逐處拍攝接縫與穿牆，輻防人員簽名',
      client: '每處接縫有紀錄並由輻防人員簽認',
    },
    shieldPatch: { text: '測試當天備鉛板與師傅', client: '測試當天安排師傅待命' },
    labourBook: { text: '預約第二組油漆工班兩週' },
    paymentRemind: { text: '付款批次前十天送估驗單，隔天電話確認' },
    noiseHours: {
      text: '高噪音作業僅限 8:00–10:00 與 17:30 後，提前一週公告',
      client: '高噪音作業只在早晚進行，提前一週公告',
    },
    leakTest: { text: '24 小時試水，管委會見證', client: '試水由管委會見證' },
  },
  reviews: {
    airFirst: '工廠確認依合約日期交貨。',
    airSecond: '馬達到廠延誤，交貨比合約晚兩週。',
    airThird: '馬達已到，組裝中，照片正常。專車運送可搶回四天。',
    layoutFirst: '業主提到想加低檯，尚未決定。',
    layoutSecond: '業主堅持增設低檯，每晚一天定案，家具廠就晚一天。',
    joineryFirst: '工廠排程滿，晚三天開料。',
    joinerySecond: '木皮退貨，風險已發生，見問題 1。',
    fireFirst: '圖面發現兩處灑水頭與燈具衝突。',
    fireSecond: '衝突已解決，預檢已約好。',
    chairsFirst: '代理商要求晚四天，浮時只夠這四天。',
    noiseFirst: '一樓反映噪音。',
    noiseSecond: '新時段執行良好，沒有再反映。',
    leakLast: '試水水位不降，結案。',
  },
  issues: {
    veneer: {
      title: '二十二片櫃門木皮比封樣深',
      measure: '工廠用同一批木皮重做，壓貼前由簡經理到廠確認',
      reason: '工廠混用兩批木皮，沒有和封樣比對',
      client: '有二十二片櫃門與您確認的封樣顏色不一致',
      clientMeasure: '由家具廠免費重做，壓貼前請您先確認木皮',
    },
    sockets: {
      title: '3、5、9 號診療室網路插座做錯側',
      client: '三間診療室的網路插座與圖面不在同一側',
      clientMeasure: '我們對照簽認圖查核，在油漆前改好',
    },
    clash: {
      title: '2、8 號診療室灑水頭與燈具衝突',
      measure: '燈具移位 300 公釐，圖面已更新',
      reason: '天花板圖與灑水圖用了不同版次',
      client: '兩間診療室的燈具與灑水頭位置衝突',
      clientMeasure: '已解決：燈具移位 30 公分，治療椅處照度不變',
    },
    complaint: {
      title: '一樓反映噪音',
      measure: '洗孔僅限 10:00 前與 17:30 後；每週五書面通知管委會',
      reason: '工班在時段公告前就開始洗孔',
      client: '一樓鄰居反映洗孔噪音',
      clientMeasure: '新時段已執行，並與管委會達成共識',
    },
    boards: { title: 'DB-2 配電盤到貨少三只漏電斷路器' },
  },
  decisions: {
    reception: {
      question: '櫃檯選哪個方案：A 依圖一座，還是 B 增設低檯？',
      options:
        'A：依圖施作，不加價，不加工期。\nB：增設低檯，NT$228,000，準時決定則兩天；移一個灑水頭、四個插座。',
      consequence: '晚於此日才選 B，交屋依晚的天數順延',
    },
    freight: {
      question: '空調箱是否改專車運送？',
      options: '是：NT$92,000，早到四天，吊掛遇強風也來得及。\n否：不加價，但到貨與風量平衡之間沒有餘裕。',
      consequence: '未回覆則依一般貨運',
    },
    flooring: {
      question: '診療室地板顏色與接縫',
      options: '暖灰，熱焊。\n淺橡木紋，熱焊。\n藍灰，浮鋪。',
      consequence: '備貨需要四週',
      chosen: '暖灰，熱焊接縫，圓弧踢腳',
    },
  },
};
