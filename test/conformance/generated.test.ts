/**
 * Random plans with everything the calculation knows, checked by a program that shares no code with ours: the one
 * that says how much of a real file can be reproduced. `MILEPOST_PLANS` and `MILEPOST_SEED` look further.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCpmInput } from '#shared/interchange/mspdi/cpmInput.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { type RandomMspdi, randomMspdi } from '#test/support/randomMspdi.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';

const PLANS = Number(process.env['MILEPOST_PLANS'] ?? 250);
const FIRST = Number(process.env['MILEPOST_SEED']) || 1;
const TIMEOUT = 60_000 + PLANS * 100;

/** What the other program finds: tasks it compared, and fields of tasks that differ. */
interface Verdict {
  readonly file: string;
  readonly compared: number;
  readonly differences: readonly (readonly [uid: number, field: string, theirs: number, ours: number])[];
}

const DRIVER = `
import sys, json, glob
sys.path.insert(0, sys.argv[1])
import mspdi_extract as m
for path in sorted(glob.glob(sys.argv[2] + '/*.xml')):
    plan = m.parse(path)
    counts, _, _, bad = m.verify(plan)
    found = [[t.uid, k, v[1], v[2]] for t, r in bad for k, v in r.items() if not v[0]]
    print(json.dumps({'file': path, 'compared': counts['n'], 'differences': found}))
`;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-generated-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function read(plan: RandomMspdi): MspdiProject {
  const bytes = new TextEncoder().encode(plan.xml());
  const result = readMspdiBytes(bytes, (text, encoding) => new TextDecoder(encoding).decode(text));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.project;
}

/** Writes the plans with our results into a folder of their own and has them judged. */
function judged(clocks: 'one' | 'many'): Verdict[] {
  const folder = mkdtempSync(join(dir, clocks));
  for (let seed = FIRST; seed < FIRST + PLANS; seed++) {
    const plan = randomMspdi(seed, clocks);
    const result = schedule(toCpmInput(read(plan)));
    if (!result.ok) throw new Error(`seed ${seed}: a circle`);
    writeFileSync(join(folder, `${seed}.xml`), plan.xml(result));
  }
  const tools = join(sharedDataDir() ?? '', 'tools');
  const run = spawnSync('python3', ['-c', DRIVER, tools, folder], { encoding: 'utf8', maxBuffer: 1e9 });
  if (run.status !== 0) throw new Error(`python3 is needed for this comparison: ${run.stderr || run.error}`);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}

const differing = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap(({ file, differences }) => differences.map((difference) => [file, ...difference]));
const compared = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, one) => sum + one.compared, 0);

describe(`${PLANS} random plans, calculated here and there (semantics §2–5)`, () => {
  it(
    'on one calendar with odd shifts and overlapping exceptions agree in all six fields of every task',
    () => {
      const verdicts = judged('one');
      expect(compared(verdicts)).toBeGreaterThan(PLANS * 10);
      expect(differing(verdicts)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'on calendars of tasks and people agree in all six fields of every task',
    () => {
      const verdicts = judged('many');
      expect(compared(verdicts)).toBeGreaterThan(PLANS * 10);
      expect(differing(verdicts)).toEqual([]);
    },
    TIMEOUT,
  );
});
