/** Pictures come from the window, which is not trusted: only what is nothing but a picture is written. */
import { SaxesParser } from 'saxes';
import { AppError } from '#shared/ipc/errors.ts';

export type PictureFormat = 'svg' | 'png';

const ELEMENTS = new Set(['svg', 'g', 'rect', 'path', 'text', 'tspan', 'title', 'desc']);
const ATTRIBUTES = new Set([
  'xmlns',
  'xml:lang',
  'lang',
  'role',
  'aria-label',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'viewBox',
  'd',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'overflow',
  'transform',
]);

const refused = (detail: string): AppError => new AppError('VALIDATION', { entity: 'file', detail });

/** Characters that are read at a time: a chart of thousands of rows has millions. */
const PIECE = 64 * 1024;

/** Lets others have their turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A drawing of shapes and text: no scripts, no handlers, no addresses, no styles, no references.
 * @throws AppError VALIDATION
 */
async function checkSvg(text: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  let root: string | null = null;
  const fail = (detail: string): never => {
    throw refused(`SVG ${detail}`);
  };
  parser.on('error', (error) => fail(error.message.slice(0, 120)));
  parser.on('doctype', () => fail('doctype'));
  parser.on('processinginstruction', () => fail('instruction'));
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    if (!ELEMENTS.has(name)) fail(`element ${name}`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!ATTRIBUTES.has(attribute)) fail(`attribute ${attribute}`);
      if (attribute !== 'xmlns' && attribute !== 'aria-label' && /url\s*\(|:\s*\/\//i.test(value))
        fail(`value of ${attribute}`);
      if (attribute === 'xmlns' && value !== 'http://www.w3.org/2000/svg') fail('namespace');
    }
  });
  for (let at = 0; at < text.length; at += PIECE) {
    if (at > 0) await turn();
    parser.write(text.slice(at, at + PIECE));
  }
  parser.close();
  if (root !== 'svg') fail('root');
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks of a plain picture; text and unknown chunks could carry anything. */
const CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'sRGB',
  'gAMA',
  'cHRM',
  'pHYs',
  'sBIT',
  'tRNS',
  'bKGD',
]);

/** A whole PNG without anything that is not picture. @throws AppError VALIDATION */
function checkPng(bytes: Uint8Array): void {
  if (!PNG.every((byte, i) => bytes[i] === byte)) throw refused('PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG.length;
  let last = '';
  while (at + 12 <= bytes.byteLength) {
    const length = view.getUint32(at);
    last = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!CHUNKS.has(last)) throw refused(`PNG ${last}`);
    at += 12 + length;
  }
  if (last !== 'IEND' || at !== bytes.byteLength) throw refused('PNG');
}

/** @throws AppError VALIDATION for bytes that are no plain picture of the format */
export async function checkPicture(format: PictureFormat, bytes: Uint8Array): Promise<void> {
  if (format === 'png') {
    checkPng(bytes);
    return;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('SVG encoding');
  }
  await checkSvg(text);
}
