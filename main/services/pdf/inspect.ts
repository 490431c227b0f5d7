import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

export interface PdfFont {
  readonly name: string;
  /** `Type0`, `TrueType`, `Type3`, … */
  readonly type: string;
  /** Of a composite font, what it is made of: `CIDFontType2` is TrueType. */
  readonly descendant: string | null;
  readonly embedded: boolean;
  readonly toUnicode: boolean;
}

const nameOf = (value: unknown): string => (value instanceof PDFName ? value.decodeText() : '');

/** Fonts that a page uses, also inside its form objects. */
export function fontsOf(document: PDFDocument, page: PDFPage): PdfFont[] {
  const found = new Map<PDFDict, PdfFont>();
  const seen = new Set<PDFDict>();
  const visit = (resources: PDFDict | undefined): void => {
    if (!resources || seen.has(resources)) return;
    seen.add(resources);
    for (const [, value] of resources.lookupMaybe(PDFName.of('Font'), PDFDict)?.entries() ?? []) {
      const font = document.context.lookupMaybe(value, PDFDict);
      if (font && !found.has(font)) found.set(font, describe(font));
    }
    for (const [, value] of resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? []) {
      const object = document.context.lookup(value);
      if (object instanceof PDFStream) visit(object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict));
    }
  };
  visit(page.node.Resources());
  return [...found.values()];
}

function describe(font: PDFDict): PdfFont {
  const child = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  const descriptor = (child ?? font).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return {
    name: nameOf(font.get(PDFName.of('BaseFont'))).replace(/^[A-Z]{6}\+/, ''),
    type: nameOf(font.get(PDFName.of('Subtype'))),
    descendant: child ? nameOf(child.get(PDFName.of('Subtype'))) : null,
    embedded,
    toUnicode: font.has(PDFName.of('ToUnicode')),
  };
}

/** Whether any font object of the file is of Type 3, used on a page or not. */
export function hasType3(document: PDFDocument): boolean {
  return document.context
    .enumerateIndirectObjects()
    .some(([, object]) => object instanceof PDFDict && nameOf(object.get(PDFName.of('Subtype'))) === 'Type3');
}

/** Whether the file carries a structure tree, so that screen readers find headings and tables. */
export function isTagged(document: PDFDocument): boolean {
  const mark = document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  return (
    mark?.get(PDFName.of('Marked'))?.toString() === 'true' &&
    document.catalog.has(PDFName.of('StructTreeRoot'))
  );
}

/** Entries of the outline, on all levels. */
export function outlineCount(document: PDFDocument): number {
  const root = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  let count = 0;
  const walk = (first: unknown): void => {
    for (let next = first; next instanceof PDFRef; ) {
      const item = document.context.lookupMaybe(next, PDFDict);
      if (!item || count > 10_000) return;
      count += 1;
      walk(item.get(PDFName.of('First')));
      next = item.get(PDFName.of('Next'));
    }
  };
  walk(root?.get(PDFName.of('First')));
  return count;
}

/** Width and height, pt. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export const A4: PageSize = { width: 595.28, height: 841.89 };

export function hasSize(page: PDFPage, size: PageSize): boolean {
  const { width, height } = page.getSize();
  return Math.abs(width - size.width) < 1.5 && Math.abs(height - size.height) < 1.5;
}

export const isA4 = (page: PDFPage): boolean => hasSize(page, A4);
