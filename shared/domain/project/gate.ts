/** X9, A7, A8: what has to be true before a project leaves a stage. */
import { STAGES } from '../../model/entities/client.ts';
import type { Module, ProjectKind } from './modules.ts';

export type Stage = (typeof STAGES)[number];

/** Counts the checks look at. */
export const GATE_FACTS = [
  'deciders',
  'contacts',
  'needs',
  'implicitNeeds',
  'expectations',
  'expectationsNew',
  'screenings',
  'contracts',
  'contractsSigned',
  'clauseKinds',
  'briefings',
  'instalments',
  'instalmentsUnclaimed',
  'instalmentsUnpaid',
  'goals',
  'goalsIncomplete',
  'goalsUnsigned',
  'charters',
  'scopeItems',
  'rolesMissing',
  'tasks',
  'baselines',
  'commRows',
  'risks',
  'parties',
  'needsUnverified',
  'deliverables',
  'deliverablesUnmeasured',
  'deliverablesOpen',
  'deliverablesUnaccepted',
  'promisesOverdue',
  'issuesHigh',
  'confirmationsLate',
  'rectificationsOpen',
  'answers',
  'warrantyRunning',
  'careOpen',
  'feedbackUntriaged',
] as const;
export type GateFacts = Readonly<Record<(typeof GATE_FACTS)[number], number>>;

export interface GateCheck {
  readonly id: GateCheckId;
  readonly stage: Stage;
  /** Where it is put right; null for what is ticked off by hand. */
  readonly place: Module | 'client' | 'project' | null;
  /** Kinds it is asked of; all without. */
  readonly kinds?: readonly ProjectKind[];
  /** Absent: ticked off by hand. */
  readonly met?: (facts: GateFacts) => boolean;
  /** How many stand in the way. */
  readonly open?: (facts: GateFacts) => number;
}

/** D15: types of clause a contract cannot do without; fewer are shown as gaps there. */
export const NEEDED_CLAUSE_KINDS = 8;

const check = (
  id: GateCheckId,
  stage: Stage,
  place: GateCheck['place'],
  met?: GateCheck['met'],
  more: Partial<GateCheck> = {},
): GateCheck => ({ id, stage, place, ...(met ? { met } : {}), ...more });

const none = (fact: keyof GateFacts): Pick<Required<GateCheck>, 'met' | 'open'> => ({
  met: (facts) => facts[fact] === 0,
  open: (facts) => facts[fact],
});

export const GATE_CHECK_IDS = [
  'decider',
  'firstContact',
  'needsAsked',
  'expectationsNoted',
  'screened',
  'marketLooked',
  'contractRecorded',
  'clausesComplete',
  'clausesExplained',
  'paymentPlan',
  'qualityAgreed',
  'expectationsAnalysed',
  'goalsComplete',
  'contractSigned',
  'goalsSigned',
  'charter',
  'scopeListed',
  'rolesNamed',
  'planReady',
  'baselineTaken',
  'commPlan',
  'risksIdentified',
  'partiesRecorded',
  'clientTrained',
  'implicitNeedsFound',
  'needsReviewed',
  'delivered',
  'promisesKept',
  'issuesSolved',
  'milestonesConfirmed',
  'accepted',
  'rectified',
  'claimed',
  'satisfactionAsked',
  'warrantyOver',
  'visitsDone',
  'feedbackTriaged',
  'paid',
  'retrospective',
  'lessons',
] as const;
export type GateCheckId = (typeof GATE_CHECK_IDS)[number];

const CLIENT_KINDS: readonly ProjectKind[] = ['direct', 'subcontract', 'engineering', 'risky'];
const forClients = { kinds: CLIENT_KINDS };

/** In the order they are listed. */
export const GATE_CHECKS: readonly GateCheck[] = [
  check('decider', 'presales', 'client', (f) => f.deciders > 0, forClients),
  check('firstContact', 'presales', 'communication', (f) => f.contacts > 0, forClients),
  check('needsAsked', 'presales', 'requirements', (f) => f.needs > 0),
  check('expectationsNoted', 'presales', 'expectations', (f) => f.expectations > 0),
  check('screened', 'presales', 'project', (f) => f.screenings > 0),
  check('marketLooked', 'presales', null, undefined, { kinds: ['engineering', 'risky'] }),

  check('contractRecorded', 'contracting', 'contract', (f) => f.contracts > 0, forClients),
  check(
    'clausesComplete',
    'contracting',
    'contract',
    (f) => f.clauseKinds >= NEEDED_CLAUSE_KINDS,
    forClients,
  ),
  check('clausesExplained', 'contracting', 'contract', (f) => f.briefings > 0, forClients),
  check('paymentPlan', 'contracting', 'contract', (f) => f.instalments > 0, forClients),
  // A4, D2: of the five elements, quality is agreed by a standard and a condition for everything handed over.
  check(
    'qualityAgreed',
    'contracting',
    'contract',
    (f) => f.deliverables > 0 && f.deliverablesUnmeasured === 0,
    { kinds: ['subcontract', 'engineering', 'risky'], open: (f) => f.deliverablesUnmeasured },
  ),
  check(
    'expectationsAnalysed',
    'contracting',
    'expectations',
    (f) => f.expectations > 0 && f.expectationsNew === 0,
    {
      open: (f) => f.expectationsNew,
    },
  ),
  check('goalsComplete', 'contracting', 'goals', (f) => f.goals > 0 && f.goalsIncomplete === 0, {
    open: (f) => f.goalsIncomplete,
  }),
  check('contractSigned', 'contracting', 'contract', (f) => f.contractsSigned > 0, forClients),

  check('goalsSigned', 'kickoff', 'goals', (f) => f.goals > 0 && f.goalsUnsigned === 0, {
    open: (f) => f.goalsUnsigned,
  }),
  check('charter', 'kickoff', 'goals', (f) => f.charters > 0),
  check('scopeListed', 'kickoff', 'scope', (f) => f.scopeItems > 0),
  check('rolesNamed', 'kickoff', 'project', none('rolesMissing').met, { open: none('rolesMissing').open }),
  check('planReady', 'kickoff', 'plan', (f) => f.tasks > 0),
  check('baselineTaken', 'kickoff', 'tracking', (f) => f.baselines > 0),
  check('commPlan', 'kickoff', 'communication', (f) => f.commRows > 0),
  check('risksIdentified', 'kickoff', 'risks', (f) => f.risks > 0),
  check('partiesRecorded', 'kickoff', 'team', (f) => f.parties > 0, {
    kinds: ['subcontract', 'engineering'],
  }),
  check('clientTrained', 'kickoff', null, undefined, forClients),
  // WF8: what the client needs without saying so is looked for at the start.
  check('implicitNeedsFound', 'kickoff', 'requirements', (f) => f.implicitNeeds > 0, forClients),
  check('needsReviewed', 'kickoff', 'requirements', none('needsUnverified').met, {
    open: none('needsUnverified').open,
  }),

  check('delivered', 'execution', 'contract', none('deliverablesOpen').met, {
    open: none('deliverablesOpen').open,
  }),
  check('promisesKept', 'execution', 'communication', none('promisesOverdue').met, {
    open: none('promisesOverdue').open,
  }),
  check('issuesSolved', 'execution', 'risks', none('issuesHigh').met, { open: none('issuesHigh').open }),
  check('milestonesConfirmed', 'execution', 'tracking', none('confirmationsLate').met, {
    open: none('confirmationsLate').open,
  }),

  check('accepted', 'acceptance', 'contract', none('deliverablesUnaccepted').met, {
    open: none('deliverablesUnaccepted').open,
  }),
  check('rectified', 'acceptance', 'expectations', none('rectificationsOpen').met, {
    open: none('rectificationsOpen').open,
  }),
  check('claimed', 'acceptance', 'contract', none('instalmentsUnclaimed').met, {
    open: none('instalmentsUnclaimed').open,
    ...forClients,
  }),
  check('satisfactionAsked', 'acceptance', 'client', (f) => f.answers > 0, forClients),

  check('warrantyOver', 'warranty', 'contract', none('warrantyRunning').met, {
    open: none('warrantyRunning').open,
  }),
  check('visitsDone', 'warranty', 'client', none('careOpen').met, { open: none('careOpen').open }),
  check('feedbackTriaged', 'warranty', 'client', none('feedbackUntriaged').met, {
    open: none('feedbackUntriaged').open,
  }),
  check('paid', 'warranty', 'contract', none('instalmentsUnpaid').met, {
    open: none('instalmentsUnpaid').open,
    ...forClients,
  }),
  check('retrospective', 'warranty', null),
  check('lessons', 'warranty', null),
];

export interface CheckState {
  readonly id: GateCheckId;
  readonly stage: Stage;
  readonly place: GateCheck['place'];
  readonly met: boolean;
  /** Ticked off by hand, not by the data. */
  readonly byHand: boolean;
  /** How many stand in the way; null where that is no number. */
  readonly open: number | null;
}

/** The checks of one stage for a kind of project. `ticked` are those done or not needed by hand. */
export function gateOf(
  stage: Stage,
  kind: ProjectKind,
  facts: GateFacts,
  ticked: ReadonlySet<string>,
): readonly CheckState[] {
  return GATE_CHECKS.filter(
    (one) => one.stage === stage && (one.kinds === undefined || one.kinds.includes(kind)),
  ).map((one) => ({
    id: one.id,
    stage: one.stage,
    place: one.place,
    met: ticked.has(one.id) || (one.met?.(facts) ?? false),
    byHand: one.met === undefined,
    open: one.open?.(facts) ?? null,
  }));
}

/** The stage after this one; null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** Stages that are left on the way from one to another; none on the way back. */
export function stagesLeft(from: Stage, to: Stage): readonly Stage[] {
  return STAGES.slice(STAGES.indexOf(from), Math.max(STAGES.indexOf(from), STAGES.indexOf(to)));
}
