import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocal } from '../../schedule/calendar/instant.ts';
import type { MspdiProject } from './model.ts';
import { createMspdiReader, DEFAULT_LIMITS, type MspdiLimits, type MspdiResult } from './reader.ts';

const NS = 'xmlns="http://schemas.microsoft.com/project"';
const HEAD = '<StartDate>2026-11-23T08:00:00</StartDate>';
const wrap = (tasks: string, more = '') =>
  `<?xml version="1.0"?>\n<Project ${NS}>${HEAD}${more}<Tasks>${tasks}</Tasks></Project>`;
const task = (uid: number, inner = '', level = 1) =>
  `<Task><UID>${uid}</UID><Name>T${uid}</Name><OutlineLevel>${level}</OutlineLevel>${inner}</Task>`;
const linkTo = (uid: number, inner = '<Type>1</Type>') =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID>${inner}</PredecessorLink>`;

function read(xml: string, limits: Partial<MspdiLimits> = {}, piece = xml.length): MspdiResult {
  const reader = createMspdiReader({ limits });
  for (let i = 0; i < xml.length; i += piece) if (!reader.write(xml.slice(i, i + piece))) break;
  return reader.end();
}
function project(xml: string): MspdiProject & { counts: Record<string, number | undefined> } {
  const result = read(xml);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...result.project, counts: result.warningCounts };
}
const refusedBy = (xml: string, limits: Partial<MspdiLimits> = {}) => {
  const result = read(xml, limits);
  return result.ok ? null : result.refusal.code;
};

describe('what a file can look like', () => {
  const plain = project(wrap(task(1)));
  it.each([
    [
      'with a prefix',
      `<p:Project xmlns:p="http://schemas.microsoft.com/project"><p:StartDate>2026-11-23T08:00:00</p:StartDate><p:Tasks><p:Task><p:UID>1</p:UID><p:Name>T1</p:Name><p:OutlineLevel>1</p:OutlineLevel></p:Task></p:Tasks></p:Project>`,
    ],
    ['without a namespace', `<Project>${HEAD}<Tasks>${task(1)}</Tasks></Project>`],
    [
      'with the namespace as an element',
      `<Project><xmlns>http://schemas.microsoft.com/project</xmlns>${HEAD}<Tasks>${task(1)}</Tasks></Project>`,
    ],
    [
      'with comments and CDATA',
      `<!-- a --><Project ${NS}><!-- b -->${HEAD}<Tasks><!-- c --><Task><UID><!-- d -->1</UID><Name><![CDATA[T1]]></Name><OutlineLevel>1</OutlineLevel></Task></Tasks></Project>`,
    ],
    [
      'with elements in another order',
      `<Project ${NS}><Tasks><Task><OutlineLevel>1</OutlineLevel><Name>T1</Name><UID> 1 </UID></Task></Tasks>${HEAD}</Project>`,
    ],
  ])('reads the same %s', (_, xml) => {
    expect(project(xml).tasks).toEqual(plain.tasks);
    expect(project(xml).properties.startDate).toBe(plain.properties.startDate);
  });

  it('does not depend on where the pieces are cut', () => {
    const xml = wrap(
      task(1, '<Notes>a &amp; b &#x4E2D; 文</Notes><Start>2026-11-23T08:00:00</Start>') + task(2, linkTo(1)),
    );
    const whole = read(xml);
    for (const piece of [1, 2, 3, 7, 64]) expect(read(xml, {}, piece)).toEqual(whole);
    expect(project(xml).tasks[0]?.notes).toBe('a & b 中 文');
  });

  it('accepts true and false, a decimal comma, and missing elements', () => {
    const { tasks } = project(
      wrap(
        task(1, '<Manual>true</Manual><Active>false</Active><Milestone>1</Milestone><Cost>12,5</Cost>') +
          '<Task/>',
      ),
    );
    expect(tasks[0]).toMatchObject({ manual: true, active: false, milestone: true, effort: { cost: 12.5 } });
    expect(tasks[1]).toMatchObject({
      uid: 2,
      name: '',
      active: true,
      type: 'fixedUnits',
      constraintType: 'ASAP',
    });
  });

  it('keeps what it does not know as XML', () => {
    const { tasks, properties } = project(
      wrap(
        task(1, '<Odd a="1 &lt; 2"><In>x &amp; y</In></Odd><Empty/>'),
        '<Views><View><Name>&amp;Gantt</Name></View></Views>',
      ),
    );
    expect(tasks[0]?.extra).toEqual([
      { name: 'Odd', xml: '<Odd a="1 &lt; 2"><In>x &amp; y</In></Odd>' },
      { name: 'Empty', xml: '<Empty/>' },
    ]);
    expect(properties.extra.map(({ name }) => name)).toEqual(['Views']);
  });
});

describe('values', () => {
  const one = (inner: string) => {
    const { tasks, counts } = project(wrap(task(1, inner)));
    return { task: tasks[0]!, counts };
  };
  it('reads durations as working tenths of a minute and their format', () => {
    const { task: read } = one('<Duration>PT80H6M6S</Duration><DurationFormat>39</DurationFormat>');
    expect(read.duration).toBe(80 * 600 + 61);
    expect(read.durationFormat).toEqual({ code: 39, unit: 'day', elapsed: false, estimated: true });
    expect(one('<DurationFormat>8</DurationFormat>').task.durationFormat.elapsed).toBe(true);
  });
  it.each([
    ['<Start>soon</Start>', 'DATE_UNREADABLE'],
    ['<Start>2026-02-30T08:00:00</Start>', 'DATE_UNREADABLE'],
    ['<Start>0001-01-01T00:00:00</Start>', 'DATE_OUT_OF_RANGE'],
    ['<Start>9999-12-31T00:00:00</Start>', 'DATE_OUT_OF_RANGE'],
    ['<Start>2026-11-23T08:00:00+08:00</Start>', 'DATE_ZONE_IGNORED'],
    ['<Duration>5 days</Duration>', 'DURATION_UNREADABLE'],
    ['<Duration>P1Y</Duration>', 'DURATION_UNREADABLE'],
    ['<Duration>P5D</Duration>', 'DURATION_IN_DAYS'],
    ['<Duration>PT999999999999999H</Duration>', 'DURATION_UNREADABLE'],
    ['<Priority>high</Priority>', 'NUMBER_UNREADABLE'],
    ['<ConstraintType>99</ConstraintType>', 'VALUE_UNKNOWN'],
    ['<ConstraintType>4</ConstraintType>', 'CONSTRAINT_DATE_MISSING'],
    [
      '<ConstraintType>4</ConstraintType><ConstraintDate>1970-01-01T00:00:00</ConstraintDate>',
      'CONSTRAINT_DATE_EPOCH',
    ],
    ['<CalendarUID>77</CalendarUID>', 'TASK_CALENDAR_MISSING'],
    [
      '<Start>2026-11-23T08:00:00</Start><Finish>2026-11-20T17:00:00</Finish><Duration>PT8H</Duration>',
      'FINISH_BEFORE_START',
    ],
    ['<LevelingDelay>4800</LevelingDelay>', 'LEVELED_TASKS'],
    ['<IsSubproject>1</IsSubproject>', 'SUBPROJECT'],
    ['<ExternalTask>1</ExternalTask>', 'EXTERNAL_TASK'],
    ['<IsNull>1</IsNull>', 'BLANK_ROWS'],
  ])('%s is told as %s', (inner, code) => {
    expect(one(inner).counts[code]).toBe(1);
  });
  it('takes the wall-clock time as written, whatever the zone', () => {
    expect(formatLocal(one('<Start>2026-11-23T08:00:00+08:00</Start>').task.start ?? 0)).toBe(
      '2026-11-23T08:00:00',
    );
  });
});

describe('outline', () => {
  it('derives parents from levels and reports jumps', () => {
    const { tasks, counts } = project(wrap(task(1) + task(2, '', 2) + task(3, '', 4) + task(4, '', 1)));
    expect(tasks.map(({ uid, parentUid, summary }) => [uid, parentUid, summary])).toEqual([
      [1, null, true],
      [2, 1, true],
      [3, 2, false],
      [4, null, false],
    ]);
    expect(counts['OUTLINE_LEVEL_JUMP']).toBe(1);
  });
  it('does not let an outline grow without end', () => {
    const { tasks, counts } = project(
      wrap(Array.from({ length: 300 }, (_, i) => task(i + 1, '', i + 1)).join('')),
    );
    expect(counts['OUTLINE_LEVEL_JUMP']).toBe(200);
    expect(new Set(tasks.slice(99).map(({ parentUid }) => parentUid))).toEqual(new Set([99]));
  });
  it('sets the row of the project apart, but not a task that is merely numbered 0', () => {
    const real = project(wrap(task(0, '', 0) + task(1)));
    expect(real.projectSummary?.uid).toBe(0);
    expect(real.tasks).toHaveLength(1);
    expect(
      project(wrap('<Task><UID>0</UID><Name>a</Name></Task><Task><UID>1</UID><Name>b</Name></Task>')).tasks,
    ).toHaveLength(2);
  });
  it('gives the second row of a doubled UID a number of its own', () => {
    const { tasks, counts } = project(wrap(task(5) + task(5) + task(6, linkTo(5))));
    expect(new Set(tasks.map(({ uid }) => uid)).size).toBe(3);
    expect(tasks[2]?.links[0]?.predecessorUid).toBe(5);
    expect(counts['UID_DUPLICATE']).toBe(1);
  });
});

describe('links', () => {
  it('maps 0 FF, 1 FS, 2 SF, 3 SS and keeps lag and its format', () => {
    const { tasks } = project(
      wrap(
        [1, 2, 3, 4].map((uid) => task(uid)).join('') +
          task(
            5,
            [0, 1, 2, 3]
              .map((type) =>
                linkTo(type + 1, `<Type>${type}</Type><LinkLag>-50</LinkLag><LagFormat>19</LagFormat>`),
              )
              .join(''),
          ),
      ),
    );
    expect(tasks[4]?.links.map(({ type }) => type)).toEqual(['FF', 'FS', 'SF', 'SS']);
    expect(tasks[4]?.links[0]).toMatchObject({ lag: -50, lagFormat: { unit: 'percent', elapsed: false } });
  });
  it.each([
    [task(1, linkTo(9)), 'LINK_DANGLING'],
    [task(1, linkTo(1)), 'LINK_TO_SELF'],
    [task(1) + task(2, linkTo(1) + linkTo(1)), 'LINK_DUPLICATE'],
    [task(1) + task(2, linkTo(1), 2), 'LINK_WITHIN_FAMILY'],
    [task(1, '<IsNull>1</IsNull>') + task(2, linkTo(1)), 'LINK_TO_BLANK_ROW'],
    [task(1, linkTo(9, '<CrossProject>1</CrossProject>')), 'LINK_CROSS_PROJECT'],
  ])('reports %s as %s', (tasks, code) => {
    expect(project(wrap(tasks)).counts[code]).toBe(1);
  });
  it('names a loop with its tasks and leaves only its links out', () => {
    const result = read(
      wrap(task(1, linkTo(3)) + task(2, linkTo(1)) + task(3, linkTo(2)) + task(4, linkTo(3))),
    );
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.warnings.find(({ code }) => code === 'LINK_CYCLE')?.args['cycle']).toMatch(
      /^#(\d) T\1 → .* → #\1 T\1$/,
    );
    expect(result.project.droppedLinks.map(({ taskUid }) => taskUid).sort()).toEqual([1, 2, 3]);
    expect(result.project.tasks[3]?.links).toHaveLength(1);
  });
  it('finds a loop that runs through a summary', () => {
    const { counts } = project(wrap(task(1) + task(2, linkTo(3), 2) + task(3, linkTo(1))));
    expect(counts['LINK_CYCLE']).toBe(1);
  });
  it('walks a chain of 20 000 tasks', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => task(i + 1, i > 0 ? linkTo(i) : linkTo(20_000)));
    expect(project(wrap(rows.join(''))).droppedLinks).toHaveLength(20_000);
  });
});

describe('calendars', () => {
  const day = (type: number, inner: string) => `<WeekDay><DayType>${type}</DayType>${inner}</WeekDay>`;
  const hours = (from: string, to: string) =>
    `<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>${from}</FromTime><ToTime>${to}</ToTime></WorkingTime></WorkingTimes>`;
  const calendars = (inner: string, uid = '1') =>
    project(
      wrap(
        task(1),
        `<CalendarUID>${uid}</CalendarUID><Calendars><Calendar><UID>1</UID><Name>C</Name><IsBaseCalendar>1</IsBaseCalendar>${inner}</Calendar></Calendars>`,
      ),
    );
  const week = (inner: (type: number) => string) =>
    `<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map((type) => day(type, inner(type))).join('')}</WeekDays>`;

  it('reads an end at 00:00 as the end of the day', () => {
    expect(calendars(week(() => hours('00:00:00', '00:00:00'))).calendars[0]?.definition.week[0]).toEqual([
      [0, 14_400],
    ]);
  });
  it('replaces a project calendar without working time and says so', () => {
    const empty = calendars(week(() => '<DayWorking>0</DayWorking>'));
    expect(empty.counts['CALENDAR_NO_WORKING_TIME']).toBe(1);
    expect(empty.properties.calendarUid).not.toBe(1);
  });
  it('falls back to the first base calendar', () => {
    expect(calendars('', '-1')).toMatchObject({
      properties: { calendarUid: 1 },
      counts: { CALENDAR_FALLBACK: 1 },
    });
  });
  it('adds the standard week where there is no calendar', () => {
    expect(project(wrap(task(1))).counts['CALENDAR_MISSING']).toBe(1);
  });
  it('gives hours to a working day without any and cuts a shift at midnight', () => {
    expect(calendars(week(() => '<DayWorking>1</DayWorking>')).counts['CALENDAR_HOURS_MISSING']).toBe(7);
    const night = calendars(week(() => hours('22:00:00', '06:00:00')));
    expect(night.counts['CALENDAR_HOURS_PAST_MIDNIGHT']).toBe(7);
    expect(night.calendars[0]?.definition.week[1]).toEqual([[13_200, 14_400]]);
  });
  it('never adds up the two forms of exceptions', () => {
    const period =
      '<TimePeriod><FromDate>2026-10-01T00:00:00</FromDate><ToDate>2026-10-03T23:59:59</ToDate></TimePeriod>';
    const both = `<WeekDays>${day(0, `<DayWorking>0</DayWorking>${period}`)}</WeekDays>`;
    const fresh = `<Exceptions><Exception>${period}<Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>`;
    expect(calendars(both).calendars[0]?.definition.exceptions).toMatchObject([
      { from: '2026-10-01', to: '2026-10-03' },
    ]);
    expect(calendars(both + fresh).calendars[0]?.definition.exceptions).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    ['', 'FILE_EMPTY'],
    ['   \n', 'FILE_EMPTY'],
    ['<Project>', 'XML_TRUNCATED'],
    ['<Project></Projekt>', 'XML_MALFORMED'],
    [wrap(task(1)).slice(0, -20), 'XML_TRUNCATED'],
    [`${wrap(task(1))}<x/>`, 'XML_MALFORMED'],
    [wrap('<Task><Name>a & b</Name></Task>'), 'XML_MALFORMED'],
    [wrap('<Task><Name>&unknown;</Name></Task>'), 'XML_MALFORMED'],
    ['<project name="x"/>', 'NOT_MSPDI'],
    ['<APIBusinessObjects/>', 'FOREIGN_P6_XML'],
    ['<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup/></Project>', 'NOT_MSPDI'],
    ['<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><Tasks/></Project>', 'NOT_MSPDI'],
    ['<rss/>', 'NOT_MSPDI'],
    [`<!DOCTYPE Project><Project>${HEAD}</Project>`, 'XML_DOCTYPE'],
    [
      `<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><Project>${HEAD}<Name>&b;</Name></Project>`,
      'XML_DOCTYPE',
    ],
    [`<!DOCTYPE a SYSTEM "file:///etc/passwd"><Project>${HEAD}</Project>`, 'XML_DOCTYPE'],
  ])('%j is refused as %s', (xml, code) => {
    expect(refusedBy(xml)).toBe(code);
  });

  it('says where', () => {
    const result = read(`<Project>\n${HEAD}\n<Tasks>\n<Task><Name>a & b</Name></Task></Tasks></Project>`);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'XML_MALFORMED', line: 4, path: 'Project/Tasks/Task/Name' },
    });
  });

  it('bounds depth, text, attributes, records and size', () => {
    const deep = (levels: number) => wrap(task(1, '<a>'.repeat(levels) + '</a>'.repeat(levels)));
    expect(refusedBy(deep(50))).toBeNull();
    expect(refusedBy(deep(100))).toBe('XML_TOO_DEEP');
    expect(refusedBy(wrap(task(1, `<Notes>${'x'.repeat(1_200_000)}</Notes>`)))).toBe('XML_TEXT_TOO_LONG');
    expect(refusedBy(wrap(task(1, `<Notes>${`${'x'.repeat(300_000)}<!-- -->`.repeat(4)}</Notes>`)))).toBe(
      'XML_TEXT_TOO_LONG',
    );
    expect(refusedBy(`<!--${'x'.repeat(2_000_000)}--><Project/>`)).toBe('XML_TEXT_TOO_LONG');
    expect(refusedBy(`<Project a="${'x'.repeat(2_000_000)}"/>`)).toBe('XML_TEXT_TOO_LONG');
    expect(refusedBy(`<Project ${Array.from({ length: 100 }, (_, i) => `a${i}=""`).join(' ')}/>`)).toBe(
      'XML_TOO_MANY_ATTRIBUTES',
    );
    expect(refusedBy(wrap(task(1, '<a/>'.repeat(60_000))))).toBe('RECORD_TOO_LARGE');
    expect(
      refusedBy(wrap(task(1) + task(2) + task(3)), { records: { ...DEFAULT_LIMITS.records, Task: 2 } }),
    ).toBe('TOO_MANY_RECORDS');
    expect(refusedBy(wrap(task(1)), { characters: 100 })).toBe('FILE_TOO_LARGE');
  });

  it('stops a 100 MB nest early, whatever is inside', () => {
    const reader = createMspdiReader();
    const piece = '<a>'.repeat(20_000);
    let written = 0;
    while (written < 100_000_000 && reader.write(piece)) written += piece.length;
    expect(written).toBeLessThan(1_000_000);
    expect(reader.end().ok).toBe(false);
  });

  it('leaves out large settings and time-phased data, and says how much', () => {
    const block = '<TimephasedData><Type>1</Type><Value>PT8H0M0S</Value></TimephasedData>';
    const xml = `<Project ${NS}>${HEAD}<Views>${'<View/>'.repeat(60_000)}</Views><Tasks>${task(1)}</Tasks><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID>${block.repeat(200_000)}<Units>0.5</Units></Assignment><Assignment><UID>2</UID><TaskUID>1</TaskUID>${block}</Assignment></Assignments></Project>`;
    const result = read(xml);
    expect(result).toMatchObject({
      ok: true,
      leftOut: { timephasedBlocks: 200_001, timephasedDropped: 200_000, unknownElementsDropped: 1 },
    });
    if (!result.ok) return;
    expect(result.project.assignments[0]).toMatchObject({ units: 0.5, extra: [] });
    expect(result.project.assignments[1]?.extra).toHaveLength(1);
    expect(result.warningCounts).toMatchObject({ TIMEPHASED_LEFT_OUT: 1, ELEMENTS_LEFT_OUT: 1 });
  });

  it('is all or nothing wherever a file is cut', () => {
    const xml = wrap(task(1, '<Notes>文</Notes>') + task(2, linkTo(1)));
    for (let length = 0; length < xml.length; length++) {
      const result = read(xml.slice(0, length));
      expect(result.ok, `cut at ${length}`).toBe(false);
    }
    expect(read(xml).ok).toBe(true);
  });

  it('survives mutations: a result or a typed refusal, never an exception', () => {
    const xml = wrap(
      task(1, '<Start>2026-11-23T08:00:00</Start><Duration>PT8H0M0S</Duration>') + task(2, linkTo(1), 2),
    );
    const mutation = fc.tuple(
      fc.integer({ min: 0, max: xml.length }),
      fc.integer({ min: 0, max: 20 }),
      fc.string({ maxLength: 12, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutations.reduce(
          (s, [at, cut, insert]) => s.slice(0, at) + insert + s.slice(at + cut),
          xml,
        );
        const result = read(text);
        expect(result.ok || /^[A-Z0-9_]+$/.test(result.refusal.code)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
