import Database from 'better-sqlite3';
import { migrate } from '#db/engine/migrate.ts';
import { finish } from '#db/engine/slices.ts';
import { invariants } from '#db/log/invariants.ts';
import { Log } from '#db/log/log.ts';
import { rebuildInto } from '#db/log/rebuild.ts';
import type { DataChanged } from '#db/log/types.ts';
import { redo, undo } from '#db/log/undo.ts';
import { migrations } from '#db/migrations/index.ts';
import { registryStructure } from '#db/open.ts';
import { entityOf, entityTypes } from '#shared/model/registry.ts';

const template = ((): Buffer => {
  const db = new Database(':memory:');
  migrate(db, migrations, registryStructure());
  const bytes = db.serialize();
  db.close();
  return bytes;
})();

/** A migrated database in memory, with foreign keys on like the store's own connections. */
export function emptyDatabase(): Database.Database {
  const db = new Database(template);
  db.pragma('foreign_keys = 1');
  return db;
}

function inTransaction<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The log on a database in memory: hundreds of histories a second for property tests. */
export class MemoryCore {
  readonly db = emptyDatabase();
  readonly events: DataChanged[] = [];
  /** Wall clock, milliseconds; may be set back. */
  now = Date.UTC(2026, 2, 1, 8);
  log: Log;
  /** Plays a window that is gone when the event arrives. */
  failNextEvent = false;
  #random = 1;

  constructor() {
    this.log = this.#open();
  }

  #open(): Log {
    return new Log({
      db: this.db,
      runInTransaction: (work) => inTransaction(this.db, work),
      runInSlices: async (work, { pause, committed }) => {
        await pause(0);
        const value = inTransaction(this.db, () => finish(work()));
        committed(value);
        return value;
      },
      device: 'device-a',
      now: () => this.now,
      // Different every time and the same in every run.
      random: (bytes) => {
        for (let i = 0; i < bytes.length; i++) {
          this.#random = (Math.imul(this.#random, 1_103_515_245) + 12_345) >>> 0;
          bytes[i] = this.#random >>> 16;
        }
      },
      invariants,
      onChange: (event) => {
        this.events.push(event);
        if (!this.failNextEvent) return;
        this.failNextEvent = false;
        throw new Error('the window is gone');
      },
    });
  }

  /** Forgets everything that is only in memory. */
  restart(): void {
    this.log = this.#open();
  }

  undo() {
    return undo(this.log, this.db);
  }

  redo() {
    return redo(this.log, this.db);
  }

  get seq(): number {
    return Number(this.db.prepare('SELECT coalesce(max(seq), 0) FROM txn').pluck().get());
  }

  close(): void {
    this.db.close();
  }
}

export type Dump = Record<string, Record<string, unknown>[]>;

/** Every row of every projection table. */
export function dumpTables(db: Database.Database): Dump {
  return Object.fromEntries(
    entityTypes.map((type) => [
      type,
      db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${type} ORDER BY id`).all(),
    ]),
  );
}

/** What the search index holds, in a stable order. */
export function dumpSearch(db: Database.Database): unknown[] {
  const rows = db.prepare('SELECT entity, id, project_id, title, grams FROM search ORDER BY id').all();
  const known = db.prepare('SELECT id FROM search_row ORDER BY id').pluck().all();
  return [rows, known];
}

/**
 * What the user sees: values and trash. Times of change are not part of it, and a record whose creation
 * was undone is as good as never made.
 */
export function canonicalState(db: Database.Database): Dump {
  const out: Dump = {};
  for (const type of entityTypes) {
    const columns = ['id', 'deleted_at', 'deleted_with', ...Object.keys(entityOf(type).fields)];
    const rows = db
      .prepare<[], Record<string, unknown>>(
        `SELECT ${columns.join(', ')} FROM ${type}
         WHERE deleted_with IS NULL OR deleted_with NOT LIKE 'undo:%' ORDER BY id`,
      )
      .all();
    if (rows.length > 0) out[type] = rows;
  }
  return out;
}

/** Tables and search index as the log alone gives them. */
export function rebuilt(source: Database.Database): { tables: Dump; search: unknown[] } {
  const target = emptyDatabase();
  try {
    rebuildInto(target, source);
    return { tables: dumpTables(target), search: dumpSearch(target) };
  } finally {
    target.close();
  }
}
