/** A sheet as the text of an SVG file: the same drawing as `SheetSvg`, written without elements and in steps. */
import type { Look, Mark } from '#shared/schedule/layout/chart.ts';
import { r } from '#shared/schedule/layout/chartAxis.ts';
import { paintOf, textPaintOf } from '#shared/schedule/layout/chartLooks.ts';
import { sheetInSteps } from '#shared/schedule/layout/chartSheet.ts';
import type { Steps } from '#shared/schedule/steps.ts';
import type { DocumentSheet } from './document.ts';

/** Marks that are written or painted in one step. */
export const STEP_MARKS = 512;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an XML file; what XML cannot say at all becomes the sign for an unknown character. */
export function xmlText(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  );
}

const attributes = (all: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');

function painted(look: Look, grey: boolean): string {
  const { fill = 'none', stroke, width, dash, round } = paintOf(look, grey);
  return attributes({
    fill,
    stroke,
    'stroke-width': stroke === undefined ? undefined : width,
    'stroke-dasharray': dash?.join(' '),
    'stroke-linecap': round === true ? 'round' : undefined,
  });
}

function markText(mark: Exclude<Mark, { kind: 'clip' }>, grey: boolean): string {
  if (mark.kind === 'path')
    return mark.d === '' ? '' : `<path${attributes({ d: mark.d })}${painted(mark.look, grey)}/>`;
  const { x, y } = mark;
  if (mark.kind === 'rect') {
    const { width, height, round: rx } = mark;
    return `<rect${attributes({ x, y, width, height, rx })}${painted(mark.look, grey)}/>`;
  }
  const { fill, weight } = textPaintOf(mark.look, grey);
  const anchor = mark.anchor === 'start' ? undefined : mark.anchor;
  const own = { x, y, 'font-size': mark.size, 'font-weight': weight, fill, 'text-anchor': anchor };
  const title = mark.title === undefined ? '' : `<title>${xmlText(mark.title)}</title>`;
  return `<text${attributes(own)}>${title}${xmlText(mark.text)}</text>`;
}

function* marksText(marks: readonly Mark[], grey: boolean, out: string[]): Steps<void> {
  for (const [i, mark] of marks.entries()) {
    if (i % STEP_MARKS === STEP_MARKS - 1) yield;
    if (mark.kind !== 'clip') {
      out.push(markText(mark, grey));
      continue;
    }
    const [width, height] = [r(mark.width), r(mark.height)];
    const viewBox = `${r(mark.viewX)} ${r(mark.viewY)} ${width} ${height}`;
    const own = { x: r(mark.x), y: r(mark.y), width, height, viewBox, overflow: 'hidden' };
    out.push(`<svg${attributes(own)}>`);
    yield* marksText(mark.marks, grey, out);
    out.push('</svg>');
  }
}

/**
 * A sheet as an SVG file.
 * @param label name of the picture for screen readers
 */
export function* svgInSteps(sheet: DocumentSheet, label: string, fontFamily: string): Steps<string> {
  const { layout, index, numbers } = sheet;
  const marks = yield* sheetInSteps(layout, index, numbers);
  const [width, height] = [r(layout.page.width), r(layout.page.height)];
  const own = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-label': label,
    width: `${width}pt`,
    height: `${height}pt`,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
  });
  const out = ['<?xml version="1.0" encoding="UTF-8"?>\n', `<svg${own}>`];
  yield* marksText(marks, layout.input.options.grey, out);
  out.push('</svg>\n');
  return out.join('');
}
