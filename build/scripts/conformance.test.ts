import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { root } from './files.ts';

const PLAN = mspdiText({
  tasks: [
    {
      EarlyStart: '2027-01-04T08:00:00',
      EarlyFinish: '2027-01-04T17:00:00',
      LateStart: '2027-01-04T08:00:00',
      LateFinish: '2027-01-04T17:00:00',
      TotalSlack: 0,
      Critical: 1,
    },
  ],
});
/** The same plan with an early finish nobody calculates. */
const WRONG = PLAN.replace('<EarlyFinish>2027-01-04T17:00:00', '<EarlyFinish>2027-01-04T16:00:00');
const NETWORK = `PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          1           2
   2        2          1           3
   3        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
  1      1     0       0
  2      1     4       1
         2     3       2
  3      1     0       0
************************************************************************
`;
const STATED = `PROJECT INFORMATION:
pronr.  #jobs rel.date duedate tardcost  MPM-Time
    1      1      0       9        1        3
************************************************************************
`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'milepost-conformance-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (files: Record<string, string | Uint8Array>) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
};
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'build/scripts/conformance.ts'), ...args],
    { encoding: 'utf8' },
  );
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
};

it('says how it is used, and that there is nothing to compare', () => {
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  expect(run(join(dir, 'absent'))).toMatchObject({ status: 2 });
  expect(run(dir)).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing to compare') });
});

it('reads lists with other line ends, quotes, further columns, and files in folders of their own', () => {
  put({
    'lists/Conformance.csv': `\ufeff"File";note;"CLASS";compare_fields\r\n"计划, 一.xml";"two\r\nlines";a;\r\n..\\plans\\b.xml;;B;EarlyStart EarlyFinish\r\n`,
    'plans/计划, 一.xml': PLAN,
    'plans/b.xml': PLAN,
  });
  const { status, lines } = run(dir);
  expect(lines).toEqual([
    expect.stringMatching(/^A ok {6,}1\/1 计划, 一\.xml$/),
    expect.stringMatching(/^B ok {6,}1\/1 \.\.\\plans\\b\.xml$/),
    'class A and B: 2 of 2 tasks equal in 2 files; 0 more only read; 0 files unread',
    'networks: 0 of 0 equal',
  ]);
  expect(status).toBe(0);
});

it('fails for a difference in a compared field, names it, and not for one the list leaves out', () => {
  put({ 'conformance.csv': 'file,class,excluded_uids\nplan.xml,A,\n', 'plan.xml': WRONG });
  const { status, lines } = run(dir);
  expect(status).toBe(1);
  expect(lines.slice(0, 2)).toEqual([
    expect.stringMatching(/^A DIFFERS +0\/1 plan\.xml$/),
    '      UID 1 EF 2027-01-04T17:00:00 stored 2027-01-04T16:00:00',
  ]);
  put({ 'conformance.csv': 'file,class,excluded_uids\nplan.xml,A,"2; 1"\n' });
  expect(run(dir).status).toBe(0);
  put({ 'conformance.csv': 'file,class,compare_fields\nplan.xml,Z,LateStart TotalSlack\n' });
  expect(run(dir).status).toBe(0);
});

it('fails for a plan that is missing, damaged or has lost tasks, and goes on', () => {
  put({
    'conformance.csv': 'file,class,checked_tasks\nabsent.xml,C,\nbroken.xml,A,1\nplan.xml,A,2\nodd.xml,-,\n',
    'broken.xml': PLAN.slice(0, -40),
    'plan.xml': PLAN,
    'odd.xml': '<html>',
  });
  const { status, lines } = run(dir);
  expect(status).toBe(1);
  expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
    expect.stringMatching(/^C UNREAD .*absent\.xml$/),
    expect.stringMatching(/^A UNREAD .*broken\.xml$/),
    expect.stringMatching(/^A DIFFERS .*plan\.xml$/),
    expect.stringMatching(/^- refused .*odd\.xml$/),
    expect.stringContaining('2 files unread'),
    'networks: 0 of 0 equal',
  ]);
  expect(lines).toContain('      1 tasks read, the list counts 2');
});

it('without a list holds every plan to what it stores, packed ones too', () => {
  put({ 'a/plan.xml': PLAN, 'b/plan.xml.gz': gzipSync(PLAN) });
  expect(run(dir)).toMatchObject({
    status: 0,
    lines: expect.arrayContaining([expect.stringContaining('b/plan.xml.gz')]),
  });
  put({ 'b/plan.xml.gz': gzipSync(WRONG) });
  expect(run(dir).status).toBe(1);
});

it('takes networks with several modes, in Patterson format, and the length they state themselves', () => {
  const patterson = '3 1\r\n4\r\n0 0 1 2\r\n5 1 1 3\r\n0 0 0\r\n';
  put({
    'nets/one.mm': NETWORK,
    'nets/deep/two.rcp': patterson,
    'nets/own.sm': STATED + NETWORK,
    'nets/expected.csv': 'file,critical_path_length_MPM_Time,more\r\none.mm,3,x\r\n"two.rcp",5,y\r\n',
  });
  const { status, lines } = run(dir);
  expect(lines.at(-1)).toBe('networks: 3 of 3 equal');
  expect(status).toBe(0);
  put({
    'nets/own.sm': STATED.replace('        3\n', '        4\n') + NETWORK,
    'nets/deep/two.rcp': '3 1 4 0 0',
  });
  const again = run(dir);
  expect(again.status).toBe(1);
  expect(again.lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^P UNREAD +two\.rcp activity 1 is cut off$/),
      expect.stringMatching(/^P DIFFERS nets\/own\.sm length 3 expected 4$/),
    ]),
  );
});
