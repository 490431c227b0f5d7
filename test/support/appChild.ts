import Database from 'better-sqlite3';
import { startTestApp } from './testApp.ts';

/**
 * A second process with a whole core on the folder of `argv[2]`: says in one JSON line how the start went and
 * what it holds, and stays until its input ends. `argv[3]` = `nobody` gives up root first, because root may
 * write into read-only folders.
 */
const [, , dir = '', as = ''] = process.argv;

// The native part is loaded while its file may still be read.
new Database(':memory:').close();
if (as === 'nobody' && process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(65534);
  process.setuid?.(65534);
}

const t = await startTestApp({ dir, log: () => {} });
const state = await t.request('startup.state', {});
const clients = state.phase === 'ready' ? await t.request('client.list', {}) : [];
process.stdout.write(`${JSON.stringify({ state, clients: clients.map((client) => client.name) })}\n`);
process.stdin.resume();
process.stdin.on('end', () => void t.close().then(() => process.exit(0)));
