/** Task lists as boards, planners and people on site really write them (B17). */
import { describe, expect, it } from 'vitest';
import { readBytes } from '#test/support/tableFiles.ts';
import { STANDARD_UNITS } from '../../domain/plan/duration.ts';
import { splitRange } from './dateRange.ts';
import { readDate } from './dates.ts';
import { readTableDuration, titleUnit } from './durations.ts';
import { guessMapping } from './guess.ts';
import { findHeader, titlesOf } from './header.ts';
import { numberedDepths } from './numbering.ts';
import { readTasks } from './read.ts';
import { readMoney } from './values.ts';

/** The list of a text, with the columns by their titles; the user is eight hours east of Greenwich. */
function listOf(...lines: readonly string[]) {
  const [sheet] = readBytes(`${lines.join('\n')}\n`).sheets;
  if (!sheet) throw new Error('no sheet');
  const header = findHeader(sheet);
  const mapping = guessMapping(sheet, header);
  const titles = titlesOf(sheet, header);
  const draft = readTasks(
    sheet,
    { headerRow: header.row, mapping, dateOrders: new Map() },
    { units: STANDARD_UNITS, toLocal: (ms) => new Date(ms + 28_800_000).toISOString().slice(0, 19) },
  );
  const named = Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, titles[at]]));
  const outline = draft.tasks.map(({ name, parent }) => [name, draft.tasks[parent]?.name ?? null]);
  return { ...draft, named, outline };
}
const day = 4800;

describe('boards and planners (B17)', () => {
  it('Monday: parts with titles of their own become summaries, the titles are no tasks', () => {
    const { outline, tasks, problems } = listOf(
      'Site plan,,,,',
      'Groundworks,,,,',
      'Name,Person,Status,Timeline - Start,Timeline - End,Dependent On',
      'Dig,Ann,Done,2026-01-05,2026-01-09,',
      ',,,,,',
      'Frame works,,,,,',
      'Name,Person,Status,Timeline - Start,Timeline - End,Dependent On',
      'Frame,Bo,Working on it,2026-01-14,2026-01-20,Dig',
    );
    expect(outline).toEqual([
      ['Groundworks', null],
      ['Dig', 'Groundworks'],
      ['Frame works', null],
      ['Frame', 'Frame works'],
    ]);
    expect(tasks[3]).toMatchObject({ finish: '2026-01-20', links: [{ from: 1, type: 'FS' }] });
    expect(problems).toEqual([]);
  });

  it('Jira: parents by their second id, every link column, seconds of work are no duration', () => {
    const { named, outline, tasks } = listOf(
      'Summary,Issue key,Issue id,Status,Due date,Original estimate,Remaining Estimate,Inward issue link (Blocks),Inward issue link (Blocks),Parent id',
      'House,AB-1,100,To Do,20/Jan/26 12:00 AM,,,,,',
      'Dig,AB-2,101,Done,09/Jan/26 12:00 AM,144000,0,,,100',
      'Fence,AB-4,103,To Do,10/Jan/26 12:00 AM,7200,7200,,,100',
      'Pour,AB-3,102,In Progress,13/Jan/26 12:00 AM,57600,57600,AB-2,AB-4,100',
    );
    expect(named).toMatchObject({ id: 'Issue key', predecessors: 'Inward issue link (Blocks)' });
    expect(outline.map(([, parent]) => parent)).toEqual([null, 'House', 'House', 'House']);
    expect(tasks.map(({ duration }) => duration)).toEqual([null, null, null, null]);
    expect(tasks[3]?.links.map(({ from }) => from)).toEqual([1, 2]);
  });

  it('ClickUp: dates in milliseconds are those of the user', () => {
    const { tasks } = listOf(
      'Task ID,Task Name,Due Date,Start Date,Parent ID',
      'ab1,Dig,1768003200000,1767571200000,null',
      'ab2,Pour,null,null,ab1',
    );
    expect(tasks).toMatchObject([
      { start: '2026-01-05T08:00:00', finish: '2026-01-10T08:00:00', parent: -1 },
      { start: null, finish: null, parent: 0 },
    ]);
  });

  it('Notion: one column holds both dates, a parent is written with its address', () => {
    const { tasks } = listOf(
      'Name,Date,Status,Parent item,Parent',
      'Dig,"January 5, 2026 → January 9, 2026",Done,,',
      'Pour,"January 12, 2026",In progress,,Dig (https://example.org/x)',
    );
    expect(tasks).toMatchObject([
      { start: '2026-01-05', finish: '2026-01-09', percent: 100 },
      { start: '2026-01-12', finish: '2026-01-12', percent: null, parent: 0 },
    ]);
  });

  it('GanttProject: the resources below the tasks are said to be another table', () => {
    const { tasks, ignored, problems } = listOf(
      'ID,Name,Begin date,End date,Duration,Completion,Predecessors,Outline number,Resources',
      '0,Design,2026-01-05,2026-01-09,5,100,,1,',
      '1,Draft,2026-01-05,2026-01-06,2,50,,1.1,Ann',
      '2,Review,2026-01-07,2026-01-09,3,0,1,1.2,Bo',
      '',
      'ID,Name,e-mail,Phone,Default role',
      '0,Ann,a@example.cn,,Default:0',
    );
    expect(tasks.map(({ name }) => name)).toEqual(['Design', 'Draft', 'Review']);
    expect(tasks[2]).toMatchObject({
      start: '2026-01-07',
      links: [{ from: 1 }],
      duration: { tenths: 3 * day },
    });
    expect(ignored).toEqual([{ row: 6, kind: 'otherTable', text: 'ID Name e-mail Phone Default role' }]);
    expect(problems).toEqual([]);
  });

  it('Primavera: the row of codes above the titles is no header, hours in the title are hours', () => {
    const { tasks } = listOf(
      'task_code,status_code,task_name,start_date,end_date,target_drtn_hr_cnt',
      'Activity ID,Activity Status,Activity Name,(*)Start,(*)Finish,Original Duration(h)',
      'A1000,Completed,Dig,2026-01-05 08:00,2026-01-09 17:00,40',
    );
    expect(tasks).toMatchObject([{ name: 'Dig', duration: { tenths: 5 * day, unit: 'h' }, percent: 100 }]);
  });

  it('禅道 marks a child by one sign', () => {
    const { outline } = listOf(
      '编号,任务名称,预计开始,截止日期',
      '1,基础,2026-01-05,2026-01-09',
      '2,>开挖,2026-01-05,2026-01-06',
    );
    expect(outline).toEqual([
      ['基础', null],
      ['开挖', '基础'],
    ]);
  });
});

describe('lists that people keep (B17)', () => {
  it('totals and notes below the list are no tasks, and that is said', () => {
    const { tasks, ignored, problems } = listOf(
      '序号,工作内容,开始,完成,工期(天),金额(元)',
      '1,土方开挖,2026.1.5,2026.1.9,5,"12,000.00"',
      '2,合计复核,2026.1.12,2026.1.12,1,0',
      ',合 计,,,6,"12,000.00"',
      '备注：工期为日历天,,,,,',
    );
    expect(tasks.map(({ name }) => name)).toEqual(['土方开挖', '合计复核']);
    expect(ignored).toEqual([
      { row: 4, kind: 'total', text: '合 计' },
      { row: 5, kind: 'footnote', text: '备注：工期为日历天' },
    ]);
    expect(problems).toEqual([]);
  });

  it('一, 1, 2, 二, 1 is an outline, in the column of numbers and in the names', () => {
    const expected = [
      ['基础工程', null],
      ['土方开挖', '基础工程'],
      ['垫层浇筑', '基础工程'],
      ['主体工程', null],
      ['一层', '主体工程'],
    ];
    const numbers = ['一', '1', '2', '二', '1'];
    const inColumn = listOf(
      '序号,工作内容,开始,完成',
      ...numbers.map((number, i) => `${number},${expected[i]?.[0]},2026-01-05,2026-01-09`),
    );
    expect(inColumn.hierarchy).toBe('numbering');
    expect(inColumn.outline).toEqual(expected);
    const inNames = listOf(
      '工作内容,开始,完成',
      ...numbers.map((number, i) => `${number}、${expected[i]?.[0]},2026-01-05,2026-01-09`),
    );
    expect(inNames.tasks.map(({ parent }) => parent)).toEqual([-1, 0, 0, -1, 3]);
  });

  it('counting alone is no outline, and neither is one name with a numeral', () => {
    const rows = (names: readonly string[], ids: readonly string[]) =>
      numberedDepths(names.map((name, i) => ({ name, id: ids[i] ?? null, wbs: null })));
    expect(rows(['a', 'b', 'c'], ['1', '2', '3'])).toBeNull();
    expect(rows(['三、方开挖', 'b', 'c', 'd'], [])).toBeNull();
    expect(rows(['一、a', 'b', 'c', '二、d', 'e'], [])).toEqual([0, 1, 1, 0, 1]);
    expect(rows(['', '', '', ''], ['壹', '一', '(一)', '1'])).toEqual([0, 1, 2, 3]);
  });

  it('titles over two columns of a text file belong to both', () => {
    const { named, tasks } = listOf(
      ',,计划,,实际,',
      '序号,任务,开始,完成,开始,完成',
      '1,开挖,2026-01-05,2026-01-09,2026-01-06,',
      '2,浇筑,2026-01-12,2026-01-13,,',
    );
    expect(named).toMatchObject({ start: '计划 开始', finish: '计划 完成' });
    expect(tasks[0]).toMatchObject({ start: '2026-01-05', finish: '2026-01-09' });
  });

  it('the rule below the titles of a text table is no task', () => {
    const { tasks } = listOf(
      '| Task | Start |',
      '|---|:---:|',
      '| Dig | 2026-01-05 |',
      '| Pour | 2026-01-12 |',
    );
    expect(tasks.map(({ name }) => name)).toEqual(['Dig', 'Pour']);
  });
});

describe('damaged text', () => {
  const whole = new TextEncoder().encode(
    '任务,开始,负责人\n土方开挖,2026-01-05,张工\n垫层浇筑,2026-01-12,李工',
  );
  it('UTF-8 that is cut off inside a character is refused as such, not read as another encoding', () => {
    for (const cut of [1, 2])
      expect(() => readBytes(whole.subarray(0, whole.length - cut))).toThrow(
        expect.objectContaining({ code: 'UNKNOWN_ENCODING', args: { encoding: 'utf-8' } }),
      );
    expect(readBytes(whole.subarray(0, whole.length - 3)).encoding).toBe('utf-8');
  });
  it('short text of other encodings is still told by its own characters', () => {
    const gbk = Buffer.from('c8cecef12cbfaacabc0acdc1b7bd2c323032362d30312d30350a', 'hex');
    expect(readBytes(gbk)).toMatchObject({ encoding: 'gb18030' });
    expect(readBytes(Buffer.from('Task,Start\ncafé,2026-01-05\n', 'latin1')).encoding).toBe('windows-1252');
  });
});

describe('cells', () => {
  it.each([
    ['1 周工时', 2400],
    ['5 工作天', 2400],
    ['3 个工作日?', 1440],
    ['1w 2d 4h', 3600],
    ['5 Tage', 2400],
    ['2,5 Std.', null],
    ['2,5 Std', 150],
    ['2 Wochen', 4800],
    ['4w and more', null],
  ])('%s is %s minutes', (text, minutes) =>
    expect(readTableDuration(text, '', STANDARD_UNITS)?.tenths ?? null).toBe(
      minutes === null ? null : minutes * 10,
    ),
  );

  it.each([
    ['工期(天)', '天'],
    ['工期（工作天）', 'd'],
    ['Original Duration(h)', 'h'],
    ['Duration [weeks]', 'weeks'],
    ['target_drtn_hr_cnt', ''],
    ['Duration (planned)', ''],
  ])('the title %s names %s', (title, unit) => expect(titleUnit(title, STANDARD_UNITS)).toBe(unit));

  it.each([
    ['2026.1.5-2026.1.20', '2026.1.5', '2026.1.20'],
    ['2026年1月5日至1月20日', '2026年1月5日', '2026年1月20日'],
    ['2026-01-05 ~ 2026-01-20', '2026-01-05', '2026-01-20'],
    ['Jan 5, 2026 to Jan 9, 2026', 'jan 5, 2026', 'jan 9, 2026'],
    ['2026-01-05', null, null],
    ['5 - 9 m', null, null],
    ['Start to finish', null, null],
  ])('%s runs from %s to %s', (text, start, finish) => {
    const range = splitRange(text);
    expect(range?.start.toLowerCase() ?? null).toBe(start);
    expect(range?.finish.toLowerCase() ?? null).toBe(finish);
  });

  it.each([
    ['人民币3000元', 300_000],
    ['新臺幣 5,000 元', 500_000],
    ['1 234,50', 123_450],
    ['1.234,50 €', 123_450],
    ['12万（人民币）', 12_000_000],
    ['约3000', null],
  ])('%s is %s hundredths', (cell, minor) => {
    const read = readMoney(cell);
    expect('value' in read ? read.value : null).toBe(minor);
  });

  it('26.3.5 can only begin with the year, 1/2/5 is nothing', () => {
    const read = (cell: string) => readDate(cell, () => '');
    expect(read('26.3.5')).toMatchObject({ value: { ymd: '2026-03-05' } });
    expect(read('26/3/15')).toMatchObject({ value: { ymd: '2026-03-15' } });
    expect(read('1/2/5')).toBe('unreadable');
  });

  it.each([
    ['Mo 05.01.26', '2026-01-05'],
    ['05.04.2025', '2025-04-05'],
    ['1/5/2026, 8:30:00 AM GMT+8', '2026-01-05T08:30:00'],
    ['2026-01-05T00:30:00+8', '2026-01-04T16:30:00'],
  ])('%s is %s', (text, date) => {
    const read = readDate(text, (ms) => new Date(ms).toISOString().slice(0, 19));
    expect(typeof read === 'object' ? (read.value.mdy ?? read.value.dmy) : read).toBe(date);
  });
});
