import type { T } from '#renderer/i18n/index.ts';
import type { DocumentPrint } from '#shared/domain/documents/content.ts';

/** `No. 3 · Version 2`, or that it is not issued yet. */
export function issueText({ frame }: Pick<DocumentPrint, 'frame'>, t: T): string {
  const { no, issue } = frame;
  return no === null || issue === null
    ? t('document:print.draft')
    : t('document:print.issue', { no, version: issue });
}
