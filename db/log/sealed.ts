/** What may no longer be changed, by nobody: not by a use case, not by undo. */
import { canonicalJson } from '#shared/model/canonical.ts';
import { TOMBSTONE } from '#shared/model/entity.ts';
import type { Tx } from './tx.ts';
import { type Change, CREATION } from './types.ts';

type Row = Readonly<Record<string, unknown>>;

const stateOf = (value: unknown): unknown => (value as Row | null)?.state;

/**
 * Everything of the register but the state, which may go on. A report that was frozen without pages (the
 * sample's) gets them once: they are printed from the stored snapshot.
 */
function sameContent(before: unknown, after: unknown): boolean {
  const pages = (before as Row).pdf_sha256 === null ? { pdf_sha256: null, pdf_bytes: null } : {};
  const content = (value: unknown): string => canonicalJson({ ...(value as Row), ...pages, state: null });
  return content(before) === content(after);
}

function projectIsLive(tx: Tx, reportId: string): boolean {
  const row = tx.db
    .prepare<[string], { project_id: string }>('SELECT project_id FROM report WHERE id = ?')
    .get(reportId);
  return row !== undefined && tx.exists('project', row.project_id) === 'yes';
}

const OWNERS = {
  document: 'SELECT client_id, project_id FROM document WHERE id = ?',
  signoff:
    'SELECT d.client_id, d.project_id FROM signoff s JOIN document d ON d.id = s.document_id WHERE s.id = ?',
} as const;

/** An issued document and a signature go to the trash with their project or client only. */
function ownerIsLive(tx: Tx, entity: keyof typeof OWNERS, id: string): boolean {
  const row = tx.db
    .prepare<[string], { client_id: string; project_id: string | null }>(OWNERS[entity])
    .get(id);
  if (row === undefined) return false;
  return row.project_id === null
    ? tx.exists('client', row.client_id) === 'yes'
    : tx.exists('project', row.project_id) === 'yes';
}

/** Whether the document was written by the action that made its client or project (the sample). */
function cameWithOwner(tx: Tx, id: string): boolean {
  const madeBy = tx.db
    .prepare<[string], number>("SELECT txn_seq FROM change WHERE id = ? AND register = '*'")
    .pluck();
  const row = tx.db
    .prepare<[string], { client_id: string; project_id: string | null }>(OWNERS.document)
    .get(id);
  const owner = row?.project_id ?? row?.client_id;
  return owner !== undefined && madeBy.get(owner) === madeBy.get(id);
}

/** MS-3: what an issued document says and what was signed; its PDF is made once. */
function isSealedPaper(tx: Tx, change: Change & { readonly entity: keyof typeof OWNERS }): boolean {
  const { entity, register, prev, value, id } = change;
  if (register === TOMBSTONE) return value !== null && ownerIsLive(tx, entity, id);
  if (entity === 'signoff') return register === 'signature';
  if (register === 'pdf') return (prev as Row | null)?.pdf_sha256 != null;
  return register === 'frozen';
}

/** Whether the change would alter what was issued or signed, or a frozen report: its content, its wording, or that it exists. */
export function isSealed(tx: Tx, change: Change): boolean {
  if (change.register === CREATION) return false;
  if (change.entity === 'document' || change.entity === 'signoff')
    return isSealedPaper(tx, { ...change, entity: change.entity });
  if (change.entity !== 'report' || change.register === 'mail') return false;
  if (change.register === 'frozen') {
    if (stateOf(change.prev) === 'draft') return false;
    return stateOf(change.value) === 'draft' || !sameContent(change.prev, change.value);
  }
  const row = tx.db
    .prepare<[string], { state: string }>('SELECT state FROM report WHERE id = ?')
    .get(change.id);
  const freezing =
    tx.changed(change.id, 'frozen') !== undefined &&
    stateOf(tx.changed(change.id, 'frozen')?.prev) === 'draft';
  if (row === undefined || row.state === 'draft' || freezing) return false;
  return change.register === TOMBSTONE ? change.value !== null && projectIsLive(tx, change.id) : true;
}

/** The same for the way back: what undo would have to do to the record. */
export function reversalIsSealed(tx: Tx, change: Change): boolean {
  if (change.entity === 'document' || change.entity === 'signoff')
    return change.register === CREATION
      ? ownerIsLive(tx, change.entity, change.id) &&
          !(change.entity === 'document' && cameWithOwner(tx, change.id))
      : isSealed(tx, { ...change, value: change.prev, prev: change.value });
  if (change.entity !== 'report') return false;
  // Undoing the creation would put the record into the trash. One that was made frozen (the sample) came with
  // its project and goes with it.
  if (change.register === CREATION && stateOf(change.value) !== 'draft') return false;
  if (change.register === CREATION)
    return isSealed(tx, { ...change, register: TOMBSTONE, value: { at: tx.at, with: tx.id }, prev: null });
  return isSealed(tx, { ...change, value: change.prev, prev: change.value });
}
