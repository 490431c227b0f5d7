import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import { locales } from '#shared/i18n/index.ts';
import { readBytes } from '#test/support/tableFiles.ts';
import { compileCalendar } from '../../schedule/calendar/compile.ts';
import { formatLocal, parseLocal } from '../../schedule/calendar/instant.ts';
import { presetCalendar } from '../../schedule/calendar/presets.ts';
import { guessMapping } from './guess.ts';
import { findHeader, titlesOf } from './header.ts';
import { FIELDS, type Sheet } from './model.ts';
import { type ReadOptions, readTasks } from './read.ts';
import { scheduleTasks } from './schedule.ts';
import { taskSheet } from './write.ts';

const toLocal = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19);
const context = { units: STANDARD_UNITS, toLocal };

function sheetOf(text: string): Sheet {
  const [sheet] = readBytes(text).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function read(text: string, options: Partial<ReadOptions> = {}) {
  const sheet = sheetOf(text);
  const header = findHeader(sheet);
  const mapping = guessMapping(sheet, header);
  return readTasks(sheet, { headerRow: header.row, mapping, dateOrders: new Map(), ...options }, context);
}

const mappingOf = (text: string) => {
  const sheet = sheetOf(text);
  return guessMapping(sheet, findHeader(sheet));
};

describe('titles', () => {
  it.each([
    [
      'ID,Task Mode,Task Name,Duration,Start,Finish,Predecessors,Resource Names,Outline Level,% Complete\n1,Auto,A,5 days,Mon 3/2/26,Fri 3/6/26,,Li,1,50%\n2,Auto,B,5 days,Mon 3/2/26,Fri 3/6/26,,Wu,2,0%\n3,Auto,C,1 day?,Mon 3/9/26 8:00 AM,Mon 3/9/26 5:00 PM,2,Wu,2,0%',
    ],
    [
      '标识号,任务模式,任务名称,工期,开始时间,完成时间,前置任务,资源名称,大纲级别,完成百分比\n1,自动,甲,5 个工作日,2026年3月2日,2026年3月6日,,李,1,50%\n2,自动,乙,5 个工作日,2026年3月2日,2026年3月6日,,吴,2,0%\n3,自动,丙,1 个工作日?,2026年3月9日 8:00,2026年3月9日 17:00,2,吴,2,0%',
    ],
    [
      '識別碼,任務模式,任務名稱,工期,開始時間,完成時間,前置任務,資源名稱,大綱階層,完成百分比\n1,自動,甲,5 天,115/3/2,115/3/6,,李,1,50%\n2,自動,乙,5 天,115/3/2,115/3/6,,吳,2,0%\n3,自動,丙,1 天,115/3/9 08:00,115/3/9 下午5:00,2,吳,2,0%',
    ],
  ])('reads what Microsoft Project exports: %#', (text) => {
    const { tasks, problems, hierarchy, reference } = read(text);
    expect(problems).toEqual([]);
    expect({ hierarchy, reference }).toEqual({ hierarchy: 'level', reference: 'id' });
    expect(tasks).toMatchObject([
      { parent: -1, start: '2026-03-02', finish: '2026-03-06', duration: { tenths: 24_000 }, percent: 50 },
      { parent: 0, start: '2026-03-02', percent: 0, links: [] },
      {
        parent: 0,
        start: '2026-03-09T08:00:00',
        finish: '2026-03-09T17:00:00',
        duration: { tenths: 4800 },
        links: [{ from: 1, type: 'FS' }],
      },
    ]);
  });

  it('finds titles below a preamble, and none where there are none', () => {
    const preamble = 'Project: Tower A\nAs of: 2026-03-02\n\nTask,Start,Finish\nDig,2026-03-02,2026-03-03\n';
    expect(findHeader(sheetOf(preamble))).toEqual({ row: 2, double: false });
    const bare =
      'Dig the pit,2026-03-02,2026-03-03,2d\nPour concrete,2026-03-04,2026-03-09,4d\nStrip forms,2026-03-10,2026-03-10,1d\n';
    expect(findHeader(sheetOf(bare)).row).toBe(-1);
    expect(mappingOf(bare)).toEqual({ name: 0, start: 1, finish: 2, duration: 3 });
  });

  it('joined titles stand over those below them', () => {
    const rows = [
      { number: 1, cells: ['Site plan', null, null, null, null] },
      { number: 2, cells: ['Task', 'Planned', null, 'Actual', null] },
      { number: 3, cells: [null, 'Start', 'Finish', 'Start', 'Finish'] },
      { number: 4, cells: ['Dig', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] },
    ];
    const merges = [
      { top: 1, left: 0, bottom: 1, right: 4 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 2, right: 2 },
      { top: 2, left: 3, bottom: 2, right: 4 },
    ];
    const sheet: Sheet = { name: '', rows, width: 5, merges, cut: { rows: 0, columns: 0 } };
    const header = findHeader(sheet);
    expect(titlesOf(sheet, header)).toEqual([
      'Task',
      'Planned Start',
      'Planned Finish',
      'Actual Start',
      'Actual Finish',
    ]);
    expect(guessMapping(sheet, header)).toMatchObject({ name: 0, start: 1, finish: 2 });
  });

  it('of two columns of one name the first one that is filled is taken', () => {
    expect(
      mappingOf('Task,Start,Start,Finish\nA,,2026-03-02,2026-03-03\nB,,2026-03-04,2026-03-05\n'),
    ).toEqual({
      name: 0,
      start: 2,
      finish: 3,
    });
  });

  it('a word inside a word is no title', () => {
    expect(mappingOf('Task,Friend,Restart,Budgetary\nA,x,y,z\n')).toEqual({ name: 0 });
  });

  it('every title of our own template is known in every language, alone', () => {
    for (const locale of locales) {
      const { header } = taskSheet([], STANDARD_UNITS, locale);
      expect(
        Object.keys(mappingOf(`${header.join(',')}\n${header.map(() => 'x').join(',')}`)).length,
      ).toBeGreaterThan(0);
    }
    expect(FIELDS).toContain('wbs');
  });
});

const outline = (text: string, options: Partial<ReadOptions> = {}) => {
  const { tasks, hierarchy } = read(text, options);
  return [hierarchy, ...tasks.map(({ name, parent }) => `${name}<${tasks[parent]?.name ?? ''}`)];
};

describe('outline', () => {
  it('by numbers, also where a level is missing or a parent comes later', () => {
    expect(outline('WBS,Task\n1,A\n1.1,B\n1.1.1.1,C\n2.1,E\n2,D\n,F\n')).toEqual([
      'wbs',
      'A<',
      'B<A',
      'C<B',
      'E<D',
      'D<',
      'F<D',
    ]);
  });

  it('by blanks before the name, Chinese ones included, and by signs', () => {
    expect(outline('Task,Start\nA,\n  B,\n    C,\n  D,\nE,\n')).toEqual([
      'indent',
      'A<',
      'B<A',
      'C<B',
      'D<A',
      'E<',
    ]);
    expect(outline('任务,开始\nA,\n　B,\n　　C,\nD,\n')).toEqual(['indent', 'A<', 'B<A', 'C<B', 'D<']);
    expect(outline('Task,Start\nA,\n- B,\n-- C,\n- D,\n')).toEqual(['indent', 'A<', 'B<A', 'C<B', 'D<A']);
  });

  it('by levels that may begin anywhere and skip', () => {
    expect(outline('Outline Level,Task\n0,A\n2,B\n3,C\n2,D\n')).toEqual(['level', 'A<', 'B<A', 'C<B', 'D<A']);
  });

  it('by a column of parents, whose circles are refused', () => {
    expect(outline('ID,Task,Parent\n7,A,\n8,B,7\n9,C,B\n')).toEqual(['parent', 'A<', 'B<A', 'C<B']);
    const { tasks, problems } = read('ID,Task,Parent\n7,A,8\n8,B,7\n9,C,nobody\n', { hierarchy: 'parent' });
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'PARENT_CIRCLE'],
      [4, 'PARENT_UNKNOWN'],
    ]);
    expect(tasks.map(({ parent }) => parent)).toEqual([-1, 0, -1]);
  });

  it('a number that occurs twice is named: 1.10 that turned into 1.1', () => {
    const { problems } = read('WBS,Task\n1,A\n1.1,B\n1.1,C\n');
    expect(problems).toMatchObject([{ row: 4, column: 0, code: 'WBS_TWICE', text: '1.1' }]);
  });
});

const links = (text: string, options: Partial<ReadOptions> = {}) => {
  const { tasks, reference, problems } = read(text, options);
  return {
    reference,
    links: tasks.flatMap(({ links: own }, i) =>
      own.map(({ from, type, lag_value }) => `${from}>${i} ${type} ${lag_value}`),
    ),
    problems: problems.map(({ row, code, text: cell }) => [row, code, cell]),
  };
};

describe('predecessors', () => {
  it('by number with type and lag, in the words of three languages', () => {
    expect(
      links('ID,Task,Predecessors\n10,A,\n20,B,10SS+2d\n30,C,"10FS-1 day;20FF+50%"\n40,D,30FS+3 个工作日\n'),
    ).toEqual({
      reference: 'id',
      links: ['0>1 SS 9600', '0>2 FS -4800', '1>2 FF 50', '2>3 FS 14400'],
      problems: [],
    });
  });

  it('by outline number, by place in the list, by row of the sheet, by name', () => {
    expect(links('WBS,Task,Predecessors\n1,A,\n1.1,B,\n1.2,C,1.1\n')).toMatchObject({
      reference: 'wbs',
      links: ['1>2 FS 0'],
    });
    expect(links('Task,Predecessors\nA,\nB,1\nC,2\n')).toMatchObject({
      reference: 'row',
      links: ['0>1 FS 0', '1>2 FS 0'],
    });
    expect(links('Title\n\nTask,Predecessors\nA,\nB,4\nC,5\n')).toMatchObject({
      reference: 'line',
      links: ['0>1 FS 0', '1>2 FS 0'],
    });
    expect(links('Task,Blocked by\n"Pour, cure",\nStrip,"Pour, cure"\nBackfill,strip\n')).toMatchObject({
      reference: 'name',
      links: ['0>1 FS 0', '1>2 FS 0'],
    });
  });

  it('identifiers of trackers with a dash are no lag', () => {
    expect(links('Issue key,Summary,Depends on\nPT-1,A,\nPT-2,B,PT-1\nPT-3,C,PT-1FF+1d\n')).toMatchObject({
      reference: 'id',
      links: ['0>1 FS 0', '0>2 FF 4800'],
    });
  });

  it('says what cannot be: unknown, itself, twice the same name, its own summary', () => {
    expect(links('ID,Task,Predecessors\n1,A,\n2,B,"1;9"\n3,C,3\n').problems).toEqual([
      [3, 'PREDECESSOR_UNKNOWN', '9'],
      [4, 'PREDECESSOR_ITSELF', '3'],
    ]);
    expect(links('Task,Predecessors\nA,\nA,\nB,A\nC,B\n', { reference: 'name' }).problems).toEqual([
      [4, 'PREDECESSOR_AMBIGUOUS', 'A'],
    ]);
    expect(links('WBS,Task,Predecessors\n1,A,\n1.1,B,1\n1.2,C,1.1\n').problems).toEqual([
      [3, 'PREDECESSOR_OWN_SUMMARY', 'A'],
    ]);
  });

  it('of a circle the link that points back is refused, also one by way of a summary', () => {
    expect(links('ID,Task,Predecessors\n1,A,3\n2,B,1\n3,C,2\n')).toMatchObject({
      links: ['0>1 FS 0', '1>2 FS 0'],
      problems: [[2, 'PREDECESSOR_CIRCLE', 'C']],
    });
    expect(links('WBS,Task,Predecessors\n1,A,2\n1.1,B,\n2,C,1.1\n').problems).toEqual([
      [2, 'PREDECESSOR_CIRCLE', 'C'],
    ]);
  });

  it('no table of links leaves a circle', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const text = [
          'ID,Task,Predecessors',
          ...table.map((own, i) => `${i + 1},T${i},"${own.join(';')}"`),
        ].join('\n');
        const { tasks } = read(text, { reference: 'id' });
        const done = new Set<number>();
        for (let round = 0; round <= tasks.length; round++)
          for (const [i, task] of tasks.entries())
            if (task.links.every(({ from }) => done.has(from))) done.add(i);
        expect(done.size).toBe(tasks.length);
      }),
    );
  });
});

describe('dates on a calendar', () => {
  const calendar = compileCalendar(presetCalendar('standard', 'c', ''), new Map());
  const start = parseLocal('2026-03-02T08:00') ?? 0;
  const dated = (text: string) =>
    scheduleTasks(read(text).tasks, { calendar, oneDay: 4800, start }).map((task) => ({
      ...task,
      start: task.start === null ? null : formatLocal(task.start).slice(0, 16),
      finish: task.finish === null ? null : formatLocal(task.finish).slice(0, 16),
    }));

  it('what is missing follows from what is there', () => {
    expect(
      dated(
        'Task,Start,Finish,Duration\nA,2026-03-03,,3d\nB,,2026-03-06,2d\nC,2026-03-03,2026-03-05,9d\nD,,,\n',
      ),
    ).toMatchObject([
      { start: '2026-03-03T08:00', finish: '2026-03-05T17:00', durationDiffers: false },
      { start: '2026-03-05T08:00', finish: '2026-03-06T17:00' },
      { start: '2026-03-03T08:00', finish: '2026-03-05T17:00', duration: 14_400, durationDiffers: true },
      { start: '2026-03-02T08:00', finish: '2026-03-02T17:00', notBefore: null },
    ]);
  });

  it('tasks without dates follow their links, through summaries and milestones', () => {
    expect(
      dated(
        'WBS,Task,Duration,Predecessors\n1,P,,\n1.1,A,2d,\n1.2,B,1d,1.1FS+1d\n2,Q,,1\n2.1,C,1d,\n2.2,M,0d,2.1\n',
      ),
    ).toMatchObject([
      { summary: true, start: '2026-03-02T08:00', finish: '2026-03-05T17:00' },
      { start: '2026-03-02T08:00', finish: '2026-03-03T17:00' },
      { start: '2026-03-05T08:00', finish: '2026-03-05T17:00' },
      { summary: true, start: '2026-03-06T08:00' },
      { start: '2026-03-06T08:00', finish: '2026-03-06T17:00' },
      { start: '2026-03-06T17:00', finish: '2026-03-06T17:00', duration: 0 },
    ]);
  });

  it('keeps a date that its links contradict, and counts it; a day off becomes the nearest working day', () => {
    const [, early, off] = dated(
      'ID,Task,Start,Finish,Predecessors\n1,A,2026-03-02,2026-03-06,\n2,B,2026-03-04,2026-03-05,1\n3,C,2026-03-07,2026-03-10,\n',
    );
    expect(early).toMatchObject({ start: '2026-03-04T08:00', beforeLinks: true });
    expect(off).toMatchObject({ start: '2026-03-09T08:00', finish: '2026-03-10T17:00', dayOff: true });
  });
});
