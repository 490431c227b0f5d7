/** X2: adjustments are proposed, negotiated, and confirmed by the second signature and by nothing else. */
import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { adjustmentFacts } from '#main/app/signing/gaps.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { adjustmentGaps } from '#shared/domain/agreement/adjustment.ts';
import { SIGNED_FIELDS } from '#shared/domain/agreement/signed.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type CreateInput, type Patch, type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { nextNumber } from '../numbers.ts';

type Adjustment = RecordOf<'adjustment'>;

/** Words of a goal are shorter than those of an adjustment may be. */
const MAX_GOAL_CHARS = 2_000;
const BOUND: ReadonlySet<string> = new Set([
  ...SIGNED_FIELDS.adjustment,
  'status',
  'goal_id',
  'expectation_id',
  'closed_on',
]);

/** @throws AppError RULE_BROKEN with the first thing that is missing */
function requireStatus(tx: Tx, record: Adjustment, from: Adjustment['status']): void {
  // Signatures confirm by themselves; nobody sets that by hand.
  const facts = { ...adjustmentFacts(tx.db, record, false), status: from };
  const gap = adjustmentGaps(facts, record.status)[0];
  if (!gap) return;
  throw new AppError(
    'RULE_BROKEN',
    { entity: 'adjustment' },
    { field: `adjustment.${gap.field}`, reason: gap.code },
  );
}

function requireFits(record: Adjustment): void {
  if (record.goal_id === null || (record.after?.length ?? 0) <= MAX_GOAL_CHARS) return;
  throw new AppError(
    'VALIDATION',
    { entity: 'adjustment', detail: 'too_big' },
    { field: 'adjustment.after', reason: 'too_big' },
  );
}

function create(tx: Tx, values: CreateInput<'adjustment'>, today: string): string {
  const id = tx.create('adjustment', {
    raised_on: today,
    ...values,
    no: nextNumber(tx, 'adjustment', values.project_id),
  });
  const record = tx.get('adjustment', id);
  requireStatus(tx, record, 'proposed');
  requireFits(record);
  return id;
}

function update(tx: Tx, id: string, patch: Patch<'adjustment'>, today: string): boolean {
  const before = tx.get('adjustment', id);
  if (before.status === 'confirmed' && Object.keys(patch).some((field) => BOUND.has(field)))
    throw new AppError('ADJUSTMENT_CONFIRMED', { name: clipped(before.title) });
  const changed = tx.update('adjustment', id, patch);
  const after = tx.get('adjustment', id);
  requireFits(after);
  if (after.status === before.status) return changed;
  requireStatus(tx, after, before.status);
  tx.update('adjustment', id, { closed_on: after.status === 'declined' ? today : null });
  return changed;
}

/** What holds now, in the words that would be replaced. */
function proposalFor(ctx: AppContext, subjectId: string): Omit<CreateInput<'adjustment'>, 'title'> {
  const type = typeOfId(subjectId);
  const goal = type === 'goal' ? getRecord(ctx.store.read, 'goal', subjectId) : null;
  if (goal)
    return {
      project_id: goal.project_id,
      goal_id: goal.id,
      expectation_id: goal.expectation_id,
      before: goal.specific,
    };
  const expectation = type === 'expectation' ? getRecord(ctx.store.read, 'expectation', subjectId) : null;
  if (!expectation) throw new AppError('NOT_FOUND', { entity: 'expectation' });
  return {
    project_id: expectation.project_id,
    expectation_id: expectation.id,
    before: expectation.agreed_text ?? expectation.client_text ?? expectation.text,
    contact_id: expectation.contact_id,
  };
}

export function adjustmentHandlers(ctx: AppContext): Handlers {
  return {
    'adjustment.create': ({ values }) => {
      const label = createLabel('adjustment', values.title);
      return { id: ctx.log.commit(label, (tx) => create(tx, values, ctx.today())).value };
    },
    'adjustment.propose': ({ subjectId, title }) => {
      const values = { ...proposalFor(ctx, subjectId), title };
      const label = createLabel('adjustment', title);
      return { id: ctx.log.commit(label, (tx) => create(tx, values, ctx.today())).value };
    },
    'adjustment.update': ({ id, patch }) => {
      const label = updateLabel(ctx, 'adjustment', id, patch);
      return { changed: ctx.log.commit(label, (tx) => update(tx, id, patch, ctx.today())).value };
    },
  };
}
