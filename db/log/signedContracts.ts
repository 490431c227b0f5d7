/** D, E: what was signed stays as it was; money and days change by fees and adjustments of their own. */
import { isContractPart, isSealedTerm, isSigned } from '#shared/domain/contract/signed.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { Invariant } from './invariants.ts';
import type { Tx } from './tx.ts';
import { type Change, CREATION } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

const field = (value: unknown, name: string): unknown => (value as Row | null)?.[name];

/** The contract as it was before the transaction; null if that made it, or if it is not there. */
function before(tx: Tx, id: string): { status: string; signed_on: string | null; title: string } | null {
  const row = tx.readAny('contract', id);
  if (!row || tx.changed(id, CREATION)) return null;
  const of = (name: string): unknown => {
    const change = tx.changed(id, name);
    return change ? field(change.prev, name) : row[name];
  };
  const day = of('signed_on');
  return {
    status: String(of('status')),
    signed_on: typeof day === 'string' ? day : null,
    title: String(row.title),
  };
}

/** Contracts the change belongs to: where the record is, and where it was. */
function contractsOf(tx: Tx, { entity, id, register, prev }: Change): string[] {
  if (entity === 'contract') return [id];
  const now = tx.readAny(entity, id)?.contract_id;
  const then = register === 'contract_id' ? field(prev, 'contract_id') : null;
  return [now, then].filter((one) => typeof one === 'string');
}

/** An instalment that is added to a signed contract bills fees; it has no share of the contract sum of its own. */
function hasShare(tx: Tx, id: string): boolean {
  const row = tx.readAny('payment_stage', id);
  return (row?.percent ?? 0) !== 0 || (row?.amount_minor ?? 0) !== 0;
}

function isRefused(tx: Tx, change: Change, contractId: string): boolean {
  const { entity, id, register, value } = change;
  if (!isContractPart(entity)) return false;
  const contract = tx.readAny('contract', contractId);
  // A project takes its contracts with it when it goes, and brings them back.
  if (tx.exists('project', String(contract?.project_id)) !== 'yes') return false;
  if (tx.changed(String(contract?.project_id), TOMBSTONE)) return false;
  if (register === TOMBSTONE && entity === 'contract') return value !== null;
  if (register === TOMBSTONE || register === CREATION)
    return entity === 'payment_stage' ? hasShare(tx, id) : true;
  if (entity === 'payment_stage' && tx.changed(id, CREATION)) return hasShare(tx, id);
  return isSealedTerm(entity, register);
}

/** @throws AppError CONTRACT_SIGNED */
export const signedContractsStay: Invariant = ({ changes, tx }) => {
  for (const change of changes) {
    if (!isContractPart(change.entity)) continue;
    for (const id of contractsOf(tx, change)) {
      const then = before(tx, id);
      const now = tx.readAny('contract', id);
      if (!then || !isSigned(then) || !now || !isSigned(now as never)) continue;
      if (!isRefused(tx, change, id)) continue;
      const name = then.title.slice(0, 80);
      throw new AppError('CONTRACT_SIGNED', { name }, { field: `${change.entity}.${change.register}` });
    }
  }
};
