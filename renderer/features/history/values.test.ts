import { describe, expect, it } from 'vitest';
import { createFormat, createI18n, fixedT } from '#renderer/i18n/index.ts';
import { fieldChanges } from './values.ts';

const project = 'prj_00000000-0000-7000-8000-000000000001';
const words = {
  t: fixedT(createI18n('en')),
  format: createFormat('en'),
  currency: 'CNY',
  nameOf: (id: string) => (id === 'cli_1' ? 'Huacheng' : undefined),
};
const texts = (before: unknown, after: unknown) =>
  fieldChanges(project, { before, after }, words).map(({ name, before: was, after: is }) => [name, was, is]);

describe('field changes in words', () => {
  it('format money, dates, enums and references', () => {
    expect(texts({ contract_minor: null }, { contract_minor: 1_250_000 })).toEqual([
      ['Contract sum', '(empty)', '¥12,500.00'],
    ]);
    expect(texts({ stage: 'presales' }, { stage: 'execution' })).toEqual([
      ['Stage', 'Presales', 'Execution'],
    ]);
    expect(texts({ client_id: 'cli_1' }, { client_id: 'cli_2' })).toEqual([
      ['Client', 'Huacheng', 'another record'],
    ]);
  });

  it('leave out what stayed the same in a group of bound fields', () => {
    expect(
      texts({ start_on: '2026-11-21', finish_on: null }, { start_on: '2026-11-21', finish_on: '2026-11-30' }),
    ).toEqual([['Finish', '(empty)', '2026-11-30 Mon']]);
  });

  it('show of a creation only what was filled in, without a before and without initial values', () => {
    expect(
      texts(null, { name: 'Refit', code: null, stage: 'presales', sample: false, source: { file: 'a.xml' } }),
    ).toEqual([['Name', null, 'Refit']]);
  });

  it('know nothing of ids that are not ours', () => {
    expect(fieldChanges('zzz_1', { before: { a: 1 }, after: { a: 2 } }, words)).toEqual([]);
  });
});
