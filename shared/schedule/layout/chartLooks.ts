import type { Look, TextLook } from './chart.ts';

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  /** Width of the stroke, pt. */
  readonly width?: number;
  /** Lengths of dashes and gaps, pt. */
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export interface TextPaint {
  readonly fill: string;
  readonly weight: 400 | 700;
}

/**
 * How each mark is painted. Paper has one theme. Whatever means something also differs by shape, outline or
 * pattern (critical: hatched with a thick outline), so that a grey print and colour-blind eyes lose nothing.
 */
const COLOUR: Readonly<Record<Look, Paint>> = {
  paper: { fill: '#ffffff' },
  head: { fill: '#f2f4f7' },
  grid: { stroke: '#c9d0d8', width: 0.4 },
  rowLine: { stroke: '#dfe3e8', width: 0.4 },
  frame: { stroke: '#8c96a3', width: 0.6 },
  offTime: { fill: '#eceff2' },
  bar: { fill: '#bcd5ef', stroke: '#1c4f8c', width: 0.6 },
  barManual: { fill: '#bcd5ef', stroke: '#1c4f8c', width: 0.6, dash: [2.4, 1.2] },
  barCritical: { fill: '#bcd5ef', stroke: '#a3141a', width: 1.3 },
  barCriticalManual: { fill: '#bcd5ef', stroke: '#a3141a', width: 1.3, dash: [2.4, 1.2] },
  barOff: { fill: '#ffffff', stroke: '#7a8490', width: 0.5 },
  wedge: { fill: '#a3141a' },
  progress: { fill: '#1c4f8c' },
  buffer: { fill: '#fff7e6', stroke: '#8a5a00', width: 0.7 },
  bufferCritical: { fill: '#fff7e6', stroke: '#a3141a', width: 1.3 },
  bufferDots: { stroke: '#8a5a00', width: 0.9, round: true },
  summary: { fill: '#333d49' },
  summaryCritical: { fill: '#ffffff', stroke: '#a3141a', width: 0.9 },
  summaryLate: { fill: '#a3141a' },
  summaryOff: { fill: '#b9c0c8' },
  summaryDone: { fill: '#9fd0b5' },
  overrun: { stroke: '#a3141a', width: 0.55 },
  milestone: { fill: '#ffffff', stroke: '#1b2129', width: 0.9 },
  milestoneCritical: { fill: '#ffffff', stroke: '#a3141a', width: 1.3 },
  milestoneDone: { fill: '#1b2129', stroke: '#1b2129', width: 0.9 },
  milestoneOff: { fill: '#ffffff', stroke: '#7a8490', width: 0.5 },
  milestoneCore: { fill: '#a3141a' },
  baseline: { fill: '#9aa4b0', stroke: '#5d6773', width: 0.4 },
  slack: { stroke: '#7b8794', width: 0.5 },
  slackEnd: { stroke: '#5d6773', width: 0.7 },
  deadline: { stroke: '#1b2129', width: 0.9 },
  deadlineLate: { stroke: '#a3141a', width: 1.6 },
  promise: { fill: '#ffffff', stroke: '#5b2f96', width: 0.9 },
  promiseBroken: { fill: '#a3141a', stroke: '#a3141a', width: 0.9 },
  link: { stroke: '#5d6773', width: 0.55 },
  strike: { stroke: '#4d5763', width: 0.6 },
  linkHead: { fill: '#5d6773' },
  today: { stroke: '#c4271c', width: 0.9, dash: [2.5, 1.8] },
  todayFlag: { fill: '#c4271c' },
  status: { stroke: '#1d7046', width: 0.9, dash: [6, 2] },
  statusFlag: { fill: '#1d7046' },
  progressLine: { stroke: '#1d7046', width: 1.1 },
  progressDot: { fill: '#1d7046' },
  mapCell: { fill: '#ffffff', stroke: '#5d6773', width: 0.5 },
  mapHere: { fill: '#333d49', stroke: '#333d49', width: 0.5 },
};

const GREY: Readonly<Partial<Record<Look, Paint>>> = {
  bar: { fill: '#d9d9d9', stroke: '#3a3a3a', width: 0.6 },
  barManual: { fill: '#d9d9d9', stroke: '#3a3a3a', width: 0.6, dash: [2.4, 1.2] },
  barCritical: { fill: '#ffffff', stroke: '#000000', width: 1.5 },
  barCriticalManual: { fill: '#ffffff', stroke: '#000000', width: 1.5, dash: [2.4, 1.2] },
  wedge: { fill: '#000000' },
  progress: { fill: '#3a3a3a' },
  buffer: { fill: '#ffffff', stroke: '#3a3a3a', width: 0.7 },
  bufferCritical: { fill: '#ffffff', stroke: '#000000', width: 1.5 },
  bufferDots: { stroke: '#3a3a3a', width: 0.9, round: true },
  summaryCritical: { fill: '#ffffff', stroke: '#000000', width: 0.9 },
  summaryLate: { fill: '#000000' },
  summaryDone: { fill: '#ffffff' },
  overrun: { stroke: '#000000', width: 0.55 },
  milestoneCritical: { fill: '#ffffff', stroke: '#000000', width: 1.5 },
  milestoneCore: { fill: '#000000' },
  deadlineLate: { stroke: '#000000', width: 1.9 },
  promise: { fill: '#ffffff', stroke: '#000000', width: 0.8 },
  promiseBroken: { fill: '#000000', stroke: '#000000', width: 0.8 },
  today: { stroke: '#000000', width: 0.9, dash: [2.5, 1.8] },
  todayFlag: { fill: '#000000' },
  status: { stroke: '#000000', width: 0.9, dash: [6, 2] },
  statusFlag: { fill: '#4a4a4a' },
};

const TEXTS: Readonly<Record<TextLook, TextPaint>> = {
  ink: { fill: '#1b2129', weight: 400 },
  strong: { fill: '#1b2129', weight: 700 },
  muted: { fill: '#4d5763', weight: 400 },
  mutedStrong: { fill: '#4d5763', weight: 700 },
  label: { fill: '#333d49', weight: 400 },
  late: { fill: '#a3141a', weight: 700 },
  onFlag: { fill: '#ffffff', weight: 700 },
};

/** A colour without its hue, as bright as it seems to the eye (sRGB luma). */
function greyOf(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const level = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
}

/** @param grey without any colour */
export function paintOf(look: Look, grey: boolean): Paint {
  const paint = COLOUR[look];
  if (!grey) return paint;
  return (
    GREY[look] ?? {
      ...paint,
      ...(paint.fill === undefined ? {} : { fill: greyOf(paint.fill) }),
      ...(paint.stroke === undefined ? {} : { stroke: greyOf(paint.stroke) }),
    }
  );
}

export function textPaintOf(look: TextLook, grey: boolean): TextPaint {
  const paint = TEXTS[look];
  return grey ? { ...paint, fill: greyOf(paint.fill) } : paint;
}
