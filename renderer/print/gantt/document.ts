import { type Format, formatFor, type T } from '#renderer/i18n/index.ts';
import { createTimeLabel } from '#renderer/i18n/timeLabels.ts';
import { isElapsed } from '#shared/domain/plan/duration.ts';
import type { PrintColumn, PrintSetup } from '#shared/domain/plan/printSetup.ts';
import { PLAN_FLAGS } from '#shared/ipc/channels/plan.ts';
import type { GanttPrint } from '#shared/ipc/channels/planPrint.ts';
import { ELAPSED_CALENDAR } from '#shared/schedule/calendar/compile.ts';
import { formatDate, parseDate, TENTHS_PER_DAY } from '#shared/schedule/calendar/instant.ts';
import type { WorkCalendar } from '#shared/schedule/calendar/workCalendar.ts';
import { offSpans, statusLineAt, todayLineAt } from '#shared/schedule/layout/backdrop.ts';
import {
  type ChartInput,
  type ChartLayout,
  type ChartLink,
  type ChartNote,
  type ChartOptions,
  type ChartPaper,
  type ChartRow,
  type ChartWords,
  LEGEND_ENTRIES,
  type LegendEntry,
  MAX_SHEETS,
  MIN_TEXT,
} from '#shared/schedule/layout/chart.ts';
import { layoutInSteps } from '#shared/schedule/layout/chartLayout.ts';
import type { ChartProgress } from '#shared/schedule/layout/chartProgress.ts';
import type { SheetNumbers } from '#shared/schedule/layout/chartSheet.ts';
import { progressLine } from '#shared/schedule/layout/progressLine.ts';
import { finishSteps, LAYOUT_ROWS, type Steps } from '#shared/schedule/steps.ts';
import {
  chartRow,
  chosenRows,
  headRow,
  isMilestone,
  type PrintLine,
  type PrintRows,
  printRows,
  type RowTexts,
  viewedLines,
} from './rows.ts';

const MM = 72 / 25.4;

export type DocumentNote =
  | ChartNote
  /** Not all milestones have room on the one page. */
  | { readonly code: 'summaryCut'; readonly shown: number; readonly total: number };

/** One sheet of the document. */
export interface DocumentSheet {
  readonly layout: ChartLayout;
  /** Place among the sheets of its chart. */
  readonly index: number;
  readonly numbers: SheetNumbers;
}

export interface GanttDocument {
  readonly sheets: readonly DocumentSheet[];
  readonly notes: readonly DocumentNote[];
  /** The chart, and how many sheets stand before it; null where the milestones stand alone. */
  readonly chart: ChartLayout | null;
}

export const paperOf = ({ paper, landscape, marginMm }: PrintSetup): ChartPaper => ({
  size: paper,
  landscape,
  margin: marginMm * MM,
});

function optionsOf(setup: PrintSetup, { baseline }: GanttPrint['source']): ChartOptions {
  const from = setup.range === null ? null : parseDate(setup.range.from);
  const to = setup.range === null ? null : parseDate(setup.range.to);
  return {
    paper: paperOf(setup),
    fit: setup.fit,
    range: from === null || to === null ? null : { from, to: to + 1 },
    fontSize: setup.fontSize,
    // Without a baseline its rows would stand apart for nothing.
    baseline: setup.baseline && baseline !== null,
    critical: setup.critical,
    slack: setup.slack,
    links: setup.links,
    legend: setup.legend,
    grey: setup.grey,
  };
}

interface Context {
  readonly print: GanttPrint;
  readonly rows: PrintRows;
  readonly texts: RowTexts;
  readonly words: ChartWords;
  readonly offSpans: ChartInput['offSpans'];
  /** Of all rows of a list; null: that of the outline. */
  readonly level: number | null;
}

function wordsOf(t: T, print: GanttPrint): ChartWords {
  const { source, setup } = print;
  const { project, today } = source.plan;
  const legend = Object.fromEntries(
    LEGEND_ENTRIES.map((entry) => [entry, t(`ganttPrint:legend.${entry}`)]),
  ) as Record<LegendEntry, string>;
  const compared =
    setup.baseline && source.baseline
      ? t('ganttPrint:sheet.baseline', { name: source.baseline.name })
      : undefined;
  const status =
    project.status_on === null ? undefined : t('ganttPrint:sheet.status', { date: project.status_on });
  return {
    title: project.name,
    subtitle: [source.client, compared].filter(Boolean).join(' · '),
    issuer: source.company,
    footer: [t('ganttPrint:sheet.printed', { date: today }), status].filter(Boolean).join(' · '),
    number: t('plan:column.wbs'),
    name: t('plan:column.name'),
    today: t('plan:today'),
    status: t('plan:statusDate'),
    continued: (path) => t('ganttPrint:sheet.continued', { path }),
    legend,
    timeLabel: createTimeLabel(t, setup.language),
  };
}

const NUMBERS: ReadonlySet<PrintColumn> = new Set(['duration', 'percent', 'slack', 'deviation']);

/** Name of the outermost summary around a row. */
function phaseOf({ source, parents }: PrintRows, index: number): string {
  let at = parents[index] ?? -1;
  while (at >= 0 && (parents[at] ?? -1) >= 0) at = parents[at] ?? -1;
  return source.plan.rows.name[at] ?? '';
}

function* rowsOf(lines: readonly PrintLine[], rowOf: (index: number) => ChartRow): Steps<ChartRow[]> {
  const out: ChartRow[] = [];
  let inside: ChartRow[] = [];
  // From the end, so that a heading knows the rows it stands over.
  for (let at = lines.length - 1; at >= 0; at--) {
    if (at % LAYOUT_ROWS === 0) yield;
    const line = lines[at];
    if (line === undefined) continue;
    const row = typeof line === 'number' ? rowOf(line) : headRow(line, at, inside);
    if (typeof line === 'number') inside.push(row);
    else inside = [];
    out.push(row);
  }
  return out.reverse();
}

/** How far each row is beside the status date, as on the screen; null where nobody asked, or there is no date. */
function progressOf(rows: PrintRows, lines: readonly PrintLine[], setup: PrintSetup): ChartProgress | null {
  const { plan } = rows.source;
  const status = plan.project.status_on === null ? null : parseDate(plan.project.status_on);
  const day = statusLineAt(status) ?? todayLineAt(parseDate(plan.today));
  if (!setup.progressLine || day === null) return null;
  const { start, finish, percent, flags } = plan.rows;
  const facts = lines.map((line) => {
    const index = typeof line === 'number' ? line : -1;
    const bits = flags[index] ?? 0;
    return {
      start: start[index] ?? finish[index] ?? null,
      finish: finish[index] ?? start[index] ?? null,
      percent: percent[index] ?? 0,
      summary: (bits & PLAN_FLAGS.summary) !== 0,
      counts: index >= 0 && (bits & PLAN_FLAGS.inactive) === 0,
    };
  });
  const clockOf = (place: number): WorkCalendar => {
    const index = lines[place];
    if (typeof index !== 'number' || isElapsed(plan.rows.unit[index] ?? 'd')) return ELAPSED_CALENDAR;
    return rows.calendarOf(plan.rows.calendar[index] ?? null);
  };
  const moment = plan.statusAt ?? Math.round(day * TENTHS_PER_DAY);
  const points = progressLine(facts, moment, clockOf).map(({ row, at, state }) => ({
    row,
    at: state === 'on' ? null : at,
  }));
  return { day, points };
}

/** @param list rows without outline, with the phase they stand in as a column */
function* inputOf(
  { print, rows, texts, words, offSpans, level }: Context,
  lines: readonly PrintLine[],
  setup: PrintSetup,
  options: ChartOptions,
  list = false,
): Steps<ChartInput> {
  const { plan } = print.source;
  const place = new Map(lines.flatMap((line, at) => (typeof line === 'number' ? [[line, at] as const] : [])));
  const links: ChartLink[] = [];
  if (options.links)
    plan.links.from.forEach((from, i) => {
      const a = place.get(from);
      const b = place.get(plan.links.to[i] ?? -1);
      if (a !== undefined && b !== undefined)
        links.push({ from: a, to: b, type: plan.links.type[i] ?? 'FS' });
    });
  return {
    rows: yield* rowsOf(lines, (index) => {
      const row = chartRow(texts, rows, index, setup);
      if (list) return { ...row, depth: 1, cells: [phaseOf(rows, index), ...row.cells] };
      return level === null ? row : { ...row, depth: level };
    }),
    links,
    columns: [
      ...(list ? [{ id: 'phase', title: texts.t('ganttPrint:column.phase'), align: 'start' as const }] : []),
      ...setup.columns.map((id) => ({
        id,
        title: texts.t(`ganttPrint:column.${id}`),
        align: NUMBERS.has(id) ? ('end' as const) : ('start' as const),
      })),
    ],
    options,
    words,
    today: parseDate(plan.today),
    status: plan.project.status_on === null ? null : parseDate(plan.project.status_on),
    progress: list ? null : progressOf(rows, lines, setup),
    offSpans,
  };
}

/** What a client cares for most comes first where not everything has room. */
function importance({ source }: PrintRows, index: number): number {
  const { flags, promised, depth } = source.plan.rows;
  const owed = ((flags[index] ?? 0) & (PLAN_FLAGS.contract | PLAN_FLAGS.promise)) !== 0;
  const first = owed || (promised[index] ?? null) !== null;
  return (first ? 0 : 100) + (depth[index] ?? 1);
}

/** Few milestones stand in large letters, many in small ones. */
const SUMMARY_SIZES = [11, 10, 9, 8, MIN_TEXT] as const;

/** Milestones on one page, in the order of their dates. */
function* summaryOf(
  context: Context,
  setup: PrintSetup,
): Steps<{ layout: ChartLayout; notes: DocumentNote[] }> {
  const { rows, texts, words } = context;
  const { plan, baseline } = rows.source;
  const all = plan.rows.id.map((_, index) => index).filter((index) => isMilestone(rows, index));
  const columns: PrintColumn[] = baseline ? ['baselineFinish', 'finish', 'deviation'] : ['finish'];
  const own: PrintSetup = { ...setup, columns, label: 'finish', fit: { kind: 'width' } };
  const options = { ...optionsOf(own, rows.source), links: false, slack: false };
  const titled: Context = {
    ...context,
    words: { ...words, title: `${words.title} · ${texts.t('ganttPrint:summary.title')}` },
  };
  const dateOf = (index: number) => plan.rows.finish[index] ?? Number.POSITIVE_INFINITY;
  function* lay(kept: readonly number[], fontSize: number): Steps<ChartLayout> {
    const ordered = [...kept].sort((a, b) => dateOf(a) - dateOf(b) || a - b);
    return yield* layoutInSteps(yield* inputOf(titled, ordered, own, { ...options, fontSize }, true));
  }
  const byWeight = [...all].sort((a, b) => importance(rows, a) - importance(rows, b) || a - b);
  const fits = ({ bands, notes }: ChartLayout) => bands.length === 1 && notes.length === 0;
  let layout = yield* lay(all, SUMMARY_SIZES[0]);
  for (const size of SUMMARY_SIZES) if (!fits(layout)) layout = yield* lay(all, size);
  let count = all.length;
  while (layout.bands.length > 1 && count > 1) {
    const first = layout.bands[0];
    count = Math.min(count - 1, Math.max(1, (first?.end ?? 1) - (first?.first ?? 0)));
    layout = yield* lay(byWeight.slice(0, count), MIN_TEXT);
  }
  const notes: DocumentNote[] =
    count < all.length ? [{ code: 'summaryCut', shown: count, total: all.length }] : [];
  return { layout, notes };
}

/** Charts and their sheets as they are previewed, printed and exported. */
export function ganttDocument(print: GanttPrint, t: T): GanttDocument {
  return finishSteps(documentInSteps(print, t));
}

/** The same, in steps: a large plan takes a while. */
export function* documentInSteps(print: GanttPrint, t: T): Steps<GanttDocument> {
  const { setup, source, rowIds } = print;
  const format: Format = formatFor(setup.language);
  const rows = printRows(source);
  const calendar = rows.calendarOf(null);
  const view = setup.rows === 'visible' && rowIds !== null ? (print.view ?? null) : null;
  const context: Context = {
    print,
    rows,
    texts: { t, format },
    words: wordsOf(t, print),
    offSpans: (from, to) => offSpans(calendar, from, to),
    level: view?.flat ? (view.heads.length > 0 ? 2 : 1) : null,
  };
  const lines = view === null ? chosenRows(rows, setup.rows, rowIds) : viewedLines(rows, rowIds ?? [], view);
  const summary = setup.summary === 'none' ? null : yield* summaryOf(context, setup);
  const chart =
    setup.summary === 'alone'
      ? null
      : yield* layoutInSteps(yield* inputOf(context, lines, setup, optionsOf(setup, source), false));
  const total = (summary?.layout.sheets.length ?? 0) + (chart?.sheets.length ?? 0);
  const notes: DocumentNote[] = [...(summary?.notes ?? []), ...(chart?.notes ?? [])];
  const sheets: DocumentSheet[] = [];
  for (const layout of [summary?.layout, chart]) {
    if (!layout) continue;
    const numbers = { before: sheets.length, total };
    sheets.push(...layout.sheets.map(({ index }) => ({ layout, index, numbers })));
  }
  return { sheets, notes, chart };
}

/** The chart on a single sheet of its own size, for a picture of the whole; in steps. */
export function* wholeChart(document: GanttDocument): Steps<DocumentSheet | null> {
  const { chart } = document;
  if (!chart) return document.sheets[0] ?? null;
  const { options } = chart.input;
  const paper: ChartPaper = { size: 'whole', margin: options.paper.margin };
  const fit = { kind: 'scale', perDay: chart.perDay } as const;
  const layout = yield* layoutInSteps({
    ...chart.input,
    options: { ...options, paper, fit, range: chart.range, fontSize: chart.fontSize },
  });
  return { layout, index: 0, numbers: { before: 0, total: 1 } };
}

/** Whether there are more sheets than are printed in one go. */
export const tooMany = (document: GanttDocument): boolean => document.sheets.length > MAX_SHEETS;

/** The days that a chart shows, for the fields of a chosen range. */
export function shownDays(layout: ChartLayout): { readonly from: string; readonly to: string } {
  return { from: formatDate(layout.range.from), to: formatDate(layout.range.to - 1) };
}
