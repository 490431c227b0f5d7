import { type DurationUnits, isElapsed } from '#shared/domain/plan/duration.ts';
import { type Lag, type LinkType, predecessorInput } from '#shared/domain/plan/predecessors.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { compileCalendar, ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';

export interface PlanRow {
  /** Place in the outline, filters and folding aside. */
  readonly index: number;
  readonly id: string;
  readonly depth: number;
  readonly number: string;
  readonly name: string;
  readonly summary: boolean;
  readonly milestone: boolean;
  readonly manual: boolean;
  readonly inactive: boolean;
  readonly blank: boolean;
  readonly clientVisible: boolean;
  readonly critical: boolean;
  /** I3: owed under the contract, or promised by the end of the day `promised`. */
  readonly commitment: 'contract' | 'promise' | null;
  readonly promised: Instant | null;
  readonly buffer: boolean;
  readonly recurring: boolean;
  /** H2: outside the agreed scope. */
  readonly unscoped: boolean;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  readonly duration: number | null;
  readonly unit: string;
  readonly percent: number;
  readonly deadline: Instant | null;
  readonly responsible: string | null;
  readonly calendarId: string | null;
  readonly lateStart: Instant | null;
  readonly lateFinish: Instant | null;
  /** Tenths of working time. */
  readonly totalSlack: number | null;
  readonly freeSlack: number | null;
  readonly party: string | null;
  /** Hundredths of the currency. */
  readonly cost: number | null;
  readonly constraint: PlanAnswer['rows']['constraint'][number];
  readonly scopeId: string | null;
  /** Index of the summary around it, -1 for none. */
  readonly parent: number;
}

export interface PlanLink extends Lag {
  readonly id: string;
  /** Indexes of rows. */
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
}

export interface PlanModel {
  readonly project: PlanAnswer['project'];
  readonly today: string;
  /** End of work on the status day. */
  readonly statusAt: Instant | null;
  readonly units: DurationUnits;
  readonly rows: readonly PlanRow[];
  readonly links: readonly PlanLink[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Calendar of the project, for shading. */
  readonly calendar: WorkCalendar;
  /** The clock a row runs on. */
  clockOf(row: PlanRow): WorkCalendar;
  linksInto(index: number): readonly PlanLink[];
  linksFrom(index: number): readonly PlanLink[];
  /** The predecessors of a row as they are typed: `1.2; 3SS+2d`. */
  predecessors(index: number): string;
}

function rowsOf({ rows }: PlanAnswer): PlanRow[] {
  const out: PlanRow[] = [];
  const open: number[] = [];
  for (const [index, id] of rows.id.entries()) {
    const depth = rows.depth[index] ?? 1;
    const flags = rows.flags[index] ?? 0;
    const has = (flag: keyof typeof PLAN_FLAGS): boolean => (flags & PLAN_FLAGS[flag]) !== 0;
    open.length = depth - 1;
    const parent = open.at(-1) ?? -1;
    open.push(index);
    out.push({
      index,
      id,
      depth,
      number: rows.number[index] ?? '',
      name: rows.name[index] ?? '',
      summary: has('summary'),
      milestone: has('milestone'),
      manual: has('manual'),
      inactive: has('inactive'),
      blank: has('blank'),
      clientVisible: has('clientVisible'),
      critical: has('critical'),
      commitment: has('contract') ? 'contract' : has('promise') ? 'promise' : null,
      promised: rows.promised[index] ?? null,
      buffer: has('buffer'),
      recurring: has('recurring'),
      unscoped: has('unscoped'),
      start: rows.start[index] ?? null,
      finish: rows.finish[index] ?? null,
      duration: rows.duration[index] ?? null,
      unit: rows.unit[index] ?? 'd',
      percent: rows.percent[index] ?? 0,
      deadline: rows.deadline[index] ?? null,
      responsible: rows.responsible[index] ?? null,
      calendarId: rows.calendar[index] ?? null,
      lateStart: rows.lateStart[index] ?? null,
      lateFinish: rows.lateFinish[index] ?? null,
      totalSlack: rows.totalSlack[index] ?? null,
      freeSlack: rows.freeSlack[index] ?? null,
      party: rows.party[index] ?? null,
      cost: rows.cost[index] ?? null,
      constraint: rows.constraint[index] ?? 'asap',
      scopeId: rows.scope[index] ?? null,
      parent,
    });
  }
  return out;
}

function linksOf({ links }: PlanAnswer): PlanLink[] {
  return links.id.map((id, i) => ({
    id,
    from: links.from[i] ?? 0,
    to: links.to[i] ?? 0,
    type: links.type[i] ?? 'FS',
    lag_kind: links.lagKind[i] ?? 'working',
    lag_value: links.lagValue[i] ?? 0,
    lag_unit: links.lagUnit[i] ?? 'd',
  }));
}

function grouped(links: readonly PlanLink[], end: 'from' | 'to'): ReadonlyMap<number, readonly PlanLink[]> {
  const out = new Map<number, PlanLink[]>();
  for (const link of links) {
    const list = out.get(link[end]);
    if (list) list.push(link);
    else out.set(link[end], [link]);
  }
  return out;
}

const NO_LINKS: readonly PlanLink[] = [];

/** The answer of the core as objects that the screen works with; calendars are compiled when first asked. */
export function toModel(answer: PlanAnswer): PlanModel {
  const rows = rowsOf(answer);
  const links = linksOf(answer);
  const into = grouped(links, 'to');
  const from = grouped(links, 'from');
  const defs = new Map(answer.calendars.map((def) => [def.id, def]));
  const compiled = new Map<string, WorkCalendar>();
  const calendarOf = (id: string): WorkCalendar | null => {
    const def = defs.get(id);
    if (!def) return null;
    const calendar = compiled.get(id) ?? compileCalendar(def, defs);
    compiled.set(id, calendar);
    return calendar.hasWorkingTime ? calendar : null;
  };
  const calendar = calendarOf(answer.calendarId) ?? ELAPSED_CALENDAR;
  const { project } = answer;
  const units = {
    minutesPerDay: project.minutes_per_day,
    minutesPerWeek: project.minutes_per_week,
    daysPerMonth: project.days_per_month,
  };
  return {
    project,
    today: answer.today,
    statusAt: answer.statusAt,
    units,
    rows,
    links,
    indexOf: new Map(rows.map((row) => [row.id, row.index])),
    calendar,
    clockOf: (row) =>
      isElapsed(row.unit)
        ? ELAPSED_CALENDAR
        : ((row.calendarId === null ? null : calendarOf(row.calendarId)) ?? calendar),
    linksInto: (index) => into.get(index) ?? NO_LINKS,
    linksFrom: (index) => from.get(index) ?? NO_LINKS,
    predecessors: (index) =>
      (into.get(index) ?? NO_LINKS)
        .map((link) => predecessorInput(rows[link.from]?.number ?? '', link.type, link, units))
        .join('; '),
  };
}

/** Whether a link from one row to another would close a loop, or run between a row and its own summary. */
export function refusesLink(model: PlanModel, from: number, to: number): boolean {
  if (from === to || model.linksInto(to).some((link) => link.from === from)) return true;
  for (const [inner, outer] of [
    [from, to],
    [to, from],
  ] as const)
    for (let at = model.rows[inner]?.parent ?? -1; at >= 0; at = model.rows[at]?.parent ?? -1)
      if (at === outer) return true;
  const seen = new Set<number>([to]);
  const stack = [to];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === from) return true;
    for (const link of model.linksFrom(at))
      if (!seen.has(link.to)) {
        seen.add(link.to);
        stack.push(link.to);
      }
  }
  return false;
}
