import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '#db/log/log.ts';
import { undoState } from '#db/log/undo.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type Action, anyAction, play, userAction } from '#test/support/actions.ts';
import { canonicalState, dumpSearch, dumpTables, MemoryCore, rebuilt } from '#test/support/memoryCore.ts';

const runs = Number(process.env['MILEPOST_RUNS'] ?? 150);

function withCore(work: (core: MemoryCore) => void): void {
  const core = new MemoryCore();
  try {
    work(core);
  } finally {
    core.close();
  }
}

test('after any history the log alone gives the live tables and the search index again', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 1, maxLength: 60 }), (actions) => {
      withCore((core) => {
        for (const action of actions) play(core, action);
        const again = rebuilt(core.db);
        expect(dumpTables(core.db)).toEqual(again.tables);
        expect(dumpSearch(core.db)).toEqual(again.search);
        expect(verifyChain(core.db)).toBeNull();
        expect(core.db.pragma('foreign_key_check')).toEqual([]);
      });
    }),
    { numRuns: runs },
  );
});

test('a refused action leaves every table, the log and the undo stack as they were', () => {
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 5, maxLength: 40 }), (actions) => {
      withCore((core) => {
        const everything = () => [
          dumpTables(core.db),
          dumpSearch(core.db),
          core.seq,
          core.db.prepare('SELECT * FROM undo_entry').all(),
          core.db.prepare('SELECT * FROM register_head').all(),
        ];
        for (const action of actions) {
          const before = everything();
          if (play(core, action) === 'done') continue;
          refusals += 1;
          expect(everything()).toEqual(before);
        }
      });
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
  expect(refusals).toBeGreaterThan(10);
});

/** Plays the actions and returns the state after each entry of the undo stack, the empty one first. */
function statesOf(core: MemoryCore, actions: readonly Action[]) {
  const states = [canonicalState(core.db)];
  for (const action of actions) {
    const seq = core.seq;
    play(core, action);
    if (core.seq > seq) states.push(canonicalState(core.db));
  }
  return states;
}

test('undo walks back through every state to the first one, redo forward to the last, across restarts', () => {
  fc.assert(
    fc.property(
      fc.array(userAction, { minLength: 1, maxLength: 40 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
      (actions, restarts) => {
        withCore((core) => {
          const states = statesOf(core, actions);
          const step = (i: number): void => {
            core.now += 1;
            if (restarts[i % restarts.length]) core.restart();
          };
          for (let round = 0; round < 2; round++) {
            for (let i = states.length - 2; i >= 0; i--) {
              step(i);
              expect(core.undo().skipped).toEqual([]);
              expect(canonicalState(core.db)).toEqual(states[i]);
            }
            expect(undoState(core.db).undo).toBeNull();
            expect(() => core.undo()).toThrow(AppError);
            for (let i = 1; i < states.length; i++) {
              step(i);
              expect(core.redo().skipped).toEqual([]);
              expect(canonicalState(core.db)).toEqual(states[i]);
            }
            expect(undoState(core.db).redo).toBeNull();
          }
          expect(dumpTables(core.db)).toEqual(rebuilt(core.db).tables);
        });
      },
    ),
    { numRuns: runs },
  );
});

test('one action is one entry, one event and one undo step, with increasing stamps whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 1, maxLength: 40 }), (actions) => {
      withCore((core) => {
        for (const action of actions) {
          const [seq, events] = [core.seq, core.events.length];
          play(core, action);
          expect(core.seq - seq).toBeLessThanOrEqual(1);
          expect(core.events.length - events).toBe(core.seq - seq);
        }
        const stamps = core.db.prepare<[], string>('SELECT hlc FROM txn ORDER BY seq').pluck().all();
        expect(stamps).toEqual([...new Set(stamps)].sort());
        expect(core.events.map((event) => event.seq)).toEqual(stamps.map((_, i) => i + 1));
      });
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});

test('no change row says what was already so', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 1, maxLength: 60 }), (actions) => {
      withCore((core) => {
        for (const action of actions) play(core, action);
        const idle = core.db.prepare('SELECT * FROM change WHERE value IS prev').all();
        expect(idle).toEqual([]);
        const empty = core.db.prepare('SELECT seq FROM txn WHERE changes = 0').all();
        expect(empty).toEqual([]);
      });
    }),
    { numRuns: Math.ceil(runs / 3) },
  );
});
