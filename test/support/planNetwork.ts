import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { NETWORK_FLAGS, type PlanNetwork } from '#shared/schedule/network/columns.ts';

function parentsOf(depth: readonly number[]): number[] {
  const open: number[] = [];
  return depth.map((level, index) => {
    open.length = level - 1;
    const parent = open[level - 2] ?? -1;
    open.push(index);
    return parent;
  });
}

/** The calculation's view of a plan whose tasks were all put where they are: each starts no earlier than it does. */
export function networkOf({ rows, links, calendars, calendarId }: PlanAnswer): PlanNetwork {
  const has = (index: number, flag: number) => ((rows.flags[index] ?? 0) & flag) !== 0;
  const leaves = [...rows.id.keys()].filter((index) => !has(index, PLAN_FLAGS.summary));
  const starts = rows.start.flatMap((start) => start ?? []);
  const flagsOf = (index: number) =>
    (has(index, PLAN_FLAGS.summary) ? NETWORK_FLAGS.summary : 0) |
    (has(index, PLAN_FLAGS.milestone) ? NETWORK_FLAGS.milestone : 0) |
    (has(index, PLAN_FLAGS.manual) ? NETWORK_FLAGS.manual : 0);
  return {
    scheduling: 'automatic',
    scheduleFrom: 'start',
    start: starts.reduce((low, start) => Math.min(low, start), starts[0] ?? 0),
    finish: null,
    criticalSlack: 0,
    multipleCriticalPaths: false,
    calendars,
    calendarId,
    rows: {
      id: rows.id,
      parent: parentsOf(rows.depth),
      flags: [...rows.id.keys()].map(flagsOf),
      duration: rows.duration,
      calendar: rows.calendar,
      start: rows.start,
      finish: rows.finish,
    },
    constraints: {
      row: leaves,
      type: leaves.map(() => 'snet' as const),
      date: leaves.map((index) => rows.start[index] ?? null),
    },
    deadlines: { row: [], date: [] },
    progress: { row: [], actualStart: [], actualFinish: [], stop: [], resume: [], remaining: [] },
    levelling: { row: [], delay: [] },
    parts: { row: [], calendar: [], also: [], length: [], delay: [] },
    links: {
      from: links.from,
      to: links.to,
      type: links.type,
      lagKind: links.lagKind,
      lagValue: links.lagValue,
    },
  };
}
