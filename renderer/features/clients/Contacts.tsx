import { ChevronDown, ChevronRight, FileDown, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { valueName } from '../../i18n/words.ts';
import { CreateDialog } from '../../records/CreateDialog.tsx';
import { type Editor, useDraftEditor, useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, Card, EmptyState, IconButton } from '../../ui/index.ts';
import { KnownContact } from './AlreadyThere.tsx';
import { useSignedDelete } from './useSignedDelete.tsx';

type Contact = RecordOf<'contact'>;

function ContactFields({ editor, fresh }: { readonly editor: Editor; readonly fresh: boolean }) {
  return (
    <div className={styles.fields}>
      <RecordField editor={editor} field="name" autoFocus={fresh} />
      <RecordField editor={editor} field="title" />
      <RecordField editor={editor} field="decision_role" />
      <RecordField editor={editor} field="preferred_channel" />
      <RecordField editor={editor} field="language" />
      <RecordField editor={editor} field="phone" />
      <RecordField editor={editor} field="email" />
      <RecordField editor={editor} field="im_id" />
      <RecordField editor={editor} field="report_copy" />
      {fresh ? null : (
        <div className={styles.wide}>
          <RecordField editor={editor} field="notes" lines={2} />
        </div>
      )}
    </div>
  );
}

function StoredFields({ contact }: { readonly contact: Contact }) {
  return <ContactFields editor={useRecordEditor('contact', contact)} fresh={false} />;
}

function ContactItem({ contact }: { readonly contact: Contact }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { ask, dialog } = useSignedDelete(contact.id, contact.name);
  const reach = [contact.title, contact.phone, contact.email].filter(Boolean).join(' · ');
  return (
    <li className={styles.item}>
      <div className={styles.itemMain}>
        <div className={styles.badges}>
          <button
            type="button"
            className={styles.linkButton}
            aria-expanded={open}
            onClick={() => setOpen((now) => !now)}
          >
            {contact.name}
          </button>
          <Badge tone={contact.decision_role === 'decision_maker' ? 'info' : 'plain'}>
            {valueName(t, 'contact', 'decision_role', contact.decision_role)}
          </Badge>
          {contact.report_copy === 'none' ? null : (
            <Badge tone="good">
              {t('client:reports', { copy: valueName(t, 'contact', 'report_copy', contact.report_copy) })}
            </Badge>
          )}
        </div>
        {reach === '' ? null : <div className={styles.muted}>{reach}</div>}
        {open ? (
          <div className={styles.details}>
            <StoredFields contact={contact} />
          </div>
        ) : null}
      </div>
      <IconButton
        small
        label={
          open
            ? t('client:closeContact', { name: contact.name })
            : t('client:editContact', { name: contact.name })
        }
        icon={open ? <ChevronDown /> : <ChevronRight />}
        onPress={() => setOpen((now) => !now)}
      />
      <IconButton
        small
        label={t('client:deleteContact', { name: contact.name })}
        icon={<Trash2 />}
        onPress={() => void ask(() => removeRecord(t, 'contact', contact.id, contact.name))}
      />
      {dialog}
    </li>
  );
}

function NewContact({ clientId, onClose }: { readonly clientId: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  const editor = useDraftEditor('contact', { name: '', decision_role: 'other', report_copy: 'none' });
  const create = async () => {
    const values = { ...editor.values, client_id: clientId } as CreateInput<'contact'>;
    await request('contact.create', { values });
  };
  return (
    <CreateDialog
      wide
      title={t('client:newContact')}
      verb={t('client:createContact')}
      editor={editor}
      needs={['name']}
      create={create}
      onClose={onClose}
    >
      <ContactFields editor={editor} fresh />
      <KnownContact clientId={clientId} editor={editor} />
    </CreateDialog>
  );
}

/** The people at a client, with who decides, how they like to be reached and who gets reports. */
export function Contacts({ clientId }: { readonly clientId: string }) {
  const { t } = useI18n();
  const contacts = useReadyAnswer('contact.list', { where: { client_id: clientId } });
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title={t('client:contacts')}
      actions={
        <span className={styles.badges}>
          <IconButton
            small
            label={t('contactImport:title')}
            icon={<FileDown />}
            onPress={() => navigate({ name: 'importContacts', clientId })}
          />
          <Button small icon={<Plus />} onPress={() => setAdding(true)}>
            {t('client:newContact')}
          </Button>
        </span>
      }
    >
      {contacts.length === 0 ? (
        <EmptyState text={t('client:emptyContacts')} />
      ) : (
        <ul className={styles.list} aria-label={t('client:contacts')}>
          {contacts.map((contact) => (
            <ContactItem key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      {adding ? <NewContact clientId={clientId} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}
