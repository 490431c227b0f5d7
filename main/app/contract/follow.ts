/** What follows from contracts and clauses, in the commit that writes them, whoever wrote it. */
import type { Tx } from '#db/log/tx.ts';
import { CREATION } from '#db/log/types.ts';
import { gapsOf } from '#db/queries/contract.ts';
import { isSigned } from '#shared/domain/contract/signed.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { textsIn } from '../texts.ts';

type Contract = RecordOf<'contract'>;

/** D15: a contract with gaps is signed with a reason or not at all. */
export function gapsMessage(contract: Pick<Contract, 'title'>, count: number): AppError {
  return new AppError(
    'CONTRACT_GAPS',
    { name: clipped(contract.title), count },
    { field: 'contract.sign_reason' },
  );
}

/** A signature is not taken back by an edit, and not given by one where the check would have asked why. */
function guardStatus(tx: Tx, id: string): void {
  const change = tx.changed(id, 'status');
  const contract = change && !tx.changed(id, CREATION) ? tx.find('contract', id) : null;
  if (!change || !contract) return;
  const before = (change.prev as { status?: unknown } | null)?.status;
  const day = tx.changed(id, 'signed_on');
  const wasOn = day ? (day.prev as { signed_on?: unknown } | null)?.signed_on : contract.signed_on;
  const was = isSigned({ status: String(before), signed_on: typeof wasOn === 'string' ? wasOn : null });
  if (was && !isSigned(contract))
    throw new AppError('CONTRACT_SIGNED', { name: clipped(contract.title) }, { field: 'contract.status' });
  if (was || !isSigned(contract) || (contract.sign_reason ?? '').trim() !== '') return;
  const gaps = gapsOf(tx.db, contract).length;
  if (gaps > 0) throw gapsMessage(contract, gaps);
}

const FREQUENCY = {
  weekly: 'weekly',
  biweekly: 'biweekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
} as const;

/**
 * D10, MS-12: a clause that asks for reports makes its row of the communication plan and keeps the rhythm of it the
 * same; without rhythm, or deleted, its row goes unless reports were already made by it.
 */
function followReporting(tx: Tx, clauseId: string, language: Locale): void {
  const relevant = ['kind', 'report_frequency', CREATION, TOMBSTONE].some((name) =>
    tx.changed(clauseId, name),
  );
  const clause = relevant ? tx.readAny('clause', clauseId) : null;
  if (!clause) return;
  const contract = tx.find('contract', String(clause.contract_id));
  const rhythm = clause.report_frequency as keyof typeof FREQUENCY | null;
  const asks = clause.deleted_at === null && clause.kind === 'reporting' && rhythm !== null;
  const row = tx.db
    .prepare<[string], { id: string; last_done_on: string | null }>(
      'SELECT id, last_done_on FROM comm_plan_item WHERE clause_id = ? AND deleted_at IS NULL ORDER BY id LIMIT 1',
    )
    .get(clauseId);
  if (asks && contract && rhythm) {
    if (row) tx.update('comm_plan_item', row.id, { frequency: FREQUENCY[rhythm] });
    else addRow(tx, contract, { id: clauseId, title: String(clause.title) }, FREQUENCY[rhythm], language);
  } else if (row && clause.deleted_at === null) {
    if (row.last_done_on === null) tx.remove('comm_plan_item', row.id);
    else tx.update('comm_plan_item', row.id, { active: false });
  } else if (row && contract) tx.update('comm_plan_item', row.id, { active: false });
}

function addRow(
  tx: Tx,
  contract: Contract,
  clause: { readonly id: string; readonly title: string },
  frequency: (typeof FREQUENCY)[keyof typeof FREQUENCY],
  language: Locale,
): void {
  // The row is printed for the client: in his language, not in that of this machine.
  const client = tx.find('client', tx.get('project', contract.project_id).client_id);
  const say = textsIn(client?.language ?? language);
  const upstream = contract.direction === 'upstream';
  tx.create('comm_plan_item', {
    project_id: contract.project_id,
    audience: say(upstream ? 'contract:reporting.audience.client' : 'contract:reporting.audience.parties'),
    audience_kind: upstream ? 'client' : 'parties',
    purpose: clipped(clause.title),
    channel: 'email',
    frequency,
    clause_id: clause.id,
  });
}

/** Called inside every commit of a user. */
export function followContracts(tx: Tx, context: { readonly language: Locale }): void {
  const touched = tx.touched();
  for (const id of touched.get('contract') ?? []) guardStatus(tx, id);
  for (const id of touched.get('clause') ?? []) followReporting(tx, id, context.language);
}
