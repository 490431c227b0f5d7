/** The portfolio in the form of a plan, so that the chart of the plan can show it. */
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { PortfolioRow } from '#shared/ipc/channels/portfolio.ts';
import { presetCalendar } from '#shared/schedule/calendar/presets.ts';

export const LEVELS = ['projects', 'phases', 'milestones'] as const;
export type Level = (typeof LEVELS)[number];

/** Rows down to a level. Milestones that stand beside the phases are shown with them. */
export function rowsAt(rows: readonly PortfolioRow[], level: Level): readonly PortfolioRow[] {
  if (level === 'milestones') return rows;
  return rows.filter((row) => row.depth === 1 || (level === 'phases' && row.depth === 2));
}

function flagsOf(row: PortfolioRow): number {
  return (
    // Phases and projects are brackets also where nothing inside them is shown.
    (row.kind === 'project' || row.kind === 'phase' ? PLAN_FLAGS.summary : 0) |
    (row.kind === 'milestone' ? PLAN_FLAGS.milestone : 0) |
    (row.client_visible ? PLAN_FLAGS.clientVisible : 0) |
    (row.commitment === 'contract' ? PLAN_FLAGS.contract : 0) |
    (row.commitment === 'promise' ? PLAN_FLAGS.promise : 0)
  );
}

/** Numbers of the rows, as an outline has them. */
function numbersOf(rows: readonly PortfolioRow[]): string[] {
  const counts: number[] = [];
  return rows.map(({ depth }) => {
    counts.length = depth;
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    return Array.from(counts, (count) => count ?? 0).join('.');
  });
}

/** No shading of days off: each project has a calendar of its own. */
const CALENDAR = presetCalendar('allDay', 'portfolio', '');

/** @param name what the chart is called */
export function portfolioPlan(rows: readonly PortfolioRow[], today: string, name: string): PlanAnswer {
  const column = <V>(value: (row: PortfolioRow) => V): V[] => rows.map(value);
  const none = () => column(() => null);
  return {
    project: {
      id: '',
      name,
      start_on: null,
      finish_on: null,
      status_on: null,
      minutes_per_day: 480,
      minutes_per_week: 2400,
      days_per_month: 20,
      scheduling: 'kept',
      schedule_from: 'start',
    },
    today,
    statusAt: null,
    calendars: [CALENDAR],
    calendarId: CALENDAR.id,
    rows: {
      id: column((row) => row.id),
      depth: column((row) => row.depth),
      number: numbersOf(rows),
      name: column((row) => row.name),
      flags: column(flagsOf),
      start: column((row) => row.start),
      finish: column((row) => row.finish),
      duration: none(),
      unit: column(() => 'd'),
      percent: column((row) => row.percent),
      deadline: column((row) => row.deadline),
      responsible: column((row) => row.responsible),
      calendar: none(),
      lateStart: none(),
      lateFinish: none(),
      totalSlack: none(),
      freeSlack: none(),
      promised: column((row) => row.promised),
      party: none(),
      cost: none(),
      constraint: column(() => 'asap' as const),
      scope: none(),
    },
    links: { id: [], from: [], to: [], type: [], lagKind: [], lagValue: [], lagUnit: [] },
  };
}
