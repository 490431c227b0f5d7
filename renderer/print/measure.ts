import type { FlowItem } from './flow.ts';
import type { MeasuredItem } from './paginate.ts';

/** Shorter texts are never cut: it would save nothing and read badly. */
const MIN_SPLIT_CHARS = 120;

interface Line {
  readonly end: number;
  readonly top: number;
}

/** Lines of the text inside an element, found by where each character stands. */
function linesOf(element: Element): Line[] {
  const node = element.firstChild;
  if (!(node instanceof Text)) return [];
  const range = document.createRange();
  const lines: { end: number; top: number }[] = [];
  for (let at = 0; at < node.data.length; at++) {
    // A pair of surrogates is one character.
    const low = node.data.charCodeAt(at + 1);
    const width = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
    range.setStart(node, at);
    range.setEnd(node, Math.min(node.data.length, at + width));
    const rect = range.getClientRects()[0];
    const current = lines[lines.length - 1];
    const top = rect === undefined || rect.height === 0 ? (current?.top ?? 0) : rect.top;
    // Superscripts and marks move a little; a new line moves by most of its height.
    if (current && top - current.top < (rect?.height ?? 1) * 0.6) current.end = at + width;
    else lines.push({ end: at + width, top });
    at += width - 1;
  }
  return lines;
}

function splitOf(item: FlowItem, box: Element, height: number): MeasuredItem['lines'] {
  if (item.text === undefined || item.text.length < MIN_SPLIT_CHARS) return null;
  const element = box.querySelector('[data-split]');
  if (!element) return null;
  const lines = linesOf(element);
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  if (lines.length < 4 || !Number.isFinite(lineHeight)) return null;
  const chrome = Math.max(0, height - lines.length * lineHeight);
  return { ends: lines.map((line) => line.end), lineHeight, chrome };
}

/**
 * Heights of all items as they stand in the measuring column. Fractions count: hundreds of rows add up.
 * @param scale size in which the column is drawn; rectangles come back in it, heights must not
 */
export function measureItems(root: Element, items: readonly FlowItem[], scale: number): MeasuredItem[] {
  const heightOf = (element: Element | null | undefined): number =>
    (element?.getBoundingClientRect().height ?? 0) / scale;
  const boxes = new Map<string, Element>();
  for (const box of root.querySelectorAll('[data-item]')) boxes.set(box.getAttribute('data-item') ?? '', box);
  const heads = new Map<string, { height: number; rows: HTMLTableRowElement[] }>();
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-table]')) {
    const height = heightOf(table.tHead);
    const body = heightOf(table.tBodies[0]);
    const extra = heightOf(table) - height - body;
    heads.set(table.dataset.table ?? '', {
      height: height + extra,
      rows: [...(table.tBodies[0]?.rows ?? [])],
    });
  }
  const nextRow = new Map<string, number>();
  return items.map((item) => {
    const head = item.table ? heads.get(item.table.id) : undefined;
    const index = nextRow.get(item.table?.id ?? '') ?? 0;
    if (item.table) nextRow.set(item.table.id, index + 1);
    const box = head ? head.rows[index] : boxes.get(item.id);
    const height = heightOf(box);
    return {
      id: item.id,
      height,
      keepNext: item.keepNext === true,
      table: item.table && head ? { id: item.table.id, headHeight: head.height } : null,
      lines: box ? splitOf(item, box, height) : null,
    };
  });
}

/** Resolves when every font the page uses is there; layout is what asks for them. */
export async function fontsSettled(): Promise<void> {
  do {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    // A timer, not a frame: hidden windows have no frames.
    await new Promise((resolve) => setTimeout(resolve, 0));
  } while (document.fonts.status === 'loading');
}
