/** B17: tables of contacts as programs export them and people keep them. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '#test/support/tableFiles.ts';
import { titlesOf } from '../table/header.ts';
import { findContactHeader, guessContactMapping } from './mapping.ts';
import { readContactTable } from './table.ts';
import { contactFieldOf } from './titles.ts';

function contactsOf(...lines: readonly string[]) {
  const [sheet] = readBytes(`${lines.join('\n')}\n`).sheets;
  if (!sheet) throw new Error('no sheet');
  const header = findContactHeader(sheet);
  const mapping = guessContactMapping(sheet, header);
  const titles = titlesOf(sheet, header);
  const named = Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, titles[at ?? 0]]));
  return { ...readContactTable(sheet, header, mapping), named };
}

describe('what a title means (B17)', () => {
  it.each([
    ['Mailing State/Province', 'region'],
    ['Mailing Zip/Postal Code', 'code'],
    ['Person - Organization', 'company'],
    ['Person - Phone - Mobile', 'mobile'],
    ['Mobile Phone Number', 'mobile'],
    ['Address 1: Street 1', 'street'],
    ['商务地址 省/市/自治区', 'region'],
    ['商务地址 市/县', 'city'],
    ['商務 - 縣/市', 'region'],
    ['商務 - 市/鎮', 'city'],
    ['電子郵件地址', 'email'],
    ['客户名称*', 'company'],
    ['联系人1', 'name'],
    ['Ansprechpartner', 'name'],
    ['电子邮件显示名称', null],
    ['Phone 1 - Label', null],
    ['Fax Number', null],
    ['创建时间', null],
    ['Lead Status', null],
    ['Company size', null],
    ['Account ID', null],
  ])('%s is %s', (title, field) => expect(contactFieldOf(title)?.field ?? null).toBe(field));
});

describe('exports of programs (B17)', () => {
  it('an export of a sales program keeps its second numbers and addresses', () => {
    const { drafts, leftOut } = contactsOf(
      'Record ID,First Name,Last Name,Email,Secondary Email,Phone Number,Mobile Phone Number,Job Title,Title,Company Name,Street Address,City,State/Region',
      '7,Ann,Lee,a@example.com,b@example.com,+1 555 0100,+1 555 0199,Engineer,Dr.,Harbour Civil,1 Quay,Boston,MA',
    );
    expect(drafts).toMatchObject([
      {
        name: 'Ann Lee',
        title: 'Engineer',
        phone: '+1 555 0199',
        email: 'a@example.com',
        address: '1 Quay, Boston, MA',
        notes: '☎ +1 555 0100\n✉ b@example.com',
      },
    ]);
    expect(leftOut).toEqual(['Record ID', 'Title']);
  });

  it('Google says beside a number that it is a mobile one', () => {
    const { drafts, profile } = contactsOf(
      'First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
      'Ann,M.,Lee,Harbour,* myContacts,Work,a@example.com,Work,5550100,Mobile,5550199 ::: 5550198',
    );
    expect(profile).toBe('google');
    expect(drafts).toMatchObject([{ name: 'Ann M. Lee', phone: '5550199', notes: '☎ 5550198\n☎ 5550100' }]);
  });

  it('Outlook in Chinese is read like Outlook in English', () => {
    const { drafts } = contactsOf(
      '称谓,名,中间名,姓,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 省/市/自治区,商务地址 国家/地区,商务传真,商务电话,移动电话,电子邮件地址,电子邮件显示名称,附注',
      ',伟,,张,江城水务,设备处,处长,滨江路1号,江城市,湖北,中国,027-55550109,027-55550101,13800138000,z@example.cn,张伟 (z@example.cn),备忘',
    );
    expect(drafts).toMatchObject([
      {
        name: '张伟',
        company: '江城水务',
        title: '设备处 · 处长',
        phone: '13800138000',
        email: 'z@example.cn',
        address: '中国湖北江城市滨江路1号',
        notes: '备忘\n☎ 027-55550101',
      },
    ]);
  });

  it('企业微信: the customer is the person where the firm stands in a column of its own', () => {
    const { drafts } = contactsOf(
      '客户名称,描述,企业,职务,电话,添加人',
      '王芳,老客户,江城水务,经理,13800138000,李工',
    );
    expect(drafts).toMatchObject([{ name: '王芳', company: '江城水务', title: '经理' }]);
  });

  it('a Taiwanese list of firms: 負責人 stands for the firm, 分機 belongs to the number', () => {
    const { drafts, leftOut } = contactsOf(
      '廠商名稱,統一編號,負責人,聯絡人,聯絡電話,分機,行動電話,公司地址',
      '台北水務股份有限公司,12345678,林董,王小明,02-23456789,801,,台北市示例路1號',
      '大安營造,87654321,陳董,,02-27000000,,,',
    );
    expect(drafts).toMatchObject([
      { name: '王小明', phone: '02-23456789 ext. 801', taxNo: '12345678', owner: null },
      { name: '', company: '大安營造', phone: '02-27000000' },
    ]);
    expect(leftOut).toEqual(['負責人']);
  });
});

describe('lists that people keep (B17)', () => {
  it('the number of a second person in the row is not that of the first', () => {
    const { drafts, leftOut } = contactsOf(
      '公司,联系人1,电话1,联系人2,电话2',
      '江城水务,张伟,13800138000,李四,13900139000',
    );
    expect(drafts).toMatchObject([{ name: '张伟', phone: '13800138000', notes: null }]);
    expect(leftOut).toEqual(['联系人2', '电话2']);
  });

  it('columns of the same title are all read', () => {
    const { drafts } = contactsOf(
      '姓名,电话,电话,邮箱',
      '张伟,027-55550101,13800138000,"a@example.cn, b@example.cn"',
    );
    expect(drafts).toMatchObject([
      { phone: '027-55550101', email: 'a@example.cn', notes: '☎ 13800138000\n✉ b@example.cn' },
    ]);
  });

  it.each([
    ['13800138000/13900139000', '13800138000', '☎ 13900139000'],
    ['13800138000 13900139000', '13800138000', '☎ 13900139000'],
    ['"13800138000，027-55550101"', '13800138000', '☎ 027-55550101'],
    ['027-55550101/02', '027-55550101/02', null],
    ['138 0013 8000', '138 0013 8000', null],
  ])('%s is one number after the other', (cell, phone, notes) => {
    expect(contactsOf('姓名,手机', `张伟,${cell}`).drafts).toMatchObject([{ phone, notes }]);
  });

  it('a line of totals is nobody', () => {
    const { drafts } = contactsOf('公司名称,联系人', '江城水务,张伟', '合计：,2');
    expect(drafts.map(({ name }) => name)).toEqual(['张伟']);
  });

  it('says that a spreadsheet has rounded a number, and reads the ways to prevent it', () => {
    const { drafts } = contactsOf(
      '姓名,手机',
      '张伟,1.38E+10',
      '李四,"=""13900139000"""',
      '王五,13800138000.0',
    );
    expect(drafts.map(({ phone }) => phone)).toEqual([null, '13900139000', '13800138000']);
    expect(drafts[0]?.problems).toEqual([{ code: 'PHONE_ROUNDED', text: '1.38E+10' }]);
  });

  it('without titles columns are told by what they hold', () => {
    const { drafts } = contactsOf(
      '张伟,江城水务有限公司,13800138000,z@example.cn',
      '李四,江城建设集团,13900139000,l@example.cn',
    );
    expect(drafts).toMatchObject([
      { name: '张伟', company: '江城水务有限公司', phone: '13800138000', email: 'z@example.cn' },
      { name: '李四', company: '江城建设集团' },
    ]);
  });
});
