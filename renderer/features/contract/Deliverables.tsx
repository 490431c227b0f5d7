import { useMemo } from 'react';
import { useReadyAnswer } from '../../client/hooks.ts';
import { Register, type RegisterDefinition, simpleRegister, type WidgetProps } from '../register/public.ts';
import styles from './contract.module.css';
import { FreeDay } from './FreeDay.tsx';
import type { SectionProps } from './parts.tsx';

const NEXT = {
  planned: 'in_work',
  in_work: 'delivered',
  delivered: 'accepted',
  accepted: null,
  rejected: 'in_work',
} as const;

const DueDay = ({ record }: WidgetProps<'deliverable'>) => (
  <FreeDay projectId={record.project_id} day={record.due_on} />
);

const base = simpleRegister('deliverable', {
  prefix: 'DL',
  columns: ['name', 'stage', 'standard', 'acceptance_criteria', 'due_on', 'status'],
  sections: [
    {
      id: 'what',
      items: [
        'name',
        'stage',
        'due_on',
        { id: 'freeDay', widget: DueDay },
        'task_id',
        'contract_id',
        'clause_id',
      ],
    },
    {
      id: 'acceptance',
      title: ({ t }) => t('contract:deliverable.acceptance'),
      items: ['standard', 'acceptance_criteria', 'acceptance_method'],
    },
    {
      id: 'course',
      title: ({ t }) => t('contract:deliverable.course'),
      items: ['delivered_on', 'accepted_on', 'client_visible', 'client_text'],
    },
  ],
  filters: ['status', 'stage'],
  due: { field: 'due_on', over: ({ status }) => status === 'accepted' },
  quickLabel: ({ t }) => t('contract:deliverable.quick'),
  empty: ({ t }) => t('contract:deliverable.empty'),
  workflow: { field: 'status', next: (record) => NEXT[record.status], problems: () => [] },
});

/** D2, D11: what is handed over in each stage, by which standard, and when it counts as accepted. */
export function Deliverables({ projectId, contract, itemId }: SectionProps) {
  const all = useReadyAnswer('deliverable.list', { where: { project_id: projectId } });
  const contractId = contract.id;
  const records = useMemo(
    () => all.filter((one) => one.contract_id === null || one.contract_id === contractId),
    [all, contractId],
  );
  const definition = useMemo(
    (): RegisterDefinition<'deliverable'> => ({
      ...base,
      quickAdd: (name) => ({ project_id: projectId, contract_id: contractId, name }),
    }),
    [projectId, contractId],
  );
  return (
    <div className={styles.pane}>
      <Register definition={definition} records={records} scope={{ projectId }} itemId={itemId} />
    </div>
  );
}
