/**
 * What a Gantt chart on paper is made of: rows and links in, sheets of drawing marks out. All lengths are
 * points (1/72 inch) from the top left of a sheet; nothing here knows of fonts, screens or files.
 */
import type { LinkType } from '../../domain/plan/predecessors.ts';
import type { EpochDay, Instant } from '../calendar/instant.ts';
import type { DayRange } from './backdrop.ts';
import type { BarArea, BarKind, BarLook } from './bars.ts';
import type { ChartProgress } from './chartProgress.ts';
import type { TimeUnit } from './timescale.ts';

/** Text on paper is never smaller (pt). */
export const MIN_TEXT = 7;

export interface ChartSpan {
  readonly start: Instant;
  readonly finish: Instant;
}

export interface ChartRow {
  readonly id: string;
  /** Number in the outline, `1.2.3`. */
  readonly number: string;
  readonly name: string;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly kind: BarKind;
  readonly start: Instant | null;
  readonly finish: Instant | null;
  /** 0–100. */
  readonly percent: number;
  readonly critical?: boolean;
  readonly inactive?: boolean;
  /** Dates entered by hand. */
  readonly manual?: boolean;
  /** Latest finish that delays nothing; drawn when it lies after the finish. */
  readonly slackEnd?: Instant | null;
  readonly baseline?: ChartSpan | null;
  readonly deadline?: Instant | null;
  /** End of the day that was promised to the client. */
  readonly promise?: Instant | null;
  /** The contract asks for what was promised. */
  readonly contract?: boolean;
  /** Texts of the columns after the name, parallel to the columns of the input. */
  readonly cells: readonly string[];
  /** Text beside the bar, or empty. */
  readonly label: string;
}

export interface ChartLink {
  /** Indexes of rows. */
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
}

export interface ChartColumn {
  readonly id: string;
  readonly title: string;
  readonly align: 'start' | 'end';
}

export type PaperSize = 'a4' | 'a3';

export type ChartPaper =
  | { readonly size: PaperSize; readonly landscape: boolean; readonly margin: number }
  /** One sheet as large as the chart, for a file that is no paper. */
  | { readonly size: 'whole'; readonly margin: number };

export type ChartFit =
  /** The whole range on one sheet's width. */
  | { readonly kind: 'width' }
  /** Exactly `wide` sheets beside each other; at most `tall` below each other where text of 7 pt allows it. */
  | { readonly kind: 'pages'; readonly wide: number; readonly tall?: number | undefined }
  /** Points per day. */
  | { readonly kind: 'scale'; readonly perDay: number };

export interface ChartOptions {
  readonly paper: ChartPaper;
  readonly fit: ChartFit;
  /** Days to draw; null: everything the rows have. */
  readonly range: DayRange | null;
  /** Wanted size of text, pt; less than 7 is raised to 7. */
  readonly fontSize: number;
  readonly baseline: boolean;
  readonly critical: boolean;
  readonly slack: boolean;
  readonly links: boolean;
  readonly legend: boolean;
  /** Draws without colour. */
  readonly grey: boolean;
}

/** Fixed texts, in the language of the sheets. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  /** Right of the title: the firm. */
  readonly issuer: string;
  readonly footer: string;
  /** Head of the number column and of the name column. */
  readonly number: string;
  readonly name: string;
  readonly today: string;
  readonly status: string;
  /** Outline path at the head of a sheet whose first row stands inside something. */
  readonly continued: (path: string) => string;
  readonly legend: Readonly<Record<LegendEntry, string>>;
  /** One cell of the time axis, as wide as `width` pt allow. */
  readonly timeLabel: (unit: TimeUnit, from: EpochDay, tier: 'upper' | 'lower', width?: number) => string;
}

export const LEGEND_ENTRIES = [
  'task',
  'critical',
  'manual',
  'inactive',
  'summary',
  'summaryCritical',
  'overrun',
  'milestone',
  'milestoneDone',
  'buffer',
  'baseline',
  'slack',
  'deadline',
  'promise',
  'link',
  'offTime',
  'today',
  'status',
  'progressLine',
] as const;
export type LegendEntry = (typeof LEGEND_ENTRIES)[number];

export interface ChartInput {
  readonly rows: readonly ChartRow[];
  readonly links: readonly ChartLink[];
  readonly columns: readonly ChartColumn[];
  readonly options: ChartOptions;
  readonly words: ChartWords;
  readonly today: EpochDay | null;
  /** The status line stands at the end of this day. */
  readonly status: EpochDay | null;
  /** Null: not drawn. */
  readonly progress: ChartProgress | null;
  /** Days without work in a range, neighbours joined. */
  readonly offSpans: (from: EpochDay, to: EpochDay) => readonly DayRange[];
}

/** What the layout could not do as asked, for the user to know. */
export type ChartNote =
  /** Text was wanted smaller than 7 pt. */
  | { readonly code: 'minText' }
  /** At 7 pt the rows need more sheets below each other than asked. */
  | { readonly code: 'moreTall'; readonly asked: number; readonly got: number }
  /** The table left no room for bars: these columns were left out. */
  | { readonly code: 'columnsDropped'; readonly titles: readonly string[] }
  /** More sheets than anybody prints. */
  | { readonly code: 'tooMany'; readonly sheets: number; readonly limit: number };

/** Most sheets that are printed in one go. */
export const MAX_SHEETS = 400;

export type Look =
  | BarLook
  | BarArea
  | 'paper'
  | 'head'
  | 'grid'
  | 'rowLine'
  | 'frame'
  | 'offTime'
  | 'link'
  | 'linkHead'
  | 'strike'
  | 'progressLine'
  | 'progressDot'
  | 'today'
  | 'todayFlag'
  | 'status'
  | 'statusFlag'
  | 'mapCell'
  | 'mapHere';

export type TextLook = 'ink' | 'strong' | 'muted' | 'mutedStrong' | 'label' | 'late' | 'onFlag';

interface MarkBase {
  /** Row or link that the mark belongs to. */
  readonly of?: string;
}

export type Mark =
  | (MarkBase & {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Radius of the corners. */
      readonly round?: number;
      readonly look: Look;
    })
  | (MarkBase & { readonly kind: 'path'; readonly d: string; readonly look: Look })
  | (MarkBase & {
      readonly kind: 'text';
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly look: TextLook;
      /** The whole text, where `text` was shortened. */
      readonly title?: string;
    })
  /** A window onto another plane: `viewX`/`viewY` of it lie at `x`/`y`, nothing shows outside. */
  | {
      readonly kind: 'clip';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly viewX: number;
      readonly viewY: number;
      readonly marks: readonly Mark[];
    };

/** A column of the table, placed from the left edge of the content. */
export interface PlacedColumn {
  readonly id: string;
  readonly title: string;
  readonly align: 'start' | 'end';
  readonly x: number;
  readonly width: number;
  /** Index into `cells`; -1 number, -2 name. */
  readonly cell: number;
}

export interface PlacedRow {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly indent: number;
}

/** A strip of time; `x` on the plane of the chart, where 0 is the start of the range. */
export interface Tile {
  readonly x: number;
  readonly width: number;
  /** Left edge of the bars on the sheet. */
  readonly left: number;
  readonly columns: readonly PlacedColumn[];
}

/** A group of rows; `y` on the plane of the chart, where 0 is the top of the first row. */
export interface Band {
  /** Index of the first row, and of the row after the last. */
  readonly first: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
}

export interface ChartSheet {
  /** Place among the sheets, from 0. */
  readonly index: number;
  readonly column: number;
  readonly band: number;
}

export interface ChartLayout {
  readonly input: ChartInput;
  readonly page: { readonly width: number; readonly height: number };
  readonly fontSize: number;
  readonly perDay: number;
  readonly range: DayRange;
  readonly tiers: { readonly upper: TimeUnit; readonly lower: TimeUnit };
  /** Top of title, time axis, rows and footer on a sheet. */
  readonly tops: {
    readonly title: number;
    readonly axis: number;
    readonly body: number;
    readonly footer: number;
  };
  readonly legend: readonly LegendEntry[];
  readonly rows: readonly PlacedRow[];
  readonly tiles: readonly Tile[];
  readonly bands: readonly Band[];
  /** Across, then down. */
  readonly sheets: readonly ChartSheet[];
  readonly notes: readonly ChartNote[];
}
