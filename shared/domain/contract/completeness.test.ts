import { describe, expect, it } from 'vitest';
import {
  CHECKED_CLAUSES,
  type CheckClause,
  type CheckedClause,
  type ContractFacts,
  contractGaps,
  placeText,
} from './completeness.ts';

const clause = (kind: CheckedClause | 'other', patch: Partial<CheckClause> = {}): CheckClause => ({
  id: `cla_${kind}`,
  kind,
  text: '本条约定如下。',
  due_on: null,
  task_id: null,
  rate_percent: null,
  cap_percent: null,
  dispute_method: null,
  venue: null,
  days_to_answer: null,
  who_signs: null,
  report_frequency: null,
  standard: null,
  acceptance_method: null,
  ...patch,
});

const COMPLETE: readonly CheckClause[] = [
  clause('rights'),
  clause('scope'),
  clause('deliverables'),
  clause('schedule', { due_on: '2027-03-01' }),
  clause('fees'),
  clause('payment'),
  clause('quality', { standard: 'GB 50300-2013' }),
  clause('liability', { rate_percent: 0.1, cap_percent: 5 }),
  clause('dispute', { dispute_method: 'arbitration', venue: '深圳国际仲裁院' }),
  clause('change', { days_to_answer: 7, who_signs: '双方项目负责人' }),
  clause('reporting', { report_frequency: 'biweekly' }),
  clause('acceptance', { acceptance_method: '联合验收' }),
  clause('warranty'),
  clause('risk_share'),
];

const facts = (patch: Partial<ContractFacts> = {}): ContractFacts => ({
  totalMinor: 50_000_000,
  finishOn: '2027-03-01',
  retentionPercent: 5,
  retentionReleaseOn: '2028-03-01',
  warrantyEndOn: '2028-03-01',
  warrantyTerms: null,
  parties: [
    { side: 'client', name: '华成建设', obligations: '按期付款' },
    { side: 'own', name: '本公司', obligations: '按期完成' },
  ],
  clauses: COMPLETE,
  deliverables: [
    {
      name: '泵站',
      standard: 'GB 50265',
      acceptance_criteria: '连续运行72小时',
      acceptance_method: '联合验收',
    },
  ],
  instalments: 3,
  differenceMinor: 0,
  ...patch,
});

it('D15: the place of a source is counted as the language counts', () => {
  const at = (place: string) => placeText({ place }, 'en');
  expect([at('一'), at('二（一）2'), at('五（三）2'), at('二（一）')]).toEqual([
    '1',
    '2 (1) 2',
    '5 (3) 2',
    '2 (1)',
  ]);
  expect(placeText({ place: '二（一）2' }, 'zh-TW')).toBe('二（一）2');
});

describe('D15 completeness of a contract', () => {
  it('D15, MS-12: a contract with all 14 types of clause complete has no gap', () => {
    expect(CHECKED_CLAUSES).toHaveLength(14);
    expect(contractGaps(facts())).toEqual([]);
  });

  it('MS-12: 3 missing of 14 types of clause are exactly 3 gaps, each with its source', () => {
    const missing = ['dispute', 'acceptance', 'warranty'];
    const gaps = contractGaps(facts({ clauses: COMPLETE.filter(({ kind }) => !missing.includes(kind)) }));
    expect(
      gaps.map(({ clause: kind, kind: how, source }) => [kind, how, source.row, source.document]),
    ).toEqual([
      ['dispute', 'missing', 'D8', '000_07b1'],
      ['acceptance', 'missing', 'D11', '003_bf57'],
      ['warranty', 'missing', 'D12', '003_bf57'],
    ]);
  });

  it('D15: whichever type is missing, that one is the gap', () => {
    for (const kind of CHECKED_CLAUSES) {
      const gaps = contractGaps(facts({ clauses: COMPLETE.filter((one) => one.kind !== kind) }));
      expect(gaps).toMatchObject([{ clause: kind, kind: 'missing', clauseId: null, place: 'clauses' }]);
    }
  });

  it('D15: a contract with nothing in it lacks every type', () => {
    const empty = facts({ clauses: [clause('other')], parties: [], deliverables: [], totalMinor: null });
    expect(contractGaps(empty).map(({ clause: kind }) => kind)).toEqual([...CHECKED_CLAUSES]);
  });

  it('D2, D11: a deliverable without standard or acceptance condition is named', () => {
    const pump = { name: '控制柜', standard: null, acceptance_criteria: ' ', acceptance_method: null };
    expect(contractGaps(facts({ deliverables: [pump] }))).toMatchObject([
      { clause: 'deliverables', lacks: ['standards', 'criteria'], names: ['控制柜'], place: 'deliverables' },
    ]);
    expect(contractGaps(facts({ deliverables: [] }))).toMatchObject([
      { clause: 'deliverables', lacks: ['deliverables'], clauseId: 'cla_deliverables' },
    ]);
  });

  const change = (kind: CheckedClause, patch: Partial<CheckClause>): ContractFacts =>
    facts({ clauses: COMPLETE.map((one) => (one.kind === kind ? { ...one, ...patch } : one)) });

  it('D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13: an empty clause of any type says too little', () => {
    const empty = facts({
      totalMinor: null,
      finishOn: null,
      warrantyEndOn: null,
      parties: [],
      deliverables: [],
      instalments: 0,
      differenceMinor: null,
      clauses: CHECKED_CLAUSES.map((kind) => clause(kind, { text: null })),
    });
    const gaps = contractGaps(empty);
    expect(gaps.map(({ kind }) => kind)).toEqual(CHECKED_CLAUSES.map(() => 'incomplete'));
    expect(gaps.every(({ lacks, clauseId }) => lacks.length > 0 && clauseId !== null)).toBe(true);
  });

  it.each<[string, ContractFacts, CheckedClause, readonly string[]]>([
    ['D1: only one side is named', facts({ parties: [] }), 'rights', ['parties']],
    [
      'D1: a side without duties',
      facts({ parties: [...facts().parties, { side: 'third', name: '监理', obligations: null }] }),
      'rights',
      ['obligations'],
    ],
    ['D2: a scope clause without words', change('scope', { text: ' ' }), 'scope', ['text']],
    [
      'D3: no day and no milestone',
      { ...change('schedule', { due_on: null }), finishOn: null },
      'schedule',
      ['dates'],
    ],
    ['D4: no contract sum', facts({ totalMinor: null, differenceMinor: null }), 'fees', ['total']],
    ['D5: no instalments', facts({ instalments: 0 }), 'payment', ['instalments']],
    ['D5: instalments that do not add up', facts({ differenceMinor: -1 }), 'payment', ['sum']],
    ['D5: retention without a day of release', facts({ retentionReleaseOn: null }), 'payment', ['release']],
    ['D6: nothing measurable', change('quality', { standard: null }), 'quality', ['standard']],
    [
      'D7: neither rate nor cap',
      change('liability', { rate_percent: null, cap_percent: null }),
      'liability',
      ['rate', 'cap'],
    ],
    ['D8: no method', change('dispute', { dispute_method: null }), 'dispute', ['method']],
    ['D8: arbitration without a place', change('dispute', { venue: null }), 'dispute', ['venue']],
    ['D9: no time to answer', change('change', { days_to_answer: null }), 'change', ['answer']],
    ['D9: nobody to sign', change('change', { who_signs: null }), 'change', ['signer']],
    ['D10: no rhythm', change('reporting', { report_frequency: null }), 'reporting', ['frequency']],
    ['D12: no end', facts({ warrantyEndOn: null }), 'warranty', ['warranty']],
    ['D13: no words', change('risk_share', { text: null }), 'risk_share', ['text']],
  ])('%s', (_what, input, kind, lacks) => {
    expect(contractGaps(input)).toMatchObject([{ clause: kind, kind: 'incomplete', lacks }]);
  });

  it('D8: negotiation needs no place; D11: a method in the clause or with every deliverable', () => {
    expect(contractGaps(change('dispute', { dispute_method: 'negotiation', venue: null }))).toEqual([]);
    const open = change('acceptance', { acceptance_method: null });
    expect(contractGaps(open)).toEqual([]);
    const deliverables = open.deliverables.map((one) => ({ ...one, acceptance_method: null }));
    expect(contractGaps({ ...open, deliverables })).toMatchObject([
      { clause: 'acceptance', lacks: ['acceptance'] },
    ]);
  });
});
