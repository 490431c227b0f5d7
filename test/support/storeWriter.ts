import { writeSync } from 'node:fs';
import { openStore } from '#db/engine/open.ts';
import { migrations } from '#db/migrations/index.ts';
import { addEntries } from './tempStore.ts';

/** Writes entries into the store of `argv[2]` until it is killed, and says each number once it is saved. */
const [, , dir = ''] = process.argv;
const store = openStore({ dir, migrations, clock: Date, reserveBytes: 0 });
store.write.pragma('wal_autocheckpoint = 20');
let seq = Number(store.read.prepare('SELECT coalesce(max(seq), 0) FROM txn').pluck().get());
for (;;) {
  seq++;
  addEntries(store, seq, seq, (seq % 3) + 1, 700);
  writeSync(1, `${seq}\n`);
}
