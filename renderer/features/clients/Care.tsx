import type { ClientOverview } from '#shared/ipc/channels/client.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { errorText } from '../../i18n/words.ts';
import { Banner, Button, Card, showToast } from '../../ui/index.ts';
import { ChildList } from '../register/public.ts';
import styles from './clients.module.css';
import { Satisfaction } from './Satisfaction.tsx';

/** B9: a finished project whose visits nobody has planned yet; one click plans them. */
export function CareOffer({ page, clientId }: { readonly page: ClientOverview; readonly clientId: string }) {
  const { t, locale } = useI18n();
  const client = useReadyAnswer('client.get', { id: clientId });
  const plan = async (projectId: string) => {
    try {
      const { ids } = await request('care.plan', { projectId, language: client?.language ?? locale });
      showToast({ tone: 'good', text: t('client:care.planned', { count: ids.length }) });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  return (
    <>
      {page.unplanned.map(({ id, name, points }) => (
        <Banner
          key={id}
          tone="info"
          actions={
            <Button small onPress={() => void plan(id)}>
              {t('client:care.plan', { count: points })}
            </Button>
          }
        >
          {t('client:care.offer', { name })}
        </Banner>
      ))}
    </>
  );
}

/** Care, return visits, satisfaction, referrals: what keeps a client after the work (A10, B8, B9, B15, Q1). */
export function Care({ clientId, page }: { readonly clientId: string; readonly page: ClientOverview }) {
  const { t } = useI18n();
  const owner = { client_id: clientId };
  const scope = { clientId };
  return (
    <div className={styles.scroll}>
      <div className={styles.notice}>
        <CareOffer page={page} clientId={clientId} />
      </div>
      <div className={styles.three}>
        <Card title={t('client:care.title')}>
          <ChildList
            entity="care_task"
            owner={owner}
            fields={['text', 'kind', 'due_on', 'owner', 'done_on', 'result', 'project_id', 'contact_id']}
            shown={['due_on', 'done_on', 'kind']}
            asked={['text', 'kind', 'due_on', 'owner']}
            scope={scope}
            newestBy="due_on"
            empty={t('client:empty.care')}
          />
        </Card>
        <Satisfaction clientId={clientId} satisfaction={page.satisfaction} />
        <Card title={t('client:referrals')}>
          <ChildList
            entity="referral"
            owner={owner}
            fields={['to_name', 'to_client_id', 'referred_on', 'outcome', 'note']}
            shown={['referred_on', 'outcome']}
            asked={['to_name', 'referred_on']}
            scope={scope}
            empty={t('client:empty.referrals')}
          />
        </Card>
      </div>
    </div>
  );
}
