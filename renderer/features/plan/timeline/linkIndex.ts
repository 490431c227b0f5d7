/** Which links come by some rows, without a look at all of them. Pure. */

interface Ends {
  /** Rows of the plan. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Rows of one block, and blocks that a link may touch before it is kept apart: few are so long. */
const BLOCK = 16;
const MOST_BLOCKS = 8;

export interface LinkIndex {
  /** Visits, once each, the links between shown rows that touch or cross the places [first, last). */
  visit(first: number, last: number, see: (link: number, from: number, to: number) => void): void;
}

/** @param placeOf row of the plan -> place on the screen, -1 for rows that are not shown */
export function createLinkIndex({ from, to }: Ends, placeOf: Int32Array): LinkIndex {
  const count = from.length;
  const begin = new Int32Array(count);
  const end = new Int32Array(count);
  const blocks = Math.ceil(placeOf.length / BLOCK) + 1;
  const at = new Int32Array(blocks + 1);
  const long: number[] = [];
  for (let i = 0; i < count; i++) {
    const a = placeOf[from[i] as number] ?? -1;
    const b = placeOf[to[i] as number] ?? -1;
    begin[i] = a;
    end[i] = b;
    if (a < 0 || b < 0) continue;
    const low = ((a < b ? a : b) / BLOCK) | 0;
    const high = ((a < b ? b : a) / BLOCK) | 0;
    if (high - low >= MOST_BLOCKS) long.push(i);
    else for (let block = low; block <= high; block++) at[block + 1] = (at[block + 1] as number) + 1;
  }
  for (let block = 0; block < blocks; block++)
    at[block + 1] = (at[block + 1] as number) + (at[block] as number);
  const next = at.slice(0, blocks);
  const link = new Int32Array(at[blocks] as number);
  for (let i = 0; i < count; i++) {
    const [a, b] = [begin[i] as number, end[i] as number];
    if (a < 0 || b < 0) continue;
    const low = ((a < b ? a : b) / BLOCK) | 0;
    const high = ((a < b ? b : a) / BLOCK) | 0;
    if (high - low >= MOST_BLOCKS) continue;
    for (let block = low; block <= high; block++) {
      link[next[block] as number] = i;
      next[block] = (next[block] as number) + 1;
    }
  }
  return {
    visit(first, last, see) {
      const look = (i: number) => {
        const [a, b] = [begin[i] as number, end[i] as number];
        if ((a >= first || b >= first) && (a < last || b < last)) see(i, a, b);
      };
      for (const i of long) look(i);
      const lowest = Math.max(0, (first / BLOCK) | 0);
      const highest = Math.min(blocks - 1, Math.ceil(last / BLOCK) - 1);
      for (let block = lowest; block <= highest; block++)
        for (let k = at[block] as number; k < (at[block + 1] as number); k++) {
          const i = link[k] as number;
          const low = (Math.min(begin[i] as number, end[i] as number) / BLOCK) | 0;
          // In the first of its blocks that is looked at, and in no other.
          if (block === Math.max(low, lowest)) look(i);
        }
    },
  };
}

/** Without an index: for a picture that is drawn once, making one costs more than looking at every link. */
export function scanLinks({ from, to }: Ends, placeOf: Int32Array): LinkIndex {
  return {
    visit(first, last, see) {
      const count = from.length;
      for (let i = 0; i < count; i++) {
        const a = placeOf[from[i] as number] as number;
        const b = placeOf[to[i] as number] as number;
        // What most links are comes first: elsewhere. The rest is seldom a row that is not shown, or not there.
        if ((a < first && b < first) || (a >= last && b >= last) || !(a >= 0 && b >= 0)) continue;
        see(i, a, b);
      }
    },
  };
}

const known = new WeakMap<Int32Array, { readonly links: Ends; readonly index: LinkIndex }>();

/** The links of some rows: the first time by looking at all of them, from then on by an index. */
export function linksOf(links: Ends, placeOf: Int32Array): LinkIndex {
  const found = known.get(placeOf);
  if (found?.links === links) return found.index;
  let index: LinkIndex | null = null;
  const later: LinkIndex = {
    visit(first, last, see) {
      index ??= createLinkIndex(links, placeOf);
      index.visit(first, last, see);
    },
  };
  known.set(placeOf, { links, index: later });
  return scanLinks(links, placeOf);
}
