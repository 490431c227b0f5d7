import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Segmented } from '#renderer/ui/index.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { Register, simpleRegister, useRegisterTools } from '../register/public.ts';
import styles from './contract.module.css';

export interface LegalProps {
  readonly projectId: string;
  readonly itemId: string | undefined;
}

const VIEWS = ['consultations', 'compliance', 'benchmarks'] as const;
type View = (typeof VIEWS)[number];

function viewOf(itemId: string | undefined): View {
  const type = itemId === undefined ? null : typeOfId(itemId);
  return type === 'compliance_item' ? 'compliance' : type === 'benchmark' ? 'benchmarks' : 'consultations';
}

const consultations = simpleRegister('legal_consultation', {
  columns: ['topic', 'adviser', 'asked_on', 'outcome'],
  sections: [{ id: 'what', items: ['topic', 'adviser', 'asked_on', 'contract_id', 'advice', 'outcome'] }],
  quickLabel: ({ t }) => t('contract:legal.consultationQuick'),
  empty: ({ t }) => t('contract:legal.consultationEmpty'),
  defaults: ({ today }) => ({ asked_on: today }),
  sort: { column: 'asked_on', descending: true },
});

const compliance = simpleRegister('compliance_item', {
  columns: ['text', 'basis', 'status', 'owner', 'due_on'],
  sections: [{ id: 'what', items: ['text', 'basis', 'status', 'owner', 'due_on', 'note'] }],
  filters: ['status', 'owner'],
  due: { field: 'due_on', over: ({ status }) => status === 'met' || status === 'not_applicable' },
  quickLabel: ({ t }) => t('contract:legal.complianceQuick'),
  empty: ({ t }) => t('contract:legal.complianceEmpty'),
  sort: { column: 'due_on', descending: false },
});

const benchmarks = simpleRegister('benchmark', {
  columns: ['topic', 'industry_value', 'own_value', 'similar_value', 'unit', 'source', 'noted_on'],
  sections: [
    {
      id: 'what',
      items: [
        'topic',
        'industry_value',
        'own_value',
        'similar_value',
        'source_project_id',
        'unit',
        'source',
        'industry',
        'noted_on',
      ],
    },
  ],
  quickLabel: ({ t }) => t('contract:legal.benchmarkQuick'),
  empty: ({ t }) => t('contract:legal.benchmarkEmpty'),
  defaults: ({ today }) => ({ noted_on: today }),
  sort: { column: 'topic', descending: false },
});

function Consultations({ projectId, itemId }: LegalProps) {
  const records = useReadyAnswer('legal_consultation.list', { where: { project_id: projectId } });
  return <Register definition={consultations} records={records} projectId={projectId} itemId={itemId} />;
}

function Compliance({ projectId, itemId }: LegalProps) {
  const records = useReadyAnswer('compliance_item.list', { where: { project_id: projectId } });
  return <Register definition={compliance} records={records} projectId={projectId} itemId={itemId} />;
}

/** D18: those of this project and those of all projects. */
function Benchmarks({ projectId, itemId }: LegalProps) {
  const all = useReadyAnswer('benchmark.list', {});
  const records = useMemo(
    () => all.filter((one) => one.project_id === null || one.project_id === projectId),
    [all, projectId],
  );
  return <Register definition={benchmarks} records={records} projectId={projectId} itemId={itemId} />;
}

/** D16, D18: legal advice, rules that have to be kept, and evidence for negotiating. */
export function Legal({ projectId, itemId }: LegalProps) {
  const { t } = useRegisterTools();
  const [linked, setLinked] = useState(itemId);
  const [view, setView] = useState<View>(viewOf(itemId));
  if (linked !== itemId) {
    setLinked(itemId);
    setView(viewOf(itemId));
  }
  const own = viewOf(itemId) === view ? itemId : undefined;
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <Segmented
          label={t('contract:legal.view')}
          value={view}
          onChange={setView}
          options={VIEWS.map((id) => ({ id, label: t(`contract:legal.views.${id}`) }))}
        />
      </div>
      <div className={styles.fill}>
        {view === 'consultations' ? <Consultations projectId={projectId} itemId={own} /> : null}
        {view === 'compliance' ? <Compliance projectId={projectId} itemId={own} /> : null}
        {view === 'benchmarks' ? <Benchmarks projectId={projectId} itemId={own} /> : null}
      </div>
    </div>
  );
}
