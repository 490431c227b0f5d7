/** Printing of our own pages: the same way for reports and documents. */
import type { AppContext } from '#main/app/context.ts';
import { missingGlyphs } from '#shared/domain/report/glyphs.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** Names the characters and the first place, so that the author can find them. @throws AppError MISSING_GLYPHS */
export function requireGlyphs(data: unknown): void {
  const missing = missingGlyphs(data);
  if (missing.length === 0) return;
  throw new AppError('MISSING_GLYPHS', {
    characters: missing
      .slice(0, 20)
      .map((glyph) => glyph.character)
      .join(' '),
    where: missing[0]?.where ?? '',
    count: missing.length,
  });
}

/** Pages of the print page for this data. @throws AppError PRINT_FAILED, CANCELLED */
export async function printPages(
  ctx: AppContext,
  job: { readonly title: string; readonly dataJson: string; readonly timeoutMs?: number },
  signal: AbortSignal = new AbortController().signal,
): Promise<Uint8Array> {
  try {
    return await ctx.ports.print.toPdf({ page: 'print.html', ...job }, signal);
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED');
    const detail = error instanceof Error ? error.message.slice(0, 300) : '';
    throw new AppError('PRINT_FAILED', { detail }, { cause: error });
  }
}
