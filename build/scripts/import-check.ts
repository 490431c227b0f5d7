/**
 * `npm run import-check -- DIR [DIR …]`: imports every file below the folders that could be a project file into
 * a scratch store and prints one line for each. Ends with 1 if a file crashed the importer, or if the store was
 * different after a refusal.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { tableCounts } from '#db/engine/statements.ts';
import { verifyChain } from '#db/log/log.ts';
import type { HostPorts } from '#main/host/ports.ts';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { type App, createApp, systemRandom } from '#main/start.ts';
import type { ImportReport } from '#shared/ipc/channels/import.ts';
import type { WireError } from '#shared/ipc/errors.ts';
import type { AppEvent } from '#shared/ipc/events.ts';

const CANDIDATES = new Set(['.xml', '.mpp', '.mpx', '.pod', '.gan', '.xer', '.mspdi', '.pmxml']);

type Outcome =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly err: WireError };

interface Scratch {
  readonly app: App;
  readonly dir: string;
  run(path: string): Promise<Outcome>;
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => {
      const full = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(full);
      return CANDIDATES.has(extname(entry.name).toLowerCase()) ? [full] : [];
    })
    .sort();
}

function scratchPorts(push: (json: string) => void): HostPorts {
  const nothing = (): void => undefined;
  return {
    info: {
      kind: 'test',
      platform: 'linux',
      appVersion: '0',
      nativeMenus: false,
      nativeDialogs: false,
      preferredLanguages: ['en'],
    },
    transport: { onRequest: () => nothing, push },
    window: { focus: nothing, setTitle: nothing, setTheme: nothing, setMenu: nothing, setProgress: nothing },
    dialogs: { native: false, openFiles: async () => [], saveFile: async () => null },
    shell: {
      openExternal: async () => undefined,
      revealFile: async () => undefined,
      openFile: async () => ({ opened: false }),
    },
    print: { toPdf: async () => new Uint8Array() },
    lifecycle: { onQuit: () => nothing, quit: nothing, onOpenFile: () => nothing },
    worker: createForkWorker(join(import.meta.dirname, '../../main/services/worker/entry.ts')),
    clock: { now: () => Date.now(), timeZone: () => 'UTC' },
    random: systemRandom,
  };
}

async function openScratch(): Promise<Scratch> {
  const dir = mkdtempSync(join(tmpdir(), 'milepost-import-'));
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const early = new Map<string, Outcome>();
  const settle = (taskId: string, outcome: Outcome): void => {
    const resolve = waiting.get(taskId);
    if (resolve) resolve(outcome);
    else early.set(taskId, outcome);
  };
  const push = (json: string): void => {
    const event = JSON.parse(json) as AppEvent;
    if (event.type === 'task.done')
      settle(event.taskId, { kind: 'imported', report: (event.value as { report: ImportReport }).report });
    if (event.type === 'task.failed') settle(event.taskId, { kind: 'refused', err: event.err as WireError });
  };
  const app = await createApp(scratchPorts(push), {
    dataDir: dir,
    log: (message) => process.stderr.write(`${message}\n`),
  });
  const context = app.context();
  if (!context) throw new Error('the scratch store could not be opened');
  const run = async (path: string): Promise<Outcome> => {
    const { token } = context.files.fromPath(path);
    const reply = await app.request(
      JSON.stringify({ channel: 'import.project', input: { token, client: { name: 'import-check' } } }),
    );
    const { taskId } = (JSON.parse(reply) as { value: { taskId: string } }).value;
    return new Promise((resolve) => {
      const known = early.get(taskId);
      if (known) resolve(known);
      else waiting.set(taskId, resolve);
    });
  };
  return { app, dir, run };
}

/** Fingerprint of everything a user could see: rows of each table and the head of the log. */
function fingerprint(scratch: Scratch): string {
  const db = scratch.app.context()?.store.write;
  if (!db) return 'closed';
  const head = db.prepare('SELECT seq, hash FROM txn ORDER BY seq DESC LIMIT 1').get();
  return createHash('sha256')
    .update(JSON.stringify([[...tableCounts(db)], head]))
    .digest('hex');
}

function line(name: string, outcome: Outcome, ms: number): string {
  const time = `${String(Math.round(ms)).padStart(6)} ms`;
  if (outcome.kind === 'refused')
    return `${time}  REFUSED   ${name}  ${outcome.err.code} ${outcome.err.reason ?? ''}`;
  const { counts, warningCounts, differenceCount } = outcome.report;
  const warnings = Object.entries(warningCounts).map(([code, n]) => `${code}×${n}`);
  const parts = [
    `${counts.tasks} tasks`,
    `${counts.links} links`,
    `${counts.calendars} calendars`,
    `${differenceCount} date differences`,
  ];
  return `${time}  imported  ${name}  ${parts.join(', ')}${warnings.length > 0 ? `; ${warnings.join(' ')}` : ''}`;
}

async function main(dirs: readonly string[]): Promise<number> {
  if (dirs.length === 0) {
    process.stderr.write('usage: npm run import-check -- DIR [DIR …]\n');
    return 2;
  }
  const missing = dirs.find((dir) => !existsSync(dir));
  if (missing !== undefined) {
    process.stderr.write(`there is no file or folder ${missing}\n`);
    return 2;
  }
  const scratch = await openScratch();
  let faults = 0;
  let imported = 0;
  let refused = 0;
  try {
    for (const dir of dirs) {
      for (const path of filesBelow(dir)) {
        const before = fingerprint(scratch);
        const start = performance.now();
        const outcome = await scratch.run(path);
        process.stdout.write(`${line(relative(dir, path) || path, outcome, performance.now() - start)}\n`);
        if (outcome.kind === 'imported') imported += 1;
        else refused += 1;
        const crashed =
          outcome.kind === 'refused' &&
          ['INTERNAL', 'WORKER_CRASH', 'WORKER_MEMORY', 'WORKER_TIMEOUT'].includes(outcome.err.code);
        const changed = outcome.kind === 'refused' && fingerprint(scratch) !== before;
        if (crashed || changed) faults += 1;
        if (crashed) process.stdout.write('           ^ crashed the importer\n');
        if (changed) process.stdout.write('           ^ the store changed although the file was refused\n');
      }
    }
    const db = scratch.app.context()?.store.write;
    const broken = db ? verifyChain(db) : null;
    if (broken) faults += 1;
    process.stdout.write(`${imported} imported, ${refused} refused, ${faults} faults\n`);
  } finally {
    await scratch.app.close();
    rmSync(scratch.dir, { recursive: true, force: true });
  }
  return faults === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
