import { Suspense, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Dialog, ErrorBoundary, Spinner } from '#renderer/ui/index.ts';
import type { Audience, DocumentKind } from '#shared/domain/documents/content.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { Draft } from './Draft.tsx';
import styles from './documents.module.css';
import { Issued } from './Issued.tsx';

export interface DocumentDialogProps {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly language: Locale;
  readonly audience: Audience;
  readonly onClose: () => void;
}

/** A document from the preview to the issued paper, in one place. */
export function DocumentDialog({ kind, subjectId, onClose, ...first }: DocumentDialogProps) {
  const { t } = useI18n();
  const [choice, setChoice] = useState({ language: first.language, audience: first.audience });
  const [issued, setIssued] = useState<string | null>(null);
  return (
    <Dialog open full title={t(`model:document.enums.kind.${kind}`)} onClose={onClose}>
      <div className={styles.dialog}>
        <ErrorBoundary name="document">
          <Suspense fallback={<Spinner label={t('report:screen.composing')} />}>
            {issued === null ? (
              <Draft
                kind={kind}
                subjectId={subjectId}
                {...choice}
                onChange={setChoice}
                onOpen={setIssued}
                onClose={onClose}
              />
            ) : (
              <Issued id={issued} onOpen={setIssued} onPreview={() => setIssued(null)} />
            )}
          </Suspense>
        </ErrorBoundary>
      </div>
    </Dialog>
  );
}
