import { UserCheck, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Button, ComboBox, composing, IconButton, showToast, TextField } from '#renderer/ui/index.ts';
import styles from './documents.module.css';
import type { Opened } from './Issued.tsx';

/** People who may have read it: the client's contacts, the team for what is internal. */
function usePeople({ row }: Opened): readonly { id: string; label: string; contactId: string | null }[] {
  const contacts = useAnswer('contact.list', { where: { client_id: row.client_id } }).data ?? [];
  const members = useAnswer(
    'team_member.list',
    { where: { project_id: row.project_id } },
    row.project_id !== null,
  );
  const team = (members.data ?? []).map(({ id, name }) => ({ id, label: name, contactId: null }));
  const client = contacts.map(({ id, name }) => ({ id, label: name, contactId: id }));
  return row.audience === 'internal' ? team : [...client, ...team];
}

function AddReader({ opened, onDone }: { readonly opened: Opened; readonly onDone: () => void }) {
  const { t } = useI18n();
  const people = usePeople(opened);
  const mark = useCommand('document.markRead');
  const [name, setName] = useState('');
  const save = (person: string, contactId: string | null) => {
    if (person.trim() === '') return;
    mark.mutate(
      { id: opened.row.id, person: person.trim(), contactId },
      {
        onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }),
        onSuccess: () => {
          setName('');
          onDone();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || composing(event)) return;
    event.preventDefault();
    save(name, null);
  };
  return (
    <div className={styles.stack}>
      {people.length > 0 ? (
        <ComboBox
          label={t('document:screen.reader')}
          options={people.map(({ id, label }) => ({ id, label }))}
          value={null}
          onChange={(id) => {
            const person = people.find((one) => one.id === id);
            if (person) save(person.label, person.contactId);
          }}
        />
      ) : null}
      {/* Enter in the field is as good as the button. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key comes from the field inside */}
      <div className={styles.line} onKeyDown={onKeyDown}>
        <TextField label={t('document:screen.otherReader')} value={name} onChange={setName} />
        <Button isDisabled={name.trim() === '' || mark.isPending} onPress={() => save(name, null)}>
          {t('common:verb.add')}
        </Button>
      </div>
    </div>
  );
}

/** G9, H4: who has read this version. */
export function Readers({ opened }: { readonly opened: Opened }) {
  const { t } = useI18n();
  const remove = useCommand('read_receipt.remove');
  const [adding, setAdding] = useState(false);
  const { readers } = opened;
  return (
    <section aria-label={t('document:screen.readers')} className={styles.stack}>
      <div className={styles.line}>
        <h3>{t('document:screen.readers')}</h3>
        <Button
          look="link"
          small
          icon={<UserCheck />}
          onPress={() => setAdding(!adding)}
          aria-expanded={adding}
        >
          {t('document:screen.addReader')}
        </Button>
      </div>
      {readers.length === 0 && !adding ? (
        <p className={styles.muted}>{t('document:screen.noReaders')}</p>
      ) : null}
      <ul className={styles.plain}>
        {readers.map((reader) => (
          <li key={reader.id} className={styles.line}>
            <span>{reader.person}</span>
            <span className={styles.muted}>{reader.read_on}</span>
            <IconButton
              small
              label={t('document:screen.removeReader', { name: reader.person })}
              icon={<X />}
              onPress={() =>
                remove.mutate(
                  { id: reader.id },
                  { onError: (error) => showToast({ text: errorText(t, error), tone: 'bad' }) },
                )
              }
            />
          </li>
        ))}
      </ul>
      {adding ? <AddReader opened={opened} onDone={() => setAdding(false)} /> : null}
    </section>
  );
}
