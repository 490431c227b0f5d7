import { FilePlus2 } from 'lucide-react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Badge, Banner, Button, showToast } from '#renderer/ui/index.ts';
import styles from './documents.module.css';

export interface OutdatedProps {
  readonly projectId: string;
  /** One paper alone; all of the project without it. */
  readonly id?: string;
  /** Told which version took the place. */
  readonly onIssued?: (id: string) => void;
}

/** G22, MS-3: papers that a signed adjustment has overtaken, and the way to their next version. Nothing if there are none. */
export function Outdated({ projectId, id, onIssued }: OutdatedProps) {
  const { t, format } = useI18n();
  const all = useAnswer('document.outdated', { projectId }).data ?? [];
  const rows = all.filter((row) => id === undefined || row.id === id);
  const renew = useCommand('document.renew');
  if (rows.length === 0) return null;
  const issue = () =>
    renew.mutate(
      { ids: rows.map((row) => row.id) },
      {
        onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }),
        onSuccess: ({ issued: [first] }) => {
          showToast({ text: t('document:renewal.done'), tone: 'good' });
          if (first && id !== undefined) onIssued?.(first.id);
        },
      },
    );
  const [first] = rows;
  return (
    <Banner
      tone="warn"
      actions={
        <Button small icon={<FilePlus2 />} isDisabled={renew.isPending} onPress={issue}>
          {t(rows.length === 1 ? 'document:renewal.issue' : 'document:renewal.issueAll')}
        </Button>
      }
    >
      {id !== undefined && first !== undefined ? (
        t('document:renewal.why', { adjustment: first.adjustment, date: format.date(first.adjustedOn) })
      ) : (
        <div className={styles.stack}>
          <strong>{t('document:renewal.title')}</strong>
          <ul className={styles.plain}>
            {rows.map((row) => (
              <li key={row.id} className={styles.line}>
                <span>{row.title}</span>
                <span className={styles.muted}>
                  {[
                    t('document:screen.version', { version: row.version }),
                    t(`model:document.enums.language.${row.language}`),
                  ].join(' · ')}
                </span>
                {row.audience === 'internal' ? (
                  <Badge tone="warn">{t('model:document.enums.audience.internal')}</Badge>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Banner>
  );
}
