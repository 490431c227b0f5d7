import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/holidays.ts';

export default {
  calendar: '行事曆',
  newCalendar: '新行事曆的名稱',
  title: '國定假日',
  region: '地區',
  regions: { CN: '中國大陸（含調休）', TW: '臺灣', HK: '香港' },
  from: '從（年）',
  to: '到（年）',
  take: '加入假日',
  list: '也可以匯入假日清單：iCalendar（.ics）、表格（.csv）或 JSON。',
  noData: '{{years}} 年沒有官方公布的資料，其餘年份已加入。可以匯入清單補上。',
  added_other: '已加入 {{count}} 天，儲存後生效。',
  read: '從清單讀入 {{count}} 天，{{skipped}} 筆無法辨識。儲存後生效。',
  refused: {
    TOO_LARGE: '檔案太大，不像假日清單。請拆分後再匯入。',
    NOT_A_LIST: '這不是 iCalendar、表格或 JSON 清單。請換一個檔案。',
    NO_DATES: '清單裡沒有可辨識的日期。日期請寫成 2027-01-01 這樣的形式。',
    TOO_MANY_DAYS: '清單的日期太多（超過 20000 天）。請只保留需要的年份。',
  },
} satisfies Translated<typeof zhCN>;
