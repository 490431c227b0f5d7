import { type ReactNode, useState } from 'react';
import type { BackupRow } from '#shared/ipc/channels/app.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { Badge, Banner, Button, ConfirmDialog, Progress, showToast, ToneIcon } from '../../ui/index.ts';
import styles from '../shell.module.css';

function Frame({
  title,
  icon,
  children,
}: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main className={styles.startup}>
      <div className={styles.startupBox}>
        <h1>
          {icon}
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}

export interface StartupFailure {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly correlationId?: string | undefined;
}

/** A backup on its way into the place of the data. */
export interface Restoring {
  /** 0…1 */
  readonly fraction: number;
  readonly onCancel: () => void;
}

export interface RecoveryScreenProps {
  readonly failure: StartupFailure;
  /** Where the data is, as the host shows it; display only. */
  readonly dataDir: string;
  /** Verified backups, newest first; undefined while they are looked for. */
  readonly backups: readonly BackupRow[] | undefined;
  readonly busy: boolean;
  readonly restoring: Restoring | null;
  /** Refusal of the last way that was tried. */
  readonly problem: string | null;
  readonly onRetry: () => void;
  readonly onRestore: (file: string) => void;
  /** Sets the data file aside and starts with an empty one. */
  readonly onStartEmpty: () => void;
  readonly onOpenFolder: () => void;
  readonly onQuit: () => void;
}

/** Problems that waiting or tidying up can cure; the others are better answered with a backup. */
const PASSING = new Set(['STORE_LOCKED', 'STORE_FULL', 'STORE_READONLY', 'STORE_IO']);

/** Problems of the file itself: it can be set aside. */
const DAMAGED = new Set(['STORE_CORRUPT', 'STORE_NOT_OURS']);

function useTitle(code: string): string {
  const { t } = useI18n();
  const titles: Readonly<Record<string, string>> = {
    STORE_LOCKED: t('shell:startup.lockedTitle'),
    STORE_NEWER: t('shell:startup.newerTitle'),
    STORE_CORRUPT: t('shell:startup.corruptTitle'),
    STORE_FULL: t('shell:startup.fullTitle'),
    STORE_READONLY: t('shell:startup.readonlyTitle'),
  };
  return titles[code] ?? t('shell:startup.failedTitle');
}

function BackupList({
  backups,
  busy,
  onChoose,
}: {
  readonly backups: readonly BackupRow[];
  readonly busy: boolean;
  readonly onChoose: (backup: BackupRow) => void;
}) {
  const { t, format } = useI18n();
  return (
    <ul className={styles.backups} aria-label={t('shell:startup.backups')}>
      {backups.map((backup) => (
        <li key={backup.file}>
          <span className={styles.backupWhen}>{format.dateTime(backup.createdAt)}</span>
          <span className={styles.backupCounts}>
            {t('shell:startup.backupCounts', { clients: backup.clients, projects: backup.projects })}
            {backup.files === null || backup.files === 0
              ? null
              : ` · ${t('shell:backup.files', { count: backup.files })}`}
          </span>
          {backup.missing.length === 0 ? null : (
            <Badge tone="warn">{t('shell:backup.missing', { count: backup.missing.length })}</Badge>
          )}
          <Button small isDisabled={busy} onPress={() => onChoose(backup)}>
            {t('shell:startup.restoreThis')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Shown instead of the app when the data cannot be opened: what happened, what is safe, what to do. */
export function RecoveryScreen(props: RecoveryScreenProps) {
  const { t, format } = useI18n();
  const { failure, backups } = props;
  const [chosen, setChosen] = useState<BackupRow | null>(null);
  const [emptying, setEmptying] = useState(false);
  const title = useTitle(failure.code);
  const text = errorText(t, failure);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify({ ...failure, dataDir: props.dataDir }, null, 1));
    showToast({ tone: 'good', text: t('common:toast.detailsCopied') });
  };
  return (
    <Frame title={title} icon={<ToneIcon tone={PASSING.has(failure.code) ? 'warn' : 'bad'} />}>
      <p role="alert">{text}</p>
      <dl className={styles.facts}>
        <dt>{t('shell:startup.dataPath')}</dt>
        <dd>{props.dataDir}</dd>
      </dl>
      {props.restoring === null ? null : (
        <div className={styles.ways}>
          <Progress label={t('shell:backup.restoring')} fraction={props.restoring.fraction} />
          <Button onPress={props.restoring.onCancel}>{t('common:verb.cancel')}</Button>
        </div>
      )}
      {props.problem === null ? null : <Banner tone="bad">{props.problem}</Banner>}
      <div className={styles.ways}>
        <Button look="primary" autoFocus isDisabled={props.busy} onPress={props.onRetry}>
          {t('common:verb.retry')}
        </Button>
        <Button onPress={props.onOpenFolder}>{t('shell:startup.openFolder')}</Button>
        {DAMAGED.has(failure.code) ? (
          <Button isDisabled={props.busy} onPress={() => setEmptying(true)}>
            {t('shell:startup.startEmpty')}
          </Button>
        ) : null}
        <Button onPress={props.onQuit}>{t('shell:startup.quit')}</Button>
        <Button look="link" onPress={() => void copy()}>
          {t('common:verb.copyDetails')}
        </Button>
      </div>
      {/* Data that is merely open elsewhere is sound: a backup would only lead back in time. */}
      {failure.code === 'STORE_LOCKED' || backups === undefined ? null : (
        <>
          <h2>{t('shell:startup.restoreBackup')}</h2>
          {backups.length === 0 ? (
            <p>{t('shell:startup.noBackup')}</p>
          ) : (
            <BackupList backups={backups} busy={props.busy} onChoose={setChosen} />
          )}
        </>
      )}
      <ConfirmDialog
        open={chosen !== null}
        title={t('shell:startup.restoreTitle', { when: chosen ? format.dateTime(chosen.createdAt) : '' })}
        message={t('shell:startup.restoreMessage')}
        action={t('shell:startup.restoreThis')}
        onCancel={() => setChosen(null)}
        onConfirm={() => {
          if (chosen) props.onRestore(chosen.file);
          setChosen(null);
        }}
      />
      <ConfirmDialog
        open={emptying}
        title={t('shell:startup.emptyTitle')}
        message={t('shell:startup.emptyMessage')}
        action={t('shell:startup.startEmpty')}
        onCancel={() => setEmptying(false)}
        onConfirm={() => {
          setEmptying(false);
          props.onStartEmpty();
        }}
      />
    </Frame>
  );
}

/** Opening takes a moment; a migration says that it is safe. It cannot be cancelled half way. */
export function StartupProgress({ stage }: { readonly stage: string }) {
  const { t } = useI18n();
  const migrating = stage.startsWith('migrat') || stage === 'backup';
  const title = migrating ? t('shell:startup.migrating') : t('shell:startup.opening');
  return (
    <Frame title={title}>
      {migrating ? <p>{t('shell:startup.migratingHint')}</p> : null}
      <Progress label={title} fraction={null} />
    </Frame>
  );
}
