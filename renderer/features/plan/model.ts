import { type DurationUnits, isElapsed } from '#shared/domain/plan/duration.ts';
import { type Lag, type LinkType, predecessorInput } from '#shared/domain/plan/predecessors.ts';
import type { PlanAnswer } from '#shared/ipc/channels/plan.ts';
import { compileCalendar, ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { linkStore, rowsOf } from './rows.ts';

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
  /** The rows as they came: what only drawing and calculating read of all of them. */
  readonly columns: PlanAnswer['rows'];
  /** The links as they came. */
  readonly linkColumns: PlanAnswer['links'];
  readonly today: string;
  /** End of work on the status day. */
  readonly statusAt: Instant | null;
  readonly units: DurationUnits;
  readonly rows: readonly PlanRow[];
  readonly links: readonly PlanLink[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Calendar of the project, for shading. */
  readonly calendar: WorkCalendar;
  /** The working time a row is counted in, whatever its duration is typed in. */
  calendarOf(row: PlanRow): WorkCalendar;
  /** The clock a row runs on. */
  clockOf(row: PlanRow): WorkCalendar;
  linksInto(index: number): readonly PlanLink[];
  linksFrom(index: number): readonly PlanLink[];
  /** The predecessors of a row as they are typed: `1.2; 3SS+2d`. */
  predecessors(index: number): string;
}

/** The answer of the core as objects that the screen works with; calendars are compiled when first asked. */
export function toModel(answer: PlanAnswer): PlanModel {
  const rows = rowsOf(answer.rows);
  const links = linkStore(answer.links, rows.length);
  let indexOf: ReadonlyMap<string, number> | null = null;
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
  const ofRow = (row: PlanRow) => (row.calendarId === null ? null : calendarOf(row.calendarId)) ?? calendar;
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
    columns: answer.rows,
    linkColumns: answer.links,
    rows,
    get links() {
      return links.all;
    },
    get indexOf() {
      indexOf ??= new Map(answer.rows.id.map((id, index) => [id, index]));
      return indexOf;
    },
    calendar,
    calendarOf: ofRow,
    clockOf: (row) => (isElapsed(row.unit) ? ELAPSED_CALENDAR : ofRow(row)),
    linksInto: links.into,
    linksFrom: links.from,
    predecessors: (index) =>
      links
        .into(index)
        .map((link) => predecessorInput(rows[link.from]?.number ?? '', link.type, link, units))
        .join('; '),
  };
}

/**
 * Why a link from one row to another cannot be: the names along the circle it would close, from the successor back
 * to itself; just the two names where they are linked already or one lies inside the other. Null: it can be.
 */
export function refusedLink(model: PlanModel, from: number, to: number): readonly string[] | null {
  const name = (row: number) => model.rows[row]?.name ?? '';
  if (from === to || model.linksInto(to).some((link) => link.from === from)) return [name(from), name(to)];
  for (const [inner, outer] of [
    [from, to],
    [to, from],
  ] as const)
    for (let at = model.rows[inner]?.parent ?? -1; at >= 0; at = model.rows[at]?.parent ?? -1)
      if (at === outer) return [name(from), name(to)];
  const reached = new Map<number, number>([[to, -1]]);
  const stack = [to];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at === from) {
      const path = [name(to)];
      for (let back = at; back !== to && back >= 0; back = reached.get(back) ?? -1)
        path.splice(1, 0, name(back));
      return [...path, name(to)];
    }
    for (const link of model.linksFrom(at))
      if (!reached.has(link.to)) {
        reached.set(link.to, at);
        stack.push(link.to);
      }
  }
  return null;
}

/** Whether a link from one row to another would close a loop, or run between a row and its own summary. */
export const refusesLink = (model: PlanModel, from: number, to: number): boolean =>
  refusedLink(model, from, to) !== null;
