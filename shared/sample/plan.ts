/**
 * The plan of the sample without words: a dental clinic of twelve chairs, fitted out and given new services in
 * a let storey. Durations are working days; `slipped` is the present duration where it differs from the
 * contract. The project began {@link DAYS_SO_FAR} working days ago, and what is done follows from that.
 */
export const DAYS_SO_FAR = 60;

export type PersonKey = 'manager' | 'site' | 'services' | 'buyer';
export type PartyKey =
  | PersonKey
  | 'designer'
  | 'airSub'
  | 'fireSub'
  | 'shieldSub'
  | 'finishSub'
  | 'joinerSupplier'
  | 'airSupplier'
  | 'chairSupplier'
  | 'client';

type LinkType = 'FS' | 'SS' | 'FF';

/** `[predecessor, type, lag]`: working days, or `%` of the predecessor, or `ed` elapsed days. */
export type PlannedLink<K extends string = string> = readonly [
  from: K,
  type?: LinkType,
  lag?: number,
  unit?: 'd' | '%' | 'ed',
];

export interface PlannedTask {
  readonly phase: string | null;
  /** Working days; 0 is a milestone; null is a phase. */
  readonly days: number | null;
  readonly slipped?: number;
  readonly by?: PartyKey;
  /** The client sees it. */
  readonly visible?: boolean;
  /** Percent complete where it is not what the days gone by would suggest. */
  readonly percent?: number;
  /** Not before this working day of the project: contract, now. */
  readonly notBefore?: readonly [contract: number, now: number];
  /** The date of the contract is a deadline. */
  readonly deadline?: boolean;
  /** `days` is what the contract has; `slipped` what is left. */
  readonly buffer?: 'risk' | 'change';
  readonly after?: readonly PlannedLink[];
}

const phase = (): PlannedTask => ({ phase: null, days: null, visible: true });

const PREPARE = {
  prepare: phase(),
  kickoff: { phase: 'prepare', days: 0, by: 'manager', visible: true },
  survey: { phase: 'prepare', days: 3, by: 'site', after: [['kickoff']] },
  design: { phase: 'prepare', days: 10, by: 'designer', visible: true, after: [['survey']] },
  shieldCalc: { phase: 'prepare', days: 4, by: 'shieldSub', after: [['design', 'SS', 4]] },
  orders: { phase: 'prepare', days: 3, by: 'buyer', after: [['design', 'FS', -3]] },
  permit: { phase: 'prepare', days: 8, slipped: 10, by: 'manager', visible: true, after: [['design']] },
  permitOk: { phase: 'prepare', days: 0, by: 'manager', visible: true, after: [['permit']] },

  strip: phase(),
  setup: { phase: 'strip', days: 2, by: 'site', after: [['design', 'FS', 2]] },
  stripOut: { phase: 'strip', days: 6, by: 'site', visible: true, after: [['permitOk'], ['setup']] },
  settingOut: { phase: 'strip', days: 2, by: 'site', after: [['stripOut']] },
  stripOk: { phase: 'strip', days: 0, by: 'manager', visible: true, after: [['settingOut']] },
} as const satisfies Record<string, PlannedTask>;

const STRUCTURE = {
  walls: phase(),
  partitions: { phase: 'walls', days: 10, by: 'finishSub', visible: true, after: [['stripOk']] },
  lead: {
    phase: 'walls',
    days: 5,
    by: 'shieldSub',
    visible: true,
    after: [['shieldCalc'], ['partitions', 'SS', 5]],
  },
  leadDoor: { phase: 'walls', days: 2, by: 'shieldSub', after: [['lead']] },
  waterproof: { phase: 'walls', days: 5, by: 'finishSub', after: [['partitions', 'SS', 6]] },
  floodTest: { phase: 'walls', days: 2, by: 'site', after: [['waterproof']] },

  services: phase(),
  drains: { phase: 'services', days: 8, by: 'services', visible: true, after: [['settingOut']] },
  conduits: {
    phase: 'services',
    days: 12,
    by: 'services',
    visible: true,
    after: [['partitions', 'SS', 30, '%']],
  },
  ducts: {
    phase: 'services',
    days: 14,
    slipped: 15,
    by: 'airSub',
    visible: true,
    after: [['partitions', 'SS', 4]],
  },
  sprinklers: { phase: 'services', days: 8, by: 'fireSub', visible: true, after: [['ducts', 'SS', 4]] },
  medicalAir: { phase: 'services', days: 6, by: 'services', after: [['drains']] },
  pressure: { phase: 'services', days: 2, by: 'services', after: [['medicalAir'], ['sprinklers']] },
  hiddenOk: {
    phase: 'services',
    days: 0,
    by: 'manager',
    visible: true,
    after: [['conduits'], ['ducts'], ['pressure'], ['floodTest'], ['lead']],
  },
} as const satisfies Record<string, PlannedTask>;

const FINISHES = {
  finishes: phase(),
  closing: { phase: 'finishes', days: 7, by: 'finishSub', visible: true, after: [['hiddenOk']] },
  tiling: { phase: 'finishes', days: 9, slipped: 6, by: 'finishSub', visible: true, after: [['floodTest']] },
  sampleOk: { phase: 'finishes', days: 0, by: 'client', visible: true, after: [['tiling', 'FS', 5]] },
  ceiling: {
    phase: 'finishes',
    days: 9,
    by: 'finishSub',
    visible: true,
    percent: 85,
    after: [['closing', 'SS', 3]],
  },
  levelling: { phase: 'finishes', days: 3, by: 'finishSub', after: [['closing']] },
  painting: {
    phase: 'finishes',
    days: 10,
    by: 'finishSub',
    visible: true,
    percent: 20,
    after: [['closing', 'FS', 1]],
  },
  vinyl: {
    phase: 'finishes',
    days: 8,
    by: 'finishSub',
    visible: true,
    after: [['levelling', 'FS', 2, 'ed'], ['ceiling']],
  },
  joinery: {
    phase: 'finishes',
    days: 18,
    slipped: 24,
    by: 'joinerSupplier',
    visible: true,
    percent: 80,
    after: [['partitions']],
  },
  joineryFit: {
    phase: 'finishes',
    days: 8,
    by: 'finishSub',
    visible: true,
    after: [['joinery'], ['vinyl', 'FS', -3]],
  },
} as const satisfies Record<string, PlannedTask>;

const EQUIPMENT = {
  equipment: phase(),
  airUnit: { phase: 'equipment', days: 42, slipped: 54, by: 'airSupplier', percent: 90, after: [['orders']] },
  airUnitOk: { phase: 'equipment', days: 0, by: 'airSupplier', visible: true, after: [['airUnit']] },
  airUnitFit: { phase: 'equipment', days: 4, by: 'airSub', visible: true, after: [['airUnitOk']] },
  plantRoom: { phase: 'equipment', days: 5, by: 'services', visible: true, after: [['pressure']] },
  switchboards: {
    phase: 'equipment',
    days: 6,
    by: 'services',
    visible: true,
    percent: 85,
    after: [['conduits', 'FS', 8]],
  },
  lights: { phase: 'equipment', days: 7, by: 'services', visible: true, after: [['painting', 'FS', -4]] },
  network: { phase: 'equipment', days: 6, by: 'services', after: [['lights', 'SS', 2]] },
  chairsOk: { phase: 'equipment', days: 0, by: 'client', visible: true, notBefore: [70, 74] },
  chairs: {
    phase: 'equipment',
    days: 8,
    by: 'chairSupplier',
    visible: true,
    after: [['chairsOk'], ['vinyl'], ['joineryFit', 'SS', 3], ['plantRoom']],
  },
  cbct: {
    phase: 'equipment',
    days: 4,
    by: 'chairSupplier',
    visible: true,
    after: [['leadDoor'], ['lights'], ['network', 'SS', 3]],
  },
} as const satisfies Record<string, PlannedTask>;

const ACCEPTANCE = {
  acceptance: phase(),
  balancing: { phase: 'acceptance', days: 4, by: 'airSub', after: [['airUnitFit'], ['lights']] },
  electricTest: { phase: 'acceptance', days: 3, by: 'services', after: [['switchboards'], ['lights']] },
  radiation: { phase: 'acceptance', days: 2, by: 'shieldSub', visible: true, after: [['cbct']] },
  fireTest: {
    phase: 'acceptance',
    days: 5,
    by: 'fireSub',
    visible: true,
    after: [['balancing'], ['sprinklers']],
  },
  fireOk: { phase: 'acceptance', days: 0, by: 'manager', visible: true, after: [['fireTest']] },
  cleaning: { phase: 'acceptance', days: 3, by: 'site', after: [['chairs'], ['radiation'], ['joineryFit']] },
  snagging: { phase: 'acceptance', days: 4, by: 'site', visible: true, after: [['cleaning']] },
  training: { phase: 'acceptance', days: 2, by: 'services', visible: true, after: [['snagging', 'SS', 1]] },
  asBuilt: { phase: 'acceptance', days: 8, by: 'designer', after: [['snagging', 'FF']] },
  riskBuffer: {
    phase: 'acceptance',
    days: 5,
    slipped: 3,
    by: 'manager',
    buffer: 'risk',
    after: [['snagging'], ['training'], ['asBuilt'], ['fireOk'], ['electricTest']],
  },
  changeBuffer: {
    phase: 'acceptance',
    days: 3,
    slipped: 2,
    by: 'manager',
    buffer: 'change',
    after: [['riskBuffer']],
  },
  handover: {
    phase: 'acceptance',
    days: 0,
    by: 'client',
    visible: true,
    deadline: true,
    after: [['changeBuffer']],
  },
} as const satisfies Record<string, PlannedTask>;

const PLAN = { ...PREPARE, ...STRUCTURE, ...FINISHES, ...EQUIPMENT, ...ACCEPTANCE };

export type TaskKey = keyof typeof PLAN;

/** All rows in their order, phases before their tasks. */
export const plannedTasks: readonly (readonly [TaskKey, PlannedTask])[] = Object.entries(PLAN) as never;
