import { clauseKindOf } from '#shared/domain/contract/quick.ts';
import type { FieldName, RecordOf } from '#shared/model/registry.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import {
  ChildList,
  FieldEditor,
  type RegisterDefinition,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './contract.module.css';
import { FreeDay } from './FreeDay.tsx';

type Clause = RecordOf<'clause'>;
type Kind = Clause['kind'];

/** What a clause of each type says beyond its title and text; the others say only that. */
const TERMS: Readonly<Partial<Record<Kind, readonly FieldName<'clause'>[]>>> = {
  rights: ['obliged'],
  deliverables: ['obliged', 'due_on', 'standard'],
  schedule: ['obliged', 'due_on'],
  payment: ['obliged', 'due_on'],
  quality: ['standard', 'acceptance_method'],
  liability: ['obliged', 'due_on', 'rate_percent', 'cap_percent', 'grace_days', 'basis_minor'],
  dispute: ['dispute_method', 'venue'],
  change: ['days_to_answer', 'who_signs'],
  reporting: ['report_frequency', 'obliged'],
  acceptance: ['acceptance_method', 'standard', 'due_on'],
  warranty: ['obliged', 'due_on'],
  risk_share: ['risk_id', 'obliged'],
  other: ['obliged', 'due_on'],
};

const LINKED: readonly Kind[] = [
  'deliverables',
  'schedule',
  'payment',
  'liability',
  'acceptance',
  'warranty',
  'other',
];

interface ScopeOf {
  readonly projectId: string;
  readonly contractId: string;
  readonly currency: string;
}

/** MS-12: the fields that its type has, and what it is linked to. */
function terms({ projectId, contractId, currency }: ScopeOf) {
  const scope = { projectId, owner: { contract_id: contractId } };
  return function Terms({ record, save }: WidgetProps<'clause'>) {
    const { t } = useRegisterTools();
    const fields = [
      ...(TERMS[record.kind] ?? []),
      ...(LINKED.includes(record.kind) ? (['task_id'] as const) : []),
    ];
    if (fields.length === 0) return null;
    return (
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={field} data-field={field}>
            <FieldEditor
              entity="clause"
              field={field}
              record={record}
              scope={scope}
              currency={currency}
              save={save}
              {...(field === 'basis_minor' ? { hint: t('contract:clause.basisHint') } : {})}
            />
            {field === 'due_on' ? <FreeDay projectId={projectId} day={record.due_on} /> : null}
          </div>
        ))}
      </div>
    );
  };
}

/** MS-12: what a delay would cost by this clause, as the plan stands now. */
function exposure({ projectId, currency }: ScopeOf) {
  return function Exposure({ record }: WidgetProps<'clause'>) {
    const { t, format } = useRegisterTools();
    const money = useReadyAnswer('money.project', { projectId });
    const row = money.exposure.find(({ clauseId }) => clauseId === record.id);
    if (row === undefined) return null;
    return (
      <p>
        {row.amountMinor === 0
          ? t('contract:clause.noExposure')
          : t('contract:clause.exposure', {
              amount: format.money(row.amountMinor, currency),
              late: row.lateDays,
              charged: row.chargedDays,
            })}
      </p>
    );
  };
}

/** D14: who explained the clause to whom. */
function briefings({ projectId }: ScopeOf) {
  return function Briefings({ record }: WidgetProps<'clause'>) {
    const { t } = useRegisterTools();
    return (
      <ChildList
        entity="clause_briefing"
        owner={{ clause_id: record.id }}
        fields={['explained_on', 'contact_id', 'by', 'understood', 'note']}
        shown={['explained_on', 'understood']}
        asked={['contact_id', 'note']}
        scope={{ projectId }}
        empty={t('contract:clause.briefingsEmpty')}
        newestBy="explained_on"
      />
    );
  };
}

/** D: the clauses of one contract. One line makes a clause; its words tell the type. */
export const clauseDefinition = (of: ScopeOf): RegisterDefinition<'clause'> => ({
  ...clauses(of),
  quickAdd: (title) => ({ contract_id: of.contractId, title, kind: clauseKindOf(title) }),
});

const clauses = (of: ScopeOf) =>
  simpleRegister('clause', {
    columns: ['number', 'kind', 'title', 'obliged', 'due_on'],
    sections: [
      { id: 'what', items: ['title', 'kind', 'number', 'text'] },
      {
        id: 'terms',
        title: ({ t }) => t('contract:clause.terms'),
        items: [
          { id: 'terms', widget: terms(of) },
          { id: 'exposure', widget: exposure(of) },
        ],
      },
      {
        id: 'briefings',
        title: ({ t }) => t('contract:clause.briefings'),
        items: [{ id: 'briefings', widget: briefings(of) }],
      },
    ],
    filters: ['kind', 'obliged'],
    quickLabel: ({ t }) => t('contract:clause.quick'),
    empty: ({ t }) => t('contract:clause.empty'),
    currency: of.currency,
  });
