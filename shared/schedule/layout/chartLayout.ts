import { finishSteps, type Steps } from '../steps.ts';
import type { DayRange } from './backdrop.ts';
import { overrun } from './bars.ts';
import {
  type Band,
  type ChartInput,
  type ChartLayout,
  type ChartNote,
  type ChartPaper,
  type ChartRow,
  type ChartSheet,
  LEGEND_ENTRIES,
  type LegendEntry,
  MAX_SHEETS,
  MIN_TEXT,
  type PlacedRow,
  type Tile,
} from './chart.ts';
import { chartRange, paperTiers } from './chartAxis.ts';
import { legendHeight } from './chartLegend.ts';
import { type ChartTable, placeRows, placeTable } from './chartTable.ts';

const MM = 72 / 25.4;
const PAPERS = { a4: [210 * MM, 297 * MM], a3: [297 * MM, 420 * MM] } as const;

/** Width and height of a sheet, pt; null where the sheet grows with the chart. */
export function paperSize(paper: ChartPaper): { readonly width: number; readonly height: number } | null {
  if (paper.size === 'whole') return null;
  const [short, long] = PAPERS[paper.size];
  return paper.landscape ? { width: long, height: short } : { width: short, height: long };
}

/** Heights of the parts of a sheet that are the same on all sheets. */
function frameOf(size: number, margin: number, flags: boolean) {
  const title = margin;
  const axis = title + size * (flags ? 4.8 : 3.4);
  const body = axis + size * 3.6;
  return { title, axis, body, foot: Math.max(MIN_TEXT, size * 0.9) * 2.6 };
}

const within = (day: number | null, range: DayRange): boolean =>
  day !== null && day >= range.from && day < range.to;

const passesLimit = ({
  kind,
  finish,
  inactive = false,
  deadline = null,
  promise = null,
}: ChartRow): boolean => overrun({ kind, finish, inactive, deadline, promise }) !== null;

const isCritical = ({ critical = false, percent, inactive = false }: ChartRow): boolean =>
  critical && percent < 100 && !inactive;

/** Entries that the chart shows; an entry for a mark that nowhere occurs would puzzle. */
export function legendOf(input: ChartInput, range: DayRange): LegendEntry[] {
  const { options, rows } = input;
  if (!options.legend) return [];
  const shown: Readonly<Record<LegendEntry, () => boolean>> = {
    task: () => rows.some((row) => row.kind === 'task'),
    critical: () => options.critical && rows.some((row) => isCritical(row) && row.kind !== 'summary'),
    manual: () => rows.some((row) => row.kind === 'task' && row.manual === true && row.inactive !== true),
    inactive: () => rows.some((row) => row.inactive === true),
    summary: () => rows.some((row) => row.kind === 'summary'),
    summaryCritical: () =>
      options.critical && rows.some((row) => isCritical(row) && row.kind === 'summary' && !passesLimit(row)),
    overrun: () => rows.some(passesLimit),
    milestone: () => rows.some((row) => row.kind === 'milestone' && row.percent < 100),
    milestoneDone: () => rows.some((row) => row.kind === 'milestone' && row.percent >= 100),
    buffer: () => rows.some((row) => row.kind === 'buffer'),
    baseline: () => options.baseline && rows.some((row) => row.baseline),
    slack: () =>
      options.slack &&
      rows.some(
        (row) => row.slackEnd != null && row.percent < 100 && row.slackEnd > (row.finish ?? row.slackEnd),
      ),
    deadline: () => rows.some((row) => row.deadline != null),
    promise: () => rows.some((row) => row.promise != null),
    link: () => options.links && input.links.length > 0,
    offTime: () => false,
    today: () => within(input.today, range),
    status: () => within(input.status, range),
    progressLine: () => input.progress !== null && within(input.progress.day, range),
  };
  return LEGEND_ENTRIES.filter((entry) => shown[entry]());
}

interface Strips {
  readonly tiles: readonly Tile[];
  readonly perDay: number;
}

/** Divides the range among sheets: the first beside the whole table, the others beside numbers and names. */
function strips(input: ChartInput, table: ChartTable, range: DayRange, content: number): Strips {
  const { fit, paper } = input.options;
  const days = range.to - range.from;
  const margin = paper.margin;
  const tile = (x: number, width: number, first: boolean): Tile => ({
    x,
    width,
    left: margin + (first ? table.width : table.shortWidth),
    columns: first ? table.columns : table.short,
  });
  if (!Number.isFinite(content)) {
    const perDay = fit.kind === 'scale' ? fit.perDay : Math.min(20, Math.max(0.5, 1200 / days));
    return { perDay, tiles: [tile(0, days * perDay, true)] };
  }
  const first = content - table.width;
  const next = content - table.shortWidth;
  const wide = fit.kind === 'pages' ? Math.max(1, Math.floor(fit.wide)) : 1;
  const perDay = fit.kind === 'scale' ? fit.perDay : (first + (wide - 1) * next) / days;
  const total = days * perDay;
  const count = fit.kind === 'scale' ? 1 + Math.ceil(Math.max(0, total - first - 1e-6) / next) : wide;
  const tiles: Tile[] = [];
  let x = 0;
  for (let i = 0; i < count; i++) {
    const width = Math.min(i === 0 ? first : next, total - x);
    tiles.push(tile(x, width, i === 0));
    x += width;
  }
  return { perDay, tiles };
}

/** Rows on sheets: none is cut, and a summary does not stand alone at the foot. */
function bandsOf(input: ChartInput, rows: readonly PlacedRow[], first: number, next: number): Band[] {
  const bands: Band[] = [];
  let start = 0;
  const close = (end: number) => {
    const top = rows[start]?.y ?? 0;
    const last = rows[end - 1];
    bands.push({ first: start, end, y: top, height: last ? last.y + last.height - top : 0 });
    start = end;
  };
  rows.forEach((row, index) => {
    const top = rows[start]?.y ?? 0;
    const room = bands.length === 0 ? first : next;
    if (index === start || row.y + row.height - top <= room + 0.01) return;
    const lone = index - 1 > start && input.rows[index - 1]?.kind === 'summary';
    close(lone ? index - 1 : index);
  });
  close(rows.length);
  return bands;
}

interface Attempt {
  readonly size: number;
  readonly table: ChartTable;
  readonly rows: readonly PlacedRow[];
  readonly bands: readonly Band[];
  readonly frame: ReturnType<typeof frameOf>;
  readonly height: number;
  readonly legend: readonly LegendEntry[];
}

function* attempt(input: ChartInput, range: DayRange, size: number): Steps<Attempt> {
  const { paper } = input.options;
  const page = paperSize(paper);
  const content = page ? page.width - 2 * paper.margin : Number.POSITIVE_INFINITY;
  const table = placeTable(input, size, content);
  yield;
  const rows = yield* placeRows(input, table, size);
  const flags = within(input.today, range) || within(input.status, range);
  const frame = frameOf(size, paper.margin, flags);
  const legend = legendOf(input, range);
  const last = rows.at(-1);
  const whole = last ? last.y + last.height : 0;
  if (!page) {
    const height = frame.body + whole + legendHeight(legend, input, size, 600) + frame.foot + paper.margin;
    return { size, table, rows, bands: bandsOf(input, rows, whole, whole), frame, height, legend };
  }
  const room = page.height - paper.margin - frame.foot - frame.body;
  // One row is always taken, however little room there is: a layout that never ends helps nobody.
  const first = room - legendHeight(legend, input, size, content);
  const bands = bandsOf(input, rows, first, room);
  return { size, table, rows, bands, frame, height: page.height, legend };
}

/** Text as wanted, or smaller down to 7 pt until the rows fit onto as many sheets as asked. */
function* fitted(input: ChartInput, range: DayRange): Steps<Attempt> {
  const { fit, fontSize } = input.options;
  const wanted = Math.max(MIN_TEXT, fontSize);
  const tall = fit.kind === 'pages' ? fit.tall : undefined;
  let best = yield* attempt(input, range, wanted);
  for (
    let size = wanted - 0.25;
    tall !== undefined && best.bands.length > tall && size >= MIN_TEXT;
    size -= 0.25
  )
    best = yield* attempt(input, range, size);
  return best;
}

function notesOf(input: ChartInput, chosen: Attempt, sheets: number): ChartNote[] {
  const { fit, fontSize } = input.options;
  const notes: ChartNote[] = [];
  if (fontSize < MIN_TEXT) notes.push({ code: 'minText' });
  const { dropped } = chosen.table;
  if (dropped.length > 0) notes.push({ code: 'columnsDropped', titles: dropped });
  const got = chosen.bands.length;
  if (fit.kind === 'pages' && fit.tall !== undefined && got > fit.tall)
    notes.push({ code: 'moreTall', asked: fit.tall, got });
  if (sheets > MAX_SHEETS) notes.push({ code: 'tooMany', sheets, limit: MAX_SHEETS });
  return notes;
}

/**
 * Places a Gantt chart on sheets. Pure: the same input gives the same sheets on any machine. Every row and
 * every day of the range lies on exactly one sheet per direction; text is never smaller than 7 pt.
 */
export function layoutChart(input: ChartInput): ChartLayout {
  return finishSteps(layoutInSteps(input));
}

/** The same, in steps. */
export function* layoutInSteps(input: ChartInput): Steps<ChartLayout> {
  const { paper } = input.options;
  const range = chartRange(input);
  const chosen = yield* fitted(input, range);
  const { size, table, frame } = chosen;
  const page = paperSize(paper);
  const content = page ? page.width - 2 * paper.margin : Number.POSITIVE_INFINITY;
  const { tiles, perDay } = strips(input, table, range, content);
  const width = page?.width ?? paper.margin * 2 + table.width + (tiles[0]?.width ?? 0);
  const sheets: ChartSheet[] = chosen.bands.flatMap((_, band) =>
    tiles.map((_tile, column) => ({ index: band * tiles.length + column, column, band })),
  );
  return {
    input,
    page: { width, height: chosen.height },
    fontSize: size,
    perDay,
    range,
    tiers: paperTiers(perDay, size),
    tops: {
      title: frame.title,
      axis: frame.axis,
      body: frame.body,
      footer: chosen.height - paper.margin - frame.foot,
    },
    legend: chosen.legend,
    rows: chosen.rows,
    tiles,
    bands: chosen.bands,
    sheets,
    notes: notesOf(input, chosen, sheets.length),
  };
}
