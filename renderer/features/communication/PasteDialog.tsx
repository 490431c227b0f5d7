import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useDraftEditor } from '#renderer/records/editor.ts';
import { RecordField } from '#renderer/records/RecordField.tsx';
import { Banner, Button, Dialog, showToast, TextField } from '#renderer/ui/index.ts';
import { draftOf, type Excerpt, readExcerpt } from '#shared/domain/communication/excerpt.ts';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import { nowLocal } from '../clients/public.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';

type Project = RecordOf<'project'>;
type Contact = RecordOf<'contact'>;

const clean = (name: string): string => name.replace(/\s+/g, '').toLowerCase();

/** The contact a chat name means: the same name, or one that contains the other (王总 and 王总（云栖）). */
function contactOf(sender: string | null, contacts: readonly Contact[]): Contact | undefined {
  if (sender === null) return undefined;
  const wanted = clean(sender);
  return (
    contacts.find(({ name }) => clean(name) === wanted) ??
    contacts.find(({ name }) => clean(name).length > 1 && wanted.includes(clean(name)))
  );
}

function Found({ excerpt }: { readonly excerpt: Excerpt | null }) {
  const { t } = useRegisterTools();
  if (excerpt === null) return <Banner tone="info">{t('communication:log.pastePlain')}</Banner>;
  const sender =
    excerpt.messages.find((message) => message.sender !== null)?.sender ??
    t('communication:log.unknownSender');
  return (
    <Banner tone="good">
      {excerpt.kind === 'mail'
        ? t('communication:log.pasteMail', { sender })
        : t('communication:log.pasteChat', { number: excerpt.messages.length, sender })}
    </Banner>
  );
}

interface FieldsProps {
  readonly project: Project;
  readonly pasted: string;
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}

/** What was read from the excerpt, to be looked over. Made anew for every pasted text. */
function useEntry({ project, pasted, contacts }: FieldsProps) {
  const { today } = useRegisterTools();
  const excerpt = readExcerpt(pasted, today);
  const draft = excerpt && draftOf(excerpt, today);
  const contact = contactOf(draft?.sender ?? null, contacts);
  const happened = draft?.happened_at ?? null;
  const editor = useDraftEditor('comm_log', {
    client_id: project.client_id,
    project_id: project.id,
    contact_id: contact?.id ?? null,
    channel: draft?.channel ?? 'other',
    direction: contact ? 'in' : 'out',
    happened_at: happened !== null && happened <= nowLocal() ? happened : nowLocal(),
    summary: draft?.summary ?? pasted.trim().slice(0, 600),
    next_step: draft?.next?.text ?? null,
    due_on: draft?.next?.due_on ?? null,
    excerpt: pasted.slice(0, 20_000),
    imported_from: draft?.imported_from ?? null,
  });
  return { excerpt, editor };
}

function Fields(props: FieldsProps) {
  const { t } = useRegisterTools();
  const { contacts, onClose } = props;
  const { excerpt, editor } = useEntry(props);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (!editor.complete(editor.values['due_on'] ? ['summary', 'next_step'] : ['summary'])) return;
    try {
      await request('comm_log.create', { values: editor.values as unknown as CreateInput<'comm_log'> });
      showToast({ tone: 'good', text: t('communication:log.saved') });
      onClose();
    } catch (error) {
      setProblem(editor.fail(error));
    }
  };
  return (
    <>
      <Found excerpt={excerpt} />
      <div className={styles.fields}>
        <RecordField editor={editor} field="channel" />
        <RecordField editor={editor} field="direction" />
        <RecordField
          editor={editor}
          field="contact_id"
          options={contacts.map(({ id, name }) => ({ id, label: name }))}
        />
        <div className={styles.wide}>
          <RecordField editor={editor} field="summary" lines={4} />
        </div>
        <RecordField editor={editor} field="next_step" />
        <RecordField editor={editor} field="due_on" />
      </div>
      {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      <div className={styles.acts}>
        <Button look="primary" onPress={() => void save()}>
          {t('communication:log.pasteSave')}
        </Button>
      </div>
    </>
  );
}

/** O12: a piece of a chat or a mail becomes an entry of the log; its words are kept as they were. */
export function PasteDialog({
  project,
  onClose,
}: {
  readonly project: Project;
  readonly onClose: () => void;
}) {
  const { t } = useRegisterTools();
  const [pasted, setPasted] = useState('');
  const { data: contacts } = useAnswer('contact.list', { where: { client_id: project.client_id } });
  return (
    <Dialog open wide title={t('communication:log.paste')} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.quiet}>{t('communication:log.pasteIntro')}</p>
        <TextField
          label={t('communication:log.pasteText')}
          lines={8}
          value={pasted}
          onChange={setPasted}
          autoFocus
        />
        {pasted.trim() === '' || contacts === undefined ? null : (
          <Fields key={pasted} project={project} pasted={pasted} contacts={contacts} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}
