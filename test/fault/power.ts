import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { openStore } from '#db/engine/open.ts';
import { migrations } from '#db/migrations/index.ts';
import { cutPower, isMark, type Operation, readTrace } from './trace.ts';
import { buildVfs } from './vfs.ts';

/**
 * Power cuts, played on a traced day: `node test/fault/power.ts [states] [seed]`. With our settings no
 * acknowledged edit may be lost and no file damaged. The control run weakens `synchronous` to what
 * better-sqlite3 would use by itself and must lose edits: otherwise this harness proves nothing.
 */
const [, , states = '1000', seed = '20260301'] = process.argv;

/** Small generator with a printed seed, so that a failure can be played again. */
function generator(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low bits of this kind of generator repeat soon.
    return ((state ^ (state >>> 15)) >>> 4) / 0x10000000;
  };
}

interface Verdict {
  readonly lost: number;
  readonly damaged: string | null;
}

/** Opens what the cut left, as SQLite does after a restart, and compares it with what was promised. */
function judge(path: string, acknowledged: number): Verdict {
  try {
    const db = new Database(path, { fileMustExist: true });
    try {
      const one = (sql: string): unknown => db.prepare(sql).pluck().get();
      const found = String(one('PRAGMA integrity_check(1)'));
      if (found !== 'ok') return { lost: 0, damaged: found };
      const top = Number(one('SELECT coalesce(max(seq), 0) FROM txn'));
      if (Number(one('SELECT count(*) FROM txn')) !== top) return { lost: 0, damaged: 'a gap in the log' };
      if (one('SELECT coalesce(sum(changes), 0) FROM txn') !== one('SELECT count(*) FROM change'))
        return { lost: 0, damaged: 'half an edit' };
      const hasIndex = Number(one("SELECT count(*) FROM sqlite_schema WHERE name = 'txn_by_kind'")) === 1;
      if (hasIndex !== (Number(one('PRAGMA user_version')) === 2))
        return { lost: 0, damaged: 'half a migration' };
      return { lost: Math.max(0, acknowledged - top), damaged: null };
    } finally {
      db.close();
    }
  } catch (error) {
    return { lost: 0, damaged: String(error) };
  }
}

function traceDay(
  work: string,
  library: string,
  mode: 'full' | 'normal',
): { dir: string; operations: Operation[] } {
  const dir = join(work, `day-${mode}`);
  openStore({ dir, migrations, clock: Date, reserveBytes: 0 }).close();
  cpSync(join(dir, 'milepost.db'), join(work, `${mode}.start`));
  const trace = join(work, `${mode}.trace`);
  execFileSync(process.execPath, [fileURLToPath(new URL('./day.ts', import.meta.url)), library, dir, mode], {
    env: { ...process.env, MILEPOST_TRACE: trace },
    stdio: 'inherit',
  });
  return { dir, operations: readTrace(trace) };
}

interface Tally {
  readonly states: number;
  readonly losing: number;
  readonly damaged: number;
  readonly example: string | null;
}

function play(
  work: string,
  library: string,
  mode: 'full' | 'normal',
  count: number,
  random: () => number,
): Tally {
  const { dir, operations } = traceDay(work, library, mode);
  const live = join(dir, 'milepost.db');
  const start = new Map([[live, readFileSync(join(work, `${mode}.start`))]]);
  const first = operations.findIndex(isMark);
  const cut = join(work, 'cut');
  let losing = 0;
  let damaged = 0;
  let example: string | null = null;
  for (let n = 0; n < count; n++) {
    const at = first + 1 + Math.floor(random() * (operations.length - first - 1));
    const { files, acknowledged } = cutPower(operations, at, start, random);
    rmSync(cut, { recursive: true, force: true });
    mkdirSync(cut);
    for (const suffix of ['', '-wal', '-journal']) {
      const content = files.get(live + suffix);
      if (content !== undefined) writeFileSync(join(cut, `milepost.db${suffix}`), content);
    }
    const verdict = judge(join(cut, 'milepost.db'), acknowledged);
    if (verdict.lost > 0) losing++;
    if (verdict.damaged !== null) damaged++;
    if (verdict.lost > 0 || verdict.damaged !== null) example ??= `cut at ${at}: ${JSON.stringify(verdict)}`;
  }
  return { states: count, losing, damaged, example };
}

const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'milepost-power-'));
try {
  const library = buildVfs(work);
  const random = generator(Number(seed));
  const ours = play(work, library, 'full', Number(states), random);
  const control = play(work, library, 'normal', Math.max(100, Number(states) / 10), random);
  process.stdout.write(`${JSON.stringify({ seed: Number(seed), ours, control })}\n`);
  if (ours.losing > 0 || ours.damaged > 0) throw new Error(`power cuts lose data: ${ours.example}`);
  if (control.losing < control.states / 2)
    throw new Error('the control lost too little: the harness is blind');
} finally {
  rmSync(work, { recursive: true, force: true });
}
