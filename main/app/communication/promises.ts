/** Promises: made with their guard asked first, renegotiated in time, and settled. */
import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { nextNumber } from '#main/app/numbers.ts';
import { type GuardWarning, guardPromise } from '#shared/domain/communication/guard.ts';
import { guardNote } from '#shared/domain/communication/guardText.ts';
import {
  renegotiated,
  renegotiateProblem,
  type SettleProblem,
  settleProblem,
} from '#shared/domain/communication/promise.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { GuardInput } from '#shared/ipc/channels/communication.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { createLabel } from '../labels.ts';
import { textsIn } from '../texts.ts';
import { guardFacts } from './guardFacts.ts';

export function promiseError(reason: SettleProblem): AppError {
  const field = reason === 'PROMISE_STEP' ? 'promise.status' : 'promise.due_on';
  return new AppError('RULE_BROKEN', { entity: 'promise' }, { field, reason });
}

const refuse = (reason: SettleProblem | null): void => {
  if (reason !== null) throw promiseError(reason);
};

export function checkPromise(ctx: AppContext, input: GuardInput): GuardWarning[] {
  return [...guardPromise(guardFacts(ctx, input))];
}

type Values = InputOf<'promise.make'>['values'];

const guarded = (values: Values): GuardInput => ({
  clientId: values.client_id,
  projectId: values.project_id ?? null,
  promiseId: null,
  kind: values.kind ?? 'date',
  due_on: values.due_on ?? null,
  needs_days: values.needs_days ?? null,
  owner: values.owner ?? null,
  task_id: values.task_id ?? null,
});

/** A project of somebody else's would show this client's promise to the other. */
function requireSameClient(tx: Tx, values: Values): void {
  if (!values.project_id) return;
  if (tx.get('project', values.project_id).client_id === values.client_id) return;
  throw new AppError(
    'VALIDATION',
    { entity: 'promise', detail: 'OTHER_CLIENT' },
    { field: 'promise.project_id', reason: 'OTHER_CLIENT' },
  );
}

/** MS-5: asks the guard, and writes the promise if nothing speaks against it or the user says yes all the same. */
export function makePromise(ctx: AppContext, input: InputOf<'promise.make'>): OutputOf<'promise.make'> {
  const { values, item_id } = input;
  const warnings = checkPromise(ctx, guarded(values));
  if (warnings.length > 0 && !input.anyway) return { id: null, warnings };
  const guard_note = warnings.length === 0 ? null : guardNote(warnings, textsIn(input.language));
  const label = createLabel('promise', values.text);
  const { value } = ctx.log.commit(label, (tx) => {
    requireSameClient(tx, values);
    const no = nextNumber(tx, 'promise', values.project_id);
    const id = tx.create('promise', { ...values, no, guard_note });
    if (item_id !== undefined) tx.update('meeting_item', item_id, { promise_id: id });
    return id;
  });
  return { id: value, warnings };
}

const nameOf = (ctx: AppContext, id: string): string =>
  clipped(getRecord(ctx.store.read, 'promise', id)?.text);

export function settlePromise(ctx: AppContext, input: InputOf<'promise.settle'>): void {
  const { id, to, reason } = input;
  const label = { key: `promise_${to}`, args: { name: nameOf(ctx, id) } };
  ctx.log.commit(label, (tx) => {
    const promise = tx.get('promise', id);
    refuse(settleProblem(promise.status, to));
    // A promise that was moved once is open again as a renegotiated one.
    const status = to === 'made' && promise.first_due_on !== null ? 'renegotiated' : to;
    const settled_on = to === 'made' ? null : (input.on ?? ctx.today());
    tx.update('promise', id, { status, settled_on, ...(reason === undefined ? {} : { reason }) });
  });
}

export function renegotiate(ctx: AppContext, input: InputOf<'promise.renegotiate'>): void {
  const { id, due_on, reason } = input;
  ctx.log.commit({ key: 'promiseMoved', args: { name: nameOf(ctx, id), date: due_on } }, (tx) => {
    const promise = tx.get('promise', id);
    refuse(renegotiateProblem(promise, due_on, ctx.today()));
    tx.update('promise', id, { ...renegotiated(promise, due_on), ...(reason === null ? {} : { reason }) });
  });
}
