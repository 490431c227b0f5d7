import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import {
  Toolbar as AriaToolbar,
  DropZone,
  FileTrigger,
  Group,
  isFileDropItem,
  ProgressBar,
  Separator,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, IconButton } from './Button.tsx';
import { cx } from './classes.ts';
import styles from './Misc.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const toneIcons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

/** The icon of a tone; meaning never hangs on colour alone. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Icon = toneIcons[tone];
  return <Icon aria-hidden="true" className={styles[`${tone}Text`]} />;
}

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone | 'plain';
  readonly icon?: ReactNode;
  readonly onRemove?: () => void;
  /** Name of the remove button. */
  readonly removeLabel?: string;
}

/** A short state or a removable filter. */
export function Badge({ children, tone = 'plain', icon, onRemove, removeLabel }: BadgeProps) {
  const { t } = useI18n();
  return (
    <span className={cx(styles['badge'], tone !== 'plain' && styles[tone])}>
      {icon}
      <span className={styles['text']}>{children}</span>
      {onRemove === undefined ? null : (
        <IconButton small label={removeLabel ?? t('common:verb.remove')} icon={<X />} onPress={onRemove} />
      )}
    </span>
  );
}

export interface BannerProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A message that stays in its place until its cause is gone. Errors and warnings interrupt a screen reader. */
export function Banner({ tone, children, actions, onDismiss }: BannerProps) {
  const { t } = useI18n();
  return (
    <div
      className={cx(styles['banner'], styles[tone])}
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
    >
      <ToneIcon tone={tone} />
      <div className={styles['bannerText']}>{children}</div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      {onDismiss === undefined ? null : (
        <IconButton small label={t('common:verb.close')} icon={<X />} onPress={onDismiss} />
      )}
    </div>
  );
}

interface EmptyAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface EmptyStateProps {
  /** One sentence: what this place is for. */
  readonly text: string;
  readonly action?: EmptyAction;
  readonly link?: EmptyAction;
}

/** A date stays on one line: word joiners at its hyphens. */
const unbroken = (text: string): string =>
  text.replace(/\d{4}-\d{2}-\d{2}/g, (date) => date.replaceAll('-', '\u2060-\u2060'));

/** What stands where nothing is yet. */
export function EmptyState({ text, action, link }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p>{unbroken(text)}</p>
      {action === undefined && link === undefined ? null : (
        <div className={styles['actions']}>
          {action === undefined ? null : (
            <Button look="primary" onPress={action.onPress}>
              {action.label}
            </Button>
          )}
          {link === undefined ? null : (
            <Button look="link" onPress={link.onPress}>
              {link.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Appears only after 400 ms: what is faster needs no sign of waiting. */
export function Spinner({ label }: { readonly label?: string }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 400);
    return () => clearTimeout(timer);
  }, []);
  // Marked from the first moment: who waits for the screen to stand knows that something is still to come.
  return shown ? (
    <span role="status" aria-label={label ?? t('common:state.loading')} data-waiting>
      <span className={styles['spinner']} />
    </span>
  ) : (
    <span hidden data-waiting />
  );
}

export interface ProgressProps {
  readonly label: string;
  /** 0–1; null while the amount of work is unknown. */
  readonly fraction: number | null;
  readonly onCancel?: () => void;
}

/** Progress of a long act, with its way out. */
export function Progress({ label, fraction, onCancel }: ProgressProps) {
  const { t, format } = useI18n();
  const percent = fraction === null ? null : Math.min(100, Math.max(0, fraction * 100));
  return (
    <div className={styles['progress']}>
      <span>{label}</span>
      <span className={styles['progressValue']}>{percent === null ? '' : format.percent(percent / 100)}</span>
      <ProgressBar aria-label={label} isIndeterminate={percent === null} value={percent ?? 0}>
        <div className={styles['track']}>
          <div
            className={cx(styles['fill'], percent === null && styles['wait'])}
            style={percent === null ? {} : { width: `${percent}%` }}
          />
        </div>
      </ProgressBar>
      {onCancel === undefined ? null : (
        <Button small onPress={onCancel}>
          {t('common:verb.cancel')}
        </Button>
      )}
    </div>
  );
}

export interface CardProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled group of facts. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <section className={styles['card']} {...(title === undefined ? {} : { 'aria-label': title })}>
      {title === undefined && actions === undefined ? null : (
        <div className={styles['cardHead']}>
          <h2>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** A row of commands: one tab stop, arrow keys inside. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={styles['toolbar'] ?? ''}>
      {children}
    </AriaToolbar>
  );
}

export function ToolbarGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Group aria-label={label} className={styles['toolbarGroup'] ?? ''}>
      {children}
    </Group>
  );
}

export function ToolbarRule() {
  return <Separator orientation="vertical" className={styles['rule'] ?? ''} />;
}

export function Spacer() {
  return <span className={styles['spacer']} />;
}

export interface FileDropProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** MIME types or extensions such as `.xml`. */
  readonly accept?: readonly string[];
  readonly multiple?: boolean;
  /** Opens the system's own dialog instead of the page's, where the host has one. */
  readonly onChoose?: () => void;
}

/** Takes files by drag and drop, by paste and by a button. */
export function FileDrop({ label, onFiles, accept, multiple = false, onChoose }: FileDropProps) {
  const { t } = useI18n();
  return (
    <DropZone
      aria-label={label}
      className={styles['drop'] ?? ''}
      onDrop={(event) => {
        Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile()))
          .then((files) => {
            if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
          })
          .catch(reportError);
      }}
    >
      <span>{t('common:file.drop')}</span>
      {onChoose === undefined ? (
        <FileTrigger
          allowsMultiple={multiple}
          {...(accept === undefined ? {} : { acceptedFileTypes: accept })}
          onSelect={(list) => {
            if (list && list.length > 0) onFiles([...list]);
          }}
        >
          <Button>{t('common:file.choose')}</Button>
        </FileTrigger>
      ) : (
        <Button onPress={onChoose}>{t('common:file.choose')}</Button>
      )}
    </DropZone>
  );
}

/** Text for screen readers alone. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>;
}
