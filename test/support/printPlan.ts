import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import { parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from './planColumns.ts';

const DAY = 14_400;
const START = parseLocal('2026-11-02T08:00:00') ?? 0;

/**
 * A plan to be printed: a summary of ten tasks, each two days after the last, and then a milestone; as often as
 * asked. The second task of each is critical.
 */
export function printPlan(summaries: number, name = '展厅改造'): PrintSource {
  const rows: { id: string; number: string; name: string; depth: number; flags: number; at: number }[] = [];
  const count = () => String(rows.length + 1).padStart(12, '0');
  for (let s = 1; s <= summaries; s++) {
    const put = (number: string, title: string, depth: number, flags: number, at: number) =>
      rows.push({ id: `tsk_00000000-0000-7000-8000-${count()}`, number, name: title, depth, flags, at });
    put(`${s}`, `第${s}阶段`, 1, PLAN_FLAGS.summary, s * 20);
    for (let n = 1; n <= 10; n++)
      put(`${s}.${n}`, `工作 ${s}.${n}`, 2, n === 2 ? PLAN_FLAGS.critical : 0, s * 20 + n * 2);
    put(`${s}.11`, `验收 ${s}`, 2, PLAN_FLAGS.milestone, s * 20 + 24);
  }
  const column = <V>(value: (row: (typeof rows)[number]) => V): V[] => rows.map(value);
  const length = ({ flags }: (typeof rows)[number]): number =>
    flags & PLAN_FLAGS.summary ? 24 : flags & PLAN_FLAGS.milestone ? 0 : 3;
  return {
    client: '启元科技',
    company: '晨光工程',
    baseline: {
      name: '合同',
      start: column(({ at }) => START + (at - 3) * DAY),
      finish: column((row) => START + (row.at - 3 + length(row)) * DAY),
    },
    plan: {
      project: {
        id: 'prj_00000000-0000-7000-8000-000000000001',
        name,
        start_on: null,
        finish_on: null,
        status_on: '2026-11-20',
        minutes_per_day: 480,
        minutes_per_week: 2400,
        days_per_month: 20,
        scheduling: 'automatic',
        schedule_from: 'start',
      },
      today: '2026-11-21',
      statusAt: parseLocal('2026-11-20T17:00:00'),
      calendars: [presetCalendar('standard', 'c', 'c')],
      calendarId: 'c',
      rows: {
        ...plainColumns(rows.length),
        id: column(({ id }) => id),
        depth: column(({ depth }) => depth),
        number: column(({ number }) => number),
        name: column((row) => row.name),
        flags: column(({ flags }) => flags),
        start: column(({ at }) => START + at * DAY),
        finish: column((row) => START + (row.at + length(row)) * DAY),
        duration: column(() => 4800),
        unit: column(() => 'd'),
        percent: column(() => 0),
        deadline: column(() => null),
        responsible: column(() => '老王'),
        calendar: column(() => null),
        lateFinish: column((row) => START + (row.at + length(row) + 2) * DAY),
        totalSlack: column(() => 9600),
      },
      links: {
        id: ['lnk_1', 'lnk_2'],
        from: [1, 2],
        to: [2, 3],
        type: ['FS', 'SS'],
        lagKind: ['working', 'working'],
        lagValue: [0, 9600],
        lagUnit: ['d', 'd'],
      },
    },
  };
}
