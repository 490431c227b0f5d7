/** O1, O8, WF1–WF6: the usual rows of a communication plan by stage and kind of project. */
import type { RecordOf } from '#shared/model/registry.ts';
import { addDays } from '../deadline/dates.ts';
import { dueAfter, type Frequency } from './frequency.ts';

type PlanItem = RecordOf<'comm_plan_item'>;
type Project = RecordOf<'project'>;
export type Stage = Project['stage'];

/** Names of the standard rows; their words are `communication:standard.<name>`. */
export const STANDARD_ROWS = [
  'early',
  'progress',
  'report',
  'preMilestone',
  'team',
  'departments',
  'parties',
  'riskReview',
  'swot',
  'inspection',
  'survey',
  'acceptance',
  'returnVisit',
] as const;
export type StandardRow = (typeof STANDARD_ROWS)[number];

export interface StandardItem {
  readonly standard: StandardRow;
  readonly audience_kind: PlanItem['audience_kind'];
  readonly channel: PlanItem['channel'];
  readonly frequency: Frequency;
  readonly stage: Stage | null;
}

export interface ProjectTraits {
  readonly kind: Project['kind'];
  readonly stage: Stage;
  /** A5: 1 to 5; empty if nobody said. */
  readonly complexity: number | null;
  readonly report_frequency: Project['report_frequency'];
  /** A6: the latest screening found the project risky. */
  readonly risky: boolean;
}

const EARLY: readonly Stage[] = ['presales', 'contracting', 'kickoff'];
const order: readonly Stage[] = [
  'presales',
  'contracting',
  'kickoff',
  'execution',
  'acceptance',
  'warranty',
  'closed',
];

/** A5, A6: a risky or complex project is watched more closely. */
export const isTight = (traits: ProjectTraits): boolean =>
  traits.risky || traits.kind === 'risky' || (traits.complexity ?? 0) >= 4;

/** WF1: weekly for what is tight, else as the project reports; A5: monthly for simple work that says nothing. */
function reportFrequency(traits: ProjectTraits): Frequency | null {
  if (traits.report_frequency === 'none') return null;
  return isTight(traits) ? 'weekly' : traits.report_frequency;
}

function forClient(traits: ProjectTraits): StandardItem[] {
  const client = { audience_kind: 'client' } as const;
  const report = reportFrequency(traits);
  return [
    // WF3: at least once or twice a week while everything is still open.
    ...EARLY.map(
      (stage): StandardItem => ({
        ...client,
        standard: 'early',
        channel: 'phone',
        frequency: isTight(traits) ? 'twice_weekly' : 'weekly',
        stage,
      }),
    ),
    // WF2, WF4: the progress meeting is the weekly contact while the work goes on.
    { ...client, standard: 'progress', channel: 'meeting', frequency: 'weekly', stage: 'execution' },
    ...(report === null
      ? []
      : [
          { ...client, standard: 'report', channel: 'email', frequency: report, stage: 'execution' } as const,
        ]),
    // WF5: five working days before a key node; the plan's confirmations say when.
    { ...client, standard: 'preMilestone', channel: 'meeting', frequency: 'event', stage: 'execution' },
    { ...client, standard: 'acceptance', channel: 'site_visit', frequency: 'weekly', stage: 'acceptance' },
    // WF6: a survey per stage, and a return visit each month of the warranty.
    { ...client, standard: 'survey', channel: 'other', frequency: 'per_stage', stage: null },
    { ...client, standard: 'returnVisit', channel: 'site_visit', frequency: 'monthly', stage: 'warranty' },
  ];
}

function forOurselves(traits: ProjectTraits): StandardItem[] {
  const rows: StandardItem[] = [
    { standard: 'team', audience_kind: 'team', channel: 'meeting', frequency: 'weekly', stage: 'execution' },
    {
      standard: 'riskReview',
      audience_kind: 'team',
      channel: 'meeting',
      frequency: isTight(traits) ? 'weekly' : 'biweekly',
      stage: 'execution',
    },
  ];
  // WF6: a SWOT in each stage of the work, and a look at its quality while it goes on.
  if (order.indexOf(traits.stage) < order.indexOf('warranty'))
    rows.push({
      standard: 'swot',
      audience_kind: 'team',
      channel: 'meeting',
      frequency: 'per_stage',
      stage: null,
    });
  rows.push({
    standard: 'inspection',
    audience_kind: 'team',
    channel: 'site_visit',
    frequency: isTight(traits) ? 'weekly' : 'biweekly',
    stage: 'execution',
  });
  if (traits.kind === 'engineering' || isTight(traits))
    rows.push({
      standard: 'departments',
      audience_kind: 'departments',
      channel: 'meeting',
      frequency: 'biweekly',
      stage: 'execution',
    });
  if (traits.kind === 'subcontract' || traits.kind === 'engineering')
    rows.push({
      standard: 'parties',
      audience_kind: 'parties',
      channel: 'meeting',
      frequency: 'weekly',
      stage: 'execution',
    });
  return rows;
}

/**
 * The usual rows for a project, from its stage on; what is over is left out. An internal project has no client to
 * report to beyond its own house.
 */
export function standardRows(traits: ProjectTraits): readonly StandardItem[] {
  const now = order.indexOf(traits.stage);
  const rows = [...(traits.kind === 'internal' ? [] : forClient(traits)), ...forOurselves(traits)];
  return rows.filter(({ stage }) => stage === null || order.indexOf(stage) >= now);
}

/** The rows that a plan does not have yet; a row is known by its name and stage. */
export function missingRows(
  traits: ProjectTraits,
  known: readonly Pick<PlanItem, 'standard' | 'stage'>[],
): readonly StandardItem[] {
  const has = new Set(known.map(({ standard, stage }) => `${standard} ${stage}`));
  return standardRows(traits).filter(({ standard, stage }) => !has.has(`${standard} ${stage}`));
}

/**
 * First due day of a new row: one turn from today in the stage the project is in; rows of later stages wait for
 * theirs, and those without a rhythm for their event.
 */
export function firstDue(row: Pick<StandardItem, 'frequency' | 'stage'>, stage: Stage, today: string) {
  if (row.stage !== null && row.stage !== stage) return null;
  return row.frequency === 'once' ? addDays(today, 7) : dueAfter(row.frequency, today);
}
