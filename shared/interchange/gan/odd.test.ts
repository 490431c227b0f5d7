import { describe, expect, it } from 'vitest';
import { schedule } from '#shared/schedule/cpm/schedule.ts';
import { formatLocal } from '../../schedule/calendar/instant.ts';
import { toCpmInput } from '../mspdi/cpmInput.ts';
import { readGan } from './read.ts';

const plan = (tasks: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><project name="计划" version="3.2">${more}<tasks>${tasks}</tasks></project>`;

function read(xml: string) {
  const result = readGan(xml);
  if (!result.ok) throw new Error(result.refusal.code);
  const dates = schedule(toCpmInput(result.project));
  return {
    tasks: result.project.tasks,
    warnings: result.warningCounts,
    dates: dates.ok ? dates.dates : null,
  };
}

describe('GanttProject files of other versions and writers', () => {
  it('an id that is no whole number is none: the task gets one, links to it are said to lead nowhere', () => {
    const { tasks, warnings } = read(
      plan(
        '<task id="0.5" name="А" start="2026-03-02" duration="2"/><task id="7" name="Б" start="2026-03-04" duration="1"><depend id="0.5" type="2"/></task>',
      ),
    );
    expect(tasks.every(({ uid }) => Number.isInteger(uid))).toBe(true);
    expect(tasks.map(({ name }) => name)).toEqual(['А', 'Б']);
    expect(warnings).toMatchObject({ UID_MISSING: 1 });
    expect(tasks.every(({ links }) => links.length === 0)).toBe(true);
  });

  it('a duration of centuries and a year before any plan are unreadable, not a plan without end', () => {
    const { tasks, warnings, dates } = read(
      plan(
        '<task id="1" name="A" start="2026-03-02" duration="999999999"/><task id="2" name="B" start="0001-01-01" duration="3"/>',
      ),
    );
    expect(warnings).toMatchObject({ DURATION_UNREADABLE: 1, DATE_UNREADABLE: 1 });
    expect(tasks.map(({ duration }) => duration)).toEqual([4800, 3 * 4800]);
    expect([...(dates?.values() ?? [])].every(({ finish }) => formatLocal(finish) < '2027')).toBe(true);
  });

  it('old files: dates without leading zeros, no version, tasks without ids, a milestone without length', () => {
    const { tasks } = read(
      plan(
        '<task name="A" start="2004-3-5" duration="1"/><task name="M" meeting="true" start="2004-3-8"/>',
      ).replace(' version="3.2"', ''),
    );
    expect(tasks.map(({ start }) => formatLocal(start ?? 0))).toEqual([
      '2004-03-05T08:00:00',
      '2004-03-08T08:00:00',
    ]);
    expect(tasks[1]).toMatchObject({ milestone: true, duration: 0 });
  });

  it('a vacation of somebody is free time of that person alone', () => {
    const { dates } = read(
      plan(
        '<task id="1" name="A" start="2026-03-02" duration="2"/>',
        '<resources><resource id="3" name="李"/></resources><allocations><allocation task-id="1" resource-id="3" load="100.0"/></allocations><vacations><vacation start="2026-03-03" end="2026-03-03" resourceid="3"/></vacations>',
      ),
    );
    // Days are days, whoever works on it.
    expect(formatLocal(dates?.get(2)?.finish ?? 0)).toBe('2026-03-03T17:00:00');
  });
});
