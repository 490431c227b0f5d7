/** What was agreed with the client about the plan of the sample, and what it costs, without words. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { ContactKey } from './dealings.ts';
import type { TaskKey } from './plan.ts';

export interface PlannedCommitment {
  readonly kind: 'contract' | 'promise';
  /** Working days after the contract programme that the client was promised. */
  readonly later?: number;
}

/** Milestones somebody counts on. The new unit and the certificate were promised anew when they slipped. */
export const plannedCommitments: Partial<Record<TaskKey, PlannedCommitment>> = {
  kickoff: { kind: 'contract' },
  stripOk: { kind: 'contract' },
  hiddenOk: { kind: 'contract' },
  airUnitOk: { kind: 'promise', later: 12 },
  fireOk: { kind: 'promise', later: 3 },
  handover: { kind: 'contract' },
};

/** Cost in thousandths of the contract sum: contract, and now where it is another. */
export const plannedCosts: Partial<Record<TaskKey, readonly [contract: number, now?: number]>> = {
  survey: [4],
  design: [26],
  shieldCalc: [4],
  orders: [2],
  permit: [6, 7],
  setup: [9],
  stripOut: [24],
  settingOut: [3],
  partitions: [48],
  lead: [26],
  leadDoor: [12],
  waterproof: [11],
  floodTest: [1],
  drains: [30],
  conduits: [44],
  ducts: [58, 61],
  sprinklers: [22],
  medicalAir: [20],
  pressure: [3],
  closing: [26],
  tiling: [28, 27],
  ceiling: [34],
  levelling: [9],
  painting: [24],
  vinyl: [38],
  joinery: [92, 98],
  joineryFit: [22],
  airUnit: [96, 99],
  airUnitFit: [14],
  plantRoom: [36],
  switchboards: [34],
  lights: [31],
  network: [18],
  chairs: [22],
  cbct: [7],
  balancing: [6],
  electricTest: [3],
  radiation: [4],
  fireTest: [6],
  cleaning: [5],
  snagging: [6],
  training: [2],
  asBuilt: [5],
};

type ScopeSide = NonNullable<CreateInput<'scope_item'>['side']>;

const SCOPE = {
  prepare: 'in',
  strip: 'in',
  walls: 'in',
  services: 'in',
  finishes: 'in',
  equipment: 'in',
  acceptance: 'in',
  chairSupply: 'out',
  software: 'out',
  signs: 'out',
} as const satisfies Record<string, ScopeSide>;

export type ScopeKey = keyof typeof SCOPE;
export const plannedScope: readonly (readonly [ScopeKey, ScopeSide])[] = Object.entries(SCOPE) as never;

/** Work that is done but was never written into the scope (H2). */
export const UNSCOPED: ReadonlySet<TaskKey> = new Set<TaskKey>(['network', 'training']);

export interface PlannedCheck {
  readonly task: TaskKey;
  /** Working days from today; none: nobody has confirmed it yet. */
  readonly confirmed?: number;
  readonly contact: ContactKey;
}

/** Working days before a milestone by which its expectation is confirmed. */
export const CHECK_DAYS = 6;

const CHECKS = {
  kickoff: { task: 'kickoff', confirmed: -61, contact: 'owner' },
  permitOk: { task: 'permitOk', confirmed: -40, contact: 'owner' },
  stripOk: { task: 'stripOk', confirmed: -33, contact: 'director' },
  hiddenOk: { task: 'hiddenOk', confirmed: -16, contact: 'director' },
  sampleOk: { task: 'sampleOk', confirmed: -9, contact: 'director' },
  airUnitOk: { task: 'airUnitOk', contact: 'nurse' },
} as const satisfies Record<string, PlannedCheck>;

export type CheckKey = keyof typeof CHECKS;
export const plannedChecks: readonly (readonly [CheckKey, PlannedCheck])[] = Object.entries(CHECKS) as never;

/** Working days from today between which a slip came to be known; the usual one without an entry. */
export const USUAL_NEWS = [-44, -8] as const;
export const plannedNews: Partial<Record<TaskKey, readonly [from: number, to: number]>> = {
  airUnitOk: [-30, -5],
  chairsOk: [-12, -5],
  handover: [-36, -5],
};

/** Weeks back from the last report for which forecasts were noted. */
export const FORECAST_WEEKS = 7;
