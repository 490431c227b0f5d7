import Database from 'better-sqlite3';
import { mapSqliteError, StoreError } from './errors.ts';
import { APPLICATION_ID, sizeOf } from './files.ts';
import { applyPragmas } from './pragmas.ts';
import { readMeta, userVersion } from './statements.ts';
import type { Migration, Structure } from './types.ts';

export interface FileState {
  readonly userVersion: number;
  readonly structure: string | null;
  /** True if migrations or the structure have work to do. */
  readonly pending: boolean;
}

interface Known {
  readonly migrations: readonly Migration[];
  readonly structure?: Structure;
}

function assertOurs(db: Database.Database): void {
  const id = Number(db.pragma('application_id', { simple: true }));
  if (id !== APPLICATION_ID) throw new StoreError('STORE_NOT_OURS', { applicationId: id });
}

/** @throws STORE_CORRUPT with the first finding of SQLite's own check. */
export function assertSound(db: Database.Database, depth: 'quick_check' | 'integrity_check'): void {
  const rows = db.prepare(`PRAGMA ${depth}(1)`).pluck().all();
  if (rows.length !== 1 || rows[0] !== 'ok')
    throw new StoreError('STORE_CORRUPT', { reason: depth, found: String(rows[0]) });
}

/** @throws STORE_NEWER if this program does not know what the file holds. */
export function assertNotNewer(db: Database.Database, known: Known): void {
  const found = userVersion(db);
  const supported = known.migrations.at(-1)?.version ?? 0;
  if (found > supported) throw new StoreError('STORE_NEWER', { found, supported });
  if (known.structure?.isNewer(db))
    throw new StoreError('STORE_NEWER', {
      found: readMeta(db, 'structure') ?? 'unknown',
      supported: known.structure.fingerprint,
    });
}

/**
 * Looks at an existing store through a read-only connection, so that a file we refuse keeps its bytes.
 * @throws STORE_CORRUPT, STORE_NOT_OURS, STORE_NEWER or an error of the medium.
 */
export function inspectFile(path: string, known: Known): FileState {
  // SQLite takes an empty file for an empty database; for us it is a store that lost its content.
  if (sizeOf(path) === 0) throw new StoreError('STORE_CORRUPT', { reason: 'empty' });
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    applyPragmas(db);
    assertOurs(db);
    assertSound(db, 'quick_check');
    assertNotNewer(db, known);
    const version = userVersion(db);
    const pending =
      version < (known.migrations.at(-1)?.version ?? 0) || (known.structure?.isPending(db) ?? false);
    return { userVersion: version, structure: readMeta(db, 'structure'), pending };
  } catch (error) {
    throw mapSqliteError(error);
  } finally {
    db?.close();
  }
}
