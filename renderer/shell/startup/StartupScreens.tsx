import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { Button, Progress, ToneIcon } from '../../ui/index.ts';
import styles from '../shell.module.css';

export type StoreProblem =
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'STORE_CORRUPT'
  | 'STORE_FULL'
  | 'STORE_READONLY'
  | 'STORE_IO';

export interface StartupActions {
  readonly onRetry: () => void;
  readonly onOpenFolder: () => void;
  readonly onRestoreBackup: () => void;
  readonly onExportReadable: () => void;
  readonly onOpenOther: () => void;
  readonly onViewOnly: () => void;
  readonly onQuit: () => void;
}

export interface StoreProblemScreenProps extends StartupActions {
  readonly problem: StoreProblem;
  /** Where the data is, as the host shows it; display only. */
  readonly dataPath: string;
  /** Instant of the newest verified backup, or null. */
  readonly lastBackupAt: string | null;
  /** Opens the log text for copying. */
  readonly onCopyDetails?: () => void;
}

type Way = Exclude<keyof StartupActions, 'onQuit'>;

/** Ways out of each problem, the safest and likeliest first. */
const WAYS: Readonly<Record<StoreProblem, readonly Way[]>> = {
  STORE_LOCKED: ['onRetry', 'onOpenOther'],
  STORE_NEWER: ['onOpenOther', 'onRestoreBackup', 'onOpenFolder'],
  STORE_CORRUPT: ['onRestoreBackup', 'onExportReadable', 'onOpenFolder'],
  STORE_FULL: ['onRetry', 'onViewOnly', 'onOpenFolder'],
  STORE_READONLY: ['onRetry', 'onViewOnly', 'onOpenOther', 'onOpenFolder'],
  STORE_IO: ['onRetry', 'onRestoreBackup', 'onOpenFolder'],
};

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

/** Shown instead of the app when the data cannot be opened: what happened, what is safe, what to do. */
export function StoreProblemScreen(props: StoreProblemScreenProps) {
  const { t, format } = useI18n();
  const { problem } = props;
  const titles: Readonly<Record<StoreProblem, string>> = {
    STORE_LOCKED: t('shell:startup.lockedTitle'),
    STORE_NEWER: t('shell:startup.newerTitle'),
    STORE_CORRUPT: t('shell:startup.corruptTitle'),
    STORE_FULL: t('shell:startup.fullTitle'),
    STORE_READONLY: t('shell:startup.readonlyTitle'),
    STORE_IO: t('shell:startup.failedTitle'),
  };
  const labels: Readonly<Record<Way, string>> = {
    onRetry: t('common:verb.retry'),
    onOpenFolder: t('shell:startup.openFolder'),
    onRestoreBackup: t('shell:startup.restoreBackup'),
    onExportReadable: t('shell:startup.exportReadable'),
    onOpenOther: t('shell:startup.openOther'),
    onViewOnly: t('shell:startup.viewOnly'),
  };
  return (
    <Frame
      title={titles[problem]}
      icon={<ToneIcon tone={problem === 'STORE_CORRUPT' || problem === 'STORE_IO' ? 'bad' : 'warn'} />}
    >
      <p role="alert">{t(`errors:${problem}`)}</p>
      <dl className={styles.facts}>
        <dt>{t('shell:startup.dataPath')}</dt>
        <dd>{props.dataPath}</dd>
      </dl>
      <p>
        {props.lastBackupAt === null
          ? t('shell:startup.noBackup')
          : t('shell:startup.lastBackup', { when: format.dateTime(props.lastBackupAt) })}
      </p>
      <div className={styles.ways}>
        {WAYS[problem].map((way, at) => (
          <Button key={way} look={at === 0 ? 'primary' : 'normal'} autoFocus={at === 0} onPress={props[way]}>
            {labels[way]}
          </Button>
        ))}
        <Button onPress={props.onQuit}>{t('shell:startup.quit')}</Button>
        {props.onCopyDetails === undefined ? null : (
          <Button look="link" onPress={props.onCopyDetails}>
            {t('common:verb.copyDetails')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

export interface StartupProgressProps {
  readonly kind: 'opening' | 'migrating';
  /** 0–1, or null while unknown. */
  readonly fraction: number | null;
}

/** Opening takes a moment; a migration says that it is safe and how far it is. It cannot be cancelled half way. */
export function StartupProgress({ kind, fraction }: StartupProgressProps) {
  const { t } = useI18n();
  const title = kind === 'opening' ? t('shell:startup.opening') : t('shell:startup.migrating');
  return (
    <Frame title={title}>
      {kind === 'migrating' ? <p>{t('shell:startup.migratingHint')}</p> : null}
      <Progress label={title} fraction={fraction} />
    </Frame>
  );
}
