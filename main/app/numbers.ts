import { generateKeyBetween } from 'fractional-indexing';
import type { Tx } from '#db/log/tx.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';

/** Next short number inside the project, or where there is none; numbers of deleted records are not given again. */
export function nextNumber(tx: Tx, type: EntityType, projectId: unknown): number {
  const sql = `SELECT coalesce(max(no), 0) + 1 AS no FROM ${type} WHERE project_id IS ?`;
  return tx.db.prepare<[unknown], { no: number }>(sql).get(projectId ?? null)?.no ?? 1;
}

/**
 * Key after the last record of the same owner; those in the trash count, because they may come back.
 * The owner is the first owning field that has a value.
 */
export function lastRank(tx: Tx, type: EntityType, values: Readonly<Record<string, unknown>>): string {
  const owner = entityOf(type).owners.find((field) => values[field] !== null && values[field] !== undefined);
  const where = owner === undefined ? '' : `WHERE ${owner} IS ?`;
  const sql = `SELECT max(rank) AS rank FROM ${type} ${where}`;
  const args = owner === undefined ? [] : [values[owner]];
  const last = tx.db.prepare<unknown[], { rank: string | null }>(sql).get(...args);
  return generateKeyBetween(last?.rank ?? null, null);
}
