import { useState } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useI18n } from '../../i18n/index.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { Button, Card } from '../../ui/index.ts';

type Client = RecordOf<'client'>;

/** B1: who the client is. */
export function ClientCard({ client }: { readonly client: Client }) {
  const { t } = useI18n();
  const editor = useRecordEditor('client', client);
  const [more, setMore] = useState(client.tax_no !== null || client.notes !== null);
  return (
    <Card title={t('client:card')}>
      <div className={styles.fields}>
        <RecordField editor={editor} field="name" />
        <RecordField editor={editor} field="name_en" />
        <RecordField editor={editor} field="tier" hint={t('client:tierHint')} />
        <RecordField editor={editor} field="industry" />
        <RecordField editor={editor} field="language" hint={t('client:languageHint')} />
        <RecordField editor={editor} field="phone" />
        <div className={styles.wide}>
          <RecordField editor={editor} field="address" />
        </div>
        {more ? (
          <>
            <RecordField editor={editor} field="tax_no" />
            <RecordField editor={editor} field="source" />
            <RecordField editor={editor} field="owner" />
            <div className={styles.wide}>
              <RecordField editor={editor} field="notes" lines={4} />
            </div>
          </>
        ) : null}
      </div>
      {more ? null : (
        <div>
          <Button look="link" onPress={() => setMore(true)}>
            {t('client:moreFields')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** B11: background, goals and trends, from which needs that nobody names are inferred. */
export function Background({ client }: { readonly client: Client }) {
  const { t } = useI18n();
  const editor = useRecordEditor('client', client);
  return (
    <Card title={t('client:background')}>
      <div className={styles.form}>
        <RecordField
          editor={editor}
          field="background"
          lines={4}
          placeholder={t('client:backgroundExample')}
        />
        <RecordField
          editor={editor}
          field="development_goals"
          lines={3}
          placeholder={t('client:goalsExample')}
        />
        <RecordField editor={editor} field="trends" lines={3} placeholder={t('client:trendsExample')} />
      </div>
    </Card>
  );
}
