import { LINK_REACH, linkShape } from '#shared/schedule/layout/linkPath.ts';
import { barAt } from './geometry.ts';
import { linksOf } from './linkIndex.ts';
import type { G, Scene } from './scene.ts';

interface Paths {
  lines: string;
  heads: string;
}

function stroke(g: G, paths: Paths, colour: string, width: number): void {
  if (paths.lines === '') return;
  g.strokeStyle = colour;
  g.fillStyle = colour;
  g.lineWidth = width;
  g.stroke(new Path2D(paths.lines));
  g.fill(new Path2D(paths.heads));
}

/** Link arrows that touch the rows in view; those to folded or filtered rows are not drawn. */
export function drawLinks(g: G, scene: Scene): void {
  const { model, rows, dates, placeOf, first, last, scale, rowHeight, selection, palette, x0, x1 } = scene;
  const { type } = model.linkColumns;
  const reach = rowHeight * LINK_REACH;
  const plain: Paths = { lines: '', heads: '' };
  const chosen: Paths = { lines: '', heads: '' };
  linksOf(model.linkColumns, placeOf).visit(first, last, (link, a, b) => {
    const [source, target] = [rows[a], rows[b]];
    const begin = source && barAt(source, dates, scale, rowHeight, a);
    const end = target && barAt(target, dates, scale, rowHeight, b);
    if (!begin || !end) return;
    if (Math.max(begin.right, end.right) + reach < x0 || Math.min(begin.left, end.left) - reach > x1) return;
    const { line, head } = linkShape(type[link] ?? 'FS', begin, end, rowHeight / 2, rowHeight);
    const paths = selection.has(source.id) || selection.has(target.id) ? chosen : plain;
    paths.lines += line;
    paths.heads += head;
  });
  stroke(g, plain, palette.colour.link, 1.2);
  stroke(g, chosen, palette.colour.accent, 2);
}
