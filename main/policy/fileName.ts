const MAX_CHARS = 80;
/** ext4, APFS and NTFS all take 255; the rest is room for ` (2)` and for encrypting file systems. */
const MAX_BYTES = 200;
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
const FORBIDDEN = /[<>:"/\\|?*]/g;

/**
 * Makes a file name that Windows, macOS and Linux all accept and that looks like what it is:
 * no path parts, no reserved device names, no characters that reverse the text (`gpj.exe` tricks),
 * no leading or trailing dots or spaces; NFC; at most 80 UTF-16 units and 200 UTF-8 bytes with extension.
 * @param base wanted name, any text, CJK welcome
 * @param extension without the dot; ASCII letters and digits only, others are dropped
 * @param fallback used when nothing of `base` remains
 */
export function safeFileName(base: string, extension: string, fallback = 'milepost'): string {
  const suffix = extension
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)
    .toLowerCase();
  const tail = suffix === '' ? '' : `.${suffix}`;
  const stem = shorten(
    cleanStem(base) || cleanStem(fallback) || 'milepost',
    MAX_CHARS - tail.length,
    MAX_BYTES - tail.length,
  );
  return `${stem}${tail}`;
}

/** True when `name` is already a single, safe file name (used on names that come from outside). */
export function isSafeFileName(name: string): boolean {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot + 1) : '';
  return name !== '' && safeFileName(stem, extension) === name;
}

function cleanStem(text: string): string {
  const plain = text
    // Lone surrogates have no UTF-8 form; Linux and macOS would store something else.
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(FORBIDDEN, '-')
    .replace(/ {2,}/g, ' ');
  const trimmed = trimEnds(plain);
  // Windows looks at the part before the first dot: `nul.report.pdf` is still the null device.
  const head = (trimmed.split('.', 1)[0] ?? '').trimEnd();
  return RESERVED.test(head) ? `_${trimmed}` : trimmed;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.~-]+/u, '').replace(/[\s.]+$/u, '');
}

function shorten(text: string, maxChars: number, maxBytes: number): string {
  const encoder = new TextEncoder();
  let out = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (out.length + segment.length > maxChars || bytes > maxBytes) break;
    out += segment;
  }
  return trimEnds(out) || 'milepost';
}
