import { useRef, useState } from 'react';
import type { CreateInput } from '#shared/model/registry.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { useDraftEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { navigate } from '../../state/route.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';

/** Asks for the name and a few facts of a new client, then shows the client. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, locale } = useI18n();
  const editor = useDraftEditor('client', { name: '', tier: 'regular', language: locale });
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const submit = async () => {
    if (busy.current || !editor.complete(['name'])) return;
    busy.current = true;
    try {
      const { id } = await request('client.create', { values: editor.values as CreateInput<'client'> });
      onClose();
      navigate({ name: 'client', clientId: id });
    } catch (error) {
      setProblem(editor.fail(error));
    } finally {
      busy.current = false;
    }
  };
  return (
    <Dialog
      open
      title={t('shell:new.client')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('client:create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RecordField editor={editor} field="name" autoFocus />
        <div className={styles.fields}>
          <RecordField editor={editor} field="tier" />
          <RecordField editor={editor} field="language" />
          <RecordField editor={editor} field="industry" />
          <RecordField editor={editor} field="phone" />
        </div>
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
