/** D15, MS-12: is a contract clear and complete enough to sign? Every gap with its reason and its source. Pure. */

import type { Locale } from '../../i18n/types.ts';

/** The types of clause a contract needs, in the order of the check; `other` is never missed. */
export const CHECKED_CLAUSES = [
  'rights',
  'scope',
  'deliverables',
  'schedule',
  'fees',
  'payment',
  'quality',
  'liability',
  'dispute',
  'change',
  'reporting',
  'acceptance',
  'warranty',
  'risk_share',
] as const;
export type CheckedClause = (typeof CHECKED_CLAUSES)[number];

/** Where the domain asks for the clause: row, document, and its place there. */
export interface ClauseSource {
  readonly row: string;
  readonly document: '000_07b1' | '003_bf57';
  readonly place: string;
}

export const CLAUSE_SOURCES: Readonly<Record<CheckedClause, ClauseSource>> = {
  rights: { row: 'D1', document: '000_07b1', place: '一' },
  scope: { row: 'D2', document: '000_07b1', place: '一' },
  deliverables: { row: 'D2', document: '000_07b1', place: '一' },
  schedule: { row: 'D3', document: '000_07b1', place: '一' },
  fees: { row: 'D4', document: '000_07b1', place: '一' },
  payment: { row: 'D5', document: '000_07b1', place: '一' },
  quality: { row: 'D6', document: '000_07b1', place: '一' },
  liability: { row: 'D7', document: '000_07b1', place: '一' },
  dispute: { row: 'D8', document: '000_07b1', place: '一' },
  change: { row: 'D9', document: '000_07b1', place: '一' },
  reporting: { row: 'D10', document: '000_07b1', place: '一' },
  acceptance: { row: 'D11', document: '003_bf57', place: '二（一）2' },
  warranty: { row: 'D12', document: '003_bf57', place: '二（一）' },
  risk_share: { row: 'D13', document: '003_bf57', place: '五（三）2' },
};

/** Where in its document a clause is asked for; other languages than Chinese count in digits: `2 (1) 2` for 二（一）2. */
export function placeText({ place }: Pick<ClauseSource, 'place'>, locale: Locale): string {
  if (locale !== 'en') return place;
  const digits = place.replace(/[一二三四五六七八九]/g, (numeral) =>
    String('一二三四五六七八九'.indexOf(numeral) + 1),
  );
  return digits.replace('（', ' (').replace('）', ') ').trim();
}

/** What a clause, or what belongs to it, still lacks. */
export const LACKS = [
  'text',
  'parties',
  'obligations',
  'deliverables',
  'standards',
  'criteria',
  'dates',
  'total',
  'instalments',
  'sum',
  'release',
  'standard',
  'rate',
  'cap',
  'method',
  'venue',
  'answer',
  'signer',
  'frequency',
  'acceptance',
  'warranty',
] as const;
export type Lack = (typeof LACKS)[number];

/** Where on the screen a gap is filled. */
export type GapPlace = 'clauses' | 'facts' | 'deliverables' | 'money';

export interface Gap {
  readonly clause: CheckedClause;
  /** There is no such clause, or there is one that leaves something open. */
  readonly kind: 'missing' | 'incomplete';
  /** Empty for a missing clause. */
  readonly lacks: readonly Lack[];
  /** Records that lack it, by name: deliverables without criteria, parties without duties. */
  readonly names: readonly string[];
  /** The clause to open; null if there is none. */
  readonly clauseId: string | null;
  readonly place: GapPlace;
  readonly source: ClauseSource;
}

export interface CheckClause {
  readonly id: string;
  readonly kind: CheckedClause | 'other';
  readonly text: string | null;
  readonly due_on: string | null;
  readonly task_id: string | null;
  readonly rate_percent: number | null;
  readonly cap_percent: number | null;
  readonly dispute_method: 'negotiation' | 'mediation' | 'arbitration' | 'litigation' | null;
  readonly venue: string | null;
  readonly days_to_answer: number | null;
  readonly who_signs: string | null;
  readonly report_frequency: string | null;
  readonly standard: string | null;
  readonly acceptance_method: string | null;
}

export interface CheckDeliverable {
  readonly name: string;
  readonly standard: string | null;
  readonly acceptance_criteria: string | null;
  readonly acceptance_method: string | null;
}

export interface ContractFacts {
  readonly totalMinor: number | null;
  readonly finishOn: string | null;
  readonly retentionPercent: number | null;
  readonly retentionReleaseOn: string | null;
  readonly warrantyEndOn: string | null;
  readonly warrantyTerms: string | null;
  readonly parties: readonly {
    readonly side: string;
    readonly name: string;
    readonly obligations: string | null;
  }[];
  readonly clauses: readonly CheckClause[];
  readonly deliverables: readonly CheckDeliverable[];
  readonly instalments: number;
  /** W5; null while the contract sum is unknown. */
  readonly differenceMinor: number | null;
}

interface Found {
  readonly lacks: readonly (Lack | false)[];
  readonly names?: readonly string[];
  readonly place?: GapPlace;
}

const blank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

type Check = (facts: ContractFacts, clauses: readonly CheckClause[]) => Found;

const ofNobody = (clauses: readonly CheckClause[], has: (clause: CheckClause) => boolean): boolean =>
  !clauses.some(has);

const noText: Check = (_facts, clauses) => ({
  lacks: [ofNobody(clauses, ({ text }) => !blank(text)) && 'text'],
});

/** What each type of clause has to say; several clauses of a type complete each other. */
const CHECKS: Readonly<Record<CheckedClause, Check>> = {
  rights: ({ parties }) => {
    const missing = !(['client', 'own'] as const).every((side) =>
      parties.some((party) => party.side === side),
    );
    const idle = parties.filter(({ obligations }) => blank(obligations)).map(({ name }) => name);
    return { lacks: [missing && 'parties', idle.length > 0 && 'obligations'], names: idle, place: 'facts' };
  },
  scope: noText,
  deliverables: ({ deliverables }) => {
    const unmeasured = deliverables.filter(({ standard }) => blank(standard));
    const open = deliverables.filter(({ acceptance_criteria }) => blank(acceptance_criteria));
    return {
      lacks: [
        deliverables.length === 0 && 'deliverables',
        unmeasured.length > 0 && 'standards',
        open.length > 0 && 'criteria',
      ],
      names: [...new Set([...unmeasured, ...open].map(({ name }) => name))],
      place: 'deliverables',
    };
  },
  schedule: ({ finishOn }, clauses) => ({
    lacks: [
      finishOn === null &&
        ofNobody(clauses, ({ due_on, task_id }) => due_on !== null || task_id !== null) &&
        'dates',
    ],
  }),
  fees: ({ totalMinor }) => ({ lacks: [totalMinor === null && 'total'], place: 'facts' }),
  payment: ({ instalments, differenceMinor, retentionPercent, retentionReleaseOn }) => ({
    lacks: [
      instalments === 0 && 'instalments',
      instalments > 0 && differenceMinor !== null && differenceMinor !== 0 && 'sum',
      (retentionPercent ?? 0) > 0 && retentionReleaseOn === null && 'release',
    ],
    place: 'money',
  }),
  quality: (_facts, clauses) => ({
    lacks: [ofNobody(clauses, ({ standard }) => !blank(standard)) && 'standard'],
  }),
  liability: (_facts, clauses) => ({
    lacks: [
      ofNobody(clauses, ({ rate_percent }) => rate_percent !== null) && 'rate',
      ofNobody(clauses, ({ cap_percent }) => cap_percent !== null) && 'cap',
    ],
  }),
  dispute: (_facts, clauses) => {
    const formal = clauses.filter(
      ({ dispute_method: method }) => method === 'arbitration' || method === 'litigation',
    );
    return {
      lacks: [
        ofNobody(clauses, ({ dispute_method }) => dispute_method !== null) && 'method',
        formal.length > 0 && ofNobody(formal, ({ venue }) => !blank(venue)) && 'venue',
      ],
    };
  },
  change: (_facts, clauses) => ({
    lacks: [
      ofNobody(clauses, ({ days_to_answer }) => days_to_answer !== null) && 'answer',
      ofNobody(clauses, ({ who_signs }) => !blank(who_signs)) && 'signer',
    ],
  }),
  reporting: (_facts, clauses) => ({
    lacks: [ofNobody(clauses, ({ report_frequency }) => report_frequency !== null) && 'frequency'],
  }),
  acceptance: ({ deliverables }, clauses) => {
    const open = deliverables.filter(({ acceptance_method }) => blank(acceptance_method));
    const each = deliverables.length > 0 && open.length === 0;
    const said = !ofNobody(clauses, ({ acceptance_method }) => !blank(acceptance_method));
    return { lacks: [!each && !said && 'acceptance'], names: open.map(({ name }) => name) };
  },
  warranty: ({ warrantyEndOn, warrantyTerms }) => ({
    lacks: [warrantyEndOn === null && blank(warrantyTerms) && 'warranty'],
    place: 'facts',
  }),
  risk_share: noText,
};

/**
 * D15, MS-12: at most one gap per type of clause: it is missing, or it leaves something open. An empty answer means
 * the contract can be signed without giving a reason.
 */
export function contractGaps(facts: ContractFacts): Gap[] {
  return CHECKED_CLAUSES.flatMap((clause): Gap[] => {
    const clauses = facts.clauses.filter(({ kind }) => kind === clause);
    const source = CLAUSE_SOURCES[clause];
    const first = clauses[0];
    if (first === undefined)
      return [{ clause, kind: 'missing', lacks: [], names: [], clauseId: null, place: 'clauses', source }];
    const found = CHECKS[clause](facts, clauses);
    const lacks = found.lacks.filter((lack) => lack !== false);
    if (lacks.length === 0) return [];
    const place = found.place ?? 'clauses';
    return [
      { clause, kind: 'incomplete', lacks, names: found.names ?? [], clauseId: first.id, place, source },
    ];
  });
}
