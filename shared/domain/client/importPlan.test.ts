import { describe, expect, it } from 'vitest';
import type { ContactDraft } from '../../interchange/contacts/model.ts';
import { type Known, planImport } from './importPlan.ts';

const draft = (row: number, name: string, company: string): ContactDraft => ({
  row,
  name,
  company,
  title: null,
  phone: null,
  email: null,
  im: null,
  language: null,
  notes: null,
  address: null,
  industry: null,
  taxNo: null,
  owner: null,
  problems: [],
});
const client = (id: string, name: string): Known['clients'][number] => ({
  id,
  name,
  name_en: null,
  tax_no: null,
  address: null,
  industry: null,
  owner: null,
  phone: null,
  notes: null,
});
const firmsOf = (known: readonly string[], rows: readonly string[]) =>
  planImport(
    rows.map((company, i) => draft(i + 1, `P${i}`, company)),
    { clients: known.map((name) => client(name, name)), contacts: [] },
    'own',
  ).map(({ firm }) => firm?.name);

describe('the firm of a row among those that are known (B17)', () => {
  it('is found in the other writing, with another legal form, and by its short name', () => {
    const rows = ['臺北水務有限公司', '台北水务', '台北水務股份有限公司'];
    expect(firmsOf(['臺北水務股份有限公司'], rows)).toEqual(rows.map(() => '臺北水務股份有限公司'));
    expect(firmsOf(['江城水务'], ['江城水務集團股份有限公司'])).toEqual(['江城水务']);
  });

  it('is never the branch or the group of the same name', () => {
    const known = ['江城水务有限公司', '江城水务（上海）有限公司'];
    const rows = [
      '江城水务(上海)有限公司',
      '江城水务有限责任公司',
      '江城水务集团有限公司',
      '江城水务(北京)有限公司',
    ];
    expect(firmsOf(known, rows)).toEqual([known[1], known[0], rows[2], rows[3]]);
  });

  it('a short name that fits several firms is a firm of its own', () => {
    const known = ['江城水务（北京）有限公司', '江城水务（上海）有限公司'];
    expect(firmsOf(known, ['江城水务'])).toEqual(['江城水务']);
  });

  it('two rows of one new firm are one firm', () => {
    expect(firmsOf([], ['華成營造股份有限公司', '华成营造'])).toEqual([
      '華成營造股份有限公司',
      '華成營造股份有限公司',
    ]);
  });
});
