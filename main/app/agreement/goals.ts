/** G17–G19, H1: goals and the charter. Only signatures make a goal signed. */
import type { Tx } from '#db/log/tx.ts';
import { conformityEntries } from '#db/queries/agreement.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { charterOf } from '#main/app/signing/gaps.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { nextNumber } from '../numbers.ts';

type Goal = RecordOf<'goal'>;

function broken(reason: string): AppError {
  return new AppError('RULE_BROKEN', { entity: 'goal' }, { field: 'goal.status', reason });
}

/** A goal is signed by signatures, and one that was signed does not become a draft again. */
function requireHonest(goal: Pick<Goal, 'status' | 'signed_as'>): void {
  if (goal.status === 'signed' && goal.signed_as === null) throw broken('SIGN_FIRST');
  if (goal.status === 'draft' && goal.signed_as !== null) throw broken('SIGNED_STAYS');
}

/** States of an expectation that a goal of its own takes on to `goal_set` (X8). */
const BEFORE_GOAL: ReadonlySet<string> = new Set(['identified', 'analysed', 'guided']);

function fromExpectation(tx: Tx, expectationId: string): string {
  const expectation = tx.get('expectation', expectationId);
  const words = expectation.client_text ?? expectation.text;
  const id = tx.create('goal', {
    project_id: expectation.project_id,
    no: nextNumber(tx, 'goal', expectation.project_id),
    title: clipped(words.replace(/\s+/g, ' ').trim(), 300),
    aspect: expectation.aspect,
    expectation_id: expectation.id,
    deliverable_id: expectation.deliverable_id,
    task_id: expectation.task_id,
    benchmark_id: expectation.benchmark_id,
    specific: clipped(expectation.agreed_text ?? words, 2_000),
    measurable: expectation.quality_standard ?? expectation.acceptance_standard,
    time_bound: expectation.key_date_on,
    due_on: expectation.key_date_on,
    owner: expectation.owner,
    client_visible: expectation.client_visible,
  });
  if (BEFORE_GOAL.has(expectation.status)) tx.update('expectation', expectation.id, { status: 'goal_set' });
  return id;
}

export function goalHandlers(ctx: AppContext): Handlers {
  const { read } = ctx.store;
  return {
    'goal.create': ({ values }) => {
      const label = createLabel('goal', values.title);
      const { value } = ctx.log.commit(label, (tx) => {
        const id = tx.create('goal', { ...values, no: nextNumber(tx, 'goal', values.project_id) });
        requireHonest(tx.get('goal', id));
        return id;
      });
      return { id: value };
    },
    'goal.update': ({ id, patch }) => {
      const { value } = ctx.log.commit(updateLabel(ctx, 'goal', id, patch), (tx) => {
        const changed = tx.update('goal', id, patch);
        if (patch.status !== undefined) requireHonest(tx.get('goal', id));
        return changed;
      });
      return { changed: value };
    },
    'goal.conformity': ({ projectId }) => {
      if (!getRecord(read, 'project', projectId)) throw new AppError('NOT_FOUND', { entity: 'project' });
      return conformityEntries(read, projectId);
    },
    'goal.fromExpectation': ({ expectationId }) => {
      const expectation = getRecord(read, 'expectation', expectationId);
      if (!expectation) throw new AppError('NOT_FOUND', { entity: 'expectation' });
      const label = createLabel('goal', expectation.text);
      return { id: ctx.log.commit(label, (tx) => fromExpectation(tx, expectationId)).value };
    },
    'charter.create': ({ values }) => {
      const label = createLabel('charter', values.purpose);
      const { value } = ctx.log.commit(label, (tx) => {
        if (charterOf(tx.db, values.project_id)) throw new AppError('CHARTER_EXISTS');
        return tx.create('charter', values);
      });
      return { id: value };
    },
  };
}
