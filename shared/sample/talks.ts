/** Promises and meetings of the sample without words. Days count working days from today. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { ContactKey } from './dealings.ts';
import type { PersonKey, TaskKey } from './plan.ts';

type Promised = CreateInput<'promise'>;
export interface PlannedPromise {
  readonly contact: ContactKey;
  readonly kind: NonNullable<Promised['kind']>;
  readonly owner: PersonKey;
  readonly made: number;
  readonly due: number;
  readonly status: NonNullable<Promised['status']>;
  readonly settled?: number;
  /** Day first promised, where it was moved. */
  readonly first?: number;
  readonly task?: TaskKey;
}

const PROMISES = {
  minutes: {
    contact: 'owner',
    kind: 'document',
    owner: 'manager',
    made: -60,
    due: -57,
    status: 'kept',
    settled: -57,
  },
  quiet: {
    contact: 'owner',
    kind: 'quality',
    owner: 'site',
    made: -32,
    due: -31,
    status: 'kept',
    settled: -31,
  },
  colour: {
    contact: 'director',
    kind: 'answer',
    owner: 'site',
    made: -22,
    due: -20,
    status: 'broken',
    settled: -18,
  },
  options: { contact: 'owner', kind: 'answer', owner: 'manager', made: -4, due: 0, status: 'made' },
  sockets: {
    contact: 'nurse',
    kind: 'quality',
    owner: 'services',
    made: -3,
    due: 4,
    status: 'renegotiated',
    first: 2,
  },
  veneer: {
    contact: 'director',
    kind: 'date',
    owner: 'buyer',
    made: -8,
    due: 6,
    status: 'made',
    task: 'joinery',
  },
} as const satisfies Record<string, PlannedPromise>;

export type PromiseKey = keyof typeof PROMISES;
export const plannedPromises: readonly (readonly [PromiseKey, PlannedPromise])[] = Object.entries(
  PROMISES,
) as never;

type Item = CreateInput<'meeting_item'>;
export interface PlannedItem {
  readonly meeting: 'last' | 'coming';
  readonly kind: NonNullable<Item['kind']>;
  readonly visible: boolean;
  readonly owner?: PersonKey;
  readonly due?: number;
  readonly done?: number;
}

const ITEMS = {
  progress: { meeting: 'last', kind: 'info', visible: true },
  airUnit: { meeting: 'last', kind: 'topic', visible: true },
  margin: { meeting: 'last', kind: 'topic', visible: false },
  saturday: { meeting: 'last', kind: 'decision', visible: true },
  samples: { meeting: 'last', kind: 'action', visible: true, owner: 'buyer', due: 3 },
  drawing: { meeting: 'last', kind: 'action', visible: true, owner: 'services', due: -2, done: -2 },
  crew: { meeting: 'last', kind: 'support', visible: false, owner: 'manager' },
  reception: { meeting: 'coming', kind: 'decision', visible: true, due: 3 },
  handover: { meeting: 'coming', kind: 'topic', visible: true },
} as const satisfies Record<string, PlannedItem>;

export type ItemKey = keyof typeof ITEMS;
export const plannedItems: readonly (readonly [ItemKey, PlannedItem])[] = Object.entries(ITEMS) as never;
