import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { AppError } from '#shared/ipc/errors.ts';
import { fontsOf, hasType3, isA4, isTagged } from './inspect.ts';

export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly createdAt: Date;
  /** Machine-readable copy of what the pages show. */
  readonly attachment: { readonly name: string; readonly json: string };
}

/** Families that a report may be set in; anything else is a fallback nobody chose. */
const REPORT_FONT = /^NotoSans(SC|TC)/;

const failed = (detail: string): AppError => new AppError('PRINT_FAILED', { detail });

/**
 * Checks printed pages: they open, each is A4 and has text, in our embedded TrueType fonts only, with a way
 * back from glyphs to characters.
 * @throws AppError PRINT_FAILED with what is wrong
 */
export function checkPages(document: PDFDocument): number {
  const pages = document.getPages();
  if (pages.length === 0) throw failed('no pages');
  if (hasType3(document)) throw failed('a font of Type 3');
  if (!isTagged(document)) throw failed('no structure tags');
  pages.forEach((page, index) => {
    if (!isA4(page)) throw failed(`page ${index + 1} is not A4`);
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
  const pages = checkPages(document);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setLanguage(facts.language);
  document.setCreator('Milepost');
  document.setCreationDate(facts.createdAt);
  document.setModificationDate(facts.createdAt);
  await document.attach(new TextEncoder().encode(facts.attachment.json), facts.attachment.name, {
    mimeType: 'application/json',
    description: facts.title,
    afRelationship: AFRelationship.Data,
    creationDate: facts.createdAt,
    modificationDate: facts.createdAt,
  });
  return { bytes: await document.save({ useObjectStreams: true }), pages };
}
