import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { AppError } from '#shared/ipc/errors.ts';
import { A4, fontsOf, hasSize, hasType3, isTagged, type PageSize } from './inspect.ts';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly createdAt: Date;
  /** Machine-readable copy of what the pages show. */
  readonly attachment?: { readonly name: string; readonly json: string };
  /** Size of every page; A4 upright if not said. */
  readonly page?: PageSize | null;
}

/** Families that a report may be set in; anything else is a fallback nobody chose. */
const REPORT_FONT = /^NotoSans(SC|TC)/;

const failed = (detail: string): AppError => new AppError('PRINT_FAILED', { detail });

/**
 * Checks printed pages: they open, each has its size and text, in our embedded TrueType fonts only, with a way
 * back from glyphs to characters.
 * @throws AppError PRINT_FAILED with what is wrong
 */
export function checkPages(document: PDFDocument, size: PageSize = A4): number {
  const pages = document.getPages();
  if (pages.length === 0) throw failed('no pages');
  if (hasType3(document)) throw failed('a font of Type 3');
  if (!isTagged(document)) throw failed('no structure tags');
  pages.forEach((page, index) => {
    if (!hasSize(page, size)) throw failed(`page ${index + 1} has another size`);
    const fonts = fontsOf(document, page);
    if (fonts.length === 0) throw failed(`page ${index + 1} has no text`);
    for (const font of fonts) {
      if (!REPORT_FONT.test(font.name)) throw failed(`foreign font ${font.name} on page ${index + 1}`);
      if (!font.embedded || !font.toUnicode || font.descendant !== 'CIDFontType2')
        throw failed(`font ${font.name} is not embedded as TrueType`);
    }
  });
  return pages.length;
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    throw new AppError('PRINT_FAILED', { detail: 'not a PDF' }, { cause: error });
  }
}

/** Adds title, author, language and the machine-readable copy to checked pages. @throws AppError PRINT_FAILED */
export async function finishPdf(
  printed: Uint8Array,
  facts: PdfFacts,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = await open(printed);
  const pages = checkPages(document, facts.page ?? A4);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setLanguage(facts.language);
  document.setCreator('Milepost');
  document.setCreationDate(facts.createdAt);
  document.setModificationDate(facts.createdAt);
  if (facts.attachment)
    await document.attach(new TextEncoder().encode(facts.attachment.json), facts.attachment.name, {
      mimeType: 'application/json',
      description: facts.title,
      afRelationship: AFRelationship.Data,
      creationDate: facts.createdAt,
      modificationDate: facts.createdAt,
    });
  return { bytes: await document.save({ useObjectStreams: true }), pages };
}
