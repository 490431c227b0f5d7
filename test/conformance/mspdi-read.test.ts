import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTaskCalendars, toPlanRows } from '#shared/interchange/mspdi/planRows.ts';
import { readMspdiBytes } from '#shared/interchange/mspdi/read.ts';
import { createCalendarSet } from '#shared/schedule/calendar/compile.ts';
import { calendarSchema } from '#shared/schedule/calendar/definition.ts';
import { formatDate, formatLocal } from '#shared/schedule/calendar/instant.ts';
import { expandException } from '#shared/schedule/calendar/recurrence.ts';
import { compareDates, rollUp } from '#shared/schedule/rollup.ts';
import { sharedDataDir } from '#test/support/sharedData.ts';

const data = sharedDataDir();
const strict = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const bytesOf = (folder: string, file: string) => readFileSync(join(data ?? '', folder, file));
function load(folder: string, file: string) {
  const result = readMspdiBytes(bytesOf(folder, file), strict);
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.refusal)}`);
  return result;
}
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const filesIn = (folder: string) =>
  (data ? readdirSync(join(data, folder)) : []).filter((name) => name.endsWith('.xml'));
const readable = ['mspdi', 'mspdi-from-mpp', 'mspdi-other'].flatMap((folder) =>
  filesIn(folder).map((file) => [folder, file] as const),
);

/** Class A: the dates were computed by Microsoft Project and belong together (conformance list of the data). */
function classOf(file: string): string {
  const rows = readFileSync(join(data ?? '', 'conformance.csv'), 'utf8').split(/\r?\n/);
  const row = rows.find((line) => line.includes(file));
  return row ? (/(?:^|,)"?([ABC])"?(?:,|$)/.exec(row)?.[1] ?? '') : '';
}

it('has the files of other programs to read', () => {
  expect(readable.length, 'set MILEPOST_DATA to the folder with the real files').toBeGreaterThan(50);
});

describe.each(readable)('%s/%s', (folder, file) => {
  const text = bytesOf(folder, file).toString('utf8');
  const result = load(folder, file);
  const { project } = result;
  const records = (list: string, record: string) => {
    const body = new RegExp(`<${list}>([\\s\\S]*)</${list}>`).exec(text)?.[1] ?? '';
    return count(body, new RegExp(`<${record}>`, 'g'));
  };

  it('has every task, link, resource, assignment and calendar of the text', () => {
    expect(project.tasks.length + (project.projectSummary ? 1 : 0)).toBe(records('Tasks', 'Task'));
    const links =
      project.tasks.reduce((sum, task) => sum + task.links.length, 0) + project.droppedLinks.length;
    expect(links).toBe(count(text, /<PredecessorLink>/g));
    expect(project.resources).toHaveLength(records('Resources', 'Resource'));
    expect(project.assignments).toHaveLength(records('Assignments', 'Assignment'));
    expect(project.calendars.length).toBeGreaterThanOrEqual(records('Calendars', 'Calendar'));
    const baselines = [...project.tasks, ...(project.projectSummary ? [project.projectSummary] : [])].reduce(
      (sum, task) => sum + task.baselines.length,
      0,
    );
    const tasksText = /<Tasks>[\s\S]*<\/Tasks>/.exec(text)?.[0] ?? '';
    expect(baselines).toBe(count(tasksText, /<Baseline>/g));
    expect(result.leftOut.timephasedBlocks).toBe(
      count(text.replace(/<Baseline>[\s\S]*?<\/Baseline>/g, ''), /<TimephasedData>/g),
    );
  });

  it('has the names and dates of the text, character by character', () => {
    const stored = [...text.matchAll(/<EarlyStart>([^<]*)<\/EarlyStart>/g)].map((match) => match[1]);
    const all = [...(project.projectSummary ? [project.projectSummary] : []), ...project.tasks];
    const read = all.flatMap(({ stored: { earlyStart } }) =>
      earlyStart === null ? [] : [formatLocal(earlyStart)],
    );
    if (!('DATE_OUT_OF_RANGE' in result.warningCounts) && !('DATE_ZONE_IGNORED' in result.warningCounts))
      expect(read).toEqual(stored);
    for (const { name } of project.tasks) expect(text.includes(name.split(/[&<>"'\n]/)[0] ?? '')).toBe(true);
  });

  it('has calendars that are valid and work', () => {
    for (const { definition } of project.calendars)
      expect(calendarSchema.safeParse(definition).error).toBeUndefined();
    const calendar = createCalendarSet(project.calendars.map(({ definition }) => definition))(
      String(project.properties.calendarUid),
    );
    expect(calendar?.hasWorkingTime).toBe(true);
  });

  it('gives the stored values of automatic summaries and leaves, where Project computed them', () => {
    if (classOf(file) !== 'A') return;
    const calendarOf = createTaskCalendars(project);
    const rows = toPlanRows(project);
    const byUid = new Map(project.tasks.map((task) => [task.uid, task]));
    for (const [uid, values] of rollUp(rows, calendarOf)) {
      const task = byUid.get(uid);
      if (!task || task.manual) continue;
      const { start, finish, duration } = task;
      expect(values, `summary ${uid}`).toEqual({
        start,
        finish,
        duration,
        percentComplete: task.progress.percentComplete,
      });
    }
    expect(compareDates(rows, calendarOf).filter(({ reason }) => reason === 'arithmetic')).toEqual([]);
  });
});

describe('particular files', () => {
  it('expands all 27 exceptions to the stated count and last date', () => {
    const { project } = load('mspdi', 'msp2016-recurring-exceptions.xml');
    const text = bytesOf('mspdi', 'msp2016-recurring-exceptions.xml').toString('utf8');
    const stated = [
      ...text.matchAll(/<Exception>[\s\S]*?<ToDate>(\d{4}-\d\d-\d\d)[\s\S]*?<Occurrences>(\d+)/g),
    ];
    const exceptions = project.calendars.flatMap(({ definition }) => definition.exceptions);
    expect(exceptions).toHaveLength(27);
    exceptions.forEach((exception, i) => {
      // Count and last day must come out of the rule, so the other bound is taken away each time.
      const days = expandException(exception);
      const unlimited = expandException({ ...exception, occurrences: null });
      expect(days, exception.name).toHaveLength(Number(stated[i]?.[2]));
      expect(unlimited, exception.name).toHaveLength(Number(stated[i]?.[2]));
      expect(formatDate(days[days.length - 1] ?? 0), exception.name).toBe(stated[i]?.[1]);
    });
  });

  it('ranks overlapping exceptions so that the duration of the probe task comes out', () => {
    const { project } = load('mspdi-from-mpp', 'calendar-exception-precedence-yearly.xml');
    const task = project.tasks[0]!;
    expect(createTaskCalendars(project)(task.uid).workBetween(task.start ?? 0, task.finish ?? 0)).toBe(
      task.duration,
    );
  });

  it('works a week that is one recurring exception', () => {
    const { project } = load('mspdi', 'msp2010-obra-comercial-361.xml');
    const [exception] = project.calendars[0]?.definition.exceptions ?? [];
    expect(exception?.recurrence).toMatchObject({ kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6] });
    expect(expandException(exception!)).toHaveLength(915);
  });

  it.each([
    ['mspdi-from-mpp', 'cross-project-link-8.xml', 'LINK_CROSS_PROJECT'],
    ['mspdi-from-mpp', 'subproject-links-3.xml', 'SUBPROJECT'],
    ['mspdi-from-mpp', 'inactive-tasks-60.xml', 'INACTIVE_TASKS'],
    ['mspdi-from-mpp', 'customer-feedback-leveled-46.xml', 'LEVELED_TASKS'],
    ['mspdi', 'msp2010-all-manual-16.xml', 'MANUAL_TASKS'],
    ['mspdi', 'msp2007-null-tasks-9.xml', 'BLANK_ROWS'],
    ['mspdi-other', 'mpxj-hotel-fitout-781.xml', 'CLOCK_12_HOUR'],
    ['mspdi-other', 'mpxj-hotel-fitout-781.xml', 'ACTUALS_WITHOUT_PROGRESS'],
    ['mspdi-other', 'projectlibre-gant-57.xml', 'SLACK_UNIT_CONVERTED'],
    ['mspdi-other', 'syncfusion-gantt-9.xml', 'DATE_OUT_OF_RANGE'],
    ['mspdi-other', 'msp9-empty-issue1520.xml', 'NO_TASKS'],
    ['odd', 'no-namespace-xmlns-element-69.xml', 'LINK_DANGLING'],
    ['odd', 'constructed-dependency-cycle.xml', 'LINK_CYCLE'],
  ] as const)('%s/%s warns of %s', (folder, file, code) => {
    expect(load(folder, file).warningCounts[code]).toBeGreaterThan(0);
  });

  it('says nothing about a clean file', () => {
    expect(load('mspdi', 'msp365-software-development-87.xml').warnings).toEqual([]);
    expect(load('mspdi-from-mpp', '开办新公司-102.xml').warnings).toEqual([]);
  });

  it('keeps all rows of the damaged file and counts its dangling links', () => {
    const { project, warningCounts } = load('odd', 'no-namespace-xmlns-element-69.xml');
    expect(project.tasks.length + (project.projectSummary ? 1 : 0)).toBe(69);
    expect(warningCounts.LINK_DANGLING).toBe(9);
  });

  it('names the loop and keeps the links outside it', () => {
    const { project, warnings } = load('odd', 'constructed-dependency-cycle.xml');
    expect(warnings.find(({ code }) => code === 'LINK_CYCLE')?.args['cycle']).toMatch(
      /#1 .*→ #2 .*→ #1 |#2 .*→ #1 .*→ #2 /,
    );
    expect(project.droppedLinks).toHaveLength(2);
  });

  it.each([
    ['odd', 'constructed-truncated.xml', 'XML_TRUNCATED'],
    ['odd', 'binary-project-file.mpp', 'FOREIGN_MPP'],
    ['odd', 'project98.mpx', 'FOREIGN_MPX'],
    ['pod', 'openproj-new-product.pod', 'FOREIGN_POD'],
    ['pod', 'agenzia-italian-20.pod', 'FOREIGN_POD'],
    ['gan', 'house-building-sample.gan', 'NOT_MSPDI'],
    ['tables', 'jira-export-rss.xml', 'NOT_MSPDI'],
    ['tables', 'risk-register-scored.csv', 'NOT_XML'],
    ['tables', 'risk-register-construction.xlsx', 'FOREIGN_SPREADSHEET'],
    ['tables', 'trello-board-project100.json', 'FOREIGN_JSON'],
    ['vcard', 'android-2.1.vcf', 'NOT_XML'],
  ])('%s/%s is refused as %s', (folder, file, code) => {
    const result = readMspdiBytes(bytesOf(folder, file), strict);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  it('is all or nothing wherever a real file is cut', () => {
    const bytes = bytesOf('mspdi', 'msp2003-links-17.xml');
    for (let length = 0; length < bytes.length - 20; length += 211)
      expect(readMspdiBytes(bytes.subarray(0, length), strict).ok, `cut at ${length}`).toBe(false);
  });
});
