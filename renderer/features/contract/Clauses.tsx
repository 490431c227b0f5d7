import { useMemo } from 'react';
import { useReadyAnswer } from '../../client/hooks.ts';
import { Register } from '../register/public.ts';
import { clauseDefinition } from './clauseDefinition.tsx';
import styles from './contract.module.css';
import type { SectionProps } from './parts.tsx';

/** D1–D14: typed clauses with what follows from them. */
export function Clauses({ projectId, contract, currency, itemId }: SectionProps) {
  const contractId = contract.id;
  const records = useReadyAnswer('clause.list', { where: { contract_id: contractId } });
  const definition = useMemo(
    () => clauseDefinition({ projectId, contractId, currency }),
    [projectId, contractId, currency],
  );
  return (
    <div className={styles.pane}>
      <Register
        definition={definition}
        records={records}
        scope={{ projectId, owner: { contract_id: contractId } }}
        itemId={itemId}
      />
    </div>
  );
}
