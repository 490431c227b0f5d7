import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { localText, valueName } from '../../i18n/words.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { Badge, Checkbox, EmptyState, IconButton, useToday } from '../../ui/index.ts';

type Entry = RecordOf<'comm_log'>;

function NextStep({ entry }: { readonly entry: Entry }) {
  const { t, format } = useI18n();
  const today = useToday();
  const editor = useRecordEditor('comm_log', entry);
  if (entry.next_step === null) return null;
  const done = entry.done_at !== null;
  return (
    <div className={styles.badges}>
      <Checkbox
        label={entry.next_step}
        isSelected={done}
        onChange={(on) => void editor.set('done_at', on ? new Date().toISOString() : null)}
      />
      {entry.due_on === null ? null : (
        <span className={styles.muted}>{t('client:dueOn', { date: format.date(entry.due_on) })}</span>
      )}
      {!done && entry.due_on !== null && entry.due_on < today ? (
        <Badge tone="bad">{t('client:overdue')}</Badge>
      ) : null}
    </div>
  );
}

function EntryFields({ entry }: { readonly entry: Entry }) {
  const editor = useRecordEditor('comm_log', entry);
  return (
    <div className={styles.fields}>
      <RecordField editor={editor} field="channel" />
      <RecordField editor={editor} field="direction" />
      <div className={styles.wide}>
        <RecordField editor={editor} field="summary" lines={3} />
      </div>
      <RecordField editor={editor} field="next_step" />
      <RecordField editor={editor} field="due_on" />
    </div>
  );
}

interface Names {
  readonly [id: string]: string;
}

function TimelineItem({ entry, names }: { readonly entry: Entry; readonly names: Names }) {
  const { t, format } = useI18n();
  const [editing, setEditing] = useState(false);
  const about = [entry.contact_id, entry.project_id].flatMap((id) => (id && names[id] ? [names[id]] : []));
  return (
    <li className={styles.item}>
      <div className={styles.itemMain}>
        <div className={styles.muted}>
          {[
            localText(format, entry.happened_at),
            valueName(t, 'comm_log', 'channel', entry.channel),
            ...about,
          ].join(' · ')}
        </div>
        {editing ? <EntryFields entry={entry} /> : <p>{entry.summary}</p>}
        <NextStep entry={entry} />
      </div>
      <IconButton
        small
        label={editing ? t('client:editEnd') : t('client:editNote')}
        icon={<Pencil />}
        onPress={() => setEditing((on) => !on)}
      />
      <IconButton
        small
        label={t('client:deleteNote')}
        icon={<Trash2 />}
        onPress={() => void removeRecord(t, 'comm_log', entry.id, entry.summary)}
      />
    </li>
  );
}

/** Everything that was said with a client, over all projects, newest first. */
export function Timeline({ clientId }: { readonly clientId: string }) {
  const { t } = useI18n();
  const entries = useReadyAnswer('comm_log.list', { where: { client_id: clientId } });
  const contacts = useReadyAnswer('contact.list', { where: { client_id: clientId } });
  const projects = useReadyAnswer('project.list', { where: { client_id: clientId } });
  const [shown, setShown] = useState(50);
  if (entries.length === 0) return <EmptyState text={t('client:emptyTimeline')} />;
  const names = Object.fromEntries([...contacts, ...projects].map(({ id, name }) => [id, name]));
  const sorted = [...entries].sort((a, b) => (a.happened_at < b.happened_at ? 1 : -1));
  return (
    <>
      <ul className={styles.list} aria-label={t('client:timeline')}>
        {sorted.slice(0, shown).map((entry) => (
          <TimelineItem key={entry.id} entry={entry} names={names} />
        ))}
      </ul>
      {sorted.length > shown ? (
        <button type="button" className={styles.linkButton} onClick={() => setShown((n) => n + 100)}>
          {t('client:showOlder')}
        </button>
      ) : null}
    </>
  );
}
