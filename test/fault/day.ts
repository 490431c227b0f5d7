import { openStore } from '#db/engine/open.ts';
import type { Migration, Store } from '#db/engine/types.ts';
import { migrations } from '#db/migrations/index.ts';
import { addEntries } from '#test/support/tempStore.ts';
import { loadVfs } from './vfs.ts';

/**
 * A working day on the fault VFS, traced: edits, a checkpoint, a restart with a migration, more edits.
 * `argv`: library, folder of a closed store, `full` or `normal` (the seeded bug: what better-sqlite3
 * would do by itself).
 */
const [, , library = '', dir = '', mode = 'full'] = process.argv;
const vfs = loadVfs(library);

const next: Migration = {
  version: 2,
  name: 'rebuild',
  up(db) {
    db.exec(`
      CREATE TABLE device_new (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, first_seen TEXT NOT NULL,
        last_hlc TEXT NOT NULL, note TEXT) STRICT;
      INSERT INTO device_new SELECT id, name, first_seen, last_hlc, NULL FROM device;
      DROP TABLE device;
      ALTER TABLE device_new RENAME TO device;
      CREATE INDEX txn_by_kind ON txn (kind);`);
  },
};

function open(list: readonly Migration[]): Store {
  const store = openStore({ dir, migrations: list, clock: Date, reserveBytes: 0 });
  if (mode === 'normal') store.write.pragma('synchronous = NORMAL');
  // Checkpoints must happen within a day of a hundred edits.
  store.write.pragma('wal_autocheckpoint = 100');
  return store;
}

function edit(store: Store, from: number, to: number): void {
  for (let seq = from; seq <= to; seq++) {
    addEntries(store, seq, seq, (seq % 4) + 1, (seq * 397) % 3000);
    vfs.mark(seq);
  }
}

const morning = open(migrations);
edit(morning, 1, 40);
morning.checkpoint();
edit(morning, 41, 60);
morning.close();
const afternoon = open([...migrations, next]);
edit(afternoon, 61, 100);
// No close: the machine is simply gone.
