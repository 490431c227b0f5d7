/** C6, Q7: how feedback looks in a register, and the one widget that sorts it and passes it on. */
import { Send } from 'lucide-react';
import { useState } from 'react';
import {
  FEEDBACK_STEPS,
  isUntriaged,
  missingFor,
  nextFeedbackStatus,
} from '#shared/domain/client/feedback.ts';
import { type EntityType, entityOf, type RecordOf } from '#shared/model/registry.ts';
import { useAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { Badge, Button, ComboBox, Select, showToast } from '../../ui/index.ts';
import {
  flagFilter,
  type RegisterColumn,
  type RegisterDefinition,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './feedback.module.css';

type Feedback = RecordOf<'feedback'>;
type Sort = NonNullable<Feedback['sort']>;

const sorts = (entityOf('feedback' satisfies EntityType).fields['sort']?.values ?? []) as readonly Sort[];

/** What it is and who answers: one step, with a day that follows from the kind. */
function Route({ record }: WidgetProps<'feedback'>) {
  const tools = useRegisterTools();
  const { t, valueName } = tools;
  const { data } = useAnswer('feedback.inbox', {});
  const [assignee, setAssignee] = useState(record.assignee ?? '');
  const route = async (sort: Sort) => {
    try {
      const person = assignee.trim();
      await request('feedback.route', {
        id: record.id,
        sort,
        ...(person === '' ? {} : { assignee: person }),
      });
    } catch (error) {
      showToast({ tone: 'bad', text: tools.problemText(error) });
    }
  };
  return (
    <div className={styles.route}>
      <Select
        label={tools.fieldName('feedback', 'sort')}
        options={sorts.map((id) => ({ id, label: valueName('feedback', 'sort', id) }))}
        value={record.sort}
        onChange={(sort) => void route(sort)}
        hint={t('feedback:sortHint')}
      />
      <ComboBox
        label={tools.fieldName('feedback', 'assignee')}
        options={(data?.people ?? []).map((name) => ({ id: name, label: name }))}
        value={record.assignee}
        inputValue={assignee}
        allowsCustomValue
        onInputChange={setAssignee}
        onChange={(name) => {
          if (name !== null) setAssignee(name);
        }}
      />
      <Button
        small
        icon={<Send />}
        isDisabled={record.sort === null || assignee.trim() === (record.assignee ?? '')}
        onPress={() => record.sort !== null && void route(record.sort)}
      >
        {t('feedback:pass')}
      </Button>
    </div>
  );
}

const status: RegisterColumn<'feedback'> = {
  id: 'status',
  field: 'status',
  width: 130,
  render: (record, { t, valueName }) =>
    isUntriaged(record) ? (
      <Badge tone="warn">{t('feedback:untriaged')}</Badge>
    ) : (
      <span>{valueName('feedback', 'status', record.status)}</span>
    ),
};

export interface Names {
  readonly clients: Readonly<Record<string, string>>;
  readonly projects: Readonly<Record<string, string>>;
}

/** The register of one client without names, or with them the inbox over all clients. */
export function feedbackDefinition(namesOf: (() => Names) | null): RegisterDefinition<'feedback'> {
  const where: readonly RegisterColumn<'feedback'>[] =
    namesOf === null
      ? []
      : [
          {
            id: 'client',
            header: ({ entityName }) => entityName('client'),
            width: 150,
            text: (record) => namesOf().clients[record.client_id] ?? '',
          },
          {
            id: 'project',
            header: ({ entityName }) => entityName('project'),
            width: 140,
            text: (record) =>
              record.project_id === null ? '' : (namesOf().projects[record.project_id] ?? ''),
          },
        ];
  return simpleRegister('feedback', {
    columns: ['text', ...where, 'sort', status, 'channel', 'assignee', 'received_on', 'due_on'],
    filters: [
      flagFilter<'feedback'>('untriaged', ({ t }) => t('feedback:untriaged'), isUntriaged),
      'sort',
      'status',
      'assignee',
      'channel',
    ],
    due: { field: 'due_on', over: (record) => record.status === 'told' || record.status === 'closed' },
    sections: [
      { id: 'what', items: ['text', 'received_on', 'channel', 'contact_id', 'project_id'] },
      {
        id: 'route',
        title: ({ t }) => t('feedback:section.route'),
        items: [{ id: 'route', widget: Route }, 'custodian', 'due_on'],
      },
      {
        id: 'answer',
        title: ({ t }) => t('feedback:section.answer'),
        items: ['status', 'measure', 'effect', 'told_on'],
      },
    ],
    quickLabel: ({ t }) => t('feedback:new'),
    quickHidden: true,
    defaults: ({ today }) => ({ received_on: today }),
    empty: ({ t }) => t('feedback:empty'),
    workflow: {
      field: 'status',
      next: nextFeedbackStatus,
      problems: (record, to, { t }) =>
        missingFor(record, FEEDBACK_STEPS.find((step) => step === to) ?? 'received').map(
          ({ code, field }) => ({
            text: t(`feedback:missing.${code}`),
            field,
          }),
        ),
    },
    sort: { column: 'received_on', descending: true },
  });
}
