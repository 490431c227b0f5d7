/** Widths of characters in a sans serif face, as a share of the text size; a safe side is wide. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udfff]/;
const NARROW = /[ilI.,:;!|'()[\]]/;

function widthOf(char: string): number {
  if (WIDE.test(char)) return 1;
  if (NARROW.test(char)) return 0.34;
  return /[A-Zmw%&@]/.test(char) ? 0.76 : 0.58;
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
