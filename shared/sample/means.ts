/** People, machines and material of the sample, and what was taken from its buffers, without words. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { RiskKey } from './control.ts';
import type { PartyKey, PersonKey, TaskKey } from './plan.ts';

export interface PlannedResource {
  readonly kind: NonNullable<CreateInput<'resource'>['kind']>;
  readonly units: number;
  readonly person?: PersonKey;
  /** Units per task; for material its quantity. */
  readonly on: Partial<Record<TaskKey, number>>;
}

const RESOURCES = {
  manager: {
    kind: 'work',
    units: 1,
    person: 'manager',
    on: { design: 0.4, permit: 0.5, fireTest: 0.5, asBuilt: 0.4 },
  },
  site: {
    kind: 'work',
    units: 1,
    person: 'site',
    on: { setup: 1, stripOut: 1, settingOut: 1, floodTest: 0.5, joineryFit: 0.5, cleaning: 0.5, snagging: 1 },
  },
  // Lights and data outlets at the same time are more than one engineer can look after.
  services: {
    kind: 'work',
    units: 1,
    person: 'services',
    on: { drains: 0.4, conduits: 0.5, pressure: 0.5, switchboards: 1, lights: 1, network: 0.5 },
  },
  crew: {
    kind: 'work',
    units: 8,
    on: {
      partitions: 6,
      closing: 4,
      tiling: 3,
      ceiling: 3,
      levelling: 2,
      painting: 3,
      vinyl: 3,
      joineryFit: 2,
    },
  },
  lift: { kind: 'equipment', units: 2, on: { ducts: 1, sprinklers: 1, ceiling: 1, lights: 1 } },
  crane: { kind: 'equipment', units: 1, on: { airUnitFit: 1 } },
  leadSheet: { kind: 'material', units: 1, on: { lead: 58 } },
  paint: { kind: 'material', units: 1, on: { painting: 46 } },
  vinyl: { kind: 'material', units: 1, on: { vinyl: 430 } },
} as const satisfies Record<string, PlannedResource>;

export type ResourceKey = keyof typeof RESOURCES;
export const plannedResources: readonly (readonly [ResourceKey, PlannedResource])[] = Object.entries(
  RESOURCES,
) as never;

export interface PlannedNeed {
  readonly task: TaskKey;
  readonly resource?: ResourceKey;
  readonly quantity: number;
  readonly status: NonNullable<CreateInput<'material_need'>['status']>;
  readonly supplier?: PartyKey;
  /** Working days from today. */
  readonly ordered?: number;
  readonly expected?: number;
  readonly delivered?: number;
  /** Thousandths of the contract sum. */
  readonly cost?: number;
}

const NEEDS = {
  leadSheet: {
    task: 'lead',
    resource: 'leadSheet',
    quantity: 58,
    status: 'delivered',
    supplier: 'shieldSub',
    ordered: -45,
    expected: -26,
    delivered: -27,
    cost: 11,
  },
  tiles: {
    task: 'tiling',
    quantity: 215,
    status: 'delivered',
    ordered: -34,
    expected: -17,
    delivered: -18,
    cost: 10,
  },
  paint: {
    task: 'painting',
    resource: 'paint',
    quantity: 46,
    status: 'delivered',
    ordered: -12,
    expected: -4,
    delivered: -4,
    cost: 7,
  },
  // The only one that comes late: its floor layers begin before it is there.
  vinyl: {
    task: 'vinyl',
    resource: 'vinyl',
    quantity: 430,
    status: 'ordered',
    ordered: -20,
    expected: 5,
    cost: 19,
  },
  lamps: { task: 'lights', quantity: 186, status: 'ordered', ordered: -15, expected: 2, cost: 13 },
  crane: {
    task: 'airUnitFit',
    resource: 'crane',
    quantity: 1,
    status: 'ordered',
    ordered: -2,
    expected: 7,
    cost: 2,
  },
  rack: { task: 'network', quantity: 1, status: 'planned', cost: 6 },
} as const satisfies Record<string, PlannedNeed>;

export type NeedKey = keyof typeof NEEDS;
export const plannedNeeds: readonly (readonly [NeedKey, PlannedNeed])[] = Object.entries(NEEDS) as never;

export interface PlannedUse {
  readonly buffer: 'riskBuffer' | 'changeBuffer';
  readonly day: number;
  /** Working days. */
  readonly days: number;
  readonly risk?: RiskKey;
}

/** Together what the buffers are shorter by than in the contract. */
const USES = {
  veneer: { buffer: 'riskBuffer', day: -6, days: 2, risk: 'joineryLate' },
  surgery: { buffer: 'changeBuffer', day: -45, days: 1 },
} as const satisfies Record<string, PlannedUse>;

export type UseKey = keyof typeof USES;
export const plannedUses: readonly (readonly [UseKey, PlannedUse])[] = Object.entries(USES) as never;
