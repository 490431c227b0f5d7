/**
 * What can go wrong with the store, in the few kinds a user can act upon. The code picks the text
 * (in three languages), the args fill it, the cause is for the log alone.
 */
export const storeErrorCodes = [
  'STORE_LOCKED',
  'STORE_NEWER',
  'STORE_CORRUPT',
  'STORE_NOT_OURS',
  'STORE_FULL',
  'STORE_READONLY',
  'STORE_IO',
  'STORE_PATH',
  'STORE_NOT_DURABLE',
  'STORE_MIGRATION',
] as const;

export type StoreErrorCode = (typeof storeErrorCodes)[number];
export type StoreErrorArgs = Readonly<Record<string, string | number | boolean | null>>;

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly args: StoreErrorArgs;

  constructor(code: StoreErrorCode, args: StoreErrorArgs = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(args)}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.args = args;
  }
}

/**
 * First match wins, so the extended codes stand before their families. SQLITE_NOTADB counts as damage:
 * the file stands where our store stood, so a lost header is likelier than somebody else's file, and
 * the way out (restore a backup) is the same.
 */
const sqliteKinds: readonly (readonly [RegExp, StoreErrorCode])[] = [
  // In WAL mode a full disk shows itself first as a shared-memory file that cannot grow.
  [/^SQLITE_IOERR_SHMSIZE$/, 'STORE_FULL'],
  [/^SQLITE_FULL/, 'STORE_FULL'],
  [/^SQLITE_(IOERR_CORRUPTFS|IOERR_DATA)$/, 'STORE_CORRUPT'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'STORE_CORRUPT'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'STORE_READONLY'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'STORE_LOCKED'],
  [/^SQLITE_(CANTOPEN|NOLFS)/, 'STORE_PATH'],
];

const errnoKinds: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'STORE_FULL',
  EDQUOT: 'STORE_FULL',
  EFBIG: 'STORE_FULL',
  EACCES: 'STORE_READONLY',
  EPERM: 'STORE_READONLY',
  EROFS: 'STORE_READONLY',
  ENOENT: 'STORE_PATH',
  ENOTDIR: 'STORE_PATH',
  EISDIR: 'STORE_PATH',
  ENAMETOOLONG: 'STORE_PATH',
  ELOOP: 'STORE_PATH',
  EINVAL: 'STORE_PATH',
};

/** The `code` of an error of SQLite (`SQLITE_…`) or of Node (`E…`), or null. */
export function errorCodeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function kindOf(code: string | null): StoreErrorCode {
  if (code === null) return 'STORE_IO';
  for (const [pattern, kind] of sqliteKinds) if (pattern.test(code)) return kind;
  return errnoKinds[code] ?? 'STORE_IO';
}

/**
 * Turns whatever was thrown into a `StoreError`; a `StoreError` passes through unchanged and every
 * unknown code becomes STORE_IO, so that no failure reaches the user without a text (P3).
 */
export function mapSqliteError(error: unknown, args: StoreErrorArgs = {}): StoreError {
  if (error instanceof StoreError) return error;
  const code = errorCodeOf(error);
  return new StoreError(kindOf(code), { ...args, cause: code ?? 'unknown' }, error);
}

/** SQLite's complaints about a statement, not about the medium: the caller's rule was broken. */
const statementFault = /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|MISUSE|TOOBIG)/;

/** True if the error speaks of the medium (disk, lock, damage) and not of the statement or the caller. */
export function isMediumError(error: unknown): boolean {
  const code = errorCodeOf(error);
  if (code === null || error instanceof StoreError) return false;
  return code.startsWith('SQLITE_') ? !statementFault.test(code) : /^E[A-Z0-9]+$/.test(code);
}

/** Runs `work` and maps what it throws. */
export function mapped<T>(work: () => T, args: StoreErrorArgs = {}): T {
  try {
    return work();
  } catch (error) {
    throw mapSqliteError(error, args);
  }
}
