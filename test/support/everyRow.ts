/** A plan with every kind of row and every mark that one can have, for drawing. */
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';
import { plainColumns } from './planColumns.ts';

/** 2026-11-23, a Monday. */
export const DAY0 = 20_780;
/** A day with its fraction, from the first. */
export const at = (day: number): number => Math.round((DAY0 + day) * 14_400);

export interface Row {
  readonly name: string;
  readonly flags?: number;
  readonly start?: number;
  readonly days?: number;
  readonly percent?: number;
  readonly late?: number;
  readonly deadline?: number;
  readonly promised?: number;
  readonly agreed?: readonly [number, number];
  readonly who?: string;
}

const F = PLAN_FLAGS;
export const ROWS: readonly Row[] = [
  { name: 'phase', flags: F.summary, days: 30, percent: 40 },
  { name: 'critical phase', flags: F.summary | F.critical, days: 20, percent: 30 },
  { name: 'late phase', flags: F.summary, days: 20, percent: 30, deadline: 12 },
  { name: 'phase not done', flags: F.summary | F.inactive, days: 9, deadline: 4 },
  { name: 'task', days: 5, percent: 35, late: 9, agreed: [1, 4], who: '王工' },
  { name: 'critical', flags: F.critical, days: 6, percent: 50, who: 'Li' },
  { name: 'by hand', flags: F.manual, days: 4 },
  { name: 'by hand, critical', flags: F.manual | F.critical, days: 4, percent: 10 },
  { name: 'not done', flags: F.inactive, days: 5, percent: 20, late: 8 },
  { name: 'as short as can be', days: 0.01, who: 'Wu' },
  { name: 'done', days: 3, percent: 100, late: 9, flags: F.critical },
  { name: 'milestone', flags: F.milestone, days: 0, start: 6, late: 9, agreed: [4, 4] },
  { name: 'critical milestone', flags: F.milestone | F.critical, days: 0, start: 7 },
  { name: 'milestone reached', flags: F.milestone, days: 0, start: 8, percent: 100, who: 'Xu' },
  { name: 'milestone left out', flags: F.milestone | F.inactive, days: 0, start: 8 },
  { name: 'buffer', flags: F.buffer, days: 8, percent: 25 },
  { name: 'critical buffer', flags: F.buffer | F.critical, days: 8, percent: 75 },
  { name: 'used up', flags: F.buffer | F.milestone, days: 0, start: 5 },
  { name: 'in time', days: 5, deadline: 6, who: 'Zhao' },
  { name: 'late', days: 9, deadline: 4, who: 'Qian' },
  { name: 'promise', days: 5, promised: 6, flags: F.promise, who: 'Sun' },
  { name: 'promise broken', days: 5, promised: 3, flags: F.promise },
  { name: 'contract', days: 5, promised: 7, flags: F.contract, late: 20 },
];

const ids = ROWS.map((_, i) => `tsk_00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
const startOf = ({ start = 0 }: Row): number => at(start);
const finishOf = ({ start = 0, days = 1 }: Row): number => at(start + days);

export function everyRow(): PlanAnswer {
  const column = <V>(value: (row: Row, index: number) => V): V[] => ROWS.map(value);
  const links = [4, 5, 6].map((from) => [from, from + 7] as const);
  return {
    project: {
      id: 'prj_00000000-0000-7000-8000-000000000001',
      name: '厂房',
      start_on: null,
      finish_on: null,
      status_on: '2026-11-27',
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'automatic',
      schedule_from: 'start',
    },
    today: '2026-11-21',
    statusAt: at(4) + 10_200,
    calendars: [presetCalendar('standard', 'c', 'c')],
    calendarId: 'c',
    rows: {
      id: ids,
      depth: column(() => 1),
      number: column((_, i) => `${i + 1}`),
      name: column(({ name }) => name),
      flags: column(({ flags = 0 }) => flags),
      start: column(startOf),
      finish: column(finishOf),
      duration: column(({ days = 1 }) => days * 4800),
      unit: column(() => 'd'),
      percent: column(({ percent = 0 }) => percent),
      deadline: column(({ deadline }) => (deadline === undefined ? null : at(deadline))),
      responsible: column(({ who }) => who ?? null),
      calendar: column(() => null),
      ...plainColumns(ROWS.length),
      promised: column(({ promised }) => (promised === undefined ? null : at(promised))),
      lateFinish: column(({ late }) => (late === undefined ? null : at(late))),
    },
    links: {
      id: links.map((_, i) => `lnk_${i}`),
      from: links.map(([from]) => from),
      to: links.map(([, to]) => to),
      type: ['FS', 'SS', 'FF'],
      lagKind: links.map(() => 'working' as const),
      lagValue: links.map(() => 0),
      lagUnit: links.map(() => 'd'),
    },
  };
}
