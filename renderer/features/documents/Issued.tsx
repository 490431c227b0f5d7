import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Badge, Button, type Tone } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { paper } from '../paper/public.ts';
import { Actions } from './Actions.tsx';
import styles from './documents.module.css';
import { Outdated } from './Outdated.tsx';
import { Paper } from './Pages.tsx';
import { Readers } from './Readers.tsx';

export type Opened = OutputOf<'document.open'>;
type State = Opened['row']['state'];

export const TONES: Readonly<Record<State, Tone | 'plain'>> = {
  issued: 'good',
  superseded: 'plain',
  withdrawn: 'warn',
};

function Facts({ opened }: { readonly opened: Opened }) {
  const { t, format } = useI18n();
  const { row, sha256 } = opened;
  const facts: readonly (readonly [string, string])[] = [
    [t('document:screen.number'), t('document:print.issue', { no: row.no ?? 1, version: row.version })],
    [t('document:screen.code'), row.code],
    [t('document:screen.issuedAt'), format.dateTime(row.issued_at)],
    [t('document:screen.language'), t(`model:document.enums.language.${row.language}`)],
    [t('document:screen.audience'), t(`model:document.enums.audience.${row.audience}`)],
    [t('document:screen.client'), row.client_name],
    [t('document:screen.project'), row.project_name ?? ''],
    [t('document:screen.sentAt'), row.sent_at === null ? '' : format.dateTime(row.sent_at)],
    [t('document:screen.hash'), sha256],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** All versions of the document; the one on show is marked. */
function Versions({ opened, onOpen }: { readonly opened: Opened; readonly onOpen: (id: string) => void }) {
  const { t, format } = useI18n();
  if (opened.versions.length < 2) return null;
  return (
    <section aria-label={t('document:screen.versions')}>
      <h3>{t('document:screen.versions')}</h3>
      <ul className={styles.plain}>
        {opened.versions.map((version) => (
          <li key={version.id} className={styles.line}>
            {version.id === opened.row.id ? (
              <strong aria-current="true">
                {t('document:screen.version', { version: version.version })}
              </strong>
            ) : (
              <Button look="link" onPress={() => onOpen(version.id)}>
                {t('document:screen.version', { version: version.version })}
              </Button>
            )}
            <span className={styles.muted}>{format.dateTime(version.issued_at)}</span>
            <Badge tone={TONES[version.state]}>{t(`model:document.enums.state.${version.state}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface IssuedProps {
  readonly id: string;
  readonly onOpen: (id: string) => void;
  /** The same document as it would be now. */
  readonly onPreview?: () => void;
}

/** An issued document: the paper, what happened to it, and what can be done with it. Nothing of it can be edited. */
export function Issued({ id, onOpen, onPreview }: IssuedProps) {
  const { t } = useI18n();
  const opened = useReadyAnswer('document.open', { id });
  const { row, content, frame, sha256, signatures } = opened;
  return (
    <div className={paper.split}>
      <div className={paper.side}>
        <div className={styles.line}>
          <Badge tone={TONES[row.state]}>{t(`model:document.enums.state.${row.state}`)}</Badge>
          {row.audience === 'internal' ? <Badge tone="warn">{t('document:print.internal')}</Badge> : null}
        </div>
        {row.project_id === null ? null : (
          <Outdated projectId={row.project_id} id={row.id} onIssued={onOpen} />
        )}
        <Actions opened={opened} {...(onPreview === undefined ? {} : { onPreview })} />
        <Facts opened={opened} />
        <Readers opened={opened} />
        <Versions opened={opened} onOpen={onOpen} />
      </div>
      <Paper content={content} frame={frame} sha256={sha256} signatures={signatures} />
    </div>
  );
}
