import type { Format, T } from '#renderer/i18n/index.ts';
import { durationValue, readUnit } from '#shared/domain/plan/duration.ts';
import { predecessorInput } from '#shared/domain/plan/predecessors.ts';
import type { PrintColumn, PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { workingDaysLate } from '#shared/domain/tracking/workDays.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { PrintSource, PrintView } from '#shared/ipc/channels/planPrint.ts';
import { compileCalendar, ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { dayOf, formatDate, type Instant } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import { type BarKind, barKind } from '#shared/schedule/layout/bars.ts';
import type { ChartRow } from '#shared/schedule/layout/chart.ts';

export interface RowTexts {
  readonly t: T;
  readonly format: Format;
}

/** A source with what is looked up for each row. */
export interface PrintRows {
  readonly source: PrintSource;
  readonly count: number;
  /** Index of the summary around a row, -1 for none. */
  readonly parents: readonly number[];
  readonly linksInto: ReadonlyMap<number, readonly number[]>;
  /** Working time by the id of a calendar; null, or without any: that of the project. */
  calendarOf(id: string | null): WorkCalendar;
}

function calendarsOf({ plan }: PrintSource): PrintRows['calendarOf'] {
  const defs = new Map(plan.calendars.map((def) => [def.id, def]));
  const compiled = new Map<string, WorkCalendar | null>();
  const of = (id: string): WorkCalendar | null => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const def = defs.get(id);
    const calendar = def ? compileCalendar(def, defs) : null;
    const usable = calendar?.hasWorkingTime ? calendar : null;
    compiled.set(id, usable);
    return usable;
  };
  return (id) => (id === null ? null : of(id)) ?? of(plan.calendarId) ?? ELAPSED_CALENDAR;
}

const flag = ({ rows }: PlanAnswer, index: number, bit: number): boolean =>
  ((rows.flags[index] ?? 0) & bit) !== 0;

export function printRows(source: PrintSource): PrintRows {
  const { rows, links } = source.plan;
  const parents: number[] = [];
  const open: number[] = [];
  rows.depth.forEach((depth, index) => {
    open.length = Math.min(open.length, depth - 1);
    parents.push(open.at(-1) ?? -1);
    open.push(index);
  });
  const into = new Map<number, number[]>();
  links.to.forEach((to, link) => {
    const list = into.get(to);
    if (list) list.push(link);
    else into.set(to, [link]);
  });
  return { source, count: rows.id.length, parents, linksInto: into, calendarOf: calendarsOf(source) };
}

export const isMilestone = ({ source }: PrintRows, index: number): boolean =>
  flag(source.plan, index, PLAN_FLAGS.milestone);

/**
 * Indexes of the rows to print, in plan order. Milestones and chosen tasks bring the summaries around them
 * along, so that it can be seen what they belong to.
 */
export function chosenRows(
  rows: PrintRows,
  choice: PrintSetup['rows'],
  rowIds: readonly string[] | null,
): number[] {
  const { plan } = rows.source;
  const all = plan.rows.id.map((_, index) => index).filter((index) => !flag(plan, index, PLAN_FLAGS.blank));
  if (choice === 'all') return all;
  const ids = new Set(rowIds ?? []);
  const wanted = (index: number): boolean =>
    choice === 'milestones' ? isMilestone(rows, index) : ids.has(plan.rows.id[index] ?? '');
  if (choice !== 'milestones' && rowIds === null) return all;
  const kept = new Set<number>();
  for (const index of all) {
    if (!wanted(index)) continue;
    for (let at = index; at >= 0 && !kept.has(at); at = rows.parents[at] ?? -1) kept.add(at);
  }
  return all.filter((index) => kept.has(index));
}

/** Rows as they stand on paper: indexes of the plan, with the heading of a group as text before its rows. */
export type PrintLine = number | string;

/** Exactly the rows that are given, in their order; headings stand before the row they were given for. */
export function viewedLines(rows: PrintRows, rowIds: readonly string[], { heads }: PrintView): PrintLine[] {
  const { plan } = rows.source;
  const indexOf = new Map(plan.rows.id.map((id, index) => [id, index]));
  const before = new Map<number, string[]>();
  for (const { at, name } of heads) before.set(at, [...(before.get(at) ?? []), name]);
  const lines: PrintLine[] = [];
  for (let at = 0; at <= rowIds.length; at++) {
    lines.push(...(before.get(at) ?? []));
    const index = indexOf.get(rowIds[at] ?? '');
    if (index !== undefined && !flag(plan, index, PLAN_FLAGS.blank)) lines.push(index);
  }
  return lines;
}

const earliest = (all: readonly (number | null)[]): number | null =>
  all.reduce((found, at) => (at === null || (found !== null && found <= at) ? found : at), null);
const latest = (all: readonly (number | null)[]): number | null =>
  all.reduce((found, at) => (at === null || (found !== null && found >= at) ? found : at), null);

/** The heading of a group, over the time of its rows. */
export function headRow(name: string, place: number, inside: readonly ChartRow[]): ChartRow {
  return {
    id: `group:${place}`,
    number: '',
    name,
    depth: 1,
    kind: 'summary',
    start: earliest(inside.map(({ start }) => start)),
    finish: latest(inside.map(({ finish }) => finish)),
    percent: 0,
    critical: false,
    inactive: false,
    slackEnd: null,
    baseline: null,
    deadline: null,
    promise: null,
    cells: inside[0]?.cells.map(() => '') ?? [],
    label: '',
  };
}

function durationText(
  { t, format }: RowTexts,
  plan: PlanAnswer,
  tenths: number | null,
  unit: string,
): string {
  if (tenths === null) return '';
  const { minutes_per_day, minutes_per_week, days_per_month } = plan.project;
  const { base, elapsed, estimated } = readUnit(unit);
  const size = durationValue(tenths, unit, {
    minutesPerDay: minutes_per_day,
    minutesPerWeek: minutes_per_week,
    daysPerMonth: days_per_month,
  });
  const value = format.number(size, Number.isInteger(size) ? 0 : Number.isInteger(size * 10) ? 1 : 2);
  const plain = t(`plan:duration.${base}`, { value });
  const text = elapsed ? t('plan:duration.elapsed', { text: plain }) : plain;
  return estimated ? t('plan:duration.estimated', { text }) : text;
}

const startText = (start: Instant | null): string => (start === null ? '' : formatDate(dayOf(start)));
const finishText = (start: Instant | null, finish: Instant | null): string =>
  finish === null ? '' : formatDate(finishDay(start, finish));

function predecessorsText({ source, linksInto }: PrintRows, index: number): string {
  const { rows, links, project } = source.plan;
  const units = {
    minutesPerDay: project.minutes_per_day,
    minutesPerWeek: project.minutes_per_week,
    daysPerMonth: project.days_per_month,
  };
  return (linksInto.get(index) ?? [])
    .map((link) =>
      predecessorInput(
        rows.number[links.from[link] ?? 0] ?? '',
        links.type[link] ?? 'FS',
        {
          lag_kind: links.lagKind[link] ?? 'working',
          lag_value: links.lagValue[link] ?? 0,
          lag_unit: links.lagUnit[link] ?? 'd',
        },
        units,
      ),
    )
    .join('; ');
}

/** Working days by which the finish lies after the baseline: `+3`, `−2`, `0`; empty without a baseline. */
function deviationText({ format }: RowTexts, rows: PrintRows, index: number): string {
  const { plan, baseline } = rows.source;
  const finish = plan.rows.finish[index] ?? null;
  const agreed = baseline?.finish[index] ?? null;
  if (finish === null || agreed === null) return '';
  const calendar = rows.calendarOf(plan.rows.calendar[index] ?? null);
  const days = workingDaysLate(calendar, agreed, finish, plan.project.minutes_per_day) ?? 0;
  const size = format.number(Math.abs(days), Number.isInteger(days) ? 0 : 1);
  return days === 0 ? '0' : `${days > 0 ? '+' : '−'}${size}`;
}

export function cellText(texts: RowTexts, rows: PrintRows, index: number, column: PrintColumn): string {
  const { plan, baseline } = rows.source;
  const { rows: columns } = plan;
  const start = columns.start[index] ?? null;
  switch (column) {
    case 'duration':
      return durationText(texts, plan, columns.duration[index] ?? null, columns.unit[index] ?? 'd');
    case 'start':
      return startText(start);
    case 'finish':
      return finishText(start, columns.finish[index] ?? null);
    case 'percent':
      return texts.format.percent((columns.percent[index] ?? 0) / 100);
    case 'predecessors':
      return predecessorsText(rows, index);
    case 'responsible':
      return columns.responsible[index] ?? '';
    case 'slack':
      return durationText(texts, plan, columns.totalSlack[index] ?? null, 'd');
    case 'baselineFinish':
      return finishText(baseline?.start[index] ?? null, baseline?.finish[index] ?? null);
    case 'deviation':
      return deviationText(texts, rows, index);
  }
}

function labelText(texts: RowTexts, rows: PrintRows, index: number, label: PrintSetup['label']): string {
  const { name } = rows.source.plan.rows;
  if (label === 'none') return '';
  if (label === 'name') return name[index] ?? '';
  if (label === 'finish') return cellText(texts, rows, index, 'finish').slice(5);
  return cellText(texts, rows, index, label);
}

function kindOf({ source: { plan } }: PrintRows, index: number): BarKind {
  return barKind({
    summary: flag(plan, index, PLAN_FLAGS.summary),
    milestone: flag(plan, index, PLAN_FLAGS.milestone),
    buffer: flag(plan, index, PLAN_FLAGS.buffer),
  });
}

export function chartRow(
  texts: RowTexts,
  rows: PrintRows,
  index: number,
  setup: Pick<PrintSetup, 'columns' | 'label'>,
): ChartRow {
  const { plan, baseline } = rows.source;
  const { rows: columns } = plan;
  const agreedFinish = baseline?.finish[index] ?? null;
  const agreedStart = baseline?.start[index] ?? agreedFinish;
  return {
    id: columns.id[index] ?? '',
    number: columns.number[index] ?? '',
    name: columns.name[index] ?? '',
    depth: columns.depth[index] ?? 1,
    kind: kindOf(rows, index),
    start: columns.start[index] ?? null,
    finish: columns.finish[index] ?? null,
    percent: columns.percent[index] ?? 0,
    critical: flag(plan, index, PLAN_FLAGS.critical),
    inactive: flag(plan, index, PLAN_FLAGS.inactive),
    manual: flag(plan, index, PLAN_FLAGS.manual),
    slackEnd: flag(plan, index, PLAN_FLAGS.summary) ? null : (columns.lateFinish[index] ?? null),
    baseline:
      agreedStart === null || agreedFinish === null ? null : { start: agreedStart, finish: agreedFinish },
    deadline: columns.deadline[index] ?? null,
    promise: columns.promised[index] ?? null,
    contract: flag(plan, index, PLAN_FLAGS.contract),
    cells: setup.columns.map((column) => cellText(texts, rows, index, column)),
    label: labelText(texts, rows, index, setup.label),
  };
}
