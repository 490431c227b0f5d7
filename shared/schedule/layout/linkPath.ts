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

/** Lengths of a link: how far it leaves a bar before it turns, and half the width of its head. */
export interface LinkSizes {
  readonly stub: number;
  readonly head: number;
}

const SCREEN: LinkSizes = { stub: 8, head: 4.5 };

/**
 * A link between two bars: out of the one, along a row border where it must turn back, into the other.
 * @param half half a row, so that the turn runs between rows and not through bars
 * @param sizes for other units than the pixels of the screen
 */
export function linkShape(
  type: LinkType,
  from: BarEnds,
  to: BarEnds,
  half: number,
  sizes: LinkSizes = SCREEN,
): LinkShape {
  const out = type === 'FS' || type === 'FF' ? 1 : -1;
  const into = type === 'FS' || type === 'SS' ? 1 : -1;
  const x1 = out > 0 ? from.right : from.left;
  const x2 = into > 0 ? to.left : to.right;
  const tip = x2 - into * 1;
  const head = `M${tip} ${to.y}l${-into * sizes.head} ${-sizes.head}v${sizes.head * 2}Z`;
  const a = x1 + out * sizes.stub;
  const b = x2 - into * sizes.stub;
  const end = tip - into * sizes.head;
  // Both ends on one side share a vertical; opposite ends do when there is room between them.
  if (out === -into) {
    const x = out > 0 ? Math.max(a, b) : Math.min(a, b);
    return { line: `M${x1} ${from.y}H${x}V${to.y}H${end}`, head };
  }
  if ((b - a) * out >= 0) return { line: `M${x1} ${from.y}H${a}V${to.y}H${end}`, head };
  const turn = from.y + (to.y >= from.y ? half : -half);
  return { line: `M${x1} ${from.y}H${a}V${turn}H${b}V${to.y}H${end}`, head };
}
