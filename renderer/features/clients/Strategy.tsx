import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { Card } from '../../ui/index.ts';
import { ToExpectation } from '../feedback/public.ts';
import { ChildList, Register, simpleRegister } from '../register/public.ts';
import styles from './clients.module.css';

const marketNotes = simpleRegister('market_note', {
  columns: ['topic', 'kind', { id: 'implication', field: 'implication', width: 380 }, 'source', 'noted_on'],
  sections: [
    {
      id: 'what',
      items: ['topic', 'kind', 'industry', 'source', 'noted_on', 'implication', 'risk_id'],
    },
  ],
  filters: ['kind', 'industry'],
  quickLabel: ({ t }) => t('client:quick.market'),
  defaults: ({ today }) => ({ noted_on: today }),
  hints: { implication: ({ t }) => t('client:implicationHint') },
  empty: ({ t }) => t('client:empty.market'),
  sort: { column: 'noted_on', descending: true },
});

/** B7, B10: what we do for this client in particular, and what the market does. */
export function Strategy({
  clientId,
  itemId,
}: {
  readonly clientId: string;
  readonly itemId?: string | undefined;
}) {
  const { t } = useI18n();
  const notes = useReadyAnswer('market_note.list', { where: { client_id: clientId } });
  return (
    <div className={styles.fill}>
      <div className={styles.facts}>
        <Card title={t('client:strategy')}>
          <ChildList
            entity="client_strategy"
            owner={{ client_id: clientId }}
            fields={[
              'core_needs',
              'constraints',
              'planning_actions',
              'execution_actions',
              'closing_actions',
              'promotion',
              'project_id',
              'review_on',
            ]}
            shown={['review_on']}
            asked={['core_needs', 'planning_actions', 'review_on']}
            scope={{ clientId }}
            empty={t('client:empty.strategy')}
          />
        </Card>
      </div>
      <div className={styles.fillRest}>
        <Register
          definition={marketNotes}
          records={notes}
          scope={{ clientId }}
          itemId={itemId}
          panelActions={(record) => <ToExpectation record={record} clientId={clientId} />}
        />
      </div>
    </div>
  );
}
