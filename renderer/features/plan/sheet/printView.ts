import type { PrintView } from '#shared/ipc/channels/planPrint.ts';
import type { Arranged } from './arrange.ts';

const known = new WeakMap<Arranged, PrintView | null>();

/** How the rows on the screen stand on paper; null: in the order of the outline, with the summaries around them. */
export function printView(arranged: Arranged): PrintView | null {
  const found = known.get(arranged);
  if (found !== undefined) return found;
  const { rows, outline, level } = arranged;
  const heads: PrintView['heads'] = [];
  let at = 0;
  let flat = false;
  for (const row of rows) {
    if (row.index < 0) heads.push({ at, name: row.name });
    else {
      flat ||= level(row) !== row.depth;
      at += 1;
    }
  }
  const view = outline ? null : { flat: flat || heads.length > 0, heads };
  known.set(arranged, view);
  return view;
}
