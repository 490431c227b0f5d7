import { inflateSync } from 'node:zlib';
import {
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Text of a PDF's pages, read through the fonts' own ToUnicode tables: what a reader can select and copy. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => textOf(document, page));
}

function contentOf(stream: PDFStream): string {
  if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents()).toString('latin1');
  const data = Buffer.from(stream.getContents());
  const flate = String(stream.dict.get(PDFName.of('Filter')) ?? '').includes('FlateDecode');
  return (flate ? inflateSync(data) : data).toString('latin1');
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph code to text, from `bfchar` and `bfrange`. */
function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(Number.parseInt(code, 16), fromHex(text));
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const first = fromHex(text);
      const point = first.codePointAt(0) ?? 0;
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++)
        map.set(code, String.fromCodePoint(point + code - Number.parseInt(from, 16)));
    }
  return map;
}

function fontMaps(document: PDFDocument, resources: PDFDict | undefined): Map<string, Map<number, string>> {
  const maps = new Map<string, Map<number, string>>();
  for (const [name, value] of resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.entries() ?? []) {
    const cmap = document.context.lookupMaybe(value, PDFDict)?.lookup(PDFName.of('ToUnicode'));
    if (cmap instanceof PDFStream) maps.set(name.asString(), unicodeMap(contentOf(cmap)));
  }
  return maps;
}

function decodeGlyphs(hex: string, map: Map<number, string> | undefined): string {
  let out = '';
  for (let i = 0; i + 4 <= hex.length; i += 4)
    out += map?.get(Number.parseInt(hex.slice(i, i + 4), 16)) ?? '\ufffd';
  return out;
}

function runText(document: PDFDocument, content: string, resources: PDFDict | undefined): string {
  const maps = fontMaps(document, resources);
  let map: Map<number, string> | undefined;
  let out = '';
  for (const [, font, hex, object] of content.matchAll(
    /(\/\S+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]*)>|(\/\S+)\s+Do/g,
  )) {
    if (font !== undefined) map = maps.get(font);
    else if (hex !== undefined) out += decodeGlyphs(hex, map);
    else if (object !== undefined) out += formText(document, resources, object);
  }
  return out;
}

function formText(document: PDFDocument, resources: PDFDict | undefined, name: string): string {
  const ref = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name.slice(1)));
  const form = ref instanceof PDFRef ? document.context.lookup(ref) : ref;
  if (!(form instanceof PDFStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return '';
  return runText(document, contentOf(form), form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict));
}

function textOf(document: PDFDocument, page: PDFPage): string {
  const contents = page.node.normalizedEntries().Contents;
  const streams = contents ? contents.asArray().map((ref) => document.context.lookup(ref)) : [];
  const content = streams.map((stream) => (stream instanceof PDFStream ? contentOf(stream) : '')).join('\n');
  return runText(document, content, page.node.Resources());
}
