import { DELAY_FIELDS, delayGaps } from '#shared/domain/agreement/delayNotice.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { DocumentButton } from '../documents/public.ts';
import {
  flagFilter,
  type RegisterDefinition,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { SignState } from '../signing/public.ts';
import styles from './goals.module.css';

type Notice = RecordOf<'delay_notice'>;

function Letter({ record }: WidgetProps<'delay_notice'>) {
  const { t } = useRegisterTools();
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('agreement:delay.letter')}</p>
      <div className={styles.bar}>
        <DocumentButton kind="delay_notice" subjectId={record.id} projectId={record.project_id} />
        <SignState subjectId={record.id} kind="delay_notice" />
      </div>
    </div>
  );
}

const whole = (record: Notice): number => DELAY_FIELDS.length - delayGaps(record).length;

/** G15: notices of delay with their four mandatory parts. */
export const delayDefinition: RegisterDefinition<'delay_notice'> = simpleRegister('delay_notice', {
  prefix: 'DN',
  ownDocuments: true,
  columns: [
    'title',
    'days',
    'recovery_on',
    {
      id: 'parts',
      header: ({ t }) => t('agreement:delay.parts'),
      width: 96,
      text: (record) => `${whole(record)}/${DELAY_FIELDS.length}`,
      sortKey: whole,
    },
    'status',
    'sent_on',
  ],
  filters: [
    'status',
    flagFilter<'delay_notice'>(
      'gaps',
      ({ t }) => t('agreement:delay.incomplete'),
      (record) => delayGaps(record).length > 0,
    ),
  ],
  sections: [
    {
      id: 'what',
      title: ({ t }) => t('register:details'),
      items: ['title', 'task_id', 'days'],
    },
    {
      id: 'parts',
      title: ({ t }) => t('agreement:delay.mandatory'),
      items: [...DELAY_FIELDS],
    },
    {
      id: 'letter',
      title: ({ t }) => t('agreement:delay.send'),
      items: [{ id: 'document', widget: Letter }, 'sent_on'],
    },
  ],
  hints: {
    cause: ({ t }) => t('agreement:delay.causeHint'),
    measures: ({ t }) => t('agreement:delay.measuresHint'),
    revised_dates: ({ t }) => t('agreement:delay.datesHint'),
  },
  quickLabel: (tools) => tools.t('register:quickAdd', { entity: tools.entityWord('delay_notice') }),
  empty: ({ t }) => t('agreement:delaysEmpty'),
  sort: { column: 'no', descending: true },
  workflow: {
    field: 'status',
    next: ({ status }) => ({ draft: 'issued', issued: 'sent', sent: null })[status],
    problems: (record, to, { t }) =>
      to === 'draft'
        ? []
        : delayGaps(record).map((field) => ({
            field,
            text: t(`register:rule.DELAY_${field.toUpperCase() as Uppercase<typeof field>}`),
          })),
  },
});
