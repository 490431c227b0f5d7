import { finishSteps, LAYOUT_ROWS, STEP_ROWS, type Steps } from '../steps.ts';
import { type DateFlag, placeFlags, showsDaysOff, statusLineAt, todayLineAt } from './backdrop.ts';
import {
  type Band,
  type ChartLayout,
  type ChartSheet,
  type Look,
  type Mark,
  MIN_TEXT,
  type PlacedRow,
  type Tile,
} from './chart.ts';
import { axisMarks, r, windowOf } from './chartAxis.ts';
import { barEndsOf, barMarks, ROW_EMS } from './chartBars.ts';
import { legendMarks } from './chartLegend.ts';
import { progressMarks } from './chartProgress.ts';
import { BOLD, CELL_PAD, cellLines, LINE, NAME_CELL, NUMBER_CELL } from './chartTable.ts';
import { type BarEnds, LINK_REACH, linkShape } from './linkPath.ts';
import { rowText } from './rowText.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { ticksBetween } from './timescale.ts';

/** Numbers of the sheets of a document that this chart is a part of. */
export interface SheetNumbers {
  /** Sheets before the first of this chart. */
  readonly before: number;
  readonly total: number;
}

type Text = Extract<Mark, { kind: 'text' }>;

function text(
  x: number,
  y: number,
  content: string,
  size: number,
  look: Text['look'],
  anchor: Text['anchor'] = 'start',
): Text {
  return { kind: 'text', x: r(x), y: r(y), text: content, size: r(size), anchor, look };
}

const oneLine = (content: string, width: number, size: number): string =>
  wrapText(content, width, size, 1)[0] ?? '';

/** Title and firm at the head; date, number and page map at the foot. */
function frameMarks(layout: ChartLayout, sheet: ChartSheet, numbers: SheetNumbers): Mark[] {
  const { words, options } = layout.input;
  const { fontSize: size, page, tops } = layout;
  const left = options.paper.margin;
  const right = page.width - left;
  const big = size * 1.5;
  const issuer = oneLine(words.issuer, (right - left) * 0.3, size);
  const room = right - left - textWidth(issuer, size) - size * 2;
  const small = Math.max(MIN_TEXT, size * 0.9);
  const base = tops.footer + small * 1.9;
  const marks: Mark[] = [
    text(left, tops.title + big, oneLine(words.title, room / BOLD, big), big, 'strong'),
    text(left, tops.title + big + size * 1.35, oneLine(words.subtitle, room, size), size, 'muted'),
    text(right, tops.title + big, issuer, size, 'muted', 'end'),
    { kind: 'path', d: `M${r(left)} ${r(tops.footer + small * 0.6)}H${r(right)}`, look: 'grid' },
    text(left, base, oneLine(words.footer, (right - left) * 0.7, small), small, 'muted'),
  ];
  if (numbers.total < 2) return marks;
  const map = mapMarks(layout, sheet, right, base, small);
  const page_ = `${numbers.before + sheet.index + 1}/${numbers.total}`;
  return [...marks, text(right - map.width, base, page_, small, 'strong', 'end'), ...map.marks];
}

/** A small picture of all sheets with this one filled; one sheet needs none. */
function mapMarks(
  { tiles, bands }: ChartLayout,
  sheet: ChartSheet,
  right: number,
  base: number,
  size: number,
): { readonly width: number; readonly marks: readonly Mark[] } {
  const columns = tiles.length;
  const lines = bands.length;
  if (columns * lines < 2) return { width: 0, marks: [] };
  const cell = {
    width: Math.min(size, (size * 12) / columns),
    height: Math.min(size * 0.72, (size * 1.5) / lines),
  };
  const left = right - columns * cell.width;
  const top = base + size * 0.3 - lines * cell.height;
  const box = (column: number, line: number, wide: number, high: number, look: Look): Mark => ({
    kind: 'rect',
    x: r(left + column * cell.width),
    y: r(top + line * cell.height),
    width: r(wide),
    height: r(high),
    look,
  });
  const here = box(sheet.column, sheet.band, Math.max(cell.width, 1), Math.max(cell.height, 1), 'mapHere');
  const width = columns * cell.width + size * 0.6;
  // Cells that are hardly more than their outlines would run together.
  if (Math.min(cell.width, cell.height) < size * 0.25)
    return { width, marks: [box(0, 0, columns * cell.width, lines * cell.height, 'mapCell'), here] };
  const others = Array.from({ length: columns * lines }, (_, i) => i).filter((i) => i !== sheet.index);
  const cells = others.map((i) =>
    box(i % columns, Math.floor(i / columns), cell.width, cell.height, 'mapCell'),
  );
  return { width, marks: [...cells, here] };
}

/** Names of the summaries around the first row of a sheet, outermost first. */
export function pathOf(layout: ChartLayout, index: number): string {
  const { rows } = layout.input;
  const out: string[] = [];
  let depth = rows[index]?.depth ?? 1;
  for (let i = index - 1; i >= 0 && depth > 1; i--) {
    const row = rows[i];
    if (!row || row.depth >= depth) continue;
    depth = row.depth;
    out.unshift(row.name);
  }
  return out.join(' › ');
}

function tableHead(layout: ChartLayout, tile: Tile, band: Band): Mark[] {
  const { tops, fontSize: size, input } = layout;
  const left = input.options.paper.margin;
  const height = tops.body - tops.axis;
  const marks: Mark[] = [
    { kind: 'rect', x: left, y: tops.axis, width: r(tile.left - left), height: r(height), look: 'head' },
  ];
  const path = band.first > 0 ? pathOf(layout, band.first) : '';
  if (path !== '') {
    const whole = input.words.continued(path);
    const shown = oneLine(whole, tile.left - left - size * CELL_PAD * 2, size);
    marks.push({
      ...text(left + size * CELL_PAD, tops.axis + size * 1.25, shown, size, 'muted'),
      ...(shown === whole ? {} : { title: whole }),
    });
  }
  for (const column of tile.columns) {
    const lines = wrapText(
      column.title,
      (column.width - size * CELL_PAD * 2) / BOLD,
      size,
      path === '' ? 2 : 1,
    );
    const end = column.align === 'end';
    const x = left + column.x + (end ? column.width - size * CELL_PAD : size * CELL_PAD);
    lines.forEach((line, i) => {
      const y = tops.body - size * 0.55 - (lines.length - 1 - i) * size * 1.2;
      marks.push(text(x, y, line, size, 'strong', end ? 'end' : 'start'));
    });
  }
  return marks;
}

/** Baseline of the first of some lines of text that stand in the middle of a row. */
const firstLine = (lines: number, top: number, height: number, size: number): number =>
  top + height / 2 + size * 0.36 - ((lines - 1) * size * LINE) / 2;

/** A line through each line of a name. */
function strike({ lines, height }: PlacedRow, x: number, top: number, size: number, of: string): Mark {
  const first = firstLine(lines.length, top, height, size) - size * 0.3;
  const d = lines.map(
    (line, i) => `M${r(x)} ${r(first + i * size * LINE)}h${r(textWidth(line, size) * 0.95)}`,
  );
  return { kind: 'path', d: d.join(''), look: 'strike', of };
}

function tableRow(layout: ChartLayout, index: number, tile: Tile, top: number): Mark[] {
  const row = layout.input.rows[index];
  const placed = layout.rows[index];
  if (!row || !placed) return [];
  const { fontSize: size } = layout;
  const left = layout.input.options.paper.margin;
  const style = rowText(row.kind === 'summary', row.inactive === true);
  const look = style.isMuted ? (style.isBold ? 'mutedStrong' : 'muted') : style.isBold ? 'strong' : 'ink';
  const marks: Mark[] = [];
  const block = (lines: readonly string[], x: number, anchor: Text['anchor'], whole: string) => {
    const first = firstLine(lines.length, top, placed.height, size);
    const cut = lines.at(-1)?.endsWith('…') === true && !whole.endsWith('…');
    lines.forEach((line, i) => {
      marks.push({
        ...text(x, first + i * size * LINE, line, size, look, anchor),
        of: row.id,
        ...(cut ? { title: whole } : {}),
      });
    });
  };
  for (const column of tile.columns) {
    const end = column.align === 'end';
    const x = left + column.x + (end ? column.width - size * CELL_PAD : size * CELL_PAD);
    if (column.cell === NAME_CELL) {
      block(placed.lines, x + placed.indent, 'start', row.name);
      if (style.isStruck) marks.push(strike(placed, x + placed.indent, top, size, row.id));
    } else if (column.cell === NUMBER_CELL)
      block([oneLine(row.number, column.width - size * CELL_PAD * 2, size)], x, 'start', row.number);
    else block(cellLines(row, column, size), x, end ? 'end' : 'start', row.cells[column.cell] ?? '');
  }
  return marks;
}

/** Days off, grid, today and status on the plane, for one strip. */
function backdrop(layout: ChartLayout, tile: Tile, band: Band): { under: Mark[]; over: Mark[] } {
  const { range, perDay, tiers, input } = layout;
  const from = Math.floor(range.from + tile.x / perDay);
  const to = Math.ceil(range.from + (tile.x + tile.width) / perDay);
  const xAt = (day: number) => (day - range.from) * perDay;
  const under: Mark[] = [];
  if (showsDaysOff(perDay, layout.fontSize * ROW_EMS))
    for (const span of input.offSpans(from, to))
      under.push({
        kind: 'rect',
        x: r(xAt(span.from)),
        y: r(band.y),
        width: r((span.to - span.from) * perDay),
        height: r(band.height),
        look: 'offTime',
      });
  const down = `v${r(band.height)}`;
  const lines = ticksBetween(tiers.lower, from, to).map(
    (tick) => `M${r(xAt(tick.from))} ${r(band.y)}${down}`,
  );
  under.push({ kind: 'path', d: lines.join(''), look: 'grid' });
  const over: Mark[] = [];
  for (const [day, look] of [
    [statusLineAt(input.status), 'status'],
    [todayLineAt(input.today), 'today'],
  ] as const) {
    if (day === null) continue;
    const x = xAt(day);
    if (x >= tile.x - 1 && x <= tile.x + tile.width + 1)
      over.push({ kind: 'path', d: `M${r(x)} ${r(band.y)}${down}`, look });
  }
  return { under, over };
}

/** Flags of today and the status date above the time axis, on poles that run on as their lines. */
function flags(layout: ChartLayout, tile: Tile): Mark[] {
  const { range, perDay, tops, fontSize: size, input, page } = layout;
  const { words } = input;
  const flagOf = (day: number | null, word: string): DateFlag | null => {
    if (day === null || day < range.from || day > range.to) return null;
    const x = (day - range.from) * perDay;
    if (x < tile.x || x > tile.x + tile.width) return null;
    return { x: tile.left + x - tile.x, width: textWidth(word, size) * BOLD + size * 0.7 };
  };
  const status = flagOf(statusLineAt(input.status), words.status);
  const today = flagOf(todayLineAt(input.today), words.today);
  const { margin } = input.options.paper;
  const lefts = placeFlags(status, today, margin, page.width - margin);
  const out: Mark[] = [];
  const top = tops.axis - size * 1.35;
  const put = (flag: DateFlag | null, left: number | null, word: string, line: 'status' | 'today') => {
    if (!flag || left === null) return;
    const box = { x: r(left), y: r(top), width: r(flag.width), height: r(size * 1.35) };
    out.push(
      { kind: 'rect', ...box, look: `${line}Flag` },
      text(left + size * 0.35, top + size, word, size, 'onFlag'),
      { kind: 'path', d: `M${r(flag.x)} ${r(tops.axis)}V${r(tops.body)}`, look: line },
    );
  };
  put(status, lefts.status, words.status, 'status');
  put(today, lefts.today, words.today, 'today');
  return out;
}

/** Links that touch the window of a sheet; the window cuts them at the border of the paper. */
function* linkMarks(layout: ChartLayout, tile: Tile, band: Band): Steps<Mark[]> {
  const { input, fontSize: size, rows } = layout;
  if (!input.options.links) return [];
  const lines: Mark[] = [];
  const heads: Mark[] = [];
  const row = size * ROW_EMS;
  const reach = row * LINK_REACH;
  for (const [i, link] of input.links.entries()) {
    if (i % STEP_ROWS === STEP_ROWS - 1) yield;
    const low = Math.min(link.from, link.to);
    const high = Math.max(link.from, link.to);
    if (high < band.first || low >= band.end) continue;
    const a: BarEnds | null = barEndsOf(layout, link.from);
    const b: BarEnds | null = barEndsOf(layout, link.to);
    if (!a || !b) continue;
    const left = Math.min(a.left, b.left) - reach;
    const right = Math.max(a.right, b.right) + reach;
    if (right < tile.x || left > tile.x + tile.width) continue;
    const half = (rows[link.from]?.height ?? 0) / 2;
    const shape = linkShape(link.type, a, b, half, row);
    const of = `${input.rows[link.from]?.id} ${input.rows[link.to]?.id}`;
    lines.push({ kind: 'path', d: shape.line, look: 'link', of });
    heads.push({ kind: 'path', d: shape.head, look: 'linkHead', of });
  }
  return [...lines, ...heads];
}

/** What stands on one sheet, in the order in which it is drawn. */
export function drawSheet(layout: ChartLayout, index: number, numbers?: SheetNumbers): Mark[] {
  return finishSteps(sheetInSteps(layout, index, numbers));
}

/** The same, in steps. */
export function* sheetInSteps(layout: ChartLayout, index: number, numbers?: SheetNumbers): Steps<Mark[]> {
  const sheet = layout.sheets[index];
  const tile = layout.tiles[sheet?.column ?? 0];
  const band = layout.bands[sheet?.band ?? 0];
  if (!sheet || !tile || !band) return [];
  const { tops, page, input } = layout;
  const left = input.options.paper.margin;
  const end = tile.left + tile.width;
  const bottom = tops.body + band.height;
  const back = backdrop(layout, tile, band);
  const rules: string[] = [];
  const table: Mark[] = [];
  for (let i = band.first; i < band.end; i++) {
    if (i % LAYOUT_ROWS === 0) yield;
    const placed = layout.rows[i];
    if (!placed) continue;
    const top = tops.body + placed.y - band.y;
    rules.push(`M${r(left)} ${r(top + placed.height)}H${r(end)}`);
    table.push(...tableRow(layout, i, tile, top));
  }
  const bars = yield* barMarks(layout, band.first, band.end, tile);
  const links = yield* linkMarks(layout, tile, band);
  // The upper half of the head belongs to the outline path.
  const half = (tops.axis + tops.body) / 2;
  const dividers = tile.columns.map(
    (column) => `M${r(left + column.x + column.width)} ${r(half)}V${r(bottom)}`,
  );
  return [
    { kind: 'rect', x: 0, y: 0, width: page.width, height: page.height, look: 'paper' },
    ...tableHead(layout, tile, band),
    ...axisMarks(layout, tile),
    { ...windowOf(tile), y: tops.body, height: band.height, viewY: band.y, marks: back.under },
    { kind: 'path', d: rules.join(''), look: 'rowLine' },
    ...table,
    {
      ...windowOf(tile),
      y: tops.body,
      height: band.height,
      viewY: band.y,
      marks: [...links, ...bars, ...progressMarks(layout, tile, band), ...back.over],
    },
    ...flags(layout, tile),
    { kind: 'path', d: dividers.slice(0, -1).join(''), look: 'grid' },
    {
      kind: 'path',
      d: `M${r(left)} ${r(tops.axis)}H${r(end)}V${r(bottom)}H${r(left)}ZM${r(left)} ${r(tops.body)}H${r(end)}M${r(tile.left)} ${r(tops.axis)}V${r(bottom)}`,
      look: 'frame',
    },
    ...(index === 0 ? legendMarks(layout, left, bottom, page.width - 2 * left) : []),
    ...frameMarks(layout, sheet, numbers ?? { before: 0, total: layout.sheets.length }),
  ];
}

/** Places of the day borders of a sheet, for tests and for the picture of page breaks. */
export function sheetDays(
  layout: ChartLayout,
  column: number,
): { readonly from: number; readonly to: number } {
  const tile = layout.tiles[column];
  const from = layout.range.from + (tile?.x ?? 0) / layout.perDay;
  return { from, to: from + (tile?.width ?? 0) / layout.perDay };
}
