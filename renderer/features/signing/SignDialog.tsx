import { PenLine } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useReadyAnswer } from '#renderer/client/hooks.ts';
import { fixedT } from '#renderer/i18n/index.ts';
import { DocumentSheets } from '#renderer/print/document/DocumentSheets.tsx';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Banner, Button, Dialog, Spinner } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { PagePreview } from '../paper/public.ts';
import { SignForm } from './SignForm.tsx';
import styles from './signing.module.css';
import { useSigning } from './useSigning.ts';

export interface SignDialogProps {
  readonly documentId: string;
  readonly onClose: () => void;
}

type Opened = OutputOf<'document.open'>;

function Pages({ opened, onEnd }: { readonly opened: Opened; readonly onEnd: () => void }) {
  const { i18n } = useTranslation();
  const { content, frame, sha256, signatures } = opened;
  const t = useMemo(() => fixedT(i18n, content.language), [i18n, content.language]);
  const print = useMemo(
    () => ({ kind: 'document' as const, content, frame, sha256, signatures }),
    [content, frame, sha256, signatures],
  );
  return (
    <PagePreview landscape={content.paper === 'landscape'} onEnd={onEnd}>
      {(onPages) => <DocumentSheets print={print} t={t} onPages={onPages} />}
    </PagePreview>
  );
}

/** Waits for the document, then shows all of it beside the form. */
function Ceremony({ documentId, onClose }: SignDialogProps) {
  const { t } = useRegisterTools();
  const opened = useReadyAnswer('document.open', { id: documentId });
  const { row } = opened;
  const state = useAnswer('signoff.state', { subjectId: row.subject_id, kind: row.kind }).data;
  const signing = useSigning(row, state?.documentId === row.id ? state : undefined, (now) => {
    if (now === 'signed') onClose();
  });
  const stale = state !== undefined && state.documentId === row.id && !state.current;
  return (
    <Dialog
      open
      full
      title={t('signing:title', { name: row.title, version: row.version })}
      onClose={onClose}
      onSubmit={() => void signing.sign()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button
            look="primary"
            icon={<PenLine aria-hidden="true" />}
            isDisabled={!signing.ready}
            onPress={() => void signing.sign()}
          >
            {t('signing:sign')}
          </Button>
        </>
      }
    >
      <div className={styles.ceremony}>
        <Pages opened={opened} onEnd={signing.onRead} />
        <div className={styles.side}>
          {stale ? <Banner tone="warn">{t('signing:stale')}</Banner> : null}
          <SignForm row={row} signing={signing} />
        </div>
      </div>
    </Dialog>
  );
}

/** MS-3: the whole document first, then the name, then the signature. */
export function SignDialog(props: SignDialogProps) {
  return (
    <Suspense fallback={<Spinner />}>
      <Ceremony {...props} />
    </Suspense>
  );
}
