import { Button } from '#renderer/ui/index.ts';
import { deviationText, percentText } from '#shared/domain/report/figures.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { navigate } from '../../state/route.ts';
import { FishboneLinks } from '../expectations/public.ts';
import {
  enumFilter,
  flagFilter,
  type RegisterDefinition,
  shortNumber,
  textFilter,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { Figures } from './parts.tsx';
import styles from './tracking.module.css';

type Deviation = RecordOf<'deviation'>;

/** Noted by hand there are no figures: as with a plan of 0 the deviation is “—”. */
const hasFigures = (record: Deviation): boolean => record.planned_percent > 0;

const shownValue = (record: Deviation): string =>
  hasFigures(record)
    ? deviationText(record.deviation_percent, record.threshold_percent)
    : deviationText(null);

/** The figures of the day it was found: they are evidence and stay as they are. */
function FoundFigures({ record }: WidgetProps<'deviation'>) {
  const tools = useRegisterTools();
  const { t } = tools;
  const taskId = record.task_id;
  return (
    <div className={styles.found}>
      {hasFigures(record) ? (
        <>
          <Figures
            items={[
              { label: t('tracking:status.planned'), value: percentText(record.planned_percent) },
              { label: t('tracking:status.actual'), value: percentText(record.actual_percent) },
              { label: t('tracking:status.deviation'), value: shownValue(record) },
            ]}
          />
          <p className={styles.quiet}>
            {t('tracking:deviation.rule', {
              limit: record.threshold_percent,
              weight: tools.valueName('deviation', 'weighting', record.weighting),
            })}
          </p>
        </>
      ) : (
        <p className={styles.quiet}>{t('tracking:deviation.noFigures')}</p>
      )}
      {taskId === null ? null : (
        <Button
          look="link"
          onPress={() => navigate({ name: 'plan', projectId: record.project_id, itemId: taskId })}
        >
          {t('tracking:deviation.showTask')}
        </Button>
      )}
    </div>
  );
}

/** L4: the causes, drawn as a fish. */
function Causes({ record }: WidgetProps<'deviation'>) {
  return <FishboneLinks projectId={record.project_id} subjectId={record.id} problem={record.title} />;
}

/** I9, L: abnormal deviations, opened by the alarm or by hand. */
export const deviationDefinition: RegisterDefinition<'deviation'> = {
  entity: 'deviation',
  prefix: 'DV',
  columns: [
    {
      id: 'no',
      header: ({ t }) => t('register:number'),
      width: 76,
      text: (record) => shortNumber('DV', record),
      sortKey: (record) => record.no,
    },
    { id: 'title', field: 'title', width: 240, grow: true, rowHeader: true },
    { id: 'opened', field: 'opened_on', width: 104 },
    {
      id: 'deviation',
      field: 'deviation_percent',
      width: 96,
      align: 'end',
      text: shownValue,
      sortKey: (record) => record.deviation_percent,
    },
    { id: 'status', field: 'status', width: 110 },
    { id: 'owner', field: 'owner', width: 100 },
    { id: 'due', field: 'due_on', width: 104 },
  ],
  initialSort: { column: 'no', descending: true },
  filters: [
    enumFilter('deviation', 'status'),
    textFilter('deviation', 'owner'),
    flagFilter<'deviation'>(
      'overdue',
      ({ t }) => t('register:overdue'),
      (record, { today }) => record.status !== 'closed' && record.due_on !== null && record.due_on < today,
    ),
  ],
  sections: [
    {
      id: 'what',
      title: ({ t }) => t('register:details'),
      items: ['title', 'opened_on', { id: 'figures', widget: FoundFigures }],
    },
    {
      id: 'handling',
      title: ({ t }) => t('tracking:deviation.handling'),
      items: ['owner', 'due_on', { id: 'causes', widget: Causes }, 'notes', 'closed_on'],
    },
  ],
  quickAdd: (title, project_id, { today }) => ({
    project_id,
    title,
    opened_on: today,
    planned_percent: 0,
    actual_percent: 0,
    deviation_percent: 0,
    threshold_percent: 0,
  }),
  quickLabel: (tools) => tools.t('register:quickAdd', { entity: tools.entityWord('deviation') }),
  emptyText: ({ t }) => t('tracking:deviation.recordsEmpty'),
  workflow: {
    field: 'status',
    next: (record) => ({ open: 'handling', handling: 'closed', closed: null })[record.status],
    problems: () => [],
  },
};
