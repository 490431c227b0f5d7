/** A small plan to drag in: two linked tasks and the promised milestone behind them. */
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { type Instant, parseLocal } from '#shared/schedule/calendar/instant.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from './planColumns.ts';

export const PROJECT = 'prj_00000000-0000-7000-8000-000000000001';

export interface TimelineRow {
  readonly name: string;
  readonly depth?: number;
  readonly flags?: number;
  readonly start?: string;
  readonly days?: number;
  readonly promised?: string;
}

/** Two days of digging, then two of pouring, then the inspection that was promised for that evening. */
export const ROWS: readonly TimelineRow[] = [
  { name: '基础', flags: PLAN_FLAGS.summary, days: 4 },
  { name: '开挖', depth: 2, days: 2, flags: PLAN_FLAGS.critical },
  { name: '浇筑', depth: 2, days: 2, start: '2026-11-25T08:00:00' },
  {
    name: '验收',
    flags: PLAN_FLAGS.milestone | PLAN_FLAGS.contract,
    days: 0,
    start: '2026-11-26T17:00:00',
    promised: '2026-11-26T24:00:00',
  },
];
export const EFFECT = {
  moved: 3,
  finishBefore: at('2026-11-26T17:00:00'),
  finishAfter: at('2026-11-27T17:00:00'),
};

function at(local: string): Instant {
  const [day = '', time = ''] = local.split('T');
  return time === '24:00:00' ? at(`${day}T00:00:00`) + 14_400 : (parseLocal(local) ?? 0);
}

/** The answer of the core for some rows with their ids; the four of `ROWS` are linked one after the other. */
export function timelineAnswer(rows: readonly TimelineRow[], ids: readonly string[]): PlanAnswer {
  const column = <V>(value: (row: TimelineRow) => V): V[] => rows.map(value);
  const startOf = ({ start = '2026-11-23T08:00:00' }: TimelineRow) => at(start);
  const linked = rows.length === 4;
  return {
    project: {
      id: PROJECT,
      name: '厂房',
      start_on: null,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today: '2026-11-21',
    statusAt: null,
    calendars: [presetCalendar('standard', 'c', 'c')],
    calendarId: 'c',
    rows: {
      id: rows.map(
        (_, i) => ids[i] ?? `tsk_00000000-0000-7000-8000-${String(900_000 + i).padStart(12, '0')}`,
      ),
      depth: column(({ depth = 1 }) => depth),
      number: rows.map((_, i) => `${i + 1}`),
      name: column(({ name }) => name),
      flags: column(({ flags = 0 }) => flags),
      start: column(startOf),
      finish: column((row) => startOf(row) + (row.days === 0 ? 0 : ((row.days ?? 1) - 1) * 14_400 + 5400)),
      duration: column(({ days = 1 }) => days * 4800),
      unit: column(() => 'd'),
      percent: column(() => 0),
      deadline: column(() => null),
      responsible: column(() => null),
      calendar: column(() => null),
      ...plainColumns(rows.length),
      promised: column(({ promised }) => (promised === undefined ? null : at(promised))),
    },
    links: {
      id: linked ? ['lnk_1', 'lnk_2'] : [],
      from: linked ? [1, 2] : [],
      to: linked ? [2, 3] : [],
      type: linked ? ['FS', 'FS'] : [],
      lagKind: linked ? ['working', 'working'] : [],
      lagValue: linked ? [0, 0] : [],
      lagUnit: linked ? ['d', 'd'] : [],
    },
  };
}
