/** Issues, decisions and the log of contacts of the sample without words. Days count working days from today. */
import type { CreateInput } from '#shared/model/registry.ts';
import type { RiskKey } from './control.ts';
import type { PersonKey } from './plan.ts';

export type ContactKey = 'owner' | 'director' | 'finance' | 'nurse';

type Issue = CreateInput<'issue'>;
export interface PlannedIssue {
  readonly severity: NonNullable<Issue['severity']>;
  readonly status: NonNullable<Issue['status']>;
  readonly contact?: ContactKey;
  readonly risk?: RiskKey;
  readonly raised: number;
  readonly due: number;
  readonly owner: PersonKey;
  readonly visible: boolean;
}

const ISSUES = {
  veneer: {
    severity: 'high',
    status: 'explained',
    contact: 'director',
    risk: 'joineryLate',
    raised: -8,
    due: 5,
    owner: 'site',
    visible: true,
  },
  sockets: {
    severity: 'medium',
    status: 'responded',
    contact: 'nurse',
    raised: -3,
    due: 2,
    owner: 'services',
    visible: true,
  },
  clash: { severity: 'medium', status: 'solved', raised: -12, due: -4, owner: 'services', visible: true },
  complaint: {
    severity: 'low',
    status: 'confirmed',
    contact: 'owner',
    risk: 'noise',
    raised: -32,
    due: -28,
    owner: 'site',
    visible: true,
  },
  boards: { severity: 'medium', status: 'raised', raised: -1, due: 1, owner: 'services', visible: false },
} as const satisfies Record<string, PlannedIssue>;

export type IssueKey = keyof typeof ISSUES;
export const plannedIssues: readonly (readonly [IssueKey, PlannedIssue])[] = Object.entries(ISSUES) as never;

export interface PlannedDecision {
  readonly needed: number;
  readonly decided?: number;
  readonly contact: ContactKey;
}

const DECISIONS = {
  reception: { needed: 3, contact: 'owner' },
  freight: { needed: 1, contact: 'finance' },
  flooring: { needed: -20, decided: -22, contact: 'director' },
} as const satisfies Record<string, PlannedDecision>;

export type DecisionKey = keyof typeof DECISIONS;
export const plannedDecisions: readonly (readonly [DecisionKey, PlannedDecision])[] = Object.entries(
  DECISIONS,
) as never;

type Comm = CreateInput<'comm_log'>;
export interface PlannedComm {
  readonly contact: ContactKey;
  readonly channel: NonNullable<Comm['channel']>;
  readonly direction: 'in' | 'out';
  readonly day: number;
  readonly time: string;
  readonly by: PersonKey;
  readonly due?: number;
  readonly done?: number;
  /** Which of the two earlier reports it is about. */
  readonly report?: ReportKey;
}

export type ReportKey = 'first' | 'second';

const COMMS = {
  kickoff: {
    contact: 'owner',
    channel: 'meeting',
    direction: 'out',
    day: -60,
    time: '09:30',
    by: 'manager',
    due: -57,
    done: -57,
  },
  frozen: {
    contact: 'director',
    channel: 'meeting',
    direction: 'out',
    day: -47,
    time: '14:00',
    by: 'manager',
    due: -44,
    done: -45,
  },
  permit: { contact: 'owner', channel: 'email', direction: 'out', day: -37, time: '10:15', by: 'manager' },
  noise: {
    contact: 'owner',
    channel: 'phone',
    direction: 'in',
    day: -32,
    time: '16:20',
    by: 'site',
    due: -31,
    done: -31,
  },
  floor: {
    contact: 'director',
    channel: 'site_visit',
    direction: 'out',
    day: -22,
    time: '15:30',
    by: 'site',
    due: -20,
    done: -21,
  },
  airUnit: {
    contact: 'owner',
    channel: 'video',
    direction: 'out',
    day: -13,
    time: '11:00',
    by: 'buyer',
    due: -2,
  },
  veneer: {
    contact: 'director',
    channel: 'site_visit',
    direction: 'in',
    day: -8,
    time: '13:40',
    by: 'site',
    due: 5,
  },
  report: {
    contact: 'owner',
    channel: 'email',
    direction: 'out',
    day: -6,
    time: '17:10',
    by: 'manager',
    report: 'second',
  },
  layout: {
    contact: 'owner',
    channel: 'meeting',
    direction: 'in',
    day: -4,
    time: '10:00',
    by: 'manager',
    due: 0,
  },
  sockets: {
    contact: 'nurse',
    channel: 'im',
    direction: 'in',
    day: -3,
    time: '08:50',
    by: 'services',
    due: 2,
  },
  invoice: {
    contact: 'finance',
    channel: 'phone',
    direction: 'out',
    day: -1,
    time: '15:05',
    by: 'manager',
    due: 6,
  },
} as const satisfies Record<string, PlannedComm>;

export type CommKey = keyof typeof COMMS;
export const plannedComms: readonly (readonly [CommKey, PlannedComm])[] = Object.entries(COMMS) as never;
