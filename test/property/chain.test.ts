import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '#db/log/log.ts';
import { play, userAction } from '#test/support/actions.ts';
import { MemoryCore } from '#test/support/memoryCore.ts';

const TXN = [
  'id',
  'hlc',
  'device',
  'kind',
  'label_key',
  'label_args',
  'target_seq',
  'at',
  'changes',
  'prev_hash',
  'hash',
];
const CHANGE = ['idx', 'entity', 'id', 'register', 'value', 'prev', 'prev_hlc'];

/** Another value of the same column that SQLite accepts. */
function altered(column: string, value: unknown): unknown {
  if (column === 'kind') return value === 'user' ? 'system' : 'user';
  if (typeof value === 'number') return value + 1000;
  return value === null ? (column === 'target_seq' ? 1 : 'null') : `${String(value)} `;
}

type Damage = (core: MemoryCore, pick: (n: number) => number) => void;

const damages: Record<string, Damage> = {
  'an altered value of an entry': (core, pick) => {
    const column = TXN[pick(TXN.length)]!;
    const row = core.db.prepare('SELECT * FROM txn WHERE seq = ?').get(1 + pick(core.seq)) as Record<
      string,
      unknown
    >;
    core.db.prepare(`UPDATE txn SET ${column} = ? WHERE seq = ?`).run(altered(column, row[column]), row.seq);
  },
  'an altered value of a change': (core, pick) => {
    const column = CHANGE[pick(CHANGE.length)]!;
    const rows = core.db.prepare('SELECT * FROM change').all() as Record<string, unknown>[];
    const row = rows[pick(rows.length)]!;
    core.db
      .prepare(`UPDATE change SET ${column} = ? WHERE txn_seq = ? AND idx = ?`)
      .run(altered(column, row[column]), row.txn_seq, row.idx);
  },
  'a removed entry': (core, pick) => {
    // The last entry alone can go unnoticed by a chain; its changes then have no owner.
    core.db.prepare('DELETE FROM txn WHERE seq = ?').run(1 + pick(core.seq));
  },
  'a removed change': (core, pick) => {
    const rows = core.db.prepare('SELECT txn_seq, idx FROM change').all() as {
      txn_seq: number;
      idx: number;
    }[];
    const row = rows[pick(rows.length)]!;
    core.db.prepare('DELETE FROM change WHERE txn_seq = ? AND idx = ?').run(row.txn_seq, row.idx);
  },
  'an added change': (core, pick) => {
    core.db
      .prepare(
        "INSERT INTO change VALUES (?, 9999, 'client', 'cli_x', 'name', '{\"name\":\"x\"}', NULL, NULL)",
      )
      .run(1 + pick(core.seq));
  },
  'two entries in the wrong order': (core, pick) => {
    const seq = 1 + pick(core.seq);
    const other = seq === core.seq ? seq + 1 : seq + 1;
    core.db.exec(
      `UPDATE txn SET seq = -1 WHERE seq = ${seq}; UPDATE txn SET seq = ${seq} WHERE seq = ${other}; UPDATE txn SET seq = ${other} WHERE seq = -1`,
    );
  },
};

test.each(Object.keys(damages))('the chain of hashes shows %s', (name) => {
  fc.assert(
    fc.property(
      fc.array(userAction, { minLength: 3, maxLength: 15 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (actions, stream) => {
        const core = new MemoryCore();
        try {
          for (const action of actions) play(core, action);
          fc.pre(core.seq > 0);
          expect(verifyChain(core.db)).toBeNull();
          core.db.pragma('foreign_keys = 0');
          damages[name]!(core, (n) => Number(stream.next().value) % n);
          expect(verifyChain(core.db)).not.toBeNull();
        } finally {
          core.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});
