import { History, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { valueName } from '../../i18n/words.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { Gone } from '../../records/Gone.tsx';
import { RecordField } from '../../records/RecordField.tsx';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, Card, EmptyState, IconButton } from '../../ui/index.ts';
import { HistoryDialog } from '../history/public.ts';
import { StatusBadge } from '../projects/public.ts';
import { CaptureForm } from './CaptureForm.tsx';
import { Contacts } from './Contacts.tsx';
import { Timeline } from './Timeline.tsx';

function ClientCard({ client }: { readonly client: RecordOf<'client'> }) {
  const { t } = useI18n();
  const editor = useRecordEditor('client', client);
  const [more, setMore] = useState(client.tax_no !== null || client.notes !== null);
  return (
    <Card title={t('client:card')}>
      <div className={styles.fields}>
        <RecordField editor={editor} field="name" />
        <RecordField editor={editor} field="name_en" />
        <RecordField editor={editor} field="tier" />
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

function ClientProjects({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const rows = useReadyAnswer('project.rows', { client_id: clientId });
  const create = () => openDialog({ name: 'newProject', clientId });
  return (
    <Card
      title={t('shell:nav.projects')}
      actions={
        <Button small icon={<Plus />} onPress={create}>
          {t('shell:new.project')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <EmptyState text={t('client:emptyProjects')} />
      ) : (
        <ul className={styles.list} aria-label={t('shell:nav.projects')}>
          {rows.map((row) => (
            <li key={row.id} className={styles.item}>
              <div className={styles.itemMain}>
                <button
                  type="button"
                  className={styles.linkButton}
                  onClick={() => navigate({ name: 'project', projectId: row.id })}
                >
                  {row.code === null ? row.name : `${row.code} ${row.name}`}
                </button>
                <div className={styles.muted}>
                  {[
                    valueName(t, 'project', 'stage', row.stage),
                    ...(row.progress === null ? [] : [format.percent(row.progress / 100)]),
                  ].join(' · ')}
                </div>
              </div>
              <StatusBadge status={row.status} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function ClientPage({ client }: { readonly client: RecordOf<'client'> }) {
  const { t } = useI18n();
  const [history, setHistory] = useState(false);
  const remove = async () => {
    if (await removeRecord(t, 'client', client.id, client.name)) navigate({ name: 'clients' });
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h1>{client.name}</h1>
          <Badge>{valueName(t, 'client', 'tier', client.tier)}</Badge>
          {client.sample ? <Badge tone="info">{t('client:sample')}</Badge> : null}
        </div>
        <div className={styles.actions}>
          <IconButton label={t('history:ofThis')} icon={<History />} onPress={() => setHistory(true)} />
          <IconButton label={t('client:delete')} icon={<Trash2 />} onPress={() => void remove()} />
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ClientCard client={client} />
          <Contacts clientId={client.id} />
        </div>
        <div className={styles.column}>
          <Card title={t('client:capture')}>
            <CaptureForm clientId={client.id} />
          </Card>
          <Card title={t('client:timeline')}>
            <Timeline clientId={client.id} />
          </Card>
          <ClientProjects clientId={client.id} />
        </div>
      </div>
      {history ? (
        <HistoryDialog id={client.id} title={client.name} onClose={() => setHistory(false)} />
      ) : null}
    </div>
  );
}

/** One client: the card, the people, what was said and what is being done for them. */
export function ClientScreen({ clientId }: { readonly clientId: string }) {
  const client = useReadyAnswer('client.get', { id: clientId });
  return client === null ? <Gone back={{ name: 'clients' }} /> : <ClientPage client={client} />;
}
