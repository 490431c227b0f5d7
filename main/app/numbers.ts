import type { Tx } from '#db/log/tx.ts';
import type { EntityType } from '#shared/model/registry.ts';

/** Next short number inside the project; numbers of deleted records are not given again. */
export function nextNumber(tx: Tx, type: EntityType, projectId: unknown): number {
  const sql = `SELECT coalesce(max(no), 0) + 1 AS no FROM ${type} WHERE project_id = ?`;
  return tx.db.prepare<[unknown], { no: number }>(sql).get(projectId)?.no ?? 1;
}
