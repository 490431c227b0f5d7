import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fixedT } from '#renderer/i18n/index.ts';
import { DocumentSheets } from '#renderer/print/document/DocumentSheets.tsx';
import type { DocumentPrint } from '#shared/domain/documents/content.ts';
import { PagePreview } from '../paper/public.ts';

export type PaperProps = Omit<DocumentPrint, 'kind'>;

/** A document as it will be printed, in its own language. */
export function Paper({ content, frame, sha256, signatures }: PaperProps) {
  const { i18n } = useTranslation();
  const t = useMemo(() => fixedT(i18n, content.language), [i18n, content.language]);
  const print = useMemo(
    () => ({ kind: 'document' as const, content, frame, sha256, signatures }),
    [content, frame, sha256, signatures],
  );
  return (
    <PagePreview landscape={content.paper === 'landscape'}>
      {(onPages) => <DocumentSheets print={print} t={t} onPages={onPages} />}
    </PagePreview>
  );
}
