/** Public holidays by a stable name, and what they are called in the languages of the program. */
export const HOLIDAY_NAMES = {
  newYear: { 'zh-CN': '元旦', 'zh-TW': '元旦', en: "New Year's Day" },
  springFestival: { 'zh-CN': '春节', 'zh-TW': '春節', en: 'Spring Festival' },
  peaceMemorial: { 'zh-CN': '和平纪念日', 'zh-TW': '和平紀念日', en: 'Peace Memorial Day' },
  childrensDay: { 'zh-CN': '儿童节', 'zh-TW': '兒童節', en: "Children's Day" },
  qingming: { 'zh-CN': '清明节', 'zh-TW': '清明節', en: 'Tomb-sweeping Day' },
  easter: { 'zh-CN': '复活节', 'zh-TW': '復活節', en: 'Easter' },
  labour: { 'zh-CN': '劳动节', 'zh-TW': '勞動節', en: 'Labour Day' },
  buddha: { 'zh-CN': '佛诞', 'zh-TW': '佛誕', en: "Buddha's Birthday" },
  dragonBoat: { 'zh-CN': '端午节', 'zh-TW': '端午節', en: 'Dragon Boat Festival' },
  establishment: {
    'zh-CN': '香港特别行政区成立纪念日',
    'zh-TW': '香港特別行政區成立紀念日',
    en: 'HKSAR Establishment Day',
  },
  victory: { 'zh-CN': '抗战胜利纪念日', 'zh-TW': '抗戰勝利紀念日', en: 'Victory Day' },
  midAutumn: { 'zh-CN': '中秋节', 'zh-TW': '中秋節', en: 'Mid-Autumn Festival' },
  teachersDay: { 'zh-CN': '教师节', 'zh-TW': '教師節', en: "Teachers' Day" },
  nationalDay: { 'zh-CN': '国庆节', 'zh-TW': '國慶日', en: 'National Day' },
  retrocession: { 'zh-CN': '光复节', 'zh-TW': '光復節', en: 'Retrocession Day' },
  chungYeung: { 'zh-CN': '重阳节', 'zh-TW': '重陽節', en: 'Chung Yeung Festival' },
  constitution: { 'zh-CN': '行宪纪念日', 'zh-TW': '行憲紀念日', en: 'Constitution Day' },
  christmas: { 'zh-CN': '圣诞节', 'zh-TW': '聖誕節', en: 'Christmas' },
} as const satisfies Readonly<Record<string, Readonly<Record<'zh-CN' | 'zh-TW' | 'en', string>>>>;

export type HolidayName = keyof typeof HOLIDAY_NAMES;
