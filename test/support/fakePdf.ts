import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

export interface FakePdfOptions {
  readonly pages?: number;
  /** `BaseFont` of the only font. */
  readonly font?: string;
  readonly subtype?: 'Type0' | 'Type3';
  readonly tagged?: boolean;
  readonly size?: readonly [number, number];
  /** False leaves the last page without a font, as a page that came out empty. */
  readonly text?: boolean;
}

/** A PDF with the structure that printing gives, for tests that have no browser. */
export async function fakePdf(options: FakePdfOptions = {}): Promise<Uint8Array> {
  const {
    pages = 1,
    font = 'AAAAAA+NotoSansSC-Regular',
    subtype = 'Type0',
    tagged = true,
    text = true,
  } = options;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const file = context.register(context.stream('font program'));
  const unicode = context.register(context.stream('begincmap endcmap'));
  const child = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    FontDescriptor: context.obj({ Type: 'FontDescriptor', FontFile2: file }),
  });
  const dict = context.register(
    context.obj({
      Type: 'Font',
      Subtype: subtype,
      BaseFont: font,
      DescendantFonts: [child],
      ToUnicode: unicode,
    }),
  );
  for (let i = 0; i < pages; i++) {
    const page = document.addPage([...(options.size ?? [595.28, 841.89])] as [number, number]);
    if (!text && i === pages - 1) continue;
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F0: dict } }));
  }
  if (tagged) {
    document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    document.catalog.set(
      PDFName.of('StructTreeRoot'),
      context.register(context.obj({ Type: 'StructTreeRoot' })),
    );
  }
  return document.save();
}
