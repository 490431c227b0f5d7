/** Calendars and public holidays. */
export default {
  calendar: '日历',
  newCalendar: '新日历的名称',
  title: '法定节假日',
  region: '地区',
  regions: { CN: '中国大陆（含调休）', TW: '台湾', HK: '香港' },
  from: '从（年）',
  to: '到（年）',
  take: '加入节假日',
  list: '也可以导入节假日清单：iCalendar（.ics）、表格（.csv）或 JSON。',
  noData: '{{years}} 年没有官方公布的数据，其余年份已加入。可以导入清单补上。',
  added_other: '已加入 {{count}} 天，保存后生效。',
  read: '从清单读入 {{count}} 天，{{skipped}} 条无法识别。保存后生效。',
  refused: {
    TOO_LARGE: '文件太大，不像节假日清单。请拆分后再导入。',
    NOT_A_LIST: '这不是 iCalendar、表格或 JSON 清单。请换一个文件。',
    NO_DATES: '清单里没有可识别的日期。日期请写成 2027-01-01 这样的形式。',
    TOO_MANY_DAYS: '清单的日期太多（超过 20000 天）。请只保留需要的年份。',
  },
} as const;
