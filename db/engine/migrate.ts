import type Database from 'better-sqlite3';
import { isMediumError, mapSqliteError, StoreError } from './errors.ts';
import { APPLICATION_ID } from './files.ts';
import { tableCounts, userVersion, writeMeta } from './statements.ts';
import type { Migration, RowChange, Structure } from './types.ts';

/** @throws RangeError if the versions are not 1, 2, 3 …: a mistake of the program, not of the file. */
export function assertMigrationList(migrations: readonly Migration[]): void {
  for (const [i, migration] of migrations.entries())
    if (migration.version !== i + 1)
      throw new RangeError(`migration ${migration.name} has version ${migration.version}, expected ${i + 1}`);
}

interface Step {
  readonly name: string;
  readonly version: number;
  readonly rowChanges: Readonly<Record<string, RowChange>>;
  readonly up: (db: Database.Database) => void;
}

/** Table and count that a table with `before` rows must have after the step; null if anything goes. */
function expectation(table: string, before: number, change: RowChange | undefined): [string, number | null] {
  if (change === undefined) return [table, before];
  if (typeof change === 'number') return [table, before + change];
  if (typeof change === 'object') return [change.renamedTo, before];
  return [table, null];
}

/** The row manifest: what no one declared must not have happened (finding 3). */
function assertRowsKept(
  step: Step,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const [table, rows] of before) {
    const change = step.rowChanges[table];
    const [name, wanted] = expectation(table, rows, change);
    const found = after.get(name);
    const fine =
      change === 'dropped' ? found === undefined : found !== undefined && found === (wanted ?? found);
    if (!fine)
      throw new StoreError('STORE_MIGRATION', {
        reason: 'rows',
        version: step.version,
        name: step.name,
        table: name,
        before: rows,
        after: found ?? null,
      });
  }
}

function assertForeignKeys(db: Database.Database): void {
  const broken: unknown[] = db.prepare('PRAGMA foreign_key_check').raw().all();
  const first = broken[0];
  if (first !== undefined)
    throw new StoreError('STORE_MIGRATION', {
      reason: 'foreignKey',
      count: broken.length,
      table: Array.isArray(first) ? String(first[0]) : 'unknown',
    });
}

function pendingSteps(
  db: Database.Database,
  migrations: readonly Migration[],
  structure: Structure | undefined,
): Step[] {
  const from = userVersion(db);
  const steps: Step[] = migrations
    .filter((migration) => migration.version > from)
    .map((migration) => ({
      name: migration.name,
      version: migration.version,
      rowChanges: migration.rowChanges ?? {},
      up: (target) => migration.up(target),
    }));
  if (structure !== undefined)
    steps.push({
      name: 'structure',
      version: migrations.at(-1)?.version ?? 0,
      rowChanges: {},
      up: (target) => structure.apply(target),
    });
  return steps;
}

function runStep(db: Database.Database, step: Step): void {
  const before = tableCounts(db);
  try {
    step.up(db);
  } catch (error) {
    if (isMediumError(error)) throw mapSqliteError(error);
    throw new StoreError(
      'STORE_MIGRATION',
      { reason: 'step', version: step.version, name: step.name },
      error,
    );
  }
  if (!db.inTransaction)
    throw new StoreError('STORE_MIGRATION', {
      reason: 'transaction',
      version: step.version,
      name: step.name,
    });
  assertRowsKept(step, before, tableCounts(db));
}

/**
 * Runs all pending migrations and the structure as one transaction: the file is at the newest version
 * afterwards or exactly as before. Foreign keys are off *before* BEGIN, because SQLite ignores the
 * switch inside a transaction and a table rebuild would then cascade its deletes to the children.
 * @throws STORE_MIGRATION (`reason`: step, rows, foreignKey, transaction) or an error of the medium.
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  structure?: Structure,
): void {
  assertMigrationList(migrations);
  db.pragma('foreign_keys = 0');
  try {
    db.exec('BEGIN EXCLUSIVE');
    for (const step of pendingSteps(db, migrations, structure)) runStep(db, step);
    assertForeignKeys(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.at(-1)?.version ?? 0}`);
    if (structure !== undefined) writeMeta(db, 'structure', structure.fingerprint);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw mapSqliteError(error);
  } finally {
    db.pragma('foreign_keys = 1');
  }
}
