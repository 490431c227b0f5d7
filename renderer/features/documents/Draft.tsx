import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { RequestError } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { navigate } from '#renderer/state/route.ts';
import { Banner, Button, Segmented, Select, showToast } from '#renderer/ui/index.ts';
import type { Audience, DocumentKind } from '#shared/domain/documents/content.ts';
import { type Locale, locales } from '#shared/i18n/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { paper } from '../paper/public.ts';
import styles from './documents.module.css';
import { Paper } from './Pages.tsx';

export interface DraftProps {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly language: Locale;
  readonly audience: Audience;
  /** Another language or audience was chosen. */
  readonly onChange: (choice: { language: Locale; audience: Audience }) => void;
  /** A version was issued, or an issued one is to be seen. */
  readonly onOpen: (id: string) => void;
  /** The user goes elsewhere. */
  readonly onClose: () => void;
}

type Preview = OutputOf<'document.preview'>;

/** How this paper stands to the last version. */
function Standing({ preview, onOpen }: { readonly preview: Preview; readonly onOpen: (id: string) => void }) {
  const { t } = useI18n();
  const { latest, unchanged, missing } = preview;
  return (
    <>
      {latest === null ? (
        <p className={styles.muted}>{t('document:screen.neverIssued')}</p>
      ) : (
        <Banner
          tone={unchanged ? 'good' : 'info'}
          actions={
            <Button small onPress={() => onOpen(latest.id)}>
              {t('document:screen.showVersion', { version: latest.version })}
            </Button>
          }
        >
          {t(unchanged ? 'document:screen.unchanged' : 'document:screen.changed', {
            version: latest.version,
          })}
        </Banner>
      )}
      {missing.length > 0 ? (
        <Banner tone="warn">
          {t('document:screen.missing', { characters: missing.slice(0, 20).join(' ') })}
        </Banner>
      ) : null}
    </>
  );
}

/** No letterhead yet, and the way to one. */
function NoCompany({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const go = () => {
    onClose();
    navigate({ name: 'settings' });
  };
  return (
    <Banner
      tone="info"
      actions={
        <Button small onPress={go}>
          {t('document:screen.fillCompany')}
        </Button>
      }
    >
      {t('document:screen.noCompany')}
    </Banner>
  );
}

/** The document as it would be issued now, and the way to issue it. */
export function Draft({ kind, subjectId, language, audience, onChange, onOpen, onClose }: DraftProps) {
  const { t } = useI18n();
  const preview = useReadyAnswer('document.preview', { kind, subjectId, language, audience });
  const issue = useCommand('document.issue');
  const [error, setError] = useState<unknown>(null);
  const missing = error instanceof RequestError && error.code === 'MISSING_GLYPHS';
  const start = (replaceMissing: boolean) => {
    setError(null);
    issue.mutate(
      {
        kind,
        subjectId,
        language,
        audience,
        sha256: preview.sha256,
        ...(replaceMissing ? { replaceMissing } : {}),
      },
      {
        onError: setError,
        onSuccess: (made) => {
          showToast({
            text: t('document:screen.issued', { version: made.version, code: made.code }),
            tone: 'good',
          });
          onOpen(made.id);
        },
      },
    );
  };
  return (
    <div className={paper.split}>
      <div className={paper.side}>
        <Select
          label={t('document:screen.language')}
          options={locales.map((id) => ({ id, label: t(`model:document.enums.language.${id}`) }))}
          value={language}
          onChange={(id) => onChange({ language: id, audience })}
        />
        {preview.audiences.length > 1 ? (
          <Segmented
            label={t('document:screen.audience')}
            options={preview.audiences.map((id) => ({ id, label: t(`model:document.enums.audience.${id}`) }))}
            value={audience}
            onChange={(id) => onChange({ language, audience: id })}
          />
        ) : null}
        <Standing preview={preview} onOpen={onOpen} />
        {preview.frame.company === null ? <NoCompany onClose={onClose} /> : null}
        {error === null ? null : (
          <Banner
            tone="bad"
            onDismiss={() => setError(null)}
            {...(missing
              ? { actions: <Button onPress={() => start(true)}>{t('report:screen.missingAction')}</Button> }
              : {})}
          >
            {errorText(t, error)}
          </Banner>
        )}
        {preview.unchanged ? null : (
          <>
            <p className={styles.muted}>
              {t('document:screen.issueHint', { no: preview.no, version: preview.version })}
            </p>
            <Button
              look="primary"
              icon={<FileCheck />}
              isDisabled={issue.isPending}
              onPress={() => start(false)}
            >
              {t('document:screen.issue', { version: preview.version })}
            </Button>
          </>
        )}
      </div>
      <Paper content={preview.content} frame={preview.frame} sha256={null} signatures={[]} />
    </div>
  );
}
