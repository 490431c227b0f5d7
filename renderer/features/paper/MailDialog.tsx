import { Copy, FolderOpen, Mail } from 'lucide-react';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Banner, Button, Dialog, showToast } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';

import styles from './paper.module.css';

export interface MailDialogProps {
  readonly draft: OutputOf<'report.draftMail'>;
  /** Shows the folder of the draft. */
  readonly onReveal: () => void;
  /** Opens the new-message window of the mail program. */
  readonly onMailto: () => void;
  readonly onClose: () => void;
}

/** Where no program opened the draft: the ways that are left, none of which loses the work. */
export function MailDialog({ draft, onReveal, onMailto, onClose }: MailDialogProps) {
  const { t, format } = useI18n();
  const onError = (error: unknown) => showToast({ text: errorText(t, error), tone: 'bad' });
  const copy = () => {
    const text = `${draft.subject}\n\n${draft.text}`;
    navigator.clipboard.writeText(text).then(
      () => showToast({ text: t('report:screen.draftCopied'), tone: 'good' }),
      () => onError(null),
    );
  };
  return (
    <Dialog
      open
      wide
      title={t('report:screen.draftTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('common:verb.close')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p>{t('report:screen.draftNotOpened')}</p>
        <div className={styles.ways}>
          <Button icon={<FolderOpen />} onPress={onReveal}>
            {t('report:screen.draftFolder')}
          </Button>
          <Button icon={<Copy />} onPress={copy}>
            {t('report:screen.draftCopy')}
          </Button>
          <Button icon={<Mail />} onPress={onMailto}>
            {t('report:screen.draftMailto')}
          </Button>
        </div>
        {draft.big ? (
          <Banner tone="warn">
            {t('report:screen.draftBig', { size: format.number(draft.bytes / 1024 / 1024, 1) })}
          </Banner>
        ) : null}
        <dl className={styles.facts}>
          <dt>{t('report:screen.mailTo')}</dt>
          <dd>{draft.to.join(', ')}</dd>
          {draft.cc.length > 0 ? (
            <>
              <dt>{t('report:screen.mailCc')}</dt>
              <dd>{draft.cc.join(', ')}</dd>
            </>
          ) : null}
        </dl>
        <p>{draft.subject}</p>
        <pre className={styles.mailText}>{draft.text}</pre>
        <p className={styles.muted}>{t('report:screen.draftSaved', { name: draft.name })}</p>
      </div>
    </Dialog>
  );
}
