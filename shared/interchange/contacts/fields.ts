/** B17: columns of address books and CRM exports, by the names that 纷享销客, Zoho CRM, Google and Outlook give them. */
import { normalTitle } from '../table/fields.ts';
import { compact } from './titles.ts';

/** What a column can hold; texts are `contactImport:field.<field>`. */
export const CONTACT_FIELDS = [
  'name',
  'family',
  'given',
  'middle',
  'company',
  'title',
  'department',
  'phone',
  'extension',
  'mobile',
  'phone2',
  'phone3',
  'email',
  'email2',
  'email3',
  'im',
  'im2',
  'street',
  'district',
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
