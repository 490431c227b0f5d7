/** What becomes of the records once both sides have signed; part of the commit of the second signature. */
import type { Tx } from '#db/log/tx.ts';
import type { DocumentHead } from '#db/queries/signing.ts';
import { signedCopy } from '#shared/domain/agreement/signed.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Patch, RecordOf } from '#shared/model/registry.ts';
import { agreedGoals, charterOf } from './gaps.ts';

/** Expectations that a signed goal takes on to `signed` (X8); later states stay. */
const BEFORE_SIGNED: ReadonlySet<string> = new Set(['identified', 'analysed', 'guided', 'goal_set']);

function signGoals(tx: Tx, projectId: string): void {
  for (const goal of agreedGoals(tx.db, projectId)) {
    const status = goal.status === 'draft' ? ('signed' as const) : goal.status;
    tx.updateSystem('goal', goal.id, { status, signed_as: signedCopy('goal', goal) });
    const expectation = goal.expectation_id === null ? null : tx.find('expectation', goal.expectation_id);
    if (expectation && BEFORE_SIGNED.has(expectation.status))
      tx.update('expectation', expectation.id, { status: 'signed' });
  }
}

/** One line, because that is what a register shows of it. */
const oneLine = (text: string): string => clipped(text.replace(/\s+/g, ' ').trim(), 500);

function adjustGoal(tx: Tx, adjustment: RecordOf<'adjustment'>, goalId: string): void {
  const goal = tx.find('goal', goalId);
  if (goal === null) return;
  const patch: Patch<'goal'> = {
    [adjustment.adjusts]: clipped(adjustment.after ?? '', 2_000),
    ...(adjustment.new_due_on === null ? {} : { due_on: adjustment.new_due_on }),
    ...(adjustment.new_target_value === null ? {} : { target_value: adjustment.new_target_value }),
  };
  tx.update('goal', goalId, patch);
  // Both sides signed the new words with the adjustment, so they are no edit behind anybody's back.
  if (goal.signed_as !== null)
    tx.updateSystem('goal', goalId, { signed_as: { ...goal.signed_as, ...patch } });
}

/** G22: the agreed words take the place of the old ones; they are the basis of work and acceptance from now on. */
function confirmAdjustment(tx: Tx, id: string, today: string): void {
  const adjustment = tx.get('adjustment', id);
  tx.updateSystem('adjustment', id, {
    status: 'confirmed',
    closed_on: today,
    signed_as: signedCopy('adjustment', adjustment),
  });
  if (adjustment.goal_id !== null) adjustGoal(tx, adjustment, adjustment.goal_id);
  if (adjustment.expectation_id === null || tx.find('expectation', adjustment.expectation_id) === null)
    return;
  tx.update('expectation', adjustment.expectation_id, {
    agreed_text: oneLine(adjustment.after ?? ''),
    status: 'adjusted',
    ...(adjustment.new_due_on === null ? {} : { key_date_on: adjustment.new_due_on }),
  });
}

/** C12: the client's choice is decided by the signatures, on the day of the second. */
function settleDecision(tx: Tx, id: string, today: string): void {
  const decision = tx.get('decision', id);
  if (decision.status === 'open') tx.update('decision', id, { status: 'decided', decided_on: today });
}

/** @param today day of the second signature */
export function settle(tx: Tx, document: DocumentHead, today: string): void {
  const { kind, subject_id: subject } = document;
  if (kind === 'goals') signGoals(tx, subject);
  if (kind === 'adjustment') confirmAdjustment(tx, subject, today);
  if (kind === 'decision') settleDecision(tx, subject, today);
  if (kind !== 'charter') return;
  const charter = charterOf(tx.db, subject);
  if (charter) tx.updateSystem('charter', charter.id, { signed_as: signedCopy('charter', charter) });
}
