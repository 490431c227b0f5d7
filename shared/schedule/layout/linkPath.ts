import type { LinkType } from '../../domain/plan/predecessors.ts';

/** The drawn ends of a bar; `y` is its middle. */
export interface BarEnds {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface LinkShape {
  /** SVG path of right angles only. */
  readonly line: string;
  /** SVG path of the arrow head at the successor. */
  readonly head: string;
}

/** Parts of a row: how far a link leaves a bar before it turns, half the width of its head, the gap before its tip. */
const STUB = 8 / 32;
const HEAD = 4.5 / 32;
const TIP = 1 / 32;

/** Hundredths are finer than any screen or printer, and short to write and read. */
const r = (value: number): number => Math.round(value * 100) / 100;

/** How far a link reaches beyond the ends of its bars, as a part of a row. */
export const LINK_REACH = STUB + HEAD;

/**
 * A link between two bars: out of the one, along a row border where it must turn back, into the other.
 * @param down from the middle of the first row to its border: the turn runs between rows and not through bars
 * @param row height of a row of one line, which sizes go by
 */
export function linkShape(type: LinkType, from: BarEnds, to: BarEnds, down: number, row: number): LinkShape {
  const out = type === 'FS' || type === 'FF' ? 1 : -1;
  const into = type === 'FS' || type === 'SS' ? 1 : -1;
  const x1 = r(out > 0 ? from.right : from.left);
  const x2 = into > 0 ? to.left : to.right;
  const [y1, y2] = [r(from.y), r(to.y)];
  const half = r(row * HEAD);
  const tip = r(x2 - into * row * TIP);
  const head = `M${tip} ${y2}l${-into * half} ${-half}v${half * 2}Z`;
  const a = r(x1 + out * row * STUB);
  const b = r(x2 - into * row * STUB);
  const end = r(tip - into * half);
  // Both ends on one side share a vertical; opposite ends do when there is room between them.
  if (out === -into) {
    const x = out > 0 ? Math.max(a, b) : Math.min(a, b);
    return { line: `M${x1} ${y1}H${x}V${y2}H${end}`, head };
  }
  if ((b - a) * out >= 0) return { line: `M${x1} ${y1}H${a}V${y2}H${end}`, head };
  const turn = r(from.y + (to.y >= from.y ? down : -down));
  return { line: `M${x1} ${y1}H${a}V${turn}H${b}V${y2}H${end}`, head };
}
