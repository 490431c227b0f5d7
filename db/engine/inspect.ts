/** A look into a copy of the store: is it sound, what does it hold, which files does it name. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assertSound } from './check.ts';
import { mapped, StoreError } from './errors.ts';
import { APPLICATION_ID, sizeOf } from './files.ts';
import { applyPragmas } from './pragmas.ts';
import { hasTable, quoteName, readMeta, tableCounts, userVersion } from './statements.ts';
import type { CopyContent, CopyFacts, FileColumn, FileRef, InspectCopy } from './types.ts';
import { fsyncFile } from './writeFileAtomic.ts';

const HASH_CHUNK = 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 of a file at rest, hex. Never call it on the live store: `close` would drop its locks. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(HASH_CHUNK);
  const fd = openSync(path, 'r');
  try {
    for (let n = readSync(fd, buffer); n > 0; n = readSync(fd, buffer)) hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}

export function logSeqOf(db: Database.Database): number | null {
  if (!hasTable(db, 'txn')) return null;
  return Number(db.prepare('SELECT coalesce(max(seq), 0) FROM txn').pluck().get());
}

function hasColumns(db: Database.Database, table: string, columns: readonly string[]): boolean {
  const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  return columns.every((column) => names.includes(column));
}

/** One file for each row that names one; rows in the trash too, for they come back with their files. */
function refsOfColumn(db: Database.Database, { table, column, title, ending }: FileColumn): FileRef[] {
  const other = typeof ending === 'string' ? null : ending.field;
  // A copy of an earlier version may not have it yet.
  if (!hasColumns(db, table, [column, title, ...(other === null ? [] : [other])])) return [];
  const value = other === null ? 'NULL' : quoteName(other);
  const rows = db
    .prepare<[], { title: unknown; hash: unknown; by: unknown }>(
      `SELECT ${quoteName(title)} AS title, ${quoteName(column)} AS hash, ${value} AS by FROM ${quoteName(table)} WHERE ${quoteName(column)} IS NOT NULL`,
    )
    .all();
  return rows.flatMap(({ title: name, hash, by }) => {
    const end = typeof ending === 'string' ? ending : ending.of[String(by)];
    // What is no hash names no file; a path is never built from it.
    if (end === undefined || !HASH.test(String(hash))) return [];
    return [{ name: `${String(hash)}.${end}`, table, title: String(name) }];
  });
}

/** Every file the rows name, once, by name. */
export function fileRefs(db: Database.Database, columns: readonly FileColumn[]): FileRef[] {
  const refs = new Map<string, FileRef>();
  for (const column of columns)
    for (const ref of refsOfColumn(db, column)) if (!refs.has(ref.name)) refs.set(ref.name, ref);
  return [...refs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Opens a copy and checks all of it. @throws STORE_CORRUPT or STORE_NOT_OURS. */
export function readContent(path: string, columns: readonly FileColumn[] = []): CopyContent {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    applyPragmas(db);
    const id = Number(db.pragma('application_id', { simple: true }));
    if (id !== APPLICATION_ID) throw new StoreError('STORE_NOT_OURS', { applicationId: id });
    assertSound(db, 'integrity_check');
    const broken = db.prepare('PRAGMA foreign_key_check').all().length;
    if (broken > 0) throw new StoreError('STORE_CORRUPT', { reason: 'foreignKey', count: broken });
    return {
      userVersion: userVersion(db),
      structure: readMeta(db, 'structure'),
      logSeq: logSeqOf(db),
      counts: Object.fromEntries(tableCounts(db)),
      files: fileRefs(db, columns),
    };
  } finally {
    db.close();
  }
}

/** One file at rest: a copy that asks for WAL would grow -wal and -shm beside it when opened. */
function makeOneFile(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** `InspectCopy` in this very process; returns when all is done. @throws StoreError */
export function inspectCopySync(path: string, columns: readonly FileColumn[], settle: boolean): CopyFacts {
  return mapped(() => {
    if (settle) makeOneFile(path);
    const content = readContent(path, columns);
    if (settle) fsyncFile(path);
    return { content, bytes: sizeOf(path) ?? 0, sha256: hashFile(path) };
  });
}

/** The same where no other process is at hand: in tests, and where one cannot be started. */
export const inspectHere: InspectCopy = async (path, columns, settle) =>
  inspectCopySync(path, columns, settle);
