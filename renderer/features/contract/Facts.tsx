import { Card } from '#renderer/ui/index.ts';
import { Attachments } from '../documents/public.ts';
import { ChildList, useRegisterTools } from '../register/public.ts';
import styles from './contract.module.css';
import { FreeDay } from './FreeDay.tsx';
import { Fields, type SectionProps } from './parts.tsx';

/** D1, D12, D17: the contract itself, its parties with their rights and duties, warranty and annexes. */
export function Facts({ projectId, contract, currency }: SectionProps) {
  const { t, entityName } = useRegisterTools();
  const scope = { projectId };
  const owner = { contract_id: contract.id };
  const shared = { entity: 'contract', record: contract, scope, currency } as const;
  return (
    <div className={styles.flow}>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Card title={entityName('contract')}>
            <Fields
              {...shared}
              fields={['title', 'code', 'direction', 'party_id', 'total_minor', 'notes']}
              wide={['title', 'notes']}
            />
          </Card>
          <Card title={t('contract:facts.parties')}>
            <ChildList
              entity="contract_party"
              owner={owner}
              fields={['name', 'side', 'party_id', 'rights', 'obligations', 'signatory']}
              shown={['side', 'obligations']}
              asked={['name', 'side', 'obligations']}
              scope={{ ...scope, owner }}
              empty={t('contract:facts.partiesEmpty')}
            />
          </Card>
          <Card title={t('contract:facts.annexes')}>
            <ChildList
              entity="contract_annex"
              owner={owner}
              fields={['title', 'number', 'document_id', 'note']}
              shown={['number', 'note']}
              scope={{ ...scope, owner }}
              empty={t('contract:facts.annexesEmpty')}
            />
            <Attachments subjectId={owner.contract_id} kind="contract" />
          </Card>
        </div>
        <div className={styles.stack}>
          <Card title={t('contract:facts.term')}>
            <Fields
              {...shared}
              fields={['effective_on', 'finish_on', 'retention_percent', 'retention_release_on']}
            />
            <FreeDay projectId={projectId} day={contract.finish_on} />
          </Card>
          <Card title={t('contract:facts.warranty')}>
            <Fields
              {...shared}
              fields={['warranty_start_on', 'warranty_end_on', 'warranty_terms']}
              wide={['warranty_terms']}
            />
          </Card>
        </div>
      </div>
    </div>
  );
}
