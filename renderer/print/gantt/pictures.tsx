/** Sheets as files of their own: SVG from the same drawing as the page, PNG painted from the same marks. */
import '../fonts.css';
import type { Locale } from '#shared/i18n/index.ts';
import type { Mark } from '#shared/schedule/layout/chart.ts';
import { paintOf, textPaintOf } from '#shared/schedule/layout/chartLooks.ts';
import { sheetInSteps } from '#shared/schedule/layout/chartSheet.ts';
import type { Steps } from '#shared/schedule/steps.ts';
import { paused } from '../paused.ts';
import type { DocumentSheet } from './document.ts';
import { STEP_MARKS, svgInSteps } from './svgText.ts';

/** Faces that the reader of a file is likely to have; the text stays text. */
const FILE_FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': "'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
  'zh-TW': "'Noto Sans TC', 'Source Han Sans TC', 'Microsoft JhengHei', 'PingFang TC', sans-serif",
  en: "'Noto Sans SC', 'Segoe UI', 'Microsoft YaHei', 'PingFang SC', sans-serif",
};

const OUR_FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': '"Milepost Sans SC", "Milepost Sans TC"',
  'zh-TW': '"Milepost Sans TC", "Milepost Sans SC"',
  en: '"Milepost Sans SC", "Milepost Sans TC"',
};

/** A sheet as the text of an SVG file, in steps. */
export function svgFile(sheet: DocumentSheet, label: string, locale: Locale): Steps<string> {
  return svgInSteps(sheet, label, FILE_FONTS[locale]);
}

/** A canvas cannot choose the narrow quotation marks that English sheets have: there it writes plain ones. */
const forCanvas = (text: string, locale: Locale): string =>
  locale === 'en' ? text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"') : text;

function* paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  grey: boolean,
  locale: Locale,
): Steps<void> {
  for (const [i, mark] of marks.entries()) {
    if (i % STEP_MARKS === STEP_MARKS - 1) yield;
    if (mark.kind === 'clip') {
      context.save();
      context.beginPath();
      context.rect(mark.x, mark.y, mark.width, mark.height);
      context.clip();
      context.translate(mark.x - mark.viewX, mark.y - mark.viewY);
      yield* paintMarks(context, mark.marks, grey, locale);
      context.restore();
      continue;
    }
    if (mark.kind === 'text') {
      const { fill, weight } = textPaintOf(mark.look, grey);
      context.font = `${weight} ${mark.size}px ${OUR_FONTS[locale]}`;
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.fillStyle = fill;
      context.fillText(forCanvas(mark.text, locale), mark.x, mark.y);
      continue;
    }
    const shape = mark.kind === 'path' ? new Path2D(mark.d) : new Path2D();
    if (mark.kind === 'rect') shape.roundRect(mark.x, mark.y, mark.width, mark.height, mark.round ?? 0);
    const paint = paintOf(mark.look, grey);
    if (paint.fill !== undefined) {
      context.fillStyle = paint.fill;
      context.fill(shape);
    }
    if (paint.stroke === undefined) continue;
    context.strokeStyle = paint.stroke;
    context.lineWidth = paint.width ?? 1;
    context.lineCap = paint.round === true ? 'round' : 'butt';
    context.setLineDash(paint.dash ? [...paint.dash] : []);
    context.stroke(shape);
  }
}

function textsOf(marks: readonly Mark[]): string {
  return marks
    .map((mark) => (mark.kind === 'clip' ? textsOf(mark.marks) : mark.kind === 'text' ? mark.text : ''))
    .join('');
}

/** What browsers draw at most in one canvas, with room to spare. */
const MAX_SIDE = 16_000;
const MAX_AREA = 120_000_000;
/** Dots per point: 200 dpi where it can be had, and never less than what a screen shows. */
const BEST = 200 / 72;
const LEAST = 1;

/** Dots per point of a picture of this size (pt); null if even a coarse one is too large. */
export function pngScale(width: number, height: number): number | null {
  const scale = Math.min(BEST, MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_AREA / (width * height)));
  return scale < LEAST ? null : scale;
}

/** A sheet as a PNG, in our own fonts, painted in steps; null if it is too large for a picture of dots. */
export async function pngFile(
  sheet: DocumentSheet,
  locale: Locale,
  signal: AbortSignal,
): Promise<Blob | null> {
  const { width, height } = sheet.layout.page;
  const scale = pngScale(width, height);
  if (scale === null) return null;
  const marks = await paused(sheetInSteps(sheet.layout, sheet.index, sheet.numbers), signal);
  const fonts = OUR_FONTS[locale];
  const texts = forCanvas(textsOf(marks), locale);
  // Faces are loaded by the letters that are needed; a canvas does not wait for them.
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 10px ${fonts}`, texts)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  context.scale(scale, scale);
  context.textRendering = 'geometricPrecision';
  await paused(paintMarks(context, marks, sheet.layout.input.options.grey, locale), signal);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
