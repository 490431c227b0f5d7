/** O1: which rows of the communication plan a contact counts for. */
import type { RecordOf } from '#shared/model/registry.ts';

type PlanItem = RecordOf<'comm_plan_item'>;
export type Channel = PlanItem['channel'];

/** Channels that do the same service: a call instead of a chat, a visit instead of a meeting. */
const GROUP: Readonly<Record<Channel, 'talk' | 'written' | 'together' | 'other'>> = {
  phone: 'talk',
  im: 'talk',
  email: 'written',
  letter: 'written',
  meeting: 'together',
  video: 'together',
  site_visit: 'together',
  briefing: 'together',
  other: 'other',
};

/** Names of standard rows that only a report that has left fulfils. */
export const REPORT_ROWS: ReadonlySet<string | null> = new Set(['report']);

export interface ContactMade {
  readonly project_id: string;
  readonly channel: Channel;
  readonly contact_id: string | null;
  /** Meeting that names its row of the plan. */
  readonly plan_item_id?: string | null;
  readonly audience: PlanItem['audience_kind'];
  readonly stage: RecordOf<'project'>['stage'];
}

/** Whether a row of the plan is in force in a stage. */
export const inForce = (item: Pick<PlanItem, 'active' | 'stage'>, stage: string): boolean =>
  item.active && (item.stage === null || item.stage === stage);

/**
 * A contact counts for the row it names; else for the rows of the same audience, person (if the row names one) and
 * kind of channel that are in force. Being together also counts as having talked.
 */
export function fulfils(item: PlanItem, made: ContactMade): boolean {
  if (item.project_id !== made.project_id) return false;
  if (made.plan_item_id) return item.id === made.plan_item_id;
  if (!inForce(item, made.stage) || REPORT_ROWS.has(item.standard)) return false;
  if (item.audience_kind !== made.audience) return false;
  if (item.contact_id !== null && item.contact_id !== made.contact_id) return false;
  const [wanted, given] = [GROUP[item.channel], GROUP[made.channel]];
  return wanted === given || (wanted === 'talk' && given === 'together');
}
