/** Risks of the sample with their measures and reviews, without words. Days count working days from today. */

import type { CreateInput } from '#shared/model/registry.ts';
import type { PersonKey, TaskKey } from './plan.ts';

type Risk = CreateInput<'risk'>;

export interface PlannedRisk {
  readonly category: NonNullable<Risk['category']>;
  readonly status: NonNullable<Risk['status']>;
  readonly score: readonly [probability: number, impact: number] | null;
  readonly residual?: readonly [probability: number, impact: number];
  readonly strategy?: NonNullable<Risk['strategy']>;
  readonly method: NonNullable<Risk['method']>;
  readonly owner?: PersonKey;
  readonly identified: number;
  readonly review?: number;
  readonly task?: TaskKey;
  readonly visible?: boolean;
}

const RISKS = {
  layoutChange: {
    category: 'design_change',
    status: 'open',
    score: [5, 4],
    residual: [3, 3],
    strategy: 'mitigate',
    method: 'interview',
    owner: 'manager',
    identified: -14,
    review: 3,
    task: 'joineryFit',
    visible: true,
  },
  airUnitLate: {
    category: 'supply',
    status: 'open',
    score: [4, 4],
    residual: [2, 4],
    strategy: 'mitigate',
    method: 'brainstorming',
    owner: 'buyer',
    identified: -52,
    review: 2,
    task: 'airUnit',
    visible: true,
  },
  fireAcceptance: {
    category: 'legal',
    status: 'planned',
    score: [3, 5],
    residual: [2, 4],
    strategy: 'mitigate',
    method: 'checklist',
    owner: 'manager',
    identified: -55,
    review: 7,
    task: 'fireTest',
    visible: true,
  },
  joineryLate: {
    category: 'supply',
    status: 'occurred',
    score: [5, 3],
    residual: [3, 2],
    strategy: 'mitigate',
    method: 'history',
    owner: 'site',
    identified: -40,
    review: 1,
    task: 'joinery',
    visible: true,
  },
  chairsLate: {
    category: 'time',
    status: 'open',
    score: [3, 4],
    residual: [2, 3],
    strategy: 'mitigate',
    method: 'interview',
    owner: 'manager',
    identified: -30,
    review: 5,
    task: 'chairsOk',
    visible: true,
  },
  shielding: {
    category: 'standards',
    status: 'planned',
    score: [2, 5],
    residual: [1, 5],
    strategy: 'avoid',
    method: 'checklist',
    owner: 'services',
    identified: -54,
    review: 9,
    task: 'radiation',
    visible: true,
  },
  labour: {
    category: 'resource',
    status: 'assessed',
    score: [3, 3],
    residual: [2, 3],
    strategy: 'mitigate',
    method: 'history',
    owner: 'site',
    identified: -21,
    review: 6,
    task: 'painting',
  },
  payment: {
    category: 'cost',
    status: 'assessed',
    score: [2, 4],
    strategy: 'accept',
    method: 'swot',
    owner: 'manager',
    identified: -33,
    review: -2,
  },
  noise: {
    category: 'legal',
    status: 'open',
    score: [3, 2],
    residual: [2, 2],
    strategy: 'mitigate',
    method: 'brainstorming',
    owner: 'site',
    identified: -50,
    review: 4,
    visible: true,
  },
  copper: {
    category: 'market',
    status: 'assessed',
    score: [2, 2],
    strategy: 'accept',
    method: 'history',
    owner: 'buyer',
    identified: -45,
    review: 12,
  },
  leak: {
    category: 'technical',
    status: 'closed',
    score: [1, 4],
    residual: [1, 2],
    strategy: 'avoid',
    method: 'checklist',
    owner: 'site',
    identified: -48,
    task: 'floodTest',
    visible: true,
  },
  storm: {
    category: 'weather',
    status: 'identified',
    score: null,
    method: 'brainstorming',
    identified: -4,
    review: 8,
  },
} as const satisfies Record<string, PlannedRisk>;

export type RiskKey = keyof typeof RISKS;
export const plannedRisks: readonly (readonly [RiskKey, PlannedRisk])[] = Object.entries(RISKS) as never;

export interface PlannedAction {
  readonly risk: RiskKey;
  readonly kind: 'preventive' | 'contingency';
  readonly owner: PersonKey;
  readonly due: number;
  /** Working day on which it was done. */
  readonly done?: number;
}

const ACTIONS = {
  layoutFreeze: { risk: 'layoutChange', kind: 'preventive', owner: 'manager', due: 3 },
  layoutPrice: { risk: 'layoutChange', kind: 'preventive', owner: 'buyer', due: -3, done: -3 },
  layoutStage: { risk: 'layoutChange', kind: 'contingency', owner: 'site', due: 8 },
  airFactory: { risk: 'airUnitLate', kind: 'preventive', owner: 'buyer', due: -6, done: -7 },
  airFreight: { risk: 'airUnitLate', kind: 'preventive', owner: 'buyer', due: 1 },
  airTemporary: { risk: 'airUnitLate', kind: 'contingency', owner: 'services', due: 10 },
  firePrecheck: { risk: 'fireAcceptance', kind: 'preventive', owner: 'manager', due: 6 },
  fireReserve: { risk: 'fireAcceptance', kind: 'contingency', owner: 'site', due: 20 },
  joineryVisit: { risk: 'joineryLate', kind: 'preventive', owner: 'site', due: -8, done: -8 },
  joinerySplit: { risk: 'joineryLate', kind: 'contingency', owner: 'site', due: -1 },
  chairsConfirm: { risk: 'chairsLate', kind: 'preventive', owner: 'manager', due: 4 },
  chairsStorage: { risk: 'chairsLate', kind: 'contingency', owner: 'site', due: 13 },
  shieldPhotos: { risk: 'shielding', kind: 'preventive', owner: 'services', due: -20, done: -21 },
  shieldPatch: { risk: 'shielding', kind: 'contingency', owner: 'services', due: 17 },
  labourBook: { risk: 'labour', kind: 'preventive', owner: 'site', due: -2 },
  paymentRemind: { risk: 'payment', kind: 'preventive', owner: 'manager', due: 9 },
  noiseHours: { risk: 'noise', kind: 'preventive', owner: 'site', due: -30, done: -31 },
  leakTest: { risk: 'leak', kind: 'preventive', owner: 'site', due: -17, done: -17 },
} as const satisfies Record<string, PlannedAction>;

export type ActionKey = keyof typeof ACTIONS;
export const plannedActions: readonly (readonly [ActionKey, PlannedAction])[] = Object.entries(
  ACTIONS,
) as never;

export interface PlannedReview {
  readonly risk: RiskKey;
  readonly day: number;
  readonly score: readonly [probability: number, impact: number];
}

const REVIEWS = {
  airFirst: { risk: 'airUnitLate', day: -30, score: [2, 4] },
  airSecond: { risk: 'airUnitLate', day: -13, score: [5, 4] },
  airThird: { risk: 'airUnitLate', day: -3, score: [4, 4] },
  layoutFirst: { risk: 'layoutChange', day: -13, score: [3, 4] },
  layoutSecond: { risk: 'layoutChange', day: -2, score: [5, 4] },
  joineryFirst: { risk: 'joineryLate', day: -20, score: [3, 3] },
  joinerySecond: { risk: 'joineryLate', day: -8, score: [5, 3] },
  fireFirst: { risk: 'fireAcceptance', day: -18, score: [4, 5] },
  fireSecond: { risk: 'fireAcceptance', day: -6, score: [3, 5] },
  chairsFirst: { risk: 'chairsLate', day: -6, score: [3, 4] },
  noiseFirst: { risk: 'noise', day: -25, score: [4, 2] },
  noiseSecond: { risk: 'noise', day: -9, score: [3, 2] },
  leakLast: { risk: 'leak', day: -16, score: [1, 4] },
} as const satisfies Record<string, PlannedReview>;

export type ReviewKey = keyof typeof REVIEWS;
export const plannedReviews: readonly (readonly [ReviewKey, PlannedReview])[] = Object.entries(
  REVIEWS,
) as never;
