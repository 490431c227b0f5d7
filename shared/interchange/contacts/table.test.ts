import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireSharedData } from '#test/support/sharedData.ts';
import { tableTools } from '#test/support/tableFiles.ts';
import { titlesOf } from '../table/header.ts';
import type { Sheet } from '../table/model.ts';
import { readTable } from '../table/readTable.ts';
import { joinName } from './draft.ts';
import { profileOf } from './fields.ts';
import { findContactHeader, guessContactMapping } from './mapping.ts';
import { readContactTable } from './table.ts';

const sheetOf = (bytes: Uint8Array): Sheet => {
  const [sheet] = readTable(bytes, tableTools).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
function contactsOf(bytes: Uint8Array | string) {
  const sheet = sheetOf(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  const header = findContactHeader(sheet);
  const mapping = guessContactMapping(sheet, header);
  const titles = titlesOf(sheet, header);
  const named = Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, titles[at ?? 0]]));
  return { ...readContactTable(sheet, header, mapping), named };
}

describe('exports of CRM programs (B17)', () => {
  it('knows contacts of 纷享销客 by their columns', () => {
    const { profile, named, drafts } = contactsOf(
      '联系人列表,,,,,,,,\n姓名,客户名称,部门,职务,手机1,电话1,邮件,微信,负责人,负责人主属部门,生命状态,备注\n张伟,江城水务集团有限公司,设备处,处长,13800138000,027-55550101,zhang@example.cn,zw-water,王工,销售一部,正常,决定人\n',
    );
    expect(profile).toBe('fxiaoke');
    expect(named).toMatchObject({
      name: '姓名',
      company: '客户名称',
      mobile: '手机1',
      phone: '电话1',
      im: '微信',
    });
    expect(drafts).toMatchObject([
      {
        row: 3,
        name: '张伟',
        company: '江城水务集团有限公司',
        title: '设备处 · 处长',
        phone: '13800138000',
        email: 'zhang@example.cn',
        im: 'zw-water',
        owner: '王工',
        notes: '决定人\n☎ 027-55550101',
      },
    ]);
  });

  it('knows customers of 纷享销客, which are firms without people', () => {
    const { profile, drafts } = contactsOf(
      '客户名称,客户级别,客户来源,一级行业,电话,详细地址,负责人\n江城水务集团有限公司,重要客户,转介绍,水务,027-55550101,江城市滨江路1号,王工\n',
    );
    expect(profile).toBe('fxiaoke');
    expect(drafts).toMatchObject([
      {
        name: '',
        company: '江城水务集团有限公司',
        industry: '水务',
        phone: '027-55550101',
        address: '江城市滨江路1号',
      },
    ]);
  });

  it('knows Google and Outlook and says what has no place', () => {
    expect(profileOf(['Name', 'E-mail 1 - Value', 'Phone 1 - Value', 'Organization 1 - Name'])).toBe(
      'google',
    );
    expect(profileOf(['First Name', 'E-mail Address', 'Business Phone'])).toBe('outlook');
    expect(contactsOf('Name,Favourite colour\nA,red\nB,\n').leftOut).toEqual(['Favourite colour']);
  });

  it('takes the number that the label before it calls mobile for the phone', () => {
    const head = 'Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value';
    const { drafts } = contactsOf(`${head}\nA,Work,021 6000 1111,Mobile,021 6000 2222\n`);
    expect(drafts).toMatchObject([{ name: 'A', phone: '021 6000 2222', notes: '☎ 021 6000 1111' }]);
  });

  it('splits several addresses of one cell and skips blank rows', () => {
    const { drafts } = contactsOf('Name,E-mail,Phone\nA,a@x.cn; b@x.cn,—\n,,\n');
    expect(drafts).toMatchObject([{ name: 'A', email: 'a@x.cn', phone: null, notes: '✉ b@x.cn' }]);
  });

  it('puts the parts of a name in the order of its language', () => {
    expect(joinName({ family: '张', given: '伟' })).toBe('张伟');
    expect(joinName({ family: 'Doe', given: 'John', before: 'Dr.' })).toBe('Dr. John Doe');
  });
});

describe('tables from the wild (B17)', () => {
  const real = (name: string) => contactsOf(readFileSync(join(requireSharedData(), 'tables', name)));

  it('reads the Zoho layout with ids, quotes and line breaks in cells', () => {
    const { profile, drafts, named } = real('constructed-zoho-crm-contacts.csv');
    expect(profile).toBe('zoho');
    expect(named).toMatchObject({ company: 'Account Name', owner: 'Contact Owner', mobile: 'Mobile' });
    expect(drafts).toMatchObject([
      { name: "Mary O'Neill", company: 'Harbour Civil, Ltd', notes: 'Prefers "e-mail" first' },
      { name: '张伟', company: '上海示例建设有限公司', phone: '+86 138 0013 8000' },
    ]);
  });

  it('reads clients of an ERP: one firm and one person in each row', () => {
    const { drafts, named } = real('erp-clients.csv');
    expect(named).toMatchObject({ name: 'contact_person', company: 'client_name', taxNo: 'trn' });
    expect(drafts).toHaveLength(50);
    expect(
      drafts.every(({ name, company, problems }) => name !== '' && company !== null && problems.length === 0),
    ).toBe(true);
  });
});
