/** B17: what the title of a column says: by the whole title first, by the words in it second. */
import { normalTitle } from '../table/fields.ts';
import type { ContactField } from './fields.ts';

/** Further numbers and addresses have no titles of their own: they are what is left of their kind. */
type Named = Exclude<ContactField, 'phone2' | 'phone3' | 'email2' | 'email3' | 'im2'>;

/** Titles as `normalTitle` leaves them. The first fitting field of the list wins a title; the first title a field. */
const NAMES: Readonly<Record<Named, string>> = {
  name: 'full name|contact name|contact person|name|person|display name|file as|姓名|联系人姓名|联系人|联系人名称|客户联系人|聯絡人|聯絡人姓名|聯絡人名稱|聯繫人|收件人|ansprechpartner|contact',
  family: 'last name|lastname|family name|surname|姓|姓氏|last|nachname',
  given: 'first name|firstname|given name|名|名字|first|vorname',
  middle: 'middle name|middlename|additional name|中间名|中間名',
  company:
    'account name|company|company name|client name|client|customer|customer name|organization name|organization|organisation|organization 1 name|account|firm|employer|客户名称|客户|公司|公司名称|单位|单位名称|企业名称|企业|所属客户|客户简称|客戶名稱|客戶|公司名稱|單位|單位名稱|廠商名稱|企業名稱|企業|供應商名稱|供应商名称|firma',
  title:
    'job title|organization title|organization 1 title|position|designation|职务|职位|岗位|头衔|职称|職稱|職位|職務|title|role|頭銜',
  department: 'department|organization department|dept|部门|所属部门|部門|所屬部門|abteilung',
  mobile:
    'mobile|mobile phone|cell|cell phone|cellphone|mobile number|mobile phone number|手机|手机1|手机号|手机号码|移动电话|手機|手機號碼|行動電話',
  phone:
    'phone 1 value|phone|telephone|tel|phone number|business phone|work phone|work|company main phone|contact phone|电话|电话1|联系电话|固定电话|座机|办公电话|公司电话|電話|聯絡電話|市話|公司電話|連絡電話|telefon',
  extension: 'extension|ext|phone extension|分机|分机号|分機|分機號碼',
  email:
    'email|e mail|email address|e mail address|e mail 1 value|email 1 value|mail|primary email|邮箱|邮件|电子邮件|电子邮箱|邮箱地址|電子郵件|電子信箱|信箱|郵件',
  im: 'wechat|wechat id|weixin|微信|微信号|微信號|line|line id|qq|qq号|skype|skype id|im|im 1 value|whatsapp|即时通讯|即時通訊',
  street:
    'address|mailing street|billing street|street|street address|business street|home street|address 1 street|address 1 formatted|shipping street|full address|地址|详细地址|通讯地址|联系地址|办公地址|詳細地址|通訊地址|聯絡地址|公司地址|strasse|straße',
  district: 'district|county|区|区县|行政区|區|鄉鎮市區|鄉鎮區',
  city: 'city|mailing city|billing city|business city|address 1 city|市|城市|市县|市鎮|ort|stadt',
  region:
    'state|mailing state|billing state|province|region|state region|business state|address 1 region|省|省份|省市|省市自治区|縣市|区域|區域|地区|地區',
  code: 'zip|mailing zip|billing code|postal code|zip code|postcode|business postal code|address 1 postal code|邮编|邮政编码|郵遞區號|plz',
  country:
    'country|mailing country|billing country|country region|business country region|address 1 country|国家|国家地区|國家|land',
  industry:
    'industry|sector|client type|account type|行业|所属行业|一级行业|客户行业|客户类型|產業|行業|產業別|行業別|客戶類型|branche',
  taxNo:
    'tax no|tax id|tax number|vat|vat id|trn|税号|纳税人识别号|统一社会信用代码|工商注册号|統一編號|稅籍編號|統編',
  owner:
    'contact owner|account owner|lead owner|owner|sales owner|account manager|负责人|客户负责人|客户所有人|联系人所有人|归属人|跟进人|业务员|負責人|業務|業務員|承辦人',
  language: 'language|preferred language|lang|语言|語言|語系',
  website:
    'website|web site|url|web page|website url|web page 1|website 1 value|homepage|网址|官网|公司网址|主页|網址|官網|网页|網頁',
  notes:
    'description|notes|note|remarks|remark|comments|internal notes|memo|备注|描述|说明|客户备注|附注|備註|附註|說明|描述說明|bemerkung',
};

export const compact = (text: string): string => text.replaceAll(' ', '');

interface Known {
  readonly field: ContactField;
  readonly place: number;
}

const KNOWN: ReadonlyMap<string, Known> = (() => {
  const out = new Map<string, Known>();
  for (const [field, names] of Object.entries(NAMES) as [Named, string][])
    for (const [place, name] of names.split('|').entries()) {
      const key = compact(normalTitle(name));
      if (key !== '' && !out.has(key)) out.set(key, { field, place });
    }
  return out;
})();

/** What stands beside a value and is none itself; nobody is called on a fax. */
const NO_VALUE =
  /\b(?:id|uuid|type|label|kind|date|time|created|modified|updated|changed|verified|status|count|number of|fax|pager|photo|yomi|phonetic|birthday|anniversary|service|display|opt|do not|source|stage|tags?|do not call)\b|传真|傳真|类型|類型|时间|時間|日期|显示|顯示|拼音|来源|來源|生日|状态|狀態|标签|標籤|编号|編號|次数|次數/;

/** Of whom or where a value is; what remains is what it is. */
const BESIDE =
  /^(?:person|contact|lead|primary|main|customer|mailing|billing|shipping|business|work|office|company|organi[sz]ation|account|address 1|联系人|聯絡人|客户|客戶|商务|商務|办公|辦公|公司|工作|单位|單位|通讯|通訊|注册|註冊)\s*/;
const PRIVATE = /\b(?:home|other|personal|private|secondary|alternate|2|3|4)\b|住宅|家庭|其他|私人|备用|備用/;

const WORDS: readonly (readonly [ContactField, RegExp])[] = [
  ['email', /e ?mail|邮箱|邮件|电邮|郵箱|信箱|電郵|電子郵件/],
  ['mobile', /mobile|\bcell|handy\b|手机|手機|移动电话|行動電話|移動電話/],
  ['phone', /phone|telefon|\btel\b|电话|電話|座机|座機|市話/],
  ['im', /wechat|weixin|whats ?app|skype|telegram|微信|\bqq\b/],
  ['website', /\burl\b|website|web ?page|homepage|网址|網址|网页|網頁/],
  ['code', /\bzip|postal code|post ?code|邮政编码|邮编|郵遞區號/],
  ['country', /country|国家|國家/],
  ['region', /\bstate\b|province|省|縣 市/],
  ['city', /\bcity\b|\btown\b|城市|(?:^|\s)市/],
  ['street', /street|address$|街|地址$/],
];

const WORD_PLACE = 100;
const PRIVATE_PLACE = 200;

/**
 * The field a title means and how surely: `place` is 0 for the plainest name of a field. Ids of other programs
 * mean nothing here.
 */
export function contactFieldOf(title: string): Known | null {
  // Zoho marks the ids of what a column names by `.id`.
  if (/\.id$/i.test(title.trim())) return null;
  const normal = normalTitle(title);
  const known = KNOWN.get(compact(normal)) ?? KNOWN.get(compact(normal).replace(/(?<=\P{ASCII})1$/u, ''));
  if (known) return known;
  if (normal.length > 60 || NO_VALUE.test(normal)) return null;
  const place = PRIVATE.test(normal) ? PRIVATE_PLACE : WORD_PLACE;
  let bare = normal;
  for (let shorter = bare.replace(BESIDE, ''); shorter !== bare; shorter = bare.replace(BESIDE, '')) {
    bare = shorter;
    const inner = bare === '' ? undefined : KNOWN.get(compact(bare));
    if (inner) return { ...inner, place: place - 50 + inner.place };
  }
  const found = WORDS.find(([, words]) => words.test(bare));
  return found ? { field: found[0], place } : null;
}

/** `联系人2` and `Phone 2` beside it are another person in the same row: 2; 0 for the first and for all others. */
export function furtherPerson(title: string): number {
  const number = /[^\d\s]\s*([2-9])$/.exec(title.trim())?.[1];
  return number === undefined ? 0 : Number(number);
}

/** The number is that of a person's column: `联系人2` names somebody, `Phone 2` alone does not. */
export const namesFurtherPerson = (title: string): boolean =>
  furtherPerson(title) > 0 &&
  KNOWN.get(compact(normalTitle(title.replace(/[2-9]\s*$/, ''))))?.field === 'name';
