import type { Database } from 'better-sqlite3';
import { entityOf, type RecordOf } from '#shared/model/registry.ts';
import { prepared } from '../engine/statements.ts';
import { rowDecoder } from '../schema/codec.ts';
import { listRecords } from './records.ts';

export interface RegisterData {
  readonly risks: RecordOf<'risk'>[];
  readonly actions: RecordOf<'risk_action'>[];
  readonly reviews: RecordOf<'risk_review'>[];
}

function ofRisks<T extends 'risk_action' | 'risk_review'>(
  db: Database,
  type: T,
  projectId: string,
  order: string,
): RecordOf<T>[] {
  const sql = `SELECT x.* FROM risk r JOIN ${type} x ON x.risk_id = r.id
    WHERE r.project_id = ? AND r.deleted_at IS NULL AND x.deleted_at IS NULL ORDER BY ${order}`;
  const rows = prepared(db, sql).all(projectId) as Record<string, unknown>[];
  const decode = rowDecoder(entityOf(type));
  for (const row of rows) decode(row);
  return rows as unknown as RecordOf<T>[];
}

/** The risk register of a project with all actions and reviews. */
export function riskRegister(db: Database, projectId: string): RegisterData {
  return {
    // Ids of one transaction have no order; numbers do.
    risks: listRecords(db, 'risk', { project_id: projectId }).sort((a, b) => a.no - b.no),
    actions: ofRisks(db, 'risk_action', projectId, 'x.created_at, x.id'),
    reviews: ofRisks(db, 'risk_review', projectId, 'x.reviewed_on, x.created_at, x.id'),
  };
}

/** Actions of a risk that are not cancelled: its plan (K7). */
export function countPlan(db: Database, riskId: string): number {
  const sql =
    "SELECT count(*) AS n FROM risk_action WHERE risk_id = ? AND deleted_at IS NULL AND status <> 'cancelled'";
  return (prepared(db, sql).get(riskId) as { n: number }).n;
}
