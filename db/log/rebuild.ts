/**
 * Replays the log. The tables are only its projection: from the entries alone they come out again, row
 * by row. Used by the proofs of the store and whenever a projection is in doubt.
 */
import type { Database } from 'better-sqlite3';
import { type EntityType, entityTypes } from '#shared/model/registry.ts';
import { finish } from '../engine/slices.ts';
import { readChanges } from './log.ts';
import { Projector } from './projector.ts';
import { indexRecords } from './searchIndex.ts';

/**
 * Writes what the log of `source` says into `target`, a migrated database with empty projection tables,
 * and builds its search index. One transaction: `target` holds everything afterwards or nothing.
 */
export function rebuildInto(target: Database, source: Database): void {
  const projector = new Projector(target);
  const entries = source.prepare<[], { seq: number; at: string }>('SELECT seq, at FROM txn ORDER BY seq');
  target.exec('BEGIN IMMEDIATE');
  try {
    for (const { seq, at } of entries.all())
      for (const { entity, id, register, value } of readChanges(source, seq))
        projector.project(entity, id, register, value, at);
    finish(indexRecords(target, (type, id) => projector.read(type, id), allRecords(target)));
    target.exec('COMMIT');
  } catch (error) {
    if (target.inTransaction) target.exec('ROLLBACK');
    throw error;
  }
}

function allRecords(db: Database): Map<EntityType, Set<string>> {
  return new Map(
    entityTypes.map((type) => [
      type,
      new Set(db.prepare<[], string>(`SELECT id FROM ${type}`).pluck().all()),
    ]),
  );
}
