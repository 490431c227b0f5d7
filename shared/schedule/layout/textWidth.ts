/** Widths of characters in a sans serif face, as a share of the text size; a safe side is wide. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udfff]/;
/** Thousandths of the text size for U+0020 to U+007E: the wider of our print face and of Arial, letter by letter. */
const LATIN = [
  280, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728, 293,
  535, 667, 556, 833, 723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555,
  559, 606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 500,
  377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
];
/** Marks that Chinese faces draw a whole em wide. */
const EM_MARKS = /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]/;

function widthOf(char: string): number {
  const code = char.charCodeAt(0);
  if (code >= 0x20 && code < 0x7f) return (LATIN[code - 0x20] ?? 560) / 1000;
  return WIDE.test(char) || EM_MARKS.test(char) ? 1 : 0.62;
}

/** Width of a line without measuring a font: print layout must be the same on every machine. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const char of text) sum += widthOf(char);
  return sum * size;
}

/** Pieces that must stay together: a Latin word with its space, or one CJK character. */
function piecesOf(text: string): string[] {
  return text.match(/[^\s\u2e80-\uffff]+\s*|\s+|[\s\S]/gu) ?? [];
}

function cut(text: string, width: number, size: number): string {
  let kept = '';
  for (const char of text) {
    if (textWidth(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text into at most `maxLines` lines of a width; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = piecesOf(text.trim());
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    if (line === '' || textWidth((line + piece).trimEnd(), size) <= width) {
      line += piece;
      continue;
    }
    if (lines.length === maxLines - 1) return [...lines, cut(line + pieces.slice(i).join(''), width, size)];
    lines.push(line.trimEnd());
    line = piece;
  }
  const last = line.trimEnd();
  return [...lines, textWidth(last, size) > width ? cut(last, width, size) : last];
}
