import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import fc from 'fast-check';
import { undo } from '#db/log/undo.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { edit, userAction } from './actions.ts';
import { startTestApp } from './testApp.ts';

/**
 * The real core on the store of `argv[2]`, doing random things as a user would until it is killed.
 * Each line is one acknowledged action: the number and the hash of its entry, told after the commit.
 * `argv[3]` is the seed of the actions.
 */
const [, , dir = '', seed = '1'] = process.argv;
const t = await startTestApp({ dir });
const context = t.app.context();
if (!context) throw new Error('the store did not open');
context.store.write.pragma('wal_autocheckpoint = 40');
const told = context.store.read.prepare<[], { seq: number; hash: string }>(
  'SELECT seq, hash FROM txn ORDER BY seq DESC LIMIT 1',
);
const { log, store } = context;
// A killed process writes no cache at its end.
flushCompileCache();
writeSync(1, 'ready\n');
let last = told.get()?.seq ?? 0;
const actions = fc.sample(fc.tuple(userAction, fc.nat(9)), { numRuns: 4000, seed: Number(seed) });
for (const [action, extra] of actions) {
  try {
    if (extra === 0) undo(log, store.write);
    else log.commit({ key: action.op, args: {} }, (tx) => edit(tx, action));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const top = told.get();
  if (!top || top.seq === last) continue;
  last = top.seq;
  writeSync(1, `${top.seq} ${top.hash}\n`);
}
// All done before the kill came: wait for it.
process.stdin.resume();
