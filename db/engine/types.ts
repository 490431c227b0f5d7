import type Database from 'better-sqlite3';
import type { SliceOptions, Steps } from './slices.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may be read. The store's own one is read-only in SQLite itself. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** The one connection that may write. Assignable to `ReadableDb`, never the other way round. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

/**
 * How many rows a migration adds to (or, negative, removes from) a table that exists before it.
 * What is not named must keep its count: silent loss is how table rebuilds go wrong.
 */
export type RowChange = number | 'any' | 'dropped' | { readonly renamedTo: string };

export interface Migration {
  /** 1, 2, 3 … without gaps; becomes `user_version`. */
  readonly version: number;
  readonly name: string;
  /** Synchronous. Runs with foreign keys off inside the one migration transaction: no BEGIN, no COMMIT. */
  up(db: Database.Database): void;
  readonly rowChanges?: Readonly<Record<string, RowChange>>;
}

/** Tables derived from the entity registry, reconciled in the same transaction as the migrations. */
export interface Structure {
  readonly fingerprint: string;
  /** Additive only: it may create tables, columns and indexes, and must not change row counts. */
  apply(db: Database.Database): void;
  /** True if the file was written by a newer registry than this one. */
  isNewer(db: Database.Database): boolean;
  isPending(db: Database.Database): boolean;
}

export type OpenStage = 'lock' | 'check' | 'backup' | 'migrate' | 'open';

export interface SlowQuery {
  /** Name of the statement or read model; never SQL text or values, which may hold client data. */
  readonly name: string;
  readonly ms: number;
}

export interface StoreOptions {
  readonly dir: string;
  readonly migrations: readonly Migration[];
  readonly structure?: Structure;
  /** Milliseconds since 1970, UTC. */
  readonly clock: { now(): number };
  readonly appVersion?: string;
  /** Defaults to `<dir>/backups`. */
  readonly backupDir?: string;
  /** Size of the space kept for the day the disk is full; 0 keeps none. Default 16 MiB. */
  readonly reserveBytes?: number;
  /**
   * Says that an empty store is wanted although backups of an earlier one exist. Without it a missing
   * file beside verified backups is treated as lost (STORE_CORRUPT, reason `missing`).
   */
  readonly startEmpty?: boolean;
  readonly onProgress?: (stage: OpenStage) => void;
  /** Told of reads and transactions that took 40 ms or longer. */
  readonly log?: (slow: SlowQuery) => void;
  /** Steady milliseconds for durations; defaults to `performance.now`. */
  readonly monotonic?: () => number;
}

/** `manual` ones are never rotated away. */
export type BackupKind = 'auto' | 'manual' | 'pre-migration';

/** What stands in the manifest beside a backup. A backup without it never counts. */
export interface BackupInfo {
  readonly format: 1;
  /** Order of backups; file dates and the clock are not trusted for that (T12). */
  readonly seq: number;
  readonly kind: BackupKind;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly appVersion: string;
  readonly userVersion: number;
  readonly structure: string | null;
  /** Highest `txn.seq` inside, or null for a store without a log. */
  readonly logSeq: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly createdAt: string;
}

export interface BackupRequest {
  readonly kind?: BackupKind;
  /** 0…1 */
  readonly onProgress?: (fraction: number) => void;
}

export interface StoreHealth {
  readonly sqliteVersion: string;
  readonly userVersion: number;
  readonly journalMode: string;
  readonly synchronous: number;
  readonly dbBytes: number;
  readonly walBytes: number;
  readonly freeBytes: number;
  /** False after the reserve was given up on a full disk: warn until it is back. */
  readonly reserve: boolean;
  /** False if somebody replaced or removed the file under the open connection (T15). */
  readonly sameFile: boolean;
  readonly lastBackup: { readonly seq: number; readonly createdAt: string; readonly ageMs: number } | null;
}

export interface Store {
  readonly dir: string;
  readonly write: WritableDb;
  readonly read: ReadableDb;
  /** What this start-up did, for the start-up report. */
  readonly opened: { readonly created: boolean; readonly migratedFrom: number | null };
  /**
   * `BEGIN IMMEDIATE` … `COMMIT`. `work` is synchronous. Whatever it throws rolls everything back;
   * errors of the medium are mapped to `StoreError`, the caller's own errors and broken constraints
   * pass unchanged. The first STORE_FULL frees the reserve file, so that the next call can succeed.
   */
  runInTransaction<T>(work: () => T): T;
  /**
   * The same in slices, with others answered in between. They read the store as it was before; the next
   * `runInTransaction` ends this one first.
   */
  runInSlices<T>(work: () => Steps<T>, options: SliceOptions<T>): Promise<T>;
  /** Resolves when no transaction in slices is open any more; null if none is. */
  idle(): Promise<void> | null;
  /** Runs a named read and reports it to `log` when slow. */
  timed<T>(name: string, work: () => T): T;
  /** Empties the write-ahead log into the file; false if a reader held it back. */
  checkpoint(): boolean;
  /** Online backup, verified before it counts; rotates older automatic ones. */
  backup(request?: BackupRequest): Promise<BackupInfo>;
  health(): StoreHealth;
  /** Puts the reserve file back if there is room again; true if it stands. */
  restoreReserve(): boolean;
  close(): void;
}
