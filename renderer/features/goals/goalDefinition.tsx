import type { ConformityTrend } from '#shared/domain/agreement/conformity.ts';
import { changedSinceSigning } from '#shared/domain/agreement/signed.ts';
import { SMART_FIELDS, smartGaps } from '#shared/domain/agreement/smart.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  flagFilter,
  type RegisterDefinition,
  type RegisterTools,
  type SimpleRegister,
  simpleRegister,
  type WidgetProps,
} from '../register/public.ts';
import { ChangedBadge, ChangedNote } from './ChangedSince.tsx';
import { ConformityFigure, ConformityWidget } from './Conformity.tsx';
import styles from './goals.module.css';

type Goal = RecordOf<'goal'>;

const isChanged = (goal: Goal): boolean => (changedSinceSigning('goal', goal) ?? []).length > 0;
const done = (goal: Goal): number => SMART_FIELDS.length - smartGaps(goal).length;

function Changed({ record }: WidgetProps<'goal'>) {
  return <ChangedNote type="goal" record={record} />;
}

/** Why a field is asked for, with an example that serves and one that does not. */
const hintOf =
  (field: (typeof SMART_FIELDS)[number]) =>
  ({ t }: RegisterTools): string =>
    t(`agreement:smart.${field}`);

type TrendOf = (goalId: string) => ConformityTrend;

function columnsOf(trendOf: TrendOf): SimpleRegister<'goal'>['columns'] {
  return [
    'title',
    'aspect',
    'due_on',
    {
      id: 'smart',
      header: ({ t }) => t('agreement:smart.column'),
      width: 84,
      text: (goal) => `${done(goal)}/${SMART_FIELDS.length}`,
      sortKey: done,
    },
    {
      id: 'conformity',
      header: ({ t }) => t('agreement:conformity.column'),
      width: 210,
      text: (goal) => {
        const { latest } = trendOf(goal.id);
        return latest === null ? '—' : `${latest.conformity}%`;
      },
      sortKey: (goal) => trendOf(goal.id).latest?.conformity ?? null,
      render: (goal) => <ConformityFigure trend={trendOf(goal.id)} />,
    },
    {
      id: 'status',
      field: 'status',
      width: 190,
      render: (goal, tools) => (
        <span className={styles.inline}>
          {tools.valueName('goal', 'status', goal.status)}
          {isChanged(goal) ? <ChangedBadge /> : null}
        </span>
      ),
    },
  ];
}

/** G17–G19: the goals of a project; what a goal still lacks is seen before anybody signs. */
export function goalDefinition(trendOf: TrendOf): RegisterDefinition<'goal'> {
  return simpleRegister('goal', {
    prefix: 'G',
    columns: columnsOf(trendOf),
    filters: [
      'status',
      'aspect',
      'owner',
      flagFilter<'goal'>(
        'gaps',
        ({ t }) => t('agreement:smart.incomplete'),
        (goal) => smartGaps(goal).length > 0,
      ),
      flagFilter<'goal'>('changed', ({ t }) => t('agreement:changed'), isChanged),
    ],
    due: { field: 'due_on', over: ({ status }) => status !== 'draft' && status !== 'signed' },
    sections: [
      {
        id: 'smart',
        title: ({ t }) => t('agreement:smart.title'),
        items: [{ id: 'changed', widget: Changed }, 'title', ...SMART_FIELDS],
      },
      {
        id: 'measure',
        title: ({ t }) => t('agreement:measure'),
        items: ['aspect', 'due_on', 'target_value', 'unit', 'owner'],
      },
      {
        id: 'links',
        title: ({ t }) => t('agreement:links'),
        items: ['expectation_id', 'deliverable_id', 'task_id', 'benchmark_id'],
      },
      {
        id: 'conformity',
        title: ({ t }) => t('agreement:conformity.title'),
        items: [{ id: 'judgements', widget: ConformityWidget }],
      },
      {
        id: 'client',
        title: ({ t }) => t('agreement:forClient'),
        items: ['client_visible', 'client_text'],
      },
    ],
    hints: Object.fromEntries(SMART_FIELDS.map((field) => [field, hintOf(field)])),
    quickLabel: (tools) => tools.t('register:quickAdd', { entity: tools.entityWord('goal') }),
    empty: ({ t }) => t('agreement:goalsEmpty'),
    sort: { column: 'no', descending: false },
    workflow: {
      field: 'status',
      next: ({ status }) => (status === 'signed' ? 'reached' : null),
      problems: () => [],
      // Only the signatures of both sides lead there.
      hidden: ['signed'],
    },
  });
}
