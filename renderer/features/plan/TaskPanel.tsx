import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox, DateField, Panel, Select, Switch } from '#renderer/ui/index.ts';
import { durationInput, parseDuration } from '#shared/domain/plan/duration.ts';
import type { TaskPatch } from '#shared/ipc/channels/plan.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useGlossaryHint } from '../register/public.ts';
import { parsePercent } from './columns.tsx';
import { DraftField } from './DraftField.tsx';
import details from './details.module.css';
import { LinkList } from './LinkList.tsx';
import type { PlanModel, PlanRow } from './model.ts';
import { TaskExtras } from './TaskExtras.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskTerms } from './TaskTerms.tsx';
import { TaskWhy } from './TaskWhy.tsx';
import { finishDate, type PlanTexts } from './texts.ts';
import type { PlanCommands } from './useCommands.ts';
import type { PlanActions } from './usePlanActions.ts';

export interface TaskPanelProps {
  readonly row: PlanRow;
  readonly model: PlanModel;
  readonly texts: PlanTexts;
  readonly commands: PlanCommands;
  readonly actions: PlanActions;
  readonly onClose: () => void;
  /** Goes to another task of the plan. */
  readonly onGo?: (id: string) => void;
}

type Part = TaskPanelProps & { readonly edit: (patch: TaskPatch) => void };
type WithTask = Part & { readonly task: RecordOf<'task'> };

const CONSTRAINTS = ['asap', 'alap', 'snet', 'snlt', 'fnet', 'fnlt', 'mso', 'mfo'] as const;
const MODES = ['auto', 'manual'] as const;

function Dates({ row, model, texts, edit }: Part) {
  const { t } = useI18n();
  const fixed = row.summary;
  return (
    <>
      <div className={details.pair}>
        <DateField
          label={t('plan:column.start')}
          value={texts.start(row) || null}
          disabled={fixed}
          onChange={(start) => {
            if (start !== null) edit({ start });
          }}
        />
        <DateField
          label={t('plan:column.finish')}
          value={texts.finish(row) || null}
          disabled={fixed || row.milestone}
          onChange={(finish) => {
            if (finish !== null) edit({ finish });
          }}
        />
      </div>
      <div className={details.pair}>
        <DraftField
          label={t('plan:column.duration')}
          hint={fixed ? t('plan:panel.computed') : t('plan:panel.durationHint')}
          disabled={fixed}
          value={row.duration === null ? '' : durationInput(row.duration, row.unit, model.units)}
          onCommit={(duration) => {
            if (!parseDuration(duration, model.units)) return t('plan:invalid.duration');
            edit({ duration });
            return undefined;
          }}
        />
        <DraftField
          label={t('model:task.fields.percent')}
          disabled={fixed}
          value={String(row.percent)}
          onCommit={(typed) => {
            const percent = parsePercent(typed);
            if (percent === null) return t('plan:invalid.percent');
            edit({ percent });
            return undefined;
          }}
        />
      </div>
      {fixed ? (
        <p className={details.note}>{t('plan:panel.summaryNote')}</p>
      ) : (
        <Checkbox
          label={t('model:task.fields.milestone')}
          isSelected={row.milestone}
          onChange={(milestone) => edit({ milestone })}
        />
      )}
    </>
  );
}

function Client({ task, edit }: WithTask) {
  const { t } = useI18n();
  const plainWords = useGlossaryHint('task', 'client_text', { ...task });
  const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return (
    <>
      <h3 className={details.section}>{t('plan:panel.client')}</h3>
      <Switch
        label={t('model:task.fields.client_visible')}
        isSelected={task.client_visible}
        onChange={(client_visible) => edit({ client_visible })}
      />
      <DraftField
        label={t('model:task.fields.client_text')}
        hint={plainWords ?? t('plan:panel.clientHint')}
        value={task.client_text ?? ''}
        onCommit={(text) => {
          edit({ client_text: blank(text) });
          return undefined;
        }}
      />
      <DraftField
        label={t('model:task.fields.deliverable')}
        value={task.deliverable ?? ''}
        onCommit={(text) => {
          edit({ deliverable: blank(text) });
          return undefined;
        }}
      />
    </>
  );
}

function Limits({ task, edit }: WithTask) {
  const { t } = useI18n();
  const free = task.constraint_type === 'asap' || task.constraint_type === 'alap';
  return (
    <>
      <h3 className={details.section}>{t('plan:panel.dates')}</h3>
      <div className={details.pair}>
        <Select
          label={t('model:task.fields.constraint_type')}
          options={CONSTRAINTS.map((id) => ({ id, label: t(`model:task.enums.constraint_type.${id}`) }))}
          value={task.constraint_type}
          onChange={(constraint_type) => edit({ constraint_type })}
        />
        <DateField
          label={t('model:task.fields.constraint_at')}
          value={task.constraint_at?.slice(0, 10) ?? null}
          disabled={free}
          onChange={(constraint_on) => edit({ constraint_on })}
        />
      </div>
      <div className={details.pair}>
        <Select
          label={t('model:task.fields.mode')}
          options={MODES.map((id) => ({ id, label: t(`model:task.enums.mode.${id}`) }))}
          value={task.mode}
          onChange={(mode) => edit({ mode })}
        />
        <DateField
          label={t('model:task.fields.deadline_at')}
          value={task.deadline_at?.slice(0, 10) ?? null}
          onChange={(deadline_on) => edit({ deadline_on })}
        />
      </div>
      <Checkbox
        label={t('model:task.fields.active')}
        isSelected={task.active}
        onChange={(active) => edit({ active })}
      />
    </>
  );
}

/** Everything about one task (Shift+F2). Each field saves itself. */
export function TaskPanel(props: TaskPanelProps) {
  const { t } = useI18n();
  const { row, commands } = props;
  const task = useAnswer('task.get', { id: row.id }).data ?? null;
  const part: Part = { ...props, edit: (patch) => commands.edit(row, patch) };
  const late = finishDate(null, row.deadline);
  return (
    <Panel title={`${row.number} ${row.name || t('plan:panel.title')}`} onClose={props.onClose}>
      <div className={details.form}>
        <DraftField
          label={t('model:task.fields.name')}
          value={row.name}
          onCommit={(name) => {
            part.edit({ name: name.trim() });
            return undefined;
          }}
        />
        <Dates {...part} />
        <DraftField
          label={t('model:task.fields.responsible')}
          value={row.responsible ?? ''}
          onCommit={(text) => {
            part.edit({ responsible: text.trim() === '' ? null : text.trim() });
            return undefined;
          }}
        />
        {row.deadline !== null && row.finish !== null && row.finish > row.deadline ? (
          <p className={details.note}>{t('plan:row.late', { deadline: late })}</p>
        ) : null}
        {task ? (
          <DraftField
            label={t('model:task.fields.notes')}
            lines={4}
            value={task.notes ?? ''}
            onCommit={(text) => {
              part.edit({ notes: text === '' ? null : text });
              return undefined;
            }}
          />
        ) : null}
        <TaskWhy {...props} />
        <LinkList {...props} end="into" />
        <LinkList {...props} end="from" />
        {task ? <TaskExtras task={task} summary={row.summary} /> : null}
        {task ? <Client {...part} task={task} /> : null}
        {task ? <Limits {...part} task={task} /> : null}
        {task ? <TaskTerms {...part} task={task} /> : null}
        <TaskHistory id={row.id} />
      </div>
    </Panel>
  );
}
