import Database from 'better-sqlite3';
import { StoreError } from '#db/engine/errors.ts';
import { openStore } from '#db/engine/open.ts';
import type { Store } from '#db/engine/types.ts';
import { migrations } from '#db/migrations/index.ts';

/**
 * A second process for store tests: opens the store of `argv[2]`, says in one JSON line how that went,
 * and holds it until it is killed or its input ends. `argv[3]` = `nobody` gives up root first, because
 * root may write into read-only folders.
 */
const [, , dir = '', as = ''] = process.argv;

// The native part is loaded while its file may still be read.
new Database(':memory:').close();
if (as === 'nobody' && process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(65534);
  process.setuid?.(65534);
}

/** A store that nobody refers to is collected, and its lock ends with it. */
const held: Store[] = [];

function open(): Record<string, unknown> {
  try {
    held.push(openStore({ dir, migrations, clock: Date, reserveBytes: 0 }));
    return { ok: true, pid: process.pid };
  } catch (error) {
    return error instanceof StoreError
      ? { ok: false, code: error.code, args: error.args }
      : { ok: false, code: String(error) };
  }
}

const answer = open();
process.stdout.write(`${JSON.stringify(answer)}\n`);
if (answer.ok === true) process.stdin.resume();
