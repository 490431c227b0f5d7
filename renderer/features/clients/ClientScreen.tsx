import { Download, History, MessageSquareQuote, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClientOverview } from '#shared/ipc/channels/client.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText, valueName } from '../../i18n/words.ts';
import { Gone } from '../../records/Gone.tsx';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { SectionTabs, useSections } from '../../records/SectionScreen.tsx';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import type { PlaceProps } from '../../state/sections.ts';
import { Badge, Button, Card, IconButton, Menu, showToast } from '../../ui/index.ts';
import { DocumentButton } from '../documents/public.ts';
import { HistoryDialog } from '../history/public.ts';
import { CaptureForm } from './CaptureForm.tsx';
import { Care, CareOffer } from './Care.tsx';
import { ClientCard } from './ClientCard.tsx';
import { ClientProjects } from './ClientProjects.tsx';
import { Concerns } from './Concerns.tsx';
import { Contacts } from './Contacts.tsx';
import own from './clients.module.css';
import { Facts } from './Facts.tsx';
import { Feedback } from './Feedback.tsx';
import { Knowledge } from './Knowledge.tsx';
import { Money } from './Money.tsx';
import { Strategy } from './Strategy.tsx';
import { LatestContacts, Timeline } from './Timeline.tsx';
import { useSignedDelete } from './useSignedDelete.tsx';

export type ClientScreenProps = PlaceProps<'client'>;

interface OverviewProps {
  readonly client: RecordOf<'client'>;
  readonly page: ClientOverview;
  readonly onAll: () => void;
}

const LATEST = 6;

function Overview({ client, page, onAll }: OverviewProps) {
  const { t } = useI18n();
  const { id } = client;
  return (
    <div className={own.scroll}>
      <div className={own.notice}>
        <CareOffer page={page} clientId={id} />
      </div>
      <Facts clientId={id} page={page} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <ClientCard client={client} />
          <Contacts clientId={id} />
          <Money clientId={id} />
        </div>
        <div className={styles.column}>
          <Card title={t('client:capture')}>
            <CaptureForm clientId={id} />
          </Card>
          <Card
            title={t('client:timeline')}
            actions={
              <Button small look="link" onPress={onAll}>
                {t('client:showAll')}
              </Button>
            }
          >
            <LatestContacts clientId={id} count={LATEST} />
          </Card>
          <ClientProjects clientId={id} />
        </div>
      </div>
    </div>
  );
}

/** B14: the card or the history as a table. */
function ExportMenu({ client }: { readonly client: RecordOf<'client'> }) {
  const { t, locale } = useI18n();
  const save = async (what: 'card' | 'timeline') => {
    try {
      const saved = await request('client.export', { clientId: client.id, language: locale, what });
      if (saved) showToast({ tone: 'good', text: t('tableImport:saved', { name: saved.name }) });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  return (
    <Menu
      label={t('client:export.title')}
      trigger={<IconButton label={t('client:export.title')} icon={<Download />} />}
      entries={[
        { id: 'card', label: t('client:export.card'), onAction: () => void save('card') },
        { id: 'timeline', label: t('client:export.timeline'), onAction: () => void save('timeline') },
      ]}
    />
  );
}

function Head({ client }: { readonly client: RecordOf<'client'> }) {
  const { t } = useI18n();
  const [history, setHistory] = useState(false);
  const { ask, dialog } = useSignedDelete(client.id, client.name);
  const remove = async () => {
    if (await removeRecord(t, 'client', client.id, client.name)) navigate({ name: 'clients' });
  };
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <h1>{client.name}</h1>
        <Badge>{valueName(t, 'client', 'tier', client.tier)}</Badge>
        {client.sample ? <Badge tone="info">{t('client:sample')}</Badge> : null}
      </div>
      <div className={styles.actions}>
        <Button
          small
          icon={<MessageSquareQuote />}
          onPress={() => openDialog({ name: 'quickFeedback', clientId: client.id })}
        >
          {t('feedback:new')}
        </Button>
        <DocumentButton small kind="client_sheet" subjectId={client.id} language={client.language} />
        <ExportMenu client={client} />
        <IconButton label={t('history:ofThis')} icon={<History />} onPress={() => setHistory(true)} />
        <IconButton label={t('client:delete')} icon={<Trash2 />} onPress={() => void ask(remove)} />
      </div>
      {dialog}
      {history ? (
        <HistoryDialog id={client.id} title={client.name} onClose={() => setHistory(false)} />
      ) : null}
    </div>
  );
}

function ClientPage(props: ClientScreenProps & { readonly client: RecordOf<'client'> }) {
  const { client, ...link } = props;
  const { t } = useI18n();
  const sections = useSections('client', link);
  const clientId = client.id;
  const page = useReadyAnswer('client.overview', { clientId });
  return (
    <div className={own.screen}>
      <Head client={client} />
      <div className={own.tabs}>
        <SectionTabs
          sections={sections}
          heading={client.name}
          tabName={(id) => t(`client:tabs.${id}`)}
          content={{
            overview: () => <Overview client={client} page={page} onAll={() => sections.goTo('timeline')} />,
            timeline: () => (
              <div className={own.scroll}>
                <div className={own.timeline}>
                  <Timeline clientId={clientId} />
                </div>
              </div>
            ),
            feedback: (itemId) => <Feedback clientId={clientId} itemId={itemId} />,
            concerns: (itemId) => <Concerns clientId={clientId} itemId={itemId} />,
            knowledge: () => <Knowledge client={client} />,
            strategy: (itemId) => <Strategy clientId={clientId} itemId={itemId} />,
            care: () => <Care clientId={clientId} page={page} />,
          }}
        />
      </div>
    </div>
  );
}

/** One client: who they are, what was said, what is being done for them and what keeps them. */
export function ClientScreen(props: ClientScreenProps) {
  const client = useReadyAnswer('client.get', { id: props.clientId });
  return client === null ? <Gone back={{ name: 'clients' }} /> : <ClientPage {...props} client={client} />;
}
