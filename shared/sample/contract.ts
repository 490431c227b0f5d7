/** The contract of the sample and its money, without words. Days are working days from today. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { ContactKey } from './dealings.ts';
import type { PartyKey, TaskKey } from './plan.ts';

export type ClauseKey =
  | 'rights'
  | 'scope'
  | 'deliverables'
  | 'schedule'
  | 'fees'
  | 'payment'
  | 'quality'
  | 'liability'
  | 'lateUnit'
  | 'change'
  | 'reporting'
  | 'acceptance'
  | 'warranty'
  | 'risk_share';

type ClauseFacts = Omit<
  CreateInput<'clause'>,
  | 'contract_id'
  | 'kind'
  | 'title'
  | 'text'
  | 'number'
  | 'rank'
  | 'task_id'
  | 'who_signs'
  | 'standard'
  | 'acceptance_method'
>;

export interface PlannedClause {
  readonly number: string;
  readonly facts?: ClauseFacts;
  readonly task?: TaskKey;
  /** Named in words by the content: who signs, standard, acceptance method. */
  readonly worded?: 'who_signs' | 'standard' | 'acceptance_method';
}

/** Thirteen of the fourteen types: how disputes are settled was left open, and the check says so. */
export const plannedClauses: readonly (readonly [ClauseKey, PlannedClause])[] = [
  ['scope', { number: '1' }],
  ['deliverables', { number: '2', facts: { obliged: 'own' } }],
  ['schedule', { number: '3', facts: { obliged: 'own' }, task: 'handover' }],
  ['fees', { number: '4' }],
  ['payment', { number: '5', facts: { obliged: 'client' } }],
  ['quality', { number: '6', worded: 'standard' }],
  ['acceptance', { number: '7', worded: 'acceptance_method' }],
  ['change', { number: '8', facts: { days_to_answer: 5 }, worded: 'who_signs' }],
  ['reporting', { number: '9', facts: { obliged: 'own', report_frequency: 'weekly' } }],
  ['rights', { number: '10' }],
  [
    'liability',
    {
      number: '11.2',
      facts: { obliged: 'own', rate_percent: 0.05, cap_percent: 5, grace_days: 3 },
      task: 'handover',
    },
  ],
  [
    'lateUnit',
    {
      number: '11.3',
      facts: { obliged: 'own', rate_percent: 0.02, cap_percent: 1, grace_days: 3 },
      task: 'airUnitOk',
    },
  ],
  ['risk_share', { number: '12' }],
  ['warranty', { number: '13', facts: { obliged: 'own' } }],
];

export type DeliverableKey = 'drawings' | 'radiationReport' | 'records' | 'clinic';

export const plannedDeliverables: readonly (readonly [
  DeliverableKey,
  {
    readonly task: TaskKey;
    readonly stage: NonNullable<CreateInput<'deliverable'>['stage']>;
    readonly accepted?: true;
  },
])[] = [
  ['drawings', { task: 'design', stage: 'kickoff', accepted: true }],
  ['radiationReport', { task: 'radiation', stage: 'acceptance' }],
  ['records', { task: 'asBuilt', stage: 'acceptance' }],
  ['clinic', { task: 'handover', stage: 'acceptance' }],
];

export type InstalmentKey = 'advance' | 'strip' | 'hidden' | 'final' | 'retention';

export interface PlannedInstalment {
  readonly percent: number;
  readonly rule: 'signing' | 'milestone' | 'acceptance' | 'date';
  readonly days: number;
  readonly task?: TaskKey;
  readonly deliverable?: DeliverableKey;
  readonly claimed?: number;
  /** Day and percent of the instalment that came in. */
  readonly received?: readonly [day: number, percent: number];
}

export const plannedInstalments: readonly (readonly [InstalmentKey, PlannedInstalment])[] = [
  ['advance', { percent: 30, rule: 'signing', days: 7, claimed: -60, received: [-56, 100] }],
  [
    'strip',
    { percent: 15, rule: 'milestone', task: 'stripOk', days: 14, claimed: -30, received: [-16, 100] },
  ],
  ['hidden', { percent: 25, rule: 'milestone', task: 'hiddenOk', days: 14, claimed: -8 }],
  ['final', { percent: 25, rule: 'acceptance', deliverable: 'clinic', days: 30 }],
  ['retention', { percent: 5, rule: 'date', days: 0 }],
];

export type FeeKey = 'operating' | 'desk';

export const plannedFees: readonly (readonly [
  FeeKey,
  {
    readonly kind: 'extra' | 'change';
    /** Thousandths of the contract sum. */
    readonly share: number;
    readonly raised: number;
    readonly approved?: number;
    readonly instalment?: InstalmentKey;
    readonly extension?: number;
  },
])[] = [
  ['operating', { kind: 'change', share: 6, raised: -40, approved: -37, instalment: 'final', extension: 2 }],
  ['desk', { kind: 'extra', share: 4, raised: -3 }],
];

type Category = NonNullable<CreateInput<'budget_line'>['category']>;
export type BudgetKey = 'labour' | 'material' | 'equipment' | 'subcontract' | 'overhead';

/** Thousandths of the contract sum: planned, and spent so far on a day. */
export const plannedBudget: readonly (readonly [
  BudgetKey,
  { readonly category: Category; readonly planned: number; readonly spent: number; readonly day: number },
])[] = [
  ['labour', { category: 'labour', planned: 170, spent: 122, day: -6 }],
  ['material', { category: 'material', planned: 240, spent: 176, day: -9 }],
  ['equipment', { category: 'equipment', planned: 150, spent: 99, day: -14 }],
  ['subcontract', { category: 'subcontract', planned: 210, spent: 131, day: -11 }],
  ['overhead', { category: 'overhead', planned: 60, spent: 64, day: -2 }],
];

export type RuleKey = 'radiation' | 'fire' | 'noise';

export const plannedRules: readonly (readonly [
  RuleKey,
  { readonly status: 'open' | 'met'; readonly owner: PartyKey; readonly due: number },
])[] = [
  ['radiation', { status: 'open', owner: 'manager', due: 9 }],
  ['fire', { status: 'met', owner: 'services', due: -20 }],
  ['noise', { status: 'met', owner: 'site', due: -10 }],
];

/** The penalty clause was read through with the person who decides. */
export const BRIEFED: { readonly clause: ClauseKey; readonly contact: ContactKey; readonly day: number } = {
  clause: 'liability',
  contact: 'owner',
  day: -61,
};
