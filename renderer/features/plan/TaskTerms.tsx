import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox, DateField, MoneyField, Select } from '#renderer/ui/index.ts';
import { PARTIES, type TaskPatch } from '#shared/ipc/channels/plan.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { DraftField } from './DraftField.tsx';
import details from './details.module.css';
import type { PlanModel, PlanRow } from './model.ts';

interface TermsProps {
  readonly row: PlanRow;
  readonly model: PlanModel;
  readonly task: RecordOf<'task'>;
  readonly edit: (patch: TaskPatch) => void;
}

const NONE = 'none';
const COMMITMENTS = ['contract', 'promise'] as const;
const EFFORTS = ['fixed_units', 'fixed_duration', 'fixed_work'] as const;

const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** I3: what the task is to the client, and what hangs on it. */
function Commitment({ task, edit }: TermsProps) {
  const { t } = useI18n();
  const draft = (field: 'payment_stage' | 'expectation') => (
    <DraftField
      label={t(`model:task.fields.${field}`)}
      value={task[field] ?? ''}
      onCommit={(text) => {
        edit({ [field]: blank(text) });
        return undefined;
      }}
    />
  );
  return (
    <>
      <div className={details.pair}>
        <Select
          label={t('model:task.fields.commitment')}
          options={[
            { id: NONE, label: t('why:none') },
            ...COMMITMENTS.map((id) => ({ id, label: t(`model:task.enums.commitment.${id}`) })),
          ]}
          value={task.commitment ?? NONE}
          onChange={(id) => edit({ commitment: id === NONE ? null : id })}
        />
        <DateField
          label={t('model:task.fields.promised_on')}
          value={task.promised_on}
          onChange={(promised_on) => edit({ promised_on })}
        />
      </div>
      {draft('payment_stage')}
      {draft('expectation')}
    </>
  );
}

/** Who does it, what it costs, and which part of the agreed scope it belongs to (H2). */
function Share({ task, model, edit }: TermsProps) {
  const { t } = useI18n();
  const { id: project_id } = model.project;
  const currency = useAnswer('project.get', { id: project_id }).data?.currency ?? 'CNY';
  const scope = useAnswer('scope_item.list', { where: { project_id } }).data ?? [];
  return (
    <>
      <div className={details.pair}>
        <Select
          label={t('model:task.fields.party')}
          options={[
            { id: NONE, label: t('why:none') },
            ...PARTIES.map((id) => ({ id, label: t(`model:task.enums.party.${id}`) })),
          ]}
          value={task.party ?? NONE}
          onChange={(id) => edit({ party: id === NONE ? null : id })}
        />
        <MoneyField
          label={t('model:task.fields.cost_minor')}
          currency={currency}
          value={task.cost_minor}
          onChange={(cost_minor) => edit({ cost_minor })}
        />
      </div>
      {scope.length === 0 ? null : (
        <Select
          label={t('model:task.fields.scope_item_id')}
          options={[
            { id: NONE, label: t('why:none') },
            ...scope.filter(({ side }) => side === 'in').map(({ id, text }) => ({ id, label: text })),
          ]}
          value={task.scope_item_id ?? NONE}
          onChange={(id) => edit({ scope_item_id: id === NONE ? null : id })}
        />
      )}
    </>
  );
}

/** On which calendar it runs, and how the work of people sets its length. */
function Work({ task, row, model, edit }: TermsProps) {
  const { t } = useI18n();
  const calendars = useAnswer('calendar.list', { where: { project_id: model.project.id } }).data ?? [];
  if (row.summary) return null;
  return (
    <>
      <div className={details.pair}>
        <Select
          label={t('model:task.fields.calendar_id')}
          options={[
            { id: NONE, label: t('why:projectCalendar') },
            ...calendars.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={task.calendar_id ?? NONE}
          onChange={(id) => edit({ calendar_id: id === NONE ? null : id })}
        />
        <Select
          label={t('model:task.fields.effort_type')}
          options={EFFORTS.map((id) => ({ id, label: t(`model:task.enums.effort_type.${id}`) }))}
          value={task.effort_type}
          onChange={(effort_type) => edit({ effort_type })}
        />
      </div>
      {task.calendar_id === null ? null : (
        <Checkbox
          label={t('model:task.fields.ignores_resource_calendar')}
          isSelected={task.ignores_resource_calendar}
          onChange={(ignores_resource_calendar) => edit({ ignores_resource_calendar })}
        />
      )}
    </>
  );
}

/** What was agreed about a task besides its dates. */
export function TaskTerms(props: TermsProps) {
  const { t } = useI18n();
  return (
    <>
      <h3 className={details.section}>{t('why:terms')}</h3>
      <Commitment {...props} />
      <Share {...props} />
      <Work {...props} />
    </>
  );
}
