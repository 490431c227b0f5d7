import { useAnswer } from '#renderer/client/hooks.ts';
import { adjustmentGaps, nextAdjustmentStatus } from '#shared/domain/agreement/adjustment.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { DocumentButton, Outdated } from '../documents/public.ts';
import {
  ChildList,
  type RegisterDefinition,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { SigningCard } from '../signing/public.ts';
import { ChangedNote } from './ChangedSince.tsx';
import styles from './goals.module.css';

type Adjustment = RecordOf<'adjustment'>;

/** G22: what was said while negotiating, and while calming an unhappy client (G23, L9). */
function Negotiations({ record }: WidgetProps<'adjustment'>) {
  const { t } = useRegisterTools();
  return (
    <ChildList
      entity="negotiation"
      owner={{ adjustment_id: record.id, project_id: record.project_id }}
      fields={['held_on', 'kind', 'contact_id', 'said', 'result']}
      shown={['held_on', 'result']}
      asked={['held_on', 'kind', 'contact_id', 'said', 'result']}
      scope={{ projectId: record.project_id }}
      newestBy="held_on"
      empty={t('agreement:negotiation.empty')}
    />
  );
}

/** G23: what the chosen strategy usually consists of. */
function StrategyHint({ record }: WidgetProps<'adjustment'>) {
  const { t } = useRegisterTools();
  if (record.strategy === null) return <p className={styles.quiet}>{t('agreement:strategy.choose')}</p>;
  return <p className={styles.quiet}>{t(`agreement:strategy.${record.strategy}`)}</p>;
}

/** X2: the confirmation; its second signature settles the adjustment. */
function Confirmation({ record }: WidgetProps<'adjustment'>) {
  const { t } = useRegisterTools();
  const signing = useAnswer('signoff.state', { subjectId: record.id, kind: 'adjustment' }).data;
  if (signing === undefined) return null;
  return (
    <div className={styles.stack}>
      <ChangedNote type="adjustment" record={record} />
      <p className={styles.quiet}>{t('agreement:confirmation.explain')}</p>
      <SigningCard
        signing={signing}
        title={t('agreement:confirmation.document')}
        actions={<DocumentButton kind="adjustment" subjectId={record.id} projectId={record.project_id} />}
      />
      {record.status === 'confirmed' ? <Outdated projectId={record.project_id} /> : null}
    </div>
  );
}

/** What keeps a proposal from the next step; negotiations and signatures are told at the confirmation. */
function gapsOf(record: Adjustment, to: string) {
  const facts = { ...record, negotiations: 1, signed: true };
  return adjustmentGaps(facts, to as Adjustment['status']);
}

/** X2, G21–G23: expectations that have to change, in three steps. */
export function adjustmentDefinition(currency: string): RegisterDefinition<'adjustment'> {
  return simpleRegister('adjustment', {
    prefix: 'A',
    ownDocuments: true,
    currency,
    columns: ['title', 'trigger', 'raised_on', 'impact_cost_minor', 'impact_days', 'strategy', 'status'],
    filters: ['status', 'trigger', 'strategy'],
    sections: [
      {
        id: 'what',
        title: ({ t }) => t('agreement:adjustment.what'),
        items: ['title', 'trigger', 'raised_on', 'goal_id', 'expectation_id', 'contact_id'],
      },
      {
        id: 'content',
        title: ({ t }) => t('agreement:adjustment.content'),
        items: ['reason', 'before', 'after', 'adjusts', 'new_due_on', 'new_target_value'],
      },
      {
        id: 'impact',
        title: ({ t }) => t('agreement:adjustment.impact'),
        items: ['impact_cost_minor', 'impact_days', 'impact_resource', 'impact_note'],
      },
      {
        id: 'strategy',
        title: ({ t }) => t('agreement:strategy.title'),
        items: ['strategy', { id: 'strategyHint', widget: StrategyHint }, 'strategy_actions'],
      },
      {
        id: 'negotiation',
        title: ({ t }) => t('agreement:negotiation.title'),
        items: [{ id: 'negotiations', widget: Negotiations }],
      },
      {
        id: 'confirmation',
        title: ({ t }) => t('agreement:confirmation.title'),
        items: [{ id: 'signatures', widget: Confirmation }],
      },
      {
        id: 'client',
        title: ({ t }) => t('agreement:forClient'),
        items: ['client_visible', 'client_text'],
      },
    ],
    hints: {
      before: ({ t }) => t('agreement:adjustment.beforeHint'),
      adjusts: ({ t }) => t('agreement:adjustment.adjustsHint'),
      impact_cost_minor: ({ t }) => t('agreement:adjustment.zeroHint'),
    },
    quickLabel: (tools) => tools.t('register:quickAdd', { entity: tools.entityWord('adjustment') }),
    defaults: ({ today }) => ({ raised_on: today }),
    empty: ({ t }) => t('agreement:adjustmentsEmpty'),
    sort: { column: 'no', descending: true },
    workflow: {
      field: 'status',
      next: ({ status }) => {
        const next = nextAdjustmentStatus(status);
        return next === 'confirmed' ? null : next;
      },
      problems: (record, to, { t }) =>
        gapsOf(record, to).map(({ field, code }) => ({ field, text: t(`register:rule.${code}`) })),
      hidden: ['confirmed'],
    },
  });
}
