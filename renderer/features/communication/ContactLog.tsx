import { ClipboardPaste } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, Card, Checkbox, EmptyState, Spinner } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { localText } from '../../i18n/words.ts';
import { CaptureForm } from '../clients/public.ts';
import { updateRecord, useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';
import { PasteDialog } from './PasteDialog.tsx';
import { PromiseDialog, type PromiseDraft } from './PromiseDialog.tsx';
import { useTurns } from './turns.tsx';

type Entry = RecordOf<'comm_log'>;

const PAGE = 50;

/** What a promise made of an entry takes over. */
const draftOf = (entry: Entry): PromiseDraft => ({
  text: entry.next_step ?? entry.summary,
  due_on: entry.due_on,
  contact_id: entry.contact_id,
  comm_log_id: entry.id,
  owner: entry.by,
});

function NextStep({ entry }: { readonly entry: Entry }) {
  const { t, format, today } = useRegisterTools();
  if (entry.next_step === null) return null;
  const done = entry.done_at !== null;
  return (
    <div className={styles.acts}>
      <Checkbox
        label={entry.next_step}
        isSelected={done}
        onChange={(on) =>
          void updateRecord('comm_log', entry.id, { done_at: on ? new Date().toISOString() : null })
        }
      />
      {entry.due_on === null ? null : <span className={styles.quiet}>{format.date(entry.due_on)}</span>}
      {!done && entry.due_on !== null && entry.due_on < today ? (
        <Badge tone="bad">{t('register:overdue')}</Badge>
      ) : null}
    </div>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly contact: string | undefined;
  readonly projectId: string;
  readonly linked: boolean;
  readonly onPromise: (draft: PromiseDraft) => void;
}

function Line({ entry, contact, projectId, linked, onPromise }: LineProps) {
  const { t, format, valueName } = useRegisterTools();
  const { menu, onKeyDown } = useTurns({
    id: entry.id,
    name: entry.summary,
    projectId,
    onPromise: () => onPromise(draftOf(entry)),
  });
  const head = [
    localText(format, entry.happened_at),
    valueName('comm_log', 'channel', entry.channel),
    contact,
  ];
  return (
    <li className={styles.entry} onKeyDown={onKeyDown} {...(linked ? { 'data-linked': true } : {})}>
      <div className={styles.entryMain}>
        <div className={styles.quiet}>{head.filter(Boolean).join(' · ')}</div>
        <p>{entry.summary}</p>
        <NextStep entry={entry} />
        {entry.excerpt === null ? null : (
          <details>
            <summary>{t('communication:log.excerpt')}</summary>
            <pre className={styles.excerpt}>{entry.excerpt}</pre>
          </details>
        )}
      </div>
      {menu}
    </li>
  );
}

function Entries({ project, itemId }: ContactLogProps) {
  const { t } = useRegisterTools();
  const entries = useReadyAnswer('comm_log.list', { where: { project_id: project.id } });
  const contacts = useReadyAnswer('contact.list', { where: { client_id: project.client_id } });
  const [shown, setShown] = useState(PAGE);
  const [promise, setPromise] = useState<PromiseDraft | null>(null);
  if (entries.length === 0) return <EmptyState text={t('communication:log.empty')} />;
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const sorted = [...entries].sort((a, b) => (a.happened_at < b.happened_at ? 1 : -1));
  return (
    <>
      <ul className={styles.entries} aria-label={t('communication:log.list')}>
        {sorted.slice(0, shown).map((entry) => (
          <Line
            key={entry.id}
            entry={entry}
            contact={names.get(entry.contact_id ?? '')}
            projectId={project.id}
            linked={entry.id === itemId}
            onPromise={setPromise}
          />
        ))}
      </ul>
      {sorted.length > shown ? (
        <Button look="link" onPress={() => setShown((n) => n + PAGE)}>
          {t('communication:log.older')}
        </Button>
      ) : null}
      {promise === null ? null : (
        <PromiseDialog project={project} draft={promise} onClose={() => setPromise(null)} />
      )}
    </>
  );
}

export interface ContactLogProps {
  readonly project: RecordOf<'project'>;
  readonly itemId?: string | undefined;
}

/** B3, O12: what was said about the project, noted in seconds or pasted, and what follows from it. */
export function ContactLog(props: ContactLogProps) {
  const { t } = useRegisterTools();
  const { project } = props;
  const [pasting, setPasting] = useState(false);
  return (
    <div className={styles.page}>
      <Card
        title={t('client:capture')}
        actions={
          <Button small icon={<ClipboardPaste aria-hidden="true" />} onPress={() => setPasting(true)}>
            {t('communication:log.paste')}
          </Button>
        }
      >
        <CaptureForm clientId={project.client_id} projectId={project.id} />
      </Card>
      <Suspense fallback={<Spinner />}>
        <Entries {...props} />
      </Suspense>
      {pasting ? <PasteDialog project={project} onClose={() => setPasting(false)} /> : null}
    </div>
  );
}
