import { Download } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Badge, Banner, Button, Dialog, Select, Spinner, showToast, type Tone } from '#renderer/ui/index.ts';
import type { DocumentChange } from '#shared/domain/documents/compare.ts';
import styles from './documents.module.css';
import type { Opened } from './Issued.tsx';
import { useJob } from './useJob.ts';

/** Stands for the content of this moment in the list of versions. */
const NOW = 'now';

const TONES: Readonly<Record<DocumentChange['state'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'info',
  moved: 'info',
};

function Change({ change }: { readonly change: DocumentChange }) {
  const { t } = useI18n();
  return (
    <li className={styles.change}>
      <p className={styles.line}>
        <Badge tone={TONES[change.state]}>{t(`document:compare.${change.state}`)}</Badge>
        <span className={styles.muted}>{[change.place, change.label].filter(Boolean).join(' · ')}</span>
      </p>
      <p className={styles.changeText}>
        {change.parts.map(({ op, text }, index) => {
          // Parts have no identity but their place.
          const key = `${index} ${op}`;
          if (op === 'added')
            return (
              <ins key={key} className={styles.added}>
                {text}
              </ins>
            );
          if (op === 'removed')
            return (
              <del key={key} className={styles.removed}>
                {text}
              </del>
            );
          return <span key={key}>{text}</span>;
        })}
      </p>
    </li>
  );
}

function Changes({ id, withId }: { readonly id: string; readonly withId: string | null }) {
  const { t } = useI18n();
  const { changes, language } = useReadyAnswer('document.compare', { id, withId });
  if (changes.length === 0) return <p>{t('document:compare.none')}</p>;
  return (
    <ul className={styles.changes} lang={language} aria-label={t('document:screen.changes')}>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no identity but their place
        <Change key={index} change={change} />
      ))}
    </ul>
  );
}

export interface ComparisonProps {
  readonly opened: Opened;
  readonly onClose: () => void;
}

/** G9: what changed between this version and another one, or since. */
export function Comparison({ opened, onClose }: ComparisonProps) {
  const { t } = useI18n();
  const job = useJob();
  const { row, versions } = opened;
  const others = versions.filter((version) => version.id !== row.id);
  const before = others.find((version) => version.version < row.version);
  const [chosen, choose] = useState(before?.id ?? NOW);
  const withId = chosen === NOW ? null : chosen;
  const print = () =>
    job.run(async (signal) => {
      const { name } = await runTask('document.printComparison', { id: row.id, withId }, { signal });
      if (name !== null) showToast({ text: t('report:screen.draftSaved', { name }), tone: 'good' });
    });
  return (
    <Dialog
      open
      wide
      title={t('document:screen.compareTitle', { title: row.title, version: row.version })}
      onClose={onClose}
      actions={
        <>
          <Button icon={<Download />} isDisabled={job.running} onPress={print}>
            {t('report:screen.savePdf')}
          </Button>
          <Button look="primary" onPress={onClose}>
            {t('common:verb.close')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Select
          label={t('document:screen.compareWith')}
          value={chosen}
          onChange={choose}
          options={[
            { id: NOW, label: t('document:screen.now') },
            ...others.map((version) => ({
              id: version.id,
              label: t('document:screen.version', { version: version.version }),
            })),
          ]}
        />
        {job.error === null ? null : (
          <Banner tone="bad" onDismiss={job.dismiss}>
            {errorText(t, job.error)}
          </Banner>
        )}
        <Suspense fallback={<Spinner />}>
          <Changes id={row.id} withId={withId} />
        </Suspense>
      </div>
    </Dialog>
  );
}
