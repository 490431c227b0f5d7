import type { RecordOf } from '#shared/model/registry.ts';
import { useI18n } from '../../i18n/index.ts';
import { Card } from '../../ui/index.ts';
import { ChildList } from '../register/public.ts';
import { Background } from './ClientCard.tsx';
import styles from './clients.module.css';
import { Habits } from './Habits.tsx';

/** What is known about a client beyond the card: background, habits, preferences and culture (B5, B6, B11, S4). */
export function Knowledge({ client }: { readonly client: RecordOf<'client'> }) {
  const { t } = useI18n();
  const owner = { client_id: client.id };
  return (
    <div className={styles.scroll}>
      <div className={styles.three}>
        <Background client={client} />
        <Habits clientId={client.id} />
        <Card title={t('client:preferences')}>
          <ChildList
            entity="client_preference"
            owner={owner}
            fields={['topic', 'value', 'evidence', 'noted_on']}
            shown={['value', 'evidence']}
            asked={['topic', 'value', 'evidence']}
            empty={t('client:empty.preferences')}
          />
        </Card>
        <Card title={t('client:culture')}>
          <ChildList
            entity="culture_note"
            owner={owner}
            fields={['text', 'topic']}
            shown={['topic']}
            asked={['text', 'topic']}
            empty={t('client:empty.culture')}
          />
        </Card>
      </div>
    </div>
  );
}
