import { describe, expect, it } from 'vitest';
import type { RecordOf } from '#shared/model/registry.ts';
import { composeExpectations, composeValues } from './expectations.ts';
import { wordsOf } from './wording.ts';

const expectation = (values: Partial<RecordOf<'expectation'>>): RecordOf<'expectation'> =>
  ({
    id: `exp_${values.no ?? 1}`,
    no: 1,
    text: '内部说法',
    client_text: null,
    client_visible: true,
    status: 'identified',
    actual_percent: null,
    key_date_on: null,
    ...values,
  }) as RecordOf<'expectation'>;
const compose = (list: readonly RecordOf<'expectation'>[], wording: Parameters<typeof wordsOf>[0] = {}) =>
  composeExpectations(list, '2026-11-20', wordsOf(wording));

describe('the realisation of expectations in a report (A7, O9)', () => {
  it('A7, O9: says of each how it stands, what is not well first (P1)', () => {
    const told = compose([
      expectation({ no: 1 }),
      expectation({ no: 2, status: 'signed' }),
      expectation({ no: 3, status: 'realised' }),
      expectation({ no: 4, status: 'not_realised', actual_percent: 100 }),
      expectation({ no: 5, status: 'tracked', actual_percent: 60 }),
      expectation({ no: 6, status: 'tracked', actual_percent: 100, key_date_on: '2026-11-01' }),
      expectation({ no: 7, status: 'signed', key_date_on: '2026-11-19' }),
      expectation({ no: 8, status: 'signed', key_date_on: '2026-11-20' }),
    ]);
    expect(told.map(({ no, state }) => [no, state])).toEqual([
      [4, 'missed'],
      [7, 'late'],
      [5, 'short'],
      [1, 'open'],
      [2, 'agreed'],
      [8, 'agreed'],
      [3, 'met'],
      [6, 'met'],
    ]);
    expect(told[2]).toMatchObject({ percent: 60 });
  });

  it('O7: says it in the words for the client or those of the author, and nothing of what is internal', () => {
    const list = [
      expectation({ no: 1, client_visible: false }),
      expectation({ no: 2, client_text: '  ' }),
      expectation({ no: 3, client_text: '夜里不吵' }),
      expectation({ no: 4 }),
    ];
    const told = compose(list, { items: { exp_4: { text: '按作者的话' } } });
    expect(told.map(({ text }) => text)).toEqual(['内部说法', '夜里不吵', '按作者的话']);
  });

  it('G12: tells what the client gains, by its kind, as far as it is meant for the client', () => {
    const value = (id: string, kind: string, more: object = {}) =>
      ({
        id,
        kind,
        text: id,
        client_text: null,
        client_visible: true,
        ...more,
      }) as RecordOf<'value_statement'>;
    const values = [
      value('p', 'process'),
      value('s', 'social', { client_visible: false }),
      value('e', 'economic', { client_text: '每年省电 8 万元' }),
      value('t', 'efficiency'),
    ];
    expect(composeValues(values, wordsOf({}))).toEqual([
      { id: 'e', kind: 'economic', text: '每年省电 8 万元' },
      { id: 't', kind: 'efficiency', text: 't' },
      { id: 'p', kind: 'process', text: 'p' },
    ]);
  });
});
