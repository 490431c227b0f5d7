/** What people say and write from the first talk to the signed contract, in their own language. */
import type { Locale } from '#shared/i18n/index.ts';

export interface Words {
  readonly me: string;
  readonly client: string;
  readonly contact: string;
  readonly project: string;
  readonly talk: string;
  readonly nextStep: string;
  readonly expectation: string;
  readonly smart: Readonly<
    Record<'specific' | 'measurable' | 'achievable' | 'relevant' | 'time_bound', string>
  >;
  /** Title of a clause whose words tell that it is about liability. */
  readonly penalty: string;
  readonly deposit: string;
  readonly balance: string;
  readonly reason: string;
  readonly cause: string;
  readonly measures: string;
  readonly after: string;
  readonly resource: string;
  readonly said: string;
}

const JOURNEY: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    me: '王经理',
    client: '华成建设',
    contact: '李工',
    project: '泵站改造',
    talk: '电话：汛期前必须能排水',
    nextStep: '整理期望并回复',
    expectation: '汛期前恢复排水',
    smart: {
      specific: '两台水泵同时运行，排水量达到设计值',
      measurable: '连续运行 72 小时，流量不低于 1200 立方米每小时',
      achievable: '同型号水泵已在三个泵站使用',
      relevant: '汛期前防洪检查的条件',
      time_bound: '通水验收前一周完成',
    },
    penalty: '逾期违约金',
    deposit: '首付款',
    balance: '尾款',
    reason: '补充协议另行签订',
    cause: '进口水泵清关延误',
    measures: '改由空运，安装队加一班',
    after: '先投运一台水泵，第二台三周后投运',
    resource: '安装队加一班，三周',
    said: '客户同意分两步投运',
  },
  'zh-TW': {
    me: '王經理',
    client: '華成營造',
    contact: '李工程師',
    project: '抽水站改善',
    talk: '電話：汛期前必須能排水',
    nextStep: '整理期望並回覆',
    expectation: '汛期前恢復排水',
    smart: {
      specific: '兩台抽水機同時運轉，排水量達到設計值',
      measurable: '連續運轉 72 小時，流量不低於每小時 1200 立方公尺',
      achievable: '同型抽水機已用於三座抽水站',
      relevant: '汛期前防洪檢查的條件',
      time_bound: '通水驗收前一週完成',
    },
    penalty: '逾期違約金',
    deposit: '頭期款',
    balance: '尾款',
    reason: '補充協議另行簽訂',
    cause: '進口抽水機通關延誤',
    measures: '改為空運，安裝班加一班',
    after: '先啟用一台抽水機，第二台三週後啟用',
    resource: '安裝班加一班，三週',
    said: '客戶同意分兩步啟用',
  },
  en: {
    me: 'Ann Wardle',
    client: 'Huacheng Construction',
    contact: 'Li Gong',
    project: 'Pump station refit',
    talk: 'Call: drainage has to work before the flood season',
    nextStep: 'Write the expectations up and answer',
    expectation: 'Drainage works again before the flood season',
    smart: {
      specific: 'Both pumps run together and drain what they were designed for',
      measurable: '72 hours without a stop, at least 1200 cubic metres an hour',
      achievable: 'The same pump runs in three other stations',
      relevant: 'The flood inspection asks for it',
      time_bound: 'A week before the trial run',
    },
    penalty: 'Penalty for delay',
    deposit: 'Deposit',
    balance: 'Balance',
    reason: 'A supplement follows',
    cause: 'The imported pump is held up at customs',
    measures: 'Air freight, and a second shift for the fitters',
    after: 'One pump runs first, the second three weeks later',
    resource: 'A second shift of fitters for three weeks',
    said: 'The client agrees to two steps',
  },
};

export const wordsOfJourney = (locale: Locale): Words => JOURNEY[locale];
