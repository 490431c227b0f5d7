import { planState } from '#shared/domain/communication/frequency.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useAnswer } from '../../client/hooks.ts';
import { useChannelHint } from '../../records/ChannelAdvice.tsx';
import { Badge, Button, showToast } from '../../ui/index.ts';
import {
  FieldEditor,
  type RegisterTools,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './communication.module.css';
import { run } from './run.ts';

type PlanItem = RecordOf<'comm_plan_item'>;

const TONES = { overdue: 'bad', today: 'warn', planned: 'good', waiting: 'plain' } as const;

function stateText(item: PlanItem, { t, today }: RegisterTools): string {
  if (!item.active) return t('communication:plan.resting');
  return t(`communication:plan.state.${planState(item, today)}`);
}

/** Says that a row was done today; the next date follows from its frequency. */
export async function planDone(item: PlanItem, tools: RegisterTools): Promise<void> {
  const { t, today, format } = tools;
  const done = await run(tools, 'comm.planDone', { id: item.id, on: today });
  if (done === null) return;
  const { next_due_on: next } = done;
  const text =
    next === null
      ? t('communication:plan.done')
      : t('communication:plan.doneNext', { date: format.date(next) });
  showToast({ tone: 'good', text });
}

function Done({ record }: WidgetProps<'comm_plan_item'>) {
  const tools = useRegisterTools();
  return (
    <div className={styles.acts}>
      <Button small look="primary" onPress={() => void planDone(record, tools)}>
        {tools.t('communication:plan.doneToday')}
      </Button>
    </div>
  );
}

/** B16, O6: the channel of a row, and the better one where the client asks for it. */
function Channel({ record, save }: WidgetProps<'comm_plan_item'>) {
  const { data: project } = useAnswer('project.get', { id: record.project_id });
  const ofClient = record.audience_kind === 'client' && record.active;
  const hint = useChannelHint((ofClient && project?.client_id) || null, record.channel);
  return (
    <FieldEditor
      entity="comm_plan_item"
      field="channel"
      record={record}
      scope={{ projectId: record.project_id }}
      save={save}
      {...(hint === null ? {} : { hint })}
    />
  );
}

/** O1: who is told what, how, how often and by whom. */
export const planDefinition = simpleRegister('comm_plan_item', {
  columns: [
    'purpose',
    'audience',
    'channel',
    'frequency',
    'stage',
    'owner',
    'last_done_on',
    'next_due_on',
    {
      id: 'state',
      header: ({ t }) => t('communication:plan.stateHeader'),
      width: 100,
      text: stateText,
      render: (item, tools) => (
        <Badge tone={item.active ? TONES[planState(item, tools.today)] : 'plain'}>
          {stateText(item, tools)}
        </Badge>
      ),
      sortKey: (item) => item.next_due_on ?? '9',
    },
  ],
  filters: ['audience_kind', 'channel', 'stage', 'owner'],
  due: { field: 'next_due_on', over: (item) => !item.active },
  sections: [
    { id: 'done', items: [{ id: 'done', widget: Done }] },
    {
      id: 'what',
      title: ({ t }) => t('communication:plan.section.what'),
      items: ['purpose', 'audience', 'audience_kind', 'contact_id', 'content'],
    },
    {
      id: 'how',
      title: ({ t }) => t('communication:plan.section.how'),
      items: [{ id: 'channel', widget: Channel }, 'frequency', 'stage', 'owner', 'clause_id', 'active'],
    },
    {
      id: 'when',
      title: ({ t }) => t('communication:plan.section.when'),
      items: ['next_due_on', 'last_done_on'],
    },
  ],
  quickLabel: ({ t }) => t('register:quickAdd', { entity: t('communication:plan.quick') }),
  defaults: ({ t, today }) => ({ audience: t('communication:audienceName.client'), next_due_on: today }),
  empty: ({ t }) => t('communication:plan.empty'),
  sort: { column: 'state', descending: false },
});
