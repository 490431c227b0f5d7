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
  /** Columns that name files beside the store, so that a backup takes the files along. */
  readonly files?: readonly FileColumn[];
}

/** A column with the SHA-256 of files that lie in `files/` beside the store. */
export interface FileColumn {
  readonly table: string;
  readonly column: string;
  /** Column with the name under which the user knows the record. */
  readonly title: string;
  /** How the file name ends, without the dot; or by the value of another column. */
  readonly ending: string | { readonly field: string; readonly of: Readonly<Record<string, string>> };
}

/** A file that a row of the store names. */
export interface FileRef {
  /** `<sha256>.<ending>` */
  readonly name: string;
  readonly table: string;
  readonly title: string;
}

/** What a look into a copy of the store found. */
export interface CopyContent {
  readonly userVersion: number;
  readonly structure: string | null;
  readonly logSeq: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly FileRef[];
}

export interface CopyFacts {
  readonly content: CopyContent;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Checks a copy of the store from end to end. That takes a second for a large one, so a host gives a way to do it in
 * another process; what it throws is a `StoreError`.
 * @param settle whether the copy was just made and is not one file at rest yet
 */
export type InspectCopy = (
  path: string,
  columns: readonly FileColumn[],
  settle: boolean,
  signal?: AbortSignal,
) => Promise<CopyFacts>;

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
  /** Checks copies of the store out of the way of everything else; in this process unless given. */
  readonly inspect?: InspectCopy;
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
  /** The files of the rows inside; null if they were not looked at (before a migration, and in old backups). */
  readonly files: BackupFiles | null;
}

export interface BackupFiles {
  /** Whole files beside the backup, under `files/` of its folder. */
  readonly count: number;
  readonly bytes: number;
  /** Files that rows name and that were gone or damaged when the backup was made. */
  readonly missing: readonly FileRef[];
}

export interface BackupRequest {
  readonly kind?: BackupKind;
  /** 0…1 */
  readonly onProgress?: (fraction: number) => void;
  /** Giving up leaves no half backup; files that were already copied stay for the next one. */
  readonly signal?: AbortSignal;
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
  readonly lastBackup: {
    readonly seq: number;
    readonly createdAt: string;
    readonly ageMs: number;
    readonly files: BackupFiles | null;
  } | null;
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
