/** Contacts, promises, and what the client has not been told. */
import type { Database } from 'better-sqlite3';
import type { Frequency } from '#shared/domain/communication/frequency.ts';
import { inForce } from '#shared/domain/communication/fulfils.ts';
import { type ContactDemand, lastContact } from '#shared/domain/communication/lastContact.ts';
import { type Promised, promiseRate } from '#shared/domain/communication/promise.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { type RecordOf, registry } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';

type Stage = RecordOf<'project'>['stage'];

interface LastRow {
  readonly id: string;
  readonly on: string;
  readonly channel: RecordOf<'comm_log'>['channel'];
  readonly summary: string;
}

/** What the live projects of a client ask for: their stages, and the rows of their plans for the client. */
function demandsOf(db: Database, clientId: string): ContactDemand[] {
  const projects = prepared(
    db,
    "SELECT id, stage FROM project WHERE client_id = ? AND deleted_at IS NULL AND stage <> 'closed'",
  ).all(clientId) as { id: string; stage: Stage }[];
  const rows = prepared(
    db,
    `SELECT frequency, stage, active FROM comm_plan_item
     WHERE project_id = ? AND audience_kind = 'client' AND active = 1 AND deleted_at IS NULL`,
  );
  return projects.map(({ id, stage }) => ({
    stage,
    frequencies: (rows.all(id) as { frequency: Frequency; stage: Stage | null }[])
      .filter((row) => inForce({ active: true, stage: row.stage }, stage))
      .map(({ frequency }) => frequency),
  }));
}

/**
 * WF3, WF4: the last contact with a client, and whether it was too long ago.
 * @param since day from which a client without any contact waits
 */
export function lastContactOf(
  db: Database,
  clientId: string,
  since: string,
  today: string,
): OutputOf<'comm.lastContact'> {
  const last = prepared(
    db,
    `SELECT id, substr(happened_at, 1, 10) AS "on", channel, summary FROM comm_log
     WHERE client_id = ? AND deleted_at IS NULL AND happened_at < ? || 'T99'
     ORDER BY happened_at DESC LIMIT 1`,
  ).get(clientId, today) as LastRow | undefined;
  const state = lastContact(demandsOf(db, clientId), last?.on ?? since, today);
  return { last: last ?? null, ...state };
}

type PromiseRow = Promised;

const OUTCOME = 'status, due_on, first_due_on, settled_on, kind';

/** P4: promises to a client by their outcome, in all and by kind. */
export function promiseRateOf(db: Database, clientId: string, today: string): OutputOf<'promise.rate'> {
  const rows = prepared(db, `SELECT ${OUTCOME} FROM promise WHERE client_id = ? AND deleted_at IS NULL`).all(
    clientId,
  ) as PromiseRow[];
  const kinds = registry.promise.fields.kind.values ?? [];
  return {
    ...promiseRate(rows, today),
    byKind: kinds.flatMap((name) => {
      const own = rows.filter(({ kind }) => kind === name);
      const kind = name as PromiseRow['kind'];
      return own.length === 0 ? [] : [{ kind, ...promiseRate(own, today) }];
    }),
  };
}

/** MS-5: how promises of a kind ended, over all clients. */
export function promiseHistory(db: Database, kind: string, except: string | null, today: string) {
  const rows = prepared(
    db,
    `SELECT ${OUTCOME} FROM promise WHERE kind = ? AND id IS NOT ? AND deleted_at IS NULL
       AND status IN ('kept', 'broken')`,
  ).all(kind, except) as PromiseRow[];
  const { kept, broken } = promiseRate(rows, today);
  return { kept, of: kept + broken };
}

/** Open promises of a person that are due between two days, both included. */
export function promisesOfOwner(
  db: Database,
  owner: string,
  range: { readonly from: string; readonly to: string; readonly except: string | null },
): number {
  const row = prepared(
    db,
    `SELECT count(*) AS count FROM promise WHERE status IN ('made', 'renegotiated') AND due_on BETWEEN ? AND ?
       AND owner = ? AND id IS NOT ? AND deleted_at IS NULL`,
  ).get(range.from, range.to, owner, range.except) as { count: number };
  return row.count;
}
