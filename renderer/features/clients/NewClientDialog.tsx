import type { CreateInput } from '#shared/model/registry.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { CreateDialog } from '../../records/CreateDialog.tsx';
import { useDraftEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { navigate } from '../../state/route.ts';
import { KnownClient } from './AlreadyThere.tsx';

/** Asks for the name and a few facts of a new client, then shows the client. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, locale } = useI18n();
  const editor = useDraftEditor('client', { name: '', tier: 'regular', language: locale });
  const create = async () => {
    const { id } = await request('client.create', { values: editor.values as CreateInput<'client'> });
    navigate({ name: 'client', clientId: id });
  };
  return (
    <CreateDialog
      title={t('shell:new.client')}
      verb={t('client:create')}
      editor={editor}
      needs={['name']}
      create={create}
      onClose={onClose}
    >
      <RecordField editor={editor} field="name" autoFocus />
      <div className={styles.fields}>
        <RecordField editor={editor} field="tier" />
        <RecordField editor={editor} field="language" />
        <RecordField editor={editor} field="industry" />
        <RecordField editor={editor} field="phone" />
      </div>
      <KnownClient editor={editor} onGo={onClose} />
    </CreateDialog>
  );
}
