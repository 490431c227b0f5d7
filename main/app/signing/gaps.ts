/** What has to be put right before a document may be signed: what it says must be whole (G15, G17, H1–H3, X2, C12). */
import type { Tx } from '#db/log/tx.ts';
import { milestonesOf } from '#db/queries/milestones.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import { type AdjustmentFacts, adjustmentGaps } from '#shared/domain/agreement/adjustment.ts';
import { delayGaps } from '#shared/domain/agreement/delayNotice.ts';
import { isAgreed, smartGaps } from '#shared/domain/agreement/smart.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';

type Db = Tx['db'];

export interface SignGap {
  /** Name of the rule whose text the registers have. */
  readonly code: string;
  readonly subjectId: string;
  readonly name: string;
}

/** Blocks of H1 without which a charter is none. */
const CHARTER_BLOCKS = ['scope', 'time', 'cost', 'quality'] as const;

const blank = (text: string | null): boolean => text === null || text.trim() === '';

/** Goals that belong on the confirmation of a project, by number. */
export function agreedGoals(db: Db, projectId: string): RecordOf<'goal'>[] {
  return listRecords(db, 'goal', { project_id: projectId })
    .filter(isAgreed)
    .sort((a, b) => a.no - b.no);
}

/** The charter of a project; the first by day of making if there are several. */
export function charterOf(db: Db, projectId: string): RecordOf<'charter'> | null {
  const all = listRecords(db, 'charter', { project_id: projectId });
  return all.sort((a, b) => (a.created_at < b.created_at ? -1 : 1))[0] ?? null;
}

export function adjustmentFacts(db: Db, record: RecordOf<'adjustment'>, signed: boolean): AdjustmentFacts {
  const talks = listRecords(db, 'negotiation', { adjustment_id: record.id });
  return { ...record, negotiations: talks.filter(({ kind }) => kind === 'negotiation').length, signed };
}

function goalGaps(db: Db, projectId: string): SignGap[] {
  const goals = agreedGoals(db, projectId);
  if (goals.length === 0) return [{ code: 'NO_GOALS', subjectId: projectId, name: '' }];
  return goals.flatMap((goal) =>
    smartGaps(goal).map((field) => ({
      code: `GOAL_${field.toUpperCase()}`,
      subjectId: goal.id,
      name: goal.title,
    })),
  );
}

function charterGaps(db: Db, projectId: string): SignGap[] {
  const charter = charterOf(db, projectId);
  if (charter === null) return [{ code: 'NO_CHARTER', subjectId: projectId, name: '' }];
  const items = listRecords(db, 'scope_item', { project_id: projectId });
  return CHARTER_BLOCKS.filter(
    (block) => blank(charter[block]) && !(block === 'scope' && items.length > 0),
  ).map((block) => ({ code: `CHARTER_${block.toUpperCase()}`, subjectId: charter.id, name: '' }));
}

function adjustmentSignGaps(db: Db, id: string): SignGap[] {
  const record = getRecord(db, 'adjustment', id);
  if (record === null || record.status === 'confirmed') return [];
  return adjustmentGaps(adjustmentFacts(db, record, true), 'confirmed').map(({ code }) => ({
    code: code === 'NOT_FROM_HERE' ? 'NEGOTIATE_FIRST' : code,
    subjectId: id,
    name: record.title,
  }));
}

function delayNoticeGaps(db: Db, id: string): SignGap[] {
  const record = getRecord(db, 'delay_notice', id);
  if (record === null) return [];
  return delayGaps(record).map((field) => ({
    code: `DELAY_${field.toUpperCase()}`,
    subjectId: id,
    name: record.title,
  }));
}

/** Gaps of the document of a kind about a subject; empty when it may be signed (or sent, for a delay notice). */
export function signGaps(db: Db, kind: string, subjectId: string): SignGap[] {
  const none = (code: string): SignGap[] => [{ code, subjectId, name: '' }];
  switch (kind) {
    case 'goals':
      return goalGaps(db, subjectId);
    case 'charter':
      return charterGaps(db, subjectId);
    case 'scope':
      return listRecords(db, 'scope_item', { project_id: subjectId }).some(({ side }) => side === 'in')
        ? []
        : none('NO_SCOPE');
    case 'schedule':
      return milestonesOf(db, subjectId).some(({ client_visible }) => client_visible === 1)
        ? []
        : none('NO_MILESTONES');
    case 'adjustment':
      return adjustmentSignGaps(db, subjectId);
    case 'delay_notice':
      return delayNoticeGaps(db, subjectId);
    case 'decision':
      return blank(getRecord(db, 'decision', subjectId)?.chosen ?? null) ? none('DECISION_MISSING') : [];
    default:
      return [];
  }
}

/** @throws AppError SIGN_NOT_READY with the first gap as its reason */
export function requireNoGaps(db: Db, kind: string, subjectId: string): void {
  const gap = signGaps(db, kind, subjectId)[0];
  if (gap) throw new AppError('SIGN_NOT_READY', { name: clipped(gap.name) }, { reason: gap.code });
}
