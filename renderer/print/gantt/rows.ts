import type { Format, T } from '#renderer/i18n/index.ts';
import { durationValue, readUnit } from '#shared/domain/plan/duration.ts';
import { predecessorInput } from '#shared/domain/plan/predecessors.ts';
import type { PrintColumn, PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { PLAN_FLAGS, type PlanAnswer } from '#shared/ipc/channels/plan.ts';
import type { PrintSource } from '#shared/ipc/channels/planPrint.ts';
import { dayOf, formatDate, type Instant } from '#shared/schedule/calendar/instant.ts';
import { finishDay } from '#shared/schedule/edit.ts';
import type { ChartKind, ChartRow } from '#shared/schedule/layout/chart.ts';

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
  return { source, count: rows.id.length, parents, linksInto: into };
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

/** Days by which the finish lies after the baseline: `+3`, `−2`, `0`; empty without a baseline. */
function deviationText(rows: PrintRows, index: number): string {
  const { plan, baseline } = rows.source;
  const finish = plan.rows.finish[index] ?? null;
  const agreed = baseline?.finish[index] ?? null;
  if (finish === null || agreed === null) return '';
  const days = dayOf(finish) - dayOf(agreed);
  return days === 0 ? '0' : `${days > 0 ? '+' : '−'}${Math.abs(days)}`;
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
      return deviationText(rows, index);
  }
}

function labelText(texts: RowTexts, rows: PrintRows, index: number, label: PrintSetup['label']): string {
  const { name } = rows.source.plan.rows;
  if (label === 'none') return '';
  if (label === 'name') return name[index] ?? '';
  if (label === 'finish') return cellText(texts, rows, index, 'finish').slice(5);
  return cellText(texts, rows, index, label);
}

function kindOf({ source }: PrintRows, index: number): ChartKind {
  if (flag(source.plan, index, PLAN_FLAGS.buffer)) return 'buffer';
  if (flag(source.plan, index, PLAN_FLAGS.summary)) return 'summary';
  return flag(source.plan, index, PLAN_FLAGS.milestone) ? 'milestone' : 'task';
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
    slackEnd: flag(plan, index, PLAN_FLAGS.summary) ? null : (columns.lateFinish[index] ?? null),
    baseline:
      agreedStart === null || agreedFinish === null ? null : { start: agreedStart, finish: agreedFinish },
    deadline: columns.deadline[index] ?? null,
    promise: columns.promised[index] ?? null,
    cells: setup.columns.map((column) => cellText(texts, rows, index, column)),
    label: labelText(texts, rows, index, setup.label),
  };
}
