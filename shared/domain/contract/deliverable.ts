/** D2, X10: the status of a deliverable and its days say the same. Pure. */
import type { Patch, RecordOf } from '../../model/registry.ts';

type Deliverable = RecordOf<'deliverable'>;
type Course = Pick<Deliverable, 'status' | 'delivered_on' | 'accepted_on'>;

/**
 * What has to be written together with a patch so that an instalment that waits for the acceptance finds its day:
 * a status brings its day (today, unless one is known), a day brings its status, and work that is taken up again
 * takes the days back.
 * @param today `YYYY-MM-DD`
 */
export function courseOf(before: Course, patch: Patch<'deliverable'>, today: string): Patch<'deliverable'> {
  const status = patch.status ?? impliedStatus(before, patch);
  if (status === undefined || (status === before.status && patch.status === undefined)) return {};
  const delivered = patch.delivered_on === undefined ? before.delivered_on : patch.delivered_on;
  const accepted = patch.accepted_on === undefined ? before.accepted_on : patch.accepted_on;
  switch (status) {
    case 'accepted': {
      const on = accepted ?? today;
      return { status, accepted_on: on, delivered_on: delivered ?? on };
    }
    case 'delivered':
      return { status, delivered_on: delivered ?? today, accepted_on: null };
    case 'rejected':
      return { status, accepted_on: null };
    default:
      return { status, delivered_on: null, accepted_on: null };
  }
}

/** The status that a day says on its own. */
function impliedStatus(before: Course, patch: Patch<'deliverable'>): Deliverable['status'] | undefined {
  if (patch.accepted_on) return 'accepted';
  if (patch.delivered_on && (before.status === 'planned' || before.status === 'in_work')) return 'delivered';
  if (patch.accepted_on === null && before.status === 'accepted') return 'delivered';
  return undefined;
}
