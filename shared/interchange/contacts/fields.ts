/** B17: columns of address books and CRM exports, by the names that 纷享销客, Zoho CRM, Google and Outlook give them. */
import { normalTitle } from '../table/fields.ts';

/** What a column can hold; texts are `contactImport:field.<field>`. */
export const CONTACT_FIELDS = [
  'name',
  'family',
  'given',
  'company',
  'title',
  'department',
  'phone',
  'mobile',
  'email',
  'im',
  'street',
  'city',
  'region',
  'code',
  'country',
  'industry',
  'taxNo',
  'owner',
  'language',
  'website',
  'notes',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Titles as `normalTitle` leaves them. The first fitting field of the list wins a title; the first title a field. */
const NAMES: Readonly<Record<ContactField, string>> = {
  name: 'full name|contact name|contact person|name|person|display name|file as|姓名|联系人姓名|联系人|联系人名称|客户联系人|聯絡人|聯絡人姓名|聯絡人名稱|聯繫人|收件人',
  family: 'last name|lastname|family name|surname|姓|姓氏|last',
  given: 'first name|firstname|given name|名|名字|first',
  company:
    'account name|company|company name|client name|client|customer|customer name|organization name|organization|organisation|organization 1 name|account|firm|employer|客户名称|客户|公司|公司名称|单位|单位名称|企业名称|所属客户|客户简称|客戶名稱|客戶|公司名稱|單位|單位名稱|廠商名稱|企業名稱',
  title:
    'title|job title|position|designation|organization title|organization 1 title|role|职务|职位|岗位|头衔|职称|職稱|職位|職務|頭銜',
  department: 'department|organization department|dept|部门|所属部门|部門|所屬部門',
  mobile:
    'mobile|mobile phone|cell|cell phone|cellphone|phone 1 value|手机|手机1|手机号|手机号码|移动电话|手機|手機號碼|行動電話',
  phone:
    'phone|telephone|tel|phone number|business phone|work phone|company main phone|home phone|phone 2 value|other phone|contact phone|电话|电话1|联系电话|固定电话|座机|办公电话|公司电话|電話|聯絡電話|市話|公司電話|連絡電話',
  email:
    'email|e mail|email address|e mail address|e mail 1 value|email 1 value|mail|primary email|邮箱|邮件|电子邮件|电子邮箱|邮箱地址|電子郵件|電子信箱|信箱|郵件',
  im: 'wechat|wechat id|weixin|qq|line|line id|skype|skype id|im|im 1 value|whatsapp|微信|微信号|qq号|微信號|即时通讯|即時通訊',
  street:
    'address|mailing street|billing street|street|business street|home street|address 1 street|address 1 formatted|shipping street|full address|地址|详细地址|通讯地址|联系地址|办公地址|詳細地址|通訊地址|聯絡地址|公司地址',
  city: 'city|mailing city|billing city|business city|address 1 city|市|城市|縣市',
  region:
    'state|mailing state|billing state|province|region|business state|address 1 region|省|省份|省市|区域|區域',
  code: 'zip|mailing zip|billing code|postal code|zip code|postcode|business postal code|address 1 postal code|邮编|邮政编码|郵遞區號',
  country:
    'country|mailing country|billing country|business country region|address 1 country|国家|国家地区|國家',
  industry:
    'industry|sector|client type|account type|行业|所属行业|一级行业|客户行业|客户类型|產業|行業|產業別|行業別|客戶類型',
  taxNo:
    'tax no|tax id|tax number|vat|vat id|trn|税号|纳税人识别号|统一社会信用代码|工商注册号|統一編號|稅籍編號|統編',
  owner:
    'contact owner|account owner|lead owner|owner|sales owner|account manager|负责人|客户负责人|归属人|跟进人|业务员|負責人|業務|業務員|承辦人',
  language: 'language|preferred language|lang|语言|語言|語系',
  website: 'website|web site|url|web page|website 1 value|homepage|网址|官网|公司网址|主页|網址|官網',
  notes:
    'description|notes|note|remarks|remark|comments|internal notes|memo|备注|描述|说明|客户备注|備註|附註|說明|描述說明',
};

const compact = (text: string): string => text.replaceAll(' ', '');

const KNOWN: ReadonlyMap<string, { readonly field: ContactField; readonly place: number }> = (() => {
  const out = new Map<string, { field: ContactField; place: number }>();
  for (const field of CONTACT_FIELDS)
    for (const [place, name] of NAMES[field].split('|').entries()) {
      const key = compact(normalTitle(name));
      if (key !== '' && !out.has(key)) out.set(key, { field, place });
    }
  return out;
})();

/** Ids of other programs, and columns whose title only contains a known word, mean nothing here. */
export function contactFieldOf(
  title: string,
): { readonly field: ContactField; readonly place: number } | null {
  // Zoho marks the ids of what a column names by `.id`.
  if (/\.id$/i.test(title.trim())) return null;
  return KNOWN.get(compact(normalTitle(title))) ?? null;
}

/** Programs whose exports are told apart by their columns; `general` is every other table. */
export const CONTACT_PROFILES = ['zoho', 'fxiaoke', 'google', 'outlook', 'general'] as const;
export type ContactProfile = (typeof CONTACT_PROFILES)[number];

const SIGNS: readonly (readonly [ContactProfile, number, readonly string[]])[] = [
  [
    'zoho',
    2,
    [
      'recordid',
      'contactownerid',
      'accountownerid',
      'leadownerid',
      'accountnameid',
      'leadsource',
      'mailingstreet',
      'billingstreet',
      'createdtime',
      'tag',
    ],
  ],
  [
    'fxiaoke',
    2,
    [
      '负责人主属部门',
      '归属部门',
      '客户级别',
      '生命状态',
      '最后跟进时间',
      '最后跟进人',
      '业务类型',
      '手机1',
      '电话1',
      '客户来源',
      '成交状态',
      '公海',
      '所属公海',
      '负责人所在部门',
    ],
  ],
  [
    'google',
    2,
    [
      'email1value',
      'phone1value',
      'organizationname',
      'organization1name',
      'labels',
      'groupmembership',
      'namesuffix',
    ],
  ],
  [
    'outlook',
    2,
    [
      'emailaddress',
      'emaildisplayname',
      'businessphone',
      'businessstreet',
      'companymainphone',
      'businessfax',
    ],
  ],
];

/** The program that wrote a table with these titles. */
export function profileOf(titles: readonly string[]): ContactProfile {
  const keys = new Set(titles.map((title) => compact(normalTitle(title))));
  let best: ContactProfile = 'general';
  let most = 0;
  for (const [profile, needed, signs] of SIGNS) {
    const found = signs.filter((sign) => keys.has(compact(normalTitle(sign)))).length;
    if (found >= needed && found > most) [best, most] = [profile, found];
  }
  return best;
}
